package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.learn.metric.Accuracy;
import org.gradus.learn.metric.ErrorRate;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Accuracy and error rate against plain loops: concepts N19 and N22 of the lesson. */
// [proof->learn~accuracy~1]
// [proof->learn~error-rate~1]
// [proof->lesson~N19~1]
// [proof->lesson~N22~1]
class AccuracyTest {

  /** One rounding of each of the two quotients. */
  private static final double ROUNDING = 2.3e-16;

  @Property
  void isTheShareOfLargestScoresThatAreOfTheClass(@ForAll("scored") Scored scored) {
    Tensor scores = scored.tensor();
    IndexTensor classes = scored.labels();
    assertThat(Accuracy.correct(scores, classes)).isEqualTo(scored.correct());
    assertThat(Accuracy.of(scores, classes)).isEqualTo((double) scored.correct() / scored.size());
    assertThat(ErrorRate.of(scores, classes))
        .isEqualTo((double) (scored.size() - scored.correct()) / scored.size());
    Matrix<Sample, Coefficient> typed =
        Matrix.of(
            Dim.of(Sample.class, scored.size()),
            Dim.of(Coefficient.class, scored.classes()),
            scored.tensor());
    assertThat(Accuracy.of(typed, classes)).isEqualTo(Accuracy.of(scores, classes));
    assertThat(ErrorRate.of(typed, classes)).isEqualTo(ErrorRate.of(scores, classes));
  }

  @Property
  void errorRateIsOneLessTheAccuracy(@ForAll("scored") Scored scored) {
    assertThat(ErrorRate.of(scored.tensor(), scored.labels()))
        .isCloseTo(1 - Accuracy.of(scored.tensor(), scored.labels()), within(ROUNDING));
  }

  /** Softmax keeps the order of the scores, and ties within a row. */
  @Property
  void logitsAndTheirProbabilitiesHaveOneAccuracy(@ForAll("scored") Scored scored) {
    assertThat(Accuracy.of(scored.tensor().softmax(1), scored.labels()))
        .isEqualTo(Accuracy.of(scored.tensor(), scored.labels()));
  }

  @Provide
  Arbitrary<Scored> scored() {
    return Scored.any();
  }

  @Test
  void theFirstOfATieIsTheAnswer() {
    Tensor tie = Tensor.of(new double[][] {{1, 1}});
    assertThat(Accuracy.of(tie, IndexTensor.of(0))).isEqualTo(1);
    assertThat(Accuracy.of(tie, IndexTensor.of(1))).isZero();
  }

  /** O23: an evaluation changes no gradient and needs none. */
  @Test
  void scoresThatRequireAGradientAreTaken() {
    Tensor scores = Tensor.of(new double[][] {{1, 2}, {3, 1}}).requiresGrad_();
    assertThat(Accuracy.of(scores, IndexTensor.of(1, 1))).isEqualTo(0.5);
    assertThat(scores.hasGrad()).isFalse();
  }

  @Test
  void scoresAndClassesMustBeEquallyMany() {
    for (int[] shape : new int[][] {{2}, {3, 2}, {2, 2, 1}}) {
      assertThatThrownBy(() -> Accuracy.of(Tensor.zeros(shape), IndexTensor.of(0, 1)))
          .isInstanceOf(ShapeException.class)
          .hasMessage(
              """
              accuracy: there must be one class for each row of scores
                scores   %s
                classes  [2]
              give scores of [n, classes], and n classes\
              """
                  .formatted(Arrays.toString(shape)));
    }
    assertThatThrownBy(
            () -> ErrorRate.of(Tensor.zeros(1, 2), IndexTensor.of(new int[] {1, 1}, new int[] {0})))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            error rate: there must be one class for each row of scores
              scores   [1, 2]
              classes  [1, 1]
            give scores of [n, classes], and n classes\
            """);
  }

  @Test
  void noSampleIsRefused() {
    assertThatThrownBy(() -> Accuracy.correct(Tensor.zeros(0, 2), IndexTensor.of()))
        .isInstanceOf(ShapeException.class)
        .hasMessage("correct: there must be at least one sample\n  scores  [0, 2]");
  }

  @Test
  void aClassThatIsNotThereIsNamed() {
    for (int wrong : new int[] {-1, 2}) {
      assertThatThrownBy(() -> Accuracy.of(Tensor.zeros(2, 2), IndexTensor.of(1, wrong)))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("accuracy: there is no class " + wrong + "\n  classes  0 to 1");
    }
  }
}
