package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.learn.metric.Accuracy;
import org.gradus.learn.metric.ConfusionMatrix;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Confusion matrices against plain loops, and laws of what is derived from them. */
// [proof->learn~confusion-matrix~1]
class ConfusionMatrixTest {

  /** Quotients of counts up to 24: a few roundings. */
  private static final double ROUNDING = 1e-15;

  @Property
  void countsSamplesByTrueAndPredictedClass(
      @ForAll("triples") Scored one, @ForAll("triples") Scored two) {
    ConfusionMatrix matrix = ConfusionMatrix.of(3);
    matrix.add(one.tensor(), one.labels());
    matrix.add(two.tensor(), two.labels());
    assertThat(matrix.total()).isEqualTo(one.size() + two.size());
    for (int t = 0; t < 3; t++) {
      for (int p = 0; p < 3; p++) {
        assertThat(matrix.count(t, p)).isEqualTo(one.count(t, p) + two.count(t, p));
        assertThat(matrix.counts()[t][p]).isEqualTo(matrix.count(t, p));
      }
    }
  }

  @Property
  void sharesAreThoseOfTheirDefinitions(@ForAll("triples") Scored scored) {
    ConfusionMatrix matrix = of(scored);
    for (int c = 0; c < 3; c++) {
      int is = 0;
      int called = 0;
      for (int i = 0; i < scored.size(); i++) {
        is += scored.truth()[i] == c ? 1 : 0;
        called += scored.predicted(i) == c ? 1 : 0;
      }
      assertSame(matrix.recall(c), (double) scored.count(c, c) / is);
      assertSame(matrix.precision(c), (double) scored.count(c, c) / called);
      double harmonic = 2 / (1 / matrix.precision(c) + 1 / matrix.recall(c));
      if (is > 0 && called > 0) {
        assertThat(matrix.f1(c)).isCloseTo(harmonic, within(ROUNDING));
      } else if (is + called > 0) {
        assertThat(matrix.f1(c)).isZero();
      } else {
        assertThat(matrix.f1(c)).isNaN();
      }
    }
  }

  @Property
  void accuracyIsThatOfAllSamples(@ForAll("triples") Scored scored) {
    assertThat(of(scored).accuracy()).isEqualTo(Accuracy.of(scored.tensor(), scored.labels()));
  }

  /** Recall is a share of those that are; weighted by them it is that of all. */
  @Property
  void recallsWeightedByTheirClassesAreTheAccuracy(@ForAll("triples") Scored scored) {
    ConfusionMatrix matrix = of(scored);
    double sum = 0;
    for (int c = 0; c < 3; c++) {
      long is = matrix.count(c, 0) + matrix.count(c, 1) + matrix.count(c, 2);
      sum += is == 0 ? 0 : matrix.recall(c) * is / matrix.total();
    }
    assertThat(matrix.accuracy()).isCloseTo(sum, within(ROUNDING));
  }

  @Provide
  Arbitrary<Scored> triples() {
    return Scored.of(3);
  }

  @Test
  void aTableSaysItAll() {
    ConfusionMatrix matrix = ConfusionMatrix.of(List.of("cat", "lion", "ox"));
    int[][] pairs = {{0, 0}, {0, 0}, {0, 1}, {1, 1}, {1, 0}};
    for (int[] pair : pairs) {
      matrix.add(pair[0], pair[1]);
    }
    assertThat(matrix.names()).containsExactly("cat", "lion", "ox");
    assertThat(matrix)
        .hasToString(
            """
            true   cat  lion    ox  precision   recall       F1
            cat      2     1     0     66.7 %   66.7 %   66.7 %
            lion     1     1     0     50.0 %   50.0 %   50.0 %
            ox       0     0     0          -        -        -
            accuracy 60.0 % of 5\
            """);
  }

  @Test
  void classesWithoutNamesAreCalledByTheirIndices() {
    ConfusionMatrix matrix = ConfusionMatrix.of(2);
    assertThat(matrix.names()).containsExactly("0", "1");
    assertThat(matrix.accuracy()).isNaN();
    for (int i = 0; i < 1000; i++) {
      matrix.add(1, 1);
    }
    assertThat(matrix)
        .hasToString(
            """
            true     0     1  precision   recall       F1
            0        0     0          -        -        -
            1        0  1000    100.0 %  100.0 %  100.0 %
            accuracy 100.0 % of 1000\
            """);
  }

  // [proof->lesson~O23~1]
  @Test
  void anEvaluationChangesNoParameterAndNoGradient() {
    Tensor w = Tensor.of(new double[][] {{1, 2}, {3, 1}}).requiresGrad_();
    w.square().sum().backward();
    double[] values = w.detach().toArray();
    double[] gradient = w.grad().toArray();
    ConfusionMatrix matrix = ConfusionMatrix.of(2);
    try (var off = NoGrad.on()) {
      matrix.add(Tensor.eye(2).matmul(w), IndexTensor.of(0, 1));
    }
    assertThat(matrix.total()).isEqualTo(2);
    assertThat(w.detach().toArray()).isEqualTo(values);
    assertThat(w.grad().toArray()).isEqualTo(gradient);
  }

  @Test
  void countsAreACopy() {
    ConfusionMatrix matrix = ConfusionMatrix.of(2);
    matrix.counts()[0][0] = 9;
    assertThat(matrix.count(0, 0)).isZero();
  }

  @Test
  void aClassThatIsNotThereIsNamed() {
    ConfusionMatrix matrix = ConfusionMatrix.of(2);
    assertThatThrownBy(() -> matrix.add(2, 0))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("confusion matrix: there is no class 2\n  classes  0 to 1");
    assertThatThrownBy(() -> matrix.add(0, -1))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("confusion matrix: there is no class -1\n  classes  0 to 1");
    assertThatThrownBy(() -> matrix.add(Tensor.zeros(1, 2), IndexTensor.of(2)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessage("confusion matrix: there is no class 2\n  classes  0 to 1");
    assertThat(matrix.total()).isZero();
  }

  @Test
  void otherScoresThanClassesAreRefused() {
    assertThatThrownBy(() -> ConfusionMatrix.of(2).add(Tensor.zeros(1, 3), IndexTensor.of(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "confusion matrix: there must be one score a class\n  classes  2\n  scores   3");
    assertThatThrownBy(() -> ConfusionMatrix.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confusion matrix: there must be at least one class");
  }

  /** NaN is the same as NaN here. */
  private static void assertSame(double actual, double expected) {
    assertThat(Double.compare(actual, expected)).isZero();
  }

  private static ConfusionMatrix of(Scored scored) {
    ConfusionMatrix matrix = ConfusionMatrix.of(3);
    matrix.add(scored.tensor(), scored.labels());
    return matrix;
  }
}
