package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.gradus.learn.Module;
import org.gradus.learn.Sample;
import org.gradus.learn.nn.BatchNorm1d;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of batch normalization: concept N17 of the lesson. */
// [proof->learn~batch-norm~1]
class BatchNorm1dTest {

  private interface Feature extends Axis {}

  private static final Dim<Feature> TWO = Dim.of(Feature.class, 2);

  private final BatchNorm1d<Feature> norm = BatchNorm1d.of(TWO);
  private final Matrix<Sample, Feature> z = Matrix.of(Dim.of(Sample.class, 2), TWO, 0, 0, 2, 4);

  /** Case C150, which PyTorch ran in single precision; variances of the batch are 1 and 4. */
  @Test
  void inTrainingTheBatchIsStandardized() {
    assertThat(norm.forward(z).detach().toArray())
        .containsExactly(
            new double[] {
              -1 / Math.sqrt(1 + 1e-5), -2 / Math.sqrt(4 + 1e-5),
              1 / Math.sqrt(1 + 1e-5), 2 / Math.sqrt(4 + 1e-5)
            },
            within(1e-15));
    assertThat(state(norm, "running_mean")).containsExactly(new double[] {0.1, 0.2}, within(1e-16));
    assertThat(state(norm, "running_var")).containsExactly(new double[] {1.1, 1.7}, within(1e-15));
    assertThat(state(norm, "num_batches_tracked")).containsExactly(1);
  }

  /** Case C150. */
  @Test
  void afterTrainingTheRunningStatisticsStandardizeAndStay() {
    norm.forward(z);
    norm.eval();
    assertThat(norm.forward(z).detach().toArray())
        .containsExactly(
            new double[] {
              -0.09534583240747452, -0.15339253842830658, 1.8115707635879517, 2.9144582748413086
            },
            within(1e-6));
    assertThat(norm.forward(z).requiresGrad()).isTrue();
    assertThat(state(norm, "running_mean")).containsExactly(new double[] {0.1, 0.2}, within(1e-16));
    assertThat(state(norm, "num_batches_tracked")).containsExactly(1);
  }

  /** Case X025: the biased variance 8/3 standardizes, the unbiased 4 goes into the running one. */
  @Test
  void theRunningVarianceTakesInTheUnbiasedOne() {
    Dim<Feature> one = Dim.of(Feature.class, 1);
    BatchNorm1d<Feature> single = BatchNorm1d.of(one);
    double[] y =
        single.forward(Matrix.of(Dim.of(Sample.class, 3), one, 0, 2, 4)).detach().toArray();
    assertThat(y)
        .containsExactly(new double[] {-1.2247425750014138, 0, 1.2247425750014138}, within(1e-15));
    assertThat(state(single, "running_mean")).containsExactly(new double[] {0.2}, within(1e-16));
    assertThat(state(single, "running_var")).containsExactly(new double[] {1.3}, within(1e-15));
  }

  @Test
  void weightAndBiasComeLast() {
    Map<String, Tensor> state = norm.state();
    state.put("weight", Tensor.of(10, 0));
    state.put("bias", Tensor.of(1, 7));
    norm.load(state);
    double[] y = norm.forward(z).detach().toArray();
    assertThat(y).containsExactly(new double[] {-9, 7, 11, 7}, within(1e-3));
  }

  @Test
  void aTensorMayHaveMoreAxes() {
    Tensor y = norm.forward(Tensor.arange(12).reshape(2, 2, 3));
    assertThat(y.mean(0, 2).detach().toArray()).containsExactly(new double[] {0, 0}, within(1e-15));
  }

  /** Case C152. */
  @Test
  void aSingleSampleHasNoVariance() {
    assertThatThrownBy(() -> norm.forward(Matrix.ones(Dim.of(Sample.class, 1), TWO)))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("batchNorm");
    assertThat(state(norm, "running_var")).containsExactly(1, 1);
    assertThat(state(norm, "num_batches_tracked")).containsExactly(0);
    norm.eval();
    assertThat(norm.forward(Matrix.ones(Dim.of(Sample.class, 1), TWO)).numel()).isEqualTo(2);
  }

  @Test
  void itsNumbersMakeSense() {
    assertThatThrownBy(() -> BatchNorm1d.of(TWO, -1, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            batch norm: the eps must be finite and not negative
              given  -1.0
            try 1e-5""");
    assertThatThrownBy(() -> BatchNorm1d.of(TWO, 1e-5, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            batch norm: the momentum must be from 0 to 1
              given  2.0
            try 0.1""");
  }

  private static double[] state(Module<?, ?> module, String name) {
    return module.state().getOrDefault(name, Tensor.of()).toArray();
  }
}
