package org.gradus.learn.proofs;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * Scores of samples and their true classes, and what plain loops make of them.
 *
 * @param scores one row a sample, few different values so that ties are common
 * @param truth one class a sample
 */
record Scored(double[][] scores, int[] truth) {

  /** One to twelve samples of two to four classes. */
  static Arbitrary<Scored> any() {
    return Arbitraries.integers().between(2, 4).flatMap(Scored::of);
  }

  static Arbitrary<Scored> of(int classes) {
    Arbitrary<double[]> row =
        Arbitraries.of(-2.0, -0.5, 0.0, 0.25, 3.0).array(double[].class).ofSize(classes);
    Arbitrary<double[]> labeled =
        row.flatMap(
            scores ->
                Arbitraries.integers()
                    .between(0, classes - 1)
                    .map(
                        truth -> {
                          double[] both = Arrays.copyOf(scores, classes + 1);
                          both[classes] = truth;
                          return both;
                        }));
    return labeled
        .array(double[][].class)
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(
            rows ->
                new Scored(
                    Arrays.stream(rows)
                        .map(both -> Arrays.copyOf(both, classes))
                        .toArray(double[][]::new),
                    Arrays.stream(rows).mapToInt(both -> (int) both[classes]).toArray()));
  }

  int size() {
    return truth.length;
  }

  int classes() {
    return scores[0].length;
  }

  Tensor tensor() {
    return Tensor.of(scores);
  }

  IndexTensor labels() {
    return IndexTensor.of(truth);
  }

  /** Returns the first class that no other one exceeds. */
  int predicted(int sample) {
    for (int j = 0; ; j++) {
      double score = scores[sample][j];
      if (Arrays.stream(scores[sample]).noneMatch(other -> other > score)) {
        return j;
      }
    }
  }

  /** Counts samples of a true class that were given a class. */
  int count(int trueClass, int givenClass) {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      if (truth[i] == trueClass && predicted(i) == givenClass) {
        count++;
      }
    }
    return count;
  }

  int correct() {
    int correct = 0;
    for (int c = 0; c < classes(); c++) {
      correct += count(c, c);
    }
    return correct;
  }

  @Override
  public String toString() {
    return Arrays.deepToString(scores) + " of classes " + Arrays.toString(truth);
  }
}
