package org.gradus.check.junit.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.check.junit.GradientAssertions.assertThatGradient;

import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.gradus.check.GradientCheck;
import org.gradus.check.Subject;
import org.gradus.check.junit.GradientSoftAssertions;
import org.gradus.check.junit.GradientSoftAssertionsProvider;
import org.junit.jupiter.api.Test;

/** An assertion passes for a right gradient and says for a wrong one what the report says. */
// [proof->check~gradient-assertions~1]
class GradientAssertTest {

  @Test
  void aRightGradientIsRightAtEveryPointOfAChain() {
    assertThatGradient(Softplus::value, Softplus::gradient).isRightAt(1, -2).isRightAt(0.5);
  }

  @Test
  void aWrongGradientIsSaidAsTheReportSaysItAfterItsDescription() {
    String report =
        GradientCheck.of(Subject.ofScalar("gradient", Softplus::value, Softplus::negated))
            .at(1, -2)
            .toString();
    assertThat(report).contains("4 of 4 numbers disagree");
    assertThatThrownBy(
            () ->
                assertThatGradient(Softplus::value, Softplus::negated)
                    .as("softplus of %d", 2)
                    .isRightAt(1, -2))
        .isInstanceOf(AssertionError.class)
        .hasMessage("[softplus of 2] " + report);
  }

  @Test
  void aGradientThatProvesNothingIsNotRight() {
    assertThatThrownBy(() -> assertThatGradient(x -> 7, x -> new double[1]).isRightAt(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nothing was proven");
  }

  @Test
  void aWrongGradientIsWrongWhereItIs() {
    assertThatGradient(Softplus::value, Softplus::clipped).isRightAt(0.5).isWrongAt(1.5);
  }

  @Test
  void aRightGradientAndAFunctionUnfitForACheckAreNotWrong() {
    assertThatThrownBy(() -> assertThatGradient(GradientCheck.of(Softplus.right())).isWrongAt(0.5))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "the gradient must be wrong, and was not found so\n"
                + GradientCheck.of(Softplus.right()).at(0.5));
    assertThatThrownBy(
            () -> assertThatGradient(x -> Math.abs(x[0]), x -> new double[1]).isWrongAt(0))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("does not exist");
  }

  @Test
  void aCheckOfOnesOwnKeepsItsStep() {
    GradientCheck fast =
        GradientCheck.of(
            Subject.ofScalar(
                "fast", x -> Math.sin(x[0] * 1e9), x -> new double[] {Math.cos(x[0] * 1e9) * 1e9}));
    assertThatThrownBy(() -> assertThatGradient(fast).isRightAt(1e-9))
        .hasMessageContaining("withStep(1.0E-9)");
    assertThatGradient(fast.withStep(1e-9)).isRightAt(1e-9);
  }

  @Test
  void softAssertionsKeepEachFailure() {
    GradientSoftAssertions softly = new GradientSoftAssertions();
    softly
        .assertThatGradient(Softplus::value, Softplus::negated)
        .as("first")
        .isRightAt(1)
        .isRightAt(2);
    softly.assertThatGradient(Softplus::value, Softplus::gradient).isRightAt(1);
    softly.assertThatGradient(GradientCheck.of(Softplus.right())).as("last").isWrongAt(1);
    assertThat(softly.assertionErrorsCollected())
        .hasSize(3)
        .extracting(error -> String.valueOf(error.getMessage()).split(" ")[0])
        .containsExactly("[first]", "[first]", "[last]");
    assertThatThrownBy(softly::assertAll).hasMessageContaining("(3 failures)");
  }

  private static final class Both extends AbstractSoftAssertions
      implements StandardSoftAssertionsProvider, GradientSoftAssertionsProvider {}

  @Test
  void softAssertionsMixWithThoseOfAssertJ() {
    Both softly = new Both();
    softly.assertThat(1).isEqualTo(2);
    softly.assertThatGradient(Softplus::value, Softplus::negated).isRightAt(1);
    assertThat(softly.errorsCollected()).hasSize(2);
    SoftAssertionsProvider.assertSoftly(
        GradientSoftAssertions.class,
        kept -> kept.assertThatGradient(Softplus::value, Softplus::gradient).isRightAt(1));
  }
}
