package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.learn.GradientDescent;
import org.gradus.learn.TrainingLog;
import org.gradus.tensor.Scalar;
import org.junit.jupiter.api.Test;

/** Examples of the training log: concept O12 of the lesson. */
// [proof->learn~training-log~1]
class TrainingLogTest {

  @Test
  void itHoldsTheLossAndTheParametersBeforeEachStep() {
    var log = new TrainingLog();
    new GradientDescent(0.25).minimize(Scalar.of(8), 3, Scalar::square, log);
    assertThat(log.steps()).containsExactly(0, 1, 2);
    assertThat(log.losses()).containsExactly(64, 16, 4);
    assertThat(log.entries()).extracting(entry -> entry.w()[0]).containsExactly(8.0, 4.0, 2.0);
  }

  @Test
  void whatWasWrittenDownStays() {
    var log = new TrainingLog();
    double[] parameters = {1, 2};
    TrainingLog.Entry entry = log.add(0, 5, parameters);
    parameters[0] = 9;
    entry.w()[1] = 9;
    assertThat(log.entries()).containsExactly(entry);
    assertThat(entry.w()).containsExactly(1, 2);
    log.add(1, 4, parameters);
    assertThat(log.entries()).hasSize(2);
  }
}
