package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gradus.learn.Batches;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Axis;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Vector;

/** Laws of batches: concepts T12, T13, T21, O14 to O17 and O22 of the lesson. */
// [proof->learn~batches~1]
class BatchesProperties {

  private interface Batch extends Axis {}

  /** A mean of at most 20 gradients, relative to the terms of one. */
  private static final double ROUNDING = 1e-14;

  @Property
  void anEpochHoldsEachRowExactlyOnce(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 60) int wanted,
      @ForAll long seed) {
    int size = Math.min(rows, wanted);
    Batches batches = Batches.of(rows, size, new SplittableRandom(seed));
    for (int epoch = 0; epoch < 3; epoch++) {
      int[] seen = all(batches.epoch());
      Arrays.sort(seen);
      assertThat(seen).isEqualTo(IntStream.range(0, rows).toArray());
    }
  }

  @Property
  void onlyTheLastBatchIsShort(
      @ForAll @IntRange(min = 1, max = 60) int rows,
      @ForAll @IntRange(min = 1, max = 60) int wanted,
      @ForAll long seed) {
    int size = Math.min(rows, wanted);
    Batches batches = Batches.of(rows, size, new SplittableRandom(seed));
    List<IndexTensor> epoch = batches.epoch();
    assertThat(epoch).hasSize(batches.count());
    assertThat(batches.count()).isEqualTo((int) Math.ceil(rows / (double) size));
    assertThat(epoch.subList(0, epoch.size() - 1)).allMatch(batch -> batch.size() == size);
    int rest = rows % size;
    assertThat(epoch.get(epoch.size() - 1).size()).isEqualTo(rest == 0 ? size : rest);
  }

  @Property
  void theSameSeedDrawsTheSameOrder(
      @ForAll @IntRange(min = 2, max = 60) int rows, @ForAll long seed) {
    Batches one = Batches.of(rows, 1, new SplittableRandom(seed));
    Batches two = Batches.of(rows, 1, new SplittableRandom(seed));
    assertThat(one.epoch()).isEqualTo(two.epoch());
    assertThat(one.epoch()).isEqualTo(two.epoch());
  }

  @Property
  void gradientsOfEqualBatchesAverageToTheFullGradient(
      @ForAll("regressions") Regression half, @ForAll long seed) {
    Regression problem = twice(half);
    Batches batches = Batches.of(problem.rows(), half.rows(), new SplittableRandom(seed));
    double[] mean = new double[problem.columns()];
    for (IndexTensor rows : batches.epoch()) {
      mean = Regression.plus(mean, 0.5, gradient(problem, rows));
    }
    double[] full = gradient(problem, IndexTensor.arange(problem.rows()));
    assertThat(Regression.distance(mean, full))
        .isLessThanOrEqualTo(ROUNDING * problem.gradientTerms(problem.start()));
  }

  /** Over all subsets of a size, one by one: the expectation without an appeal to chance. */
  @Property(tries = 50)
  void gradientOfARandomBatchIsOnAverageTheFullGradient(
      @ForAll("regressions") Regression problem, @ForAll @IntRange(min = 1, max = 8) int wanted) {
    int size = Math.min(problem.rows(), wanted);
    double[] sum = new double[problem.columns()];
    int subsets = 0;
    for (int bits = 0; bits < 1 << problem.rows(); bits++) {
      if (Integer.bitCount(bits) == size) {
        int subset = bits;
        int[] rows =
            IntStream.range(0, problem.rows()).filter(i -> (subset >> i & 1) == 1).toArray();
        sum = Regression.plus(sum, 1, gradient(problem, IndexTensor.of(rows)));
        subsets++;
      }
    }
    double[] full = problem.gradient(problem.start());
    assertThat(
            Regression.distance(Regression.plus(new double[sum.length], 1.0 / subsets, sum), full))
        .isLessThanOrEqualTo(
            size * ROUNDING * problem.rows() * problem.gradientTerms(problem.start()));
  }

  @Provide
  Arbitrary<Regression> regressions() {
    return Regression.independent();
  }

  private static double[] gradient(Regression problem, IndexTensor rows) {
    Matrix<Sample, Coefficient> x = problem.inputs();
    Vector<Coefficient> w = problem.begin().requiresGrad_();
    MeanSquaredError.of(
            x.rows(rows, Batch.class).matmul(w), problem.targets().at(rows, Batch.class))
        .backward();
    return w.grad().toArray();
  }

  /** A problem with each row a second time, its target other than before. */
  private static Regression twice(Regression half) {
    int n = half.rows();
    double[][] x = Arrays.copyOf(half.x(), 2 * n);
    double[] y = Arrays.copyOf(half.y(), 2 * n);
    for (int i = 0; i < n; i++) {
      x[n + i] = half.x()[i];
      y[n + i] = half.y()[n - 1 - i] + i;
    }
    return new Regression(x, y, half.start());
  }

  private static int[] all(List<IndexTensor> batches) {
    return batches.stream().flatMapToInt(batch -> Arrays.stream(batch.toArray())).toArray();
  }
}
