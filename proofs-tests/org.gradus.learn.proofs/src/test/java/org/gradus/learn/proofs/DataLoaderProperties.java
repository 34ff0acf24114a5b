package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.learn.data.Batch;
import org.gradus.learn.data.DataLoader;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/** Laws of data loaders: concepts O13 to O17 and O22 of the lesson. */
// [proof->learn~data-loader~1]
// [proof->lesson~O13~1]
// [proof->lesson~O22~1]
class DataLoaderProperties {

  @Property
  void anEpochHoldsEachSampleExactlyOnceBesideItsTarget(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll long seed) {
    var loader = DataLoader.of(DatasetProperties.counted(n), size, new SplittableRandom(seed));
    for (int epoch = 0; epoch < 3; epoch++) {
      List<Integer> seen = seen(loader.epoch());
      Collections.sort(seen);
      assertThat(seen).isEqualTo(IntStream.range(0, n).boxed().toList());
    }
  }

  @Property
  void onlyTheLastBatchIsShort(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll long seed) {
    var loader = DataLoader.of(DatasetProperties.counted(n), size, new SplittableRandom(seed));
    List<Integer> expected = new ArrayList<>(Collections.nCopies(n / size, size));
    if (n % size > 0) {
      expected.add(n % size);
    }
    assertThat(sizes(loader)).isEqualTo(expected);
    assertThat(loader.batchCount()).isEqualTo(expected.size());
    assertThat(loader.batchSize()).isEqualTo(Math.min(n, size));
    assertThat(sizes(DataLoader.inOrder(loader.dataset(), size))).isEqualTo(expected);
  }

  @Property
  void fullBatchesOnlyAreAllOfOneSize(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll long seed) {
    var loader =
        DataLoader.of(DatasetProperties.counted(n), size, new SplittableRandom(seed))
            .withFullBatchesOnly();
    int full = Math.min(n, size);
    assertThat(sizes(loader)).isEqualTo(Collections.nCopies(n / full, full));
    assertThat(loader.batchCount()).isEqualTo(n / full);
    assertThat(seen(loader.epoch())).doesNotHaveDuplicates();
  }

  @Property
  void theSameSeedDrawsTheSameEpochs(
      @ForAll @IntRange(min = 1, max = 40) int n,
      @ForAll @IntRange(min = 1, max = 60) int size,
      @ForAll long seed) {
    var data = DatasetProperties.counted(n);
    var one = DataLoader.of(data, size, new SplittableRandom(seed));
    var two = DataLoader.of(data, size, new SplittableRandom(seed));
    for (int epoch = 0; epoch < 3; epoch++) {
      assertThat(seen(one.epoch())).isEqualTo(seen(two.epoch()));
    }
  }

  @Property
  void inOrderIsTheOrderOfTheData(
      @ForAll @IntRange(min = 1, max = 40) int n, @ForAll @IntRange(min = 1, max = 60) int size) {
    var loader = DataLoader.inOrder(DatasetProperties.counted(n), size);
    for (int epoch = 0; epoch < 2; epoch++) {
      assertThat(seen(loader.epoch())).isEqualTo(IntStream.range(0, n).boxed().toList());
    }
  }

  private static List<Integer> sizes(DataLoader<Tensor, IndexTensor> loader) {
    List<Integer> sizes = new ArrayList<>();
    for (Batch<Tensor, IndexTensor> batch : loader.epoch()) {
      assertThat(batch.x().size(0)).isEqualTo(batch.size());
      sizes.add(batch.size());
    }
    return sizes;
  }

  private static List<Integer> seen(Iterable<Batch<Tensor, IndexTensor>> epoch) {
    List<Integer> seen = new ArrayList<>();
    for (Batch<Tensor, IndexTensor> batch : epoch) {
      for (int k = 0; k < batch.size(); k++) {
        assertThat(batch.x().at(k, 0)).isEqualTo(batch.y().at(k));
        seen.add(batch.y().at(k));
      }
    }
    return seen;
  }
}
