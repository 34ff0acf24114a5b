package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Entering the typed world by naming axes, which checks ranks and lengths. */
// [proof->shape~naming-axes~1]
class NamingAxesTest {
  private interface Sample extends Axis {}

  private interface Feature extends Axis {}

  private static final Dim<Sample> SAMPLES = Dim.of(Sample.class, 4);
  private static final Dim<Feature> FEATURES = Dim.of(Feature.class, 2);

  @Test
  void aVectorTakesATensorOfItsLengthAlone() {
    assertRefused(
        () -> Vector.of(SAMPLES, Tensor.ones(5)),
        """
        Vector.of: the tensor must have the lengths of the axes
          axes   [sample=4]
          given  [5]""");
    assertRefused(
        () -> Vector.of(SAMPLES, Tensor.ones(4, 1)),
        """
        Vector.of: the tensor must have the lengths of the axes
          axes   [sample=4]
          given  [4, 1]""");
    assertRefused(
        () -> Vector.of(SAMPLES, 1, 2, 3),
        """
        Vector.of: the tensor must have the lengths of the axes
          axes   [sample=4]
          given  [3]""");
  }

  @Test
  void aMatrixTakesATensorOfItsLengthsAlone() {
    assertRefused(
        () -> Matrix.of(SAMPLES, FEATURES, Tensor.ones(2, 4)),
        """
        Matrix.of: the tensor must have the lengths of the axes
          axes   [sample=4, feature=2]
          given  [2, 4]""");
    assertRefused(
        () -> Matrix.of(SAMPLES, FEATURES, Tensor.ones(8)),
        """
        Matrix.of: the tensor must have the lengths of the axes
          axes   [sample=4, feature=2]
          given  [8]""");
    assertRefused(
        () -> Matrix.of(SAMPLES, FEATURES, 1, 2, 3),
        """
        Matrix.of: axes of [sample=4, feature=2] take 8 values
          given  3""");
  }

  @Test
  void aScalarTakesATensorOfRankZeroAlone() {
    assertRefused(
        () -> Scalar.of(Tensor.ones(1)),
        """
        Scalar.of: the rank must be 0
          given  [1]""");
  }

  @Test
  void anIndexThatNamesRowsHasRankOne() {
    IndexTensor square = IndexTensor.of(new int[] {2, 2}, new int[] {0, 1, 1, 0});
    assertRefused(
        () -> Vector.ones(SAMPLES).at(square, Feature.class),
        """
        Vector.at: the rank must be 1
          given  [2, 2]""");
    assertRefused(
        () -> Matrix.ones(SAMPLES, FEATURES).rows(square, Sample.class),
        """
        Matrix.of: the tensor must have the lengths of the axes
          axes   [sample=4, feature=2]
          given  [2, 2, 2]""");
  }

  @Test
  void aLengthIsACount() {
    assertRefused(
        () -> Dim.of(Sample.class, -1),
        """
        Dim.of: the length of axis sample must not be negative
          given  -1""");
  }

  @Test
  void aNameIsTheWordOfItsClassAndAxisItselfNamesNothing() {
    assertThat(SAMPLES).hasToString("sample=4");
    assertThat(Dim.of(Axis.class, 4)).hasToString("4");
    assertThat(Matrix.ones(SAMPLES, FEATURES).axisNames()).containsExactly("sample", "feature");
    assertThat(Vector.ones(Dim.of(Axis.class, 4)).axisNames()).isEmpty();
  }

  @Test
  void aFaceShowsTheTensorItWasGivenAndNoCopy() {
    Tensor vector = Tensor.ones(4);
    Tensor matrix = Tensor.ones(4, 2);
    Tensor number = Tensor.scalar(1);
    assertThat(Vector.of(SAMPLES, vector).tensor()).isSameAs(vector);
    assertThat(Matrix.of(SAMPLES, FEATURES, matrix).tensor()).isSameAs(matrix);
    assertThat(Scalar.of(number).tensor()).isSameAs(number);
  }

  @Test
  void theGraphLeadsThroughTensorsAndBack() {
    Vector<Sample> v = Vector.of(SAMPLES, 1, 2, 3, 4).requiresGrad_();
    Matrix<Sample, Feature> stacked =
        Matrix.of(SAMPLES, FEATURES, v.tensor().unsqueeze(1).expand(4, 2));
    stacked.mul(Matrix.of(SAMPLES, FEATURES, 1, 2, 3, 4, 5, 6, 7, 8)).sum().backward();
    assertThat(v.grad().toArray()).containsExactly(3, 7, 11, 15);
  }

  @Test
  void aMatrixOfValuesIsNoViewOfSomethingElse() {
    Matrix<Sample, Feature> made;
    try (var off = NoGrad.on()) {
      made = Matrix.of(SAMPLES, FEATURES, 1, 2, 3, 4, 5, 6, 7, 8);
    }
    Matrix<Sample, Feature> w = Matrix.ones(SAMPLES, FEATURES).requiresGrad_();
    made.add_(w).sum().backward();
    assertThat(w.grad().toArray()).containsOnly(1);
  }

  @Test
  void aMatrixOfValuesDoesNotSeeWhatBecomesOfTheArray() {
    double[] values = {1, 2, 3, 4, 5, 6, 7, 8};
    Matrix<Sample, Feature> x = Matrix.of(SAMPLES, FEATURES, values);
    values[0] = 100;
    assertThat(x.toArray()).startsWith(1);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isExactlyInstanceOf(ShapeException.class).hasMessage(message);
  }
}
