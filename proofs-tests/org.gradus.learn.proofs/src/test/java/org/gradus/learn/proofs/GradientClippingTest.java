package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.gradus.learn.DivergenceException;
import org.gradus.learn.GradientClipping;
import org.gradus.learn.Parameter;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of clipped gradients. */
// [proof->learn~gradient-clipping~1]
class GradientClippingTest {

  private final Parameter<Tensor> a = Parameter.of(Tensor.of(0, 0));
  private final Parameter<Tensor> b = Parameter.of(Tensor.of(0));
  private final Parameter<Tensor> unused = Parameter.of(Tensor.of(0));
  private final List<Parameter<Tensor>> all = List.of(a, unused, b);

  private void give(double... gradient) {
    a.value().setGrad(Tensor.of(gradient[0], gradient[1]));
    b.value().setGrad(Tensor.of(gradient[2]));
  }

  private double[] gradient() {
    double[] ofA = a.value().grad().toArray();
    return new double[] {ofA[0], ofA[1], b.value().grad().item()};
  }

  /** ‖(2, −3, 6)‖ = 7, over both parameters at once. */
  @Test
  void theNormIsOfAllGradientsTogether() {
    give(2, -3, 6);
    assertThat(GradientClipping.byNorm(all, 1)).isEqualTo(7);
    double factor = 1 / (7 + 1e-6);
    assertThat(gradient()).containsExactly(2 * factor, -3 * factor, 6 * factor);
    assertThat(unused.value().hasGrad()).isFalse();
  }

  @Test
  void aShortGradientStaysBitForBit() {
    give(0.2, -0.3, 0.6);
    GradientClipping.byNorm(all, 1);
    assertThat(gradient()).containsExactly(0.2, -0.3, 0.6);
  }

  @Test
  void theGradientIsChangedInPlace() {
    give(2, -3, 6);
    Tensor before = a.value().grad();
    GradientClipping.byNorm(all, 1);
    GradientClipping.byValue(all, 0.1);
    assertThat(a.value().grad()).isSameAs(before);
  }

  @Test
  void noGradientHasNormZero() {
    assertThat(GradientClipping.byNorm(all, 1)).isZero();
    give(0, 0, 0);
    assertThat(GradientClipping.byNorm(all, 0)).isZero();
    assertThat(gradient()).containsExactly(0, 0, 0);
  }

  @Test
  void eachElementIsBroughtIntoTheInterval() {
    give(2, -3, 0.25);
    GradientClipping.byValue(all, 0.5);
    assertThat(gradient()).containsExactly(0.5, -0.5, 0.25);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void aGradientThatIsNotFiniteIsRefusedBeforeAnyChange(double wrong) {
    give(20, 30, wrong);
    assertThatThrownBy(() -> GradientClipping.byNorm(all, 1))
        .isInstanceOf(DivergenceException.class)
        .hasMessage(
            """
            gradient clipping: the norm of the gradient must be finite
              norm  %s
            no gradient was changed; start again with a smaller learning rate"""
                .formatted(wrong));
    assertThat(gradient()).containsExactly(20, 30, wrong);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN})
  void boundsAreFiniteAndNotNegative(double wrong) {
    assertThatThrownBy(() -> GradientClipping.byNorm(all, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            gradient clipping: the largest norm must be finite and not negative
              given  %s
            try 1"""
                .formatted(wrong));
    assertThatThrownBy(() -> GradientClipping.byValue(all, wrong))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            gradient clipping: the largest value must be finite and not negative
              given  %s
            try 1"""
                .formatted(wrong));
  }
}
