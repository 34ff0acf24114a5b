package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.gradus.learn.Sample;
import org.gradus.learn.nn.Linear;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Examples of linear maps: concept N1 of the lesson. */
// [proof->learn~linear~1]
class LinearTest {

  private interface Feature extends Axis {}

  private interface Output extends Axis {}

  private static final Dim<Sample> SAMPLES = Dim.of(Sample.class, 2);
  private static final Dim<Feature> FEATURES = Dim.of(Feature.class, 4);
  private static final Dim<Output> OUTPUTS = Dim.of(Output.class, 3);

  private final Linear<Feature, Output> counted =
      Linear.of(
          Matrix.of(OUTPUTS, FEATURES, Tensor.arange(12).reshape(3, 4)),
          Vector.of(OUTPUTS, 100, 200, 300));

  /** By hand: the first row of W is (0, 1, 2, 3). */
  @Test
  void eachOutputIsASumOfProductsAndABias() {
    Matrix<Sample, Feature> x = Matrix.of(SAMPLES, FEATURES, 1, 1, 1, 1, 1, 0, 0, -1);
    assertThat(counted.forward(x).detach().toArray()).containsExactly(106, 222, 338, 97, 197, 297);
  }

  @Test
  void tensorsOfAnyRankAreMappedAlongTheirLastAxis() {
    Tensor y = counted.forward(Tensor.ones(2, 5, 4));
    assertThat(y.shape()).containsExactly(2, 5, 3);
    assertThat(y.select(0, 1).select(0, 4).detach().toArray()).containsExactly(106, 222, 338);
    assertThat(counted.forward(Tensor.ones(4)).detach().toArray()).containsExactly(106, 222, 338);
  }

  @Test
  void gradientsReachWeightAndBias() {
    counted.forward(Matrix.ones(SAMPLES, FEATURES)).sum().backward();
    assertThat(counted.weight().value().grad().toArray()).containsOnly(2);
    assertThat(counted.bias().orElseThrow().value().grad().toArray()).containsOnly(2);
  }

  /** Case C148: the bound is 1/√4, and it is come near to on both sides. */
  @Test
  void weightsAndBiasAreDrawnFromTheWholeInterval() {
    Dim<Output> many = Dim.of(Output.class, 500);
    Linear<Feature, Output> drawn = Linear.of(FEATURES, many, new SplittableRandom(7));
    assertThat(drawn.weight().value().shape()).containsExactly(500, 4);
    Tensor weight = drawn.weight().value().tensor().detach();
    Tensor bias = drawn.bias().orElseThrow().value().tensor().detach();
    for (Tensor tensor : new Tensor[] {weight, bias}) {
      assertThat(tensor.max().item()).isBetween(0.49, 0.5);
      assertThat(tensor.min().item()).isBetween(-0.5, -0.49);
      assertThat(Math.abs(tensor.mean().item())).isLessThan(0.05);
    }
  }

  @Test
  void theSameSeedDrawsTheSame() {
    assertThat(state(1)).isEqualTo(state(1)).isNotEqualTo(state(2));
  }

  private static String state(long seed) {
    return Linear.of(FEATURES, OUTPUTS, new SplittableRandom(seed)).state().toString();
  }

  @Test
  void itMayBeWithoutABias() {
    Linear<Feature, Output> plain = Linear.withoutBias(FEATURES, OUTPUTS, new SplittableRandom(1));
    assertThat(plain.namedParameters().keySet()).containsExactly("weight");
    assertThat(plain.bias()).isEmpty();
    assertThat(plain.forward(Matrix.zeros(SAMPLES, FEATURES)).detach().toArray()).containsOnly(0);
    assertThat(plain.forward(Tensor.zeros(4)).detach().toArray()).containsOnly(0);
  }

  @Test
  void withoutABiasTheSameWeightsAreDrawn() {
    Linear<Feature, Output> plain = Linear.withoutBias(FEATURES, OUTPUTS, new SplittableRandom(1));
    Linear<Feature, Output> biased = Linear.of(FEATURES, OUTPUTS, new SplittableRandom(1));
    assertThat(plain.weight().value().detach().toArray())
        .isEqualTo(biased.weight().value().detach().toArray());
  }

  @Test
  void withoutInputsThereIsAZeroBias() {
    Linear<Feature, Output> empty =
        Linear.of(Dim.of(Feature.class, 0), OUTPUTS, new SplittableRandom(1));
    assertThat(empty.forward(Tensor.zeros(2, 0)).detach().toArray()).containsOnly(0);
  }

  @Test
  void weightAndBiasHaveTheSameOutputs() {
    Matrix<Output, Feature> weight = Matrix.zeros(OUTPUTS, FEATURES);
    assertThatThrownBy(() -> Linear.of(weight, Vector.zeros(Dim.of(Output.class, 2))))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            linear: weight and bias must have the same outputs
              weight  [output=3, feature=4]
              bias    [output=2]""");
  }
}
