package org.gradus.whole.proofs.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.whole.proofs.lesson.Problem.generator;

import java.util.Arrays;
import java.util.List;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Tensors, rank and shape, concept by concept. */
class LessonTensorsTest {

  private static final double ROUNDING = 1e-15;

  // [proof->lesson~T1~1]
  @Test
  void aTensorHasAsManyValuesAsTheProductOfItsLengths() {
    assertThat(Tensor.zeros(2, 3, 4).numel()).isEqualTo(24);
    assertThat(Tensor.scalar(3).numel()).isEqualTo(1);
    assertThat(Tensor.zeros(3, 0).numel()).isZero();
    assertThat(Tensor.of(new double[][] {{1, 2}, {3, 4}}).toArray()).containsExactly(1, 2, 3, 4);
    assertThatThrownBy(() -> Tensor.of(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("row 1");
  }

  // [proof->lesson~T2~1]
  @Test
  void aTensorOfRankTwoIsAMatrix() {
    Dim<Sample> samples = Dim.of(Sample.class, 3);
    Dim<Coefficient> coefficients = Problem.COEFFICIENTS;
    assertThat(Matrix.of(samples, coefficients, Tensor.ones(3, 2)).shape()).containsExactly(3, 2);
    assertThatThrownBy(() -> Matrix.of(samples, coefficients, Tensor.ones(6)))
        .isInstanceOf(ShapeException.class);
  }

  // [proof->lesson~T3~1]
  @Test
  void theRankOfAResultFollowsFromTheRanksOfTheOperands() {
    Tensor scalar = Tensor.scalar(1);
    Tensor vector = Tensor.ones(2);
    Tensor matrix = Tensor.ones(3, 2);
    assertThat(List.of(scalar.ndim(), vector.ndim(), matrix.ndim())).containsExactly(0, 1, 2);
    assertThat(matrix.matmul(vector).ndim()).isEqualTo(1);
    assertThat(matrix.matmul(matrix.t()).ndim()).isEqualTo(2);
    assertThat(vector.dot(vector).ndim()).isZero();
    assertThat(matrix.select(1, 0).ndim()).isEqualTo(1);
    assertThat(matrix.sum(0).ndim()).isEqualTo(1);
    assertThat(matrix.sum().ndim()).isZero();
    assertThat(matrix.unsqueeze(0).ndim()).isEqualTo(3);
  }

  // [proof->lesson~T4~1]
  @Test
  void anImageHasChannelRowAndColumn() {
    Tensor image = Tensor.arange(24).reshape(2, 3, 4);
    assertThat(image.ndim()).isEqualTo(3);
    assertThat(image.at(1, 2, 3)).isEqualTo((1 * 3 + 2) * 4 + 3);
    assertThat(image.select(0, 1).shape()).containsExactly(3, 4);
    assertThat(image.select(1, 2).toArray()).containsExactly(8, 9, 10, 11, 20, 21, 22, 23);
    assertThat(image.select(2, 3).toArray()).containsExactly(3, 7, 11, 15, 19, 23);
    assertThat(Tensor.ones(3, 32, 32).ndim()).isEqualTo(3);
  }

  // [proof->lesson~T5~1]
  @Test
  void aTensorIsMadeOfItsArgumentsOrOfRows() {
    assertThat(Tensor.of(3, 2).toArray()).containsExactly(3, 2);
    assertThat(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}).shape()).containsExactly(2, 3);
  }

  // [proof->lesson~T6~1]
  @Test
  void onesAreOneEverywhere() {
    assertThat(Tensor.ones(3, 2).toArray()).containsOnly(1).hasSize(6);
    assertThatThrownBy(() -> Tensor.ones(-1)).isInstanceOf(ShapeException.class);
  }

  // [proof->lesson~T7~1]
  @Test
  void oneSeedGivesOneSequenceOfNumbersBelowOne() {
    Tensor numbers = Tensor.rand(generator(7), 1000);
    assertThat(numbers.min().item()).isNotNegative();
    assertThat(numbers.max().item()).isLessThan(1);
    // The mean of 1000 such numbers has the deviation 1/√12000 = 0.009; five of them are allowed.
    assertThat(numbers.mean().item()).isCloseTo(0.5, within(0.046));
    assertThat(Tensor.rand(generator(7), 1000).toArray()).isEqualTo(numbers.toArray());
  }

