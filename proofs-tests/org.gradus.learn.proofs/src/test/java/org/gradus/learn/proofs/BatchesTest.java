package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import org.gradus.learn.Batches;
import org.gradus.tensor.IndexTensor;
import org.junit.jupiter.api.Test;

/** Examples of batches: concepts O15, O17 and O22 of the lesson. */
// [proof->learn~batches~1]
class BatchesTest {

  // region last-batch-short
  @Test
  void theLastBatchMayBeShort() {
    Batches batches = Batches.of(10, 4, new SplittableRandom(1));
    assertThat(batches.epoch()).extracting(IndexTensor::size).containsExactly(4, 4, 2);
  }

  // endregion

  @Test
  void oneRowIsABatch() {
    assertThat(Batches.of(1, 1, new SplittableRandom(1)).epoch())
        .containsExactly(IndexTensor.of(0));
  }

  @Test
  void aBatchOfAllRowsKeepsTheirOrderAndAsksNoGenerator() {
    Batches batches =
        Batches.of(
            4,
            4,
            () -> {
              throw new AssertionError("asked for a random number");
            });
    assertThat(batches.epoch()).containsExactly(IndexTensor.of(0, 1, 2, 3));
  }

  @Test
  void eachEpochHasAnOrderOfItsOwn() {
    Batches batches = Batches.of(50, 50 - 1, new SplittableRandom(1));
    List<IndexTensor> first = batches.epoch();
    assertThat(batches.epoch()).isNotEqualTo(first);
  }

  @Test
  void noRowIsRefused() {
    assertThatThrownBy(() -> Batches.of(0, 1, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batches: there must be at least one row\n  given  0");
  }

  @Test
  void aBatchOfNoRowIsRefused() {
    assertThatThrownBy(() -> Batches.of(5, 0, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            batches: a batch must have at least one row and at most all
              rows   5
              batch  0
            give 5 for batch gradient descent""");
  }

  @Test
  void aBatchOfMoreThanAllRowsIsRefused() {
    assertThatThrownBy(() -> Batches.of(5, 6, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            batches: a batch must have at least one row and at most all
              rows   5
              batch  6
            give 5 for batch gradient descent""");
  }
}
