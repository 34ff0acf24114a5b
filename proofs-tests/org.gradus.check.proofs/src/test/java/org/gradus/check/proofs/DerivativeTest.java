package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import org.gradus.check.Derivative;
import org.junit.jupiter.api.Test;

// [proof->check~differences~1]
class DerivativeTest {

  @Test
  void theSineHasTheDerivativeCosine() {
    Derivative derivative = Derivative.of(Math::sin, 1, 0.045, 0);
    assertThat(derivative.value()).isCloseTo(Math.cos(1), offset(1e-13));
    assertThat(derivative.error()).isLessThan(1e-12);
    assertThat(derivative.terms()).isBetween(0.8, 0.9);
  }

  /** All rows are needed: without the last column of each the error is eight times as large. */
  @Test
  void aStepOfMoreThanAPeriodIsExtrapolated() {
    Derivative derivative = Derivative.of(t -> Math.sin(10 * t), 1, 0.9, 0);
    assertThat(derivative.error()).isLessThan(1.5e-10);
    assertThat(derivative.value()).isCloseTo(10 * Math.cos(10), offset(derivative.error()));
  }

  @Test
  void aKinkNearbyIsNotMistakenForASlope() {
    for (double distance = 0.001; distance < 0.06; distance += 0.0005) {
      double kink = distance;
      Derivative derivative = Derivative.of(t -> Math.abs(t - kink), 0, 0.045, 0);
      assertThat(Math.abs(derivative.value() + 1))
          .as("kink at distance %s", distance)
          .isLessThanOrEqualTo(16 * derivative.error());
    }
  }

  @Test
  void aStepOfZeroIsRefused() {
    assertThatThrownBy(() -> Derivative.of(Math::sin, 1, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            derivative by differences: the step must be positive and change t
              t     1.0
              step  0.0""");
  }

  /** To the left of 1 doubles lie closer: half of the last step still moves there. */
  @Test
  void aStepThatMovesToOneSideAloneIsRefused() {
    assertThatThrownBy(() -> Derivative.of(Math::sin, 1, 128 * 0x1p-53, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be positive and change t");
  }

  @Test
  void aStepThatDoesNotMoveIsRefused() {
    assertThatThrownBy(() -> Derivative.of(Math::sin, 1e12, 1e-5, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            derivative by differences: the step must be positive and change t
              t     1.0E12
              step  1.0E-5""");
  }
}