  // [proof->lesson~T8~1]
  @Test
  void aColumnIsFilledThroughAView() {
    Tensor x = Tensor.ones(5, 2);
    int before = x.version();
    x.select(1, 0).uniform_(-1, 1, generator(7));
    assertThat(x.select(1, 0).abs().max().item()).isLessThanOrEqualTo(1);
    assertThat(x.select(1, 0).toArray()).doesNotContain(1);
    assertThat(x.select(1, 1).toArray()).containsOnly(1);
    assertThat(x.version()).isEqualTo(before + 1);
    assertThatThrownBy(() -> x.uniform_(1, -1, generator(7)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("uniform_: the lower bound must not exceed the upper");
  }

  // [proof->lesson~T9~1]
  @Test
  void anUnderscoreChangesInPlace() {
    Tensor x = Tensor.of(1, 2);
    Tensor alias = x.detach();
    double[] expected = x.mul(3).toArray();
    assertThat(x.mul_(3)).isSameAs(x);
    assertThat(x.toArray()).isEqualTo(expected);
    assertThat(alias.toArray()).isEqualTo(expected);
  }

  // [proof->lesson~T10~1]
  @Test
  void slicesAreClippedAtTheEnd() {
    Tensor x = Tensor.ones(100, 2);
    assertThat(x.size(0)).isEqualTo(100);
    assertThat(x.first(5).shape()).containsExactly(5, 2);
    assertThat(Tensor.ones(3).first(10).shape()).containsExactly(3);
    assertThat(Tensor.arange(5).slice(0, 0, 5, 2).toArray()).containsExactly(0, 2, 4);
    assertThat(Tensor.arange(5).slice(0, -10, 2).toArray()).containsExactly(0, 1);
    assertThat(Tensor.arange(5).slice(0, 4, 2).toArray()).isEmpty();
    assertThatThrownBy(() -> Tensor.scalar(1).size(0))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> x.slice(0, 0, 5, -1)).isInstanceOf(IllegalArgumentException.class);
  }

  // [proof->lesson~T11~1]
  @Test
  void theGradientOfAColumnArrivesInThatColumn() {
    Tensor x = Tensor.ones(3, 2).requiresGrad_();
    Tensor column = x.select(1, 0);
    assertThat(column.sharesStorageWith(x)).isTrue();
    column.sum().backward();
    assertThat(x.grad().toArray()).containsExactly(1, 0, 1, 0, 1, 0);
    assertThatThrownBy(() -> x.select(1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Tensor.ones(3).select(1, 0))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  // [proof->lesson~T12~1]
  @Test
  void aRowGatheredTwiceReceivesTwoGradients() {
    Tensor a = Tensor.of(1, 2, 3).requiresGrad_();
    a.index(IndexTensor.of(0, 0, 2)).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 0, 1);
    assertThatThrownBy(() -> a.index(IndexTensor.of(5)))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  // [proof->lesson~T13~1]
  @Test
  void batchesCoverEachRowOnce() {
    Tensor rows = Tensor.arange(7);
    Tensor seen = Tensor.zeros(7);
    int[] lengths = new int[3];
    for (int batch = 0; batch < 3; batch++) {
      lengths[batch] = rows.slice(0, 3 * batch, 3 * batch + 3).size(0);
      seen.slice(0, 3 * batch, 3 * batch + 3).add_(1);
    }
    assertThat(lengths).containsExactly(3, 3, 1);
    assertThat(seen.toArray()).containsOnly(1);
  }

  // [proof->lesson~T14~1]
  @Test
  void aProductSumsOverTheSharedAxis() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}});
    Tensor u = Tensor.of(2, -1);
    Tensor v = Tensor.of(1, 0, -2);
    assertThat(x.matmul(u).toArray()).containsExactly(1 * 2 - 2, 3 * 2 - 4, 5 * 2 - 6);
    assertThat(x.matmul(u).dot(v).item()).isEqualTo(u.dot(x.t().matmul(v)).item());
    assertThat(Tensor.ones(4, 2).matmul(Tensor.ones(2)).shape()).containsExactly(4);
    assertThat(Tensor.ones(2).matmul(Tensor.ones(2, 4)).shape()).containsExactly(4);
    assertThat(Tensor.ones(2).matmul(Tensor.ones(2)).shape()).isEmpty();
    assertThat(Tensor.ones(4, 2).matmul(Tensor.ones(2, 3)).shape()).containsExactly(4, 3);
    assertThat(Tensor.ones(5, 4, 2).matmul(Tensor.ones(2, 3)).shape()).containsExactly(5, 4, 3);
  }

  // [proof->lesson~T15~1]
  @Test
  void samplesInColumnsOrInRowsGiveTransposedProducts() {
    Tensor w = Tensor.rand(generator(7), 3, 2);
    Tensor x = Tensor.rand(generator(8), 5, 2);
    assertThat(w.matmul(x.t()).t().reshape(15).toArray())
        .isEqualTo(x.matmul(w.t()).reshape(15).toArray());
  }

  // [proof->lesson~T16~1]
  @Test
  void theGradientOfARepeatedOperandIsSummedBack() {
    Tensor a = Tensor.ones(3, 1).requiresGrad_();
    Tensor b = Tensor.ones(4).requiresGrad_();
    Tensor c = Tensor.scalar(2).requiresGrad_();
    a.mul(b).mul(c).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(8, 8, 8);
    assertThat(b.grad().toArray()).containsExactly(6, 6, 6, 6);
    assertThat(c.grad().item()).isEqualTo(12);
    Tensor row = Tensor.ones(1, 3).requiresGrad_();
    row.expand(4, 3).sum().backward();
    assertThat(row.grad().toArray()).containsExactly(4, 4, 4);
  }

  // [proof->lesson~T17~1]
  @Test
  void aWrongSizeDoesNotCompileOrIsNamed() {
    assertThat(Javac.messages("x.matmul(m).add(y);")).isEmpty();
    assertThat(Javac.messages("m.matmul(x).add(y);"))
        .contains("Matrix<Sample,Coefficient> cannot be converted to Matrix<Coefficient,");
    Tensor x = Tensor.ones(100, 2).named("x");
    Tensor m = Tensor.of(3, 2).named("m");
    assertThatThrownBy(() -> m.matmul(x).add(Tensor.ones(100)))
        .isInstanceOf(ShapeException.class)
        .hasMessageContaining("m : [2]")
        .hasMessageContaining("x : [100, 2]")
        .hasMessageEndingWith("did you mean x.matmul(m)?");
  }

  // [proof->lesson~T18~1]
  @Test
  void arithmeticWorksElementByElement() {
    Tensor a = Tensor.of(6, -1);
    Tensor b = Tensor.of(2, 4);
    assertThat(a.add(b).toArray()).containsExactly(8, 3);
    assertThat(a.sub(b).toArray()).containsExactly(4, -5);
    assertThat(a.mul(b).toArray()).containsExactly(12, -4);
    assertThat(a.div(b).toArray()).containsExactly(3, -0.25);
    assertThat(a.neg().toArray()).containsExactly(-6, 1);
    assertThat(a.pow(2).toArray()).containsExactly(36, 1);
    assertThat(a.sin().toArray()).containsExactly(Math.sin(6), Math.sin(-1));
  }

  // [proof->lesson~T19~1]
  @Test
  void sumAndMeanReduceAxes() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(x.sum().item()).isEqualTo(21);
    assertThat(x.mean().item()).isEqualTo(3.5);
    assertThat(x.sum(0).toArray()).containsExactly(5, 7, 9);
    assertThat(x.mean(1).toArray()).containsExactly(2, 5);
    assertThat(x.sum(new int[] {1}, true).shape()).containsExactly(2, 1);
    assertThat(x.numel()).isEqualTo(6);
    assertThat(Tensor.zeros(0).sum().item()).isZero();
    assertThat(Tensor.zeros(0).mean().item()).isNaN();
  }

  // [proof->lesson~T20~1]
  @Test
  void onlyASingleElementIsANumber() {
    assertThat(Tensor.ones(1, 1).item()).isEqualTo(1);
    assertThatThrownBy(() -> Tensor.ones(2).item()).isInstanceOf(ShapeException.class);
    assertThatThrownBy(() -> Tensor.ones(0).item()).isInstanceOf(ShapeException.class);
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    assertThat(a.pow(2).mean()).hasToString("tensor(2.5, gradientFunction=MeanBackward)");
    assertThat(a).hasToString("tensor([1., 2.], requiresGrad=true)");
  }

  // [proof->lesson~T21~1]
  @Test
  void theGradientsOfEqualBatchesAverageToTheWhole() {
    Problem problem = Problem.drawn(11);
    Vector<Coefficient> a = Problem.coefficients(-1, 1);
    double[] mean = new double[2];
    for (int start = 0; start < 100; start += 25) {
      double[] part =
          new Problem(
                  problem.x().rows(start, start + 25, Sample.class),
                  problem.y().slice(start, start + 25, Sample.class))
              .gradient(a)
              .toArray();
      Arrays.setAll(mean, i -> mean[i] + part[i] / 4);
    }
    assertThat(mean).containsExactly(problem.gradient(a).toArray(), within(8 * ROUNDING));
  }
}
