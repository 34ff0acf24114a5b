package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.DataException;
import org.gradus.learn.data.Dataset;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of data sets, and what a person reads whose rows are not there. */
// [proof->learn~dataset~1]
class DatasetTest {

  private final Dataset<Tensor, IndexTensor> data = DatasetProperties.counted(4);

  @Test
  void allRowsComeInTheirOrder() {
    assertThat(data.all().y()).isEqualTo(IndexTensor.arange(4));
    assertThat(data.all().size()).isEqualTo(4);
  }

  @Test
  void aChangeOfABatchLeavesTheDataAsTheyAre() {
    data.all().x().zero_();
    assertThat(data.all().x().toArray()).containsExactly(0, 1, 2, 3);
  }

  /** What the two methods say is all there is to a data set of one's own. */
  @Test
  void aDataSetOfOnesOwnHasSubsets() {
    Dataset<String, String> own =
        new Dataset<>() {
          @Override
          public int size() {
            return 3;
          }

          @Override
          public Batch<String, String> rows(IndexTensor rows) {
            return new Batch<>("x" + rows.at(0), "y" + rows.at(0), rows.size());
          }
        };
    assertThat(own.subset(IndexTensor.of(2, 1)).rows(IndexTensor.of(1)))
        .isEqualTo(new Batch<>("x1", "y1", 1));
  }

  @Test
  void inputsAndTargetsMustBeEquallyMany() {
    refused(
        () -> Dataset.of(Tensor.zeros(3, 2), IndexTensor.of(0, 1)),
        """
        data set: there must be at least one sample, and one target a sample along the first axis
          inputs   [3, 2]
          targets  [2]""");
    refused(
        () -> Dataset.of(Tensor.zeros(0, 2), Tensor.zeros(0)),
        """
        data set: there must be at least one sample, and one target a sample along the first axis
          inputs   [0, 2]
          targets  [0]""");
    refused(
        () -> Dataset.of(Tensor.scalar(1), Tensor.zeros(1)),
        """
        data set: there must be at least one sample, and one target a sample along the first axis
          inputs   []
          targets  [1]""");
    refused(
        () -> Dataset.of(Tensor.zeros(1), Tensor.scalar(1)),
        """
        data set: there must be at least one sample, and one target a sample along the first axis
          inputs   [1]
          targets  []""");
  }

  @Test
  void rowThatIsNotThereIsNamed() {
    refused(() -> data.rows(IndexTensor.of(0, 4)), "rows: there is no row 4\n  rows  0 to 3");
    refused(() -> data.rows(IndexTensor.of(-1)), "rows: there is no row -1\n  rows  0 to 3");
    refused(() -> data.subset(IndexTensor.of(9)), "subset: there is no row 9\n  rows  0 to 3");
    Dataset<Tensor, IndexTensor> half = data.subset(IndexTensor.of(2, 3));
    refused(() -> half.rows(IndexTensor.of(2)), "rows: there is no row 2\n  rows  0 to 1");
  }

  @Test
  void rowsAreAList() {
    refused(
        () -> data.rows(IndexTensor.of()),
        "rows: the indices must be a list of at least one row\n  shape  [0]");
    refused(
        () -> data.subset(IndexTensor.of(new int[] {1, 2}, new int[] {0, 1})),
        "subset: the indices must be a list of at least one row\n  shape  [1, 2]");
  }

  private static void refused(ThrowingCallable asking, String message) {
    assertThatThrownBy(asking).isInstanceOf(DataException.class).hasMessage(message);
  }
}
