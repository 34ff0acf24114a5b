package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.DataLoader;
import org.gradus.learn.data.Dataset;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of data loaders. */
// [proof->learn~data-loader~1]
class DataLoaderTest {

  private final Dataset<Tensor, IndexTensor> data = DatasetProperties.counted(50);

  @Test
  void eachEpochHasAnOrderOfItsOwn() {
    var loader = DataLoader.of(data, 10, new SplittableRandom(1));
    assertThat(classes(loader.epoch())).isNotEqualTo(classes(loader.epoch()));
  }

  @Test
  void anEpochThatIsIteratedTwiceIsTheSame() {
    var epoch = DataLoader.of(data, 10, new SplittableRandom(1)).epoch();
    assertThat(classes(epoch)).isEqualTo(classes(epoch));
  }

  /** So that an epoch may be skipped without a pass over the data. */
  @Test
  void theOrderIsDrawnWhenAnEpochBegins() {
    var loader = DataLoader.of(data, 10, new SplittableRandom(1));
    var first = loader.epoch();
    var second = loader.epoch();
    var again = DataLoader.of(data, 10, new SplittableRandom(1));
    List<IndexTensor> one = classes(again.epoch());
    List<IndexTensor> two = classes(again.epoch());
    assertThat(classes(second)).isEqualTo(two);
    assertThat(classes(first)).isEqualTo(one);
  }

  @Test
  void aBatchOfMoreThanAllSamplesIsABatchOfAll() {
    var loader = DataLoader.of(data, 64, new SplittableRandom(1)).withFullBatchesOnly();
    assertThat(loader.batchSize()).isEqualTo(50);
    assertThat(classes(loader.epoch())).containsExactly(IndexTensor.arange(50));
    assertThat(loader.dataset()).isSameAs(data);
  }

  @Test
  void aBatchOfNoSampleIsRefused() {
    String message =
        """
        data loader: a batch must have at least one row
          given  0
        give 1 for single samples, 50 for all rows at once\
        """;
    assertThatThrownBy(() -> DataLoader.of(data, 0, new SplittableRandom(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
    assertThatThrownBy(() -> DataLoader.inOrder(data, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static List<IndexTensor> classes(Iterable<Batch<Tensor, IndexTensor>> epoch) {
    List<IndexTensor> classes = new ArrayList<>();
    epoch.forEach(batch -> classes.add(batch.y()));
    return classes;
  }
}
