package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.gradus.learn.data.DataException;
import org.gradus.learn.data.Split;
import org.gradus.learn.data.Standardizer;
import org.gradus.tensor.IndexTensor;
import org.junit.jupiter.api.Test;

/** Parts to learn from and to be judged by, and what the one may know of the other: nothing. */
// [proof->learn~split~1]
class SplitTest {

  @Property
  void eachRowIsInExactlyOnePartAndTheSizesAreExact(
      @ForAll @IntRange(min = 2, max = 60) int n, @ForAll int wanted, @ForAll long seed) {
    int validation = Math.floorMod(wanted, n - 1) + 1;
    Split split = Split.of(n, validation, new SplittableRandom(seed));
    assertParts(split, n, validation);
  }

  @Property
  void classesKeepTheirProportionsToLessThanARow(
      @ForAll("classes") int[] classes, @ForAll int wanted, @ForAll long seed) {
    int n = classes.length;
    int validation = Math.floorMod(wanted, n - 1) + 1;
    Split split = Split.stratified(IndexTensor.of(classes), validation, new SplittableRandom(seed));
    assertParts(split, n, validation);
    for (int c = 0; c < 4; c++) {
      int its = c;
      long all = Arrays.stream(classes).filter(other -> other == its).count();
      long held =
          Arrays.stream(split.validation().toArray()).filter(i -> classes[i] == its).count();
      assertThat(Math.abs(held * n - all * validation)).isLessThan(n);
    }
  }

  @Property
  void theSameSeedSplitsTheSame(
      @ForAll("classes") int[] classes, @ForAll int wanted, @ForAll long seed) {
    int validation = Math.floorMod(wanted, classes.length - 1) + 1;
    IndexTensor labels = IndexTensor.of(classes);
    assertThat(Split.of(classes.length, validation, new SplittableRandom(seed)))
        .isEqualTo(Split.of(classes.length, validation, new SplittableRandom(seed)));
    assertThat(Split.stratified(labels, validation, new SplittableRandom(seed)))
        .isEqualTo(Split.stratified(labels, validation, new SplittableRandom(seed)));
  }

  /** Whatever the rows to be judged by hold, no digit of what was learned changes. */
  // [proof->learn~standardize~1]
  @Property
  void standardizingDoesNotSeeTheValidationRows(
      @ForAll @IntRange(min = 4, max = 20) int n,
      @ForAll long seed,
      @ForAll @DoubleRange double poison) {
    var random = new SplittableRandom(seed);
    double[][] x = new double[n][2];
    for (double[] row : x) {
      Arrays.setAll(row, j -> random.nextDouble());
    }
    Split split = Split.of(n, n / 3, random);
    List<String> names = List.of("a", "b");
    Standardizer clean = Standardizer.fit(names, x, split.training());
    for (int row : split.validation().toArray()) {
      x[row] = new double[] {poison, Double.NaN};
    }
    Standardizer poisoned = Standardizer.fit(names, x, split.training());
    assertThat(poisoned.means()).isEqualTo(clean.means());
    assertThat(poisoned.deviations()).isEqualTo(clean.deviations());
  }

  /** Two to forty rows of up to four classes, some of them rare or missing. */
  @Provide
  Arbitrary<int[]> classes() {
    return Arbitraries.of(0, 0, 0, 0, 1, 1, 2, 3).array(int[].class).ofMinSize(2).ofMaxSize(40);
  }

  private static void assertParts(Split split, int n, int validation) {
    int[] training = split.training().toArray();
    int[] held = split.validation().toArray();
    assertThat(held).hasSize(validation);
    assertThat(training).hasSize(n - validation).isSorted();
    assertThat(held).isSorted();
    assertThat(IntStream.concat(Arrays.stream(training), Arrays.stream(held)).sorted())
        .containsExactlyElementsOf(IntStream.range(0, n).boxed().toList());
  }

  @Test
  void otherSeedsSplitDifferently() {
    assertThat(Split.of(50, 10, new SplittableRandom(1)))
        .isNotEqualTo(Split.of(50, 10, new SplittableRandom(2)));
    IndexTensor classes = IndexTensor.of(new int[50]);
    assertThat(Split.stratified(classes, 10, new SplittableRandom(1)))
        .isNotEqualTo(Split.stratified(classes, 10, new SplittableRandom(2)));
  }

  /** Quotas of 1.5, 0.9 and 0.6: the two largest remainders get the rows that rounding left. */
  @Test
  void rowsLostByRoundingGoToTheLargestRemainders() {
    IndexTensor classes = IndexTensor.of(0, 0, 0, 0, 0, 1, 1, 1, 2, 2);
    Split split = Split.stratified(classes, 3, new SplittableRandom(1));
    assertThat(Arrays.stream(split.validation().toArray()).map(classes::at))
        .containsExactly(0, 1, 2);
  }

  @Test
  void aPartWithoutRowsIsRefused() {
    for (int wrong : new int[] {-1, 0, 5, 6}) {
      String message =
          "split: each part must have at least one row\n  rows        5\n  validation  " + wrong;
      assertThatThrownBy(() -> Split.of(5, wrong, new SplittableRandom(1)))
          .isInstanceOf(DataException.class)
          .hasMessage(message);
      assertThatThrownBy(
              () -> Split.stratified(IndexTensor.of(0, 0, 1, 1, 1), wrong, new SplittableRandom(1)))
          .isInstanceOf(DataException.class)
          .hasMessage(message);
    }
  }

  @Test
  void rowsToStandardizeByMustBeThere() {
    assertThatThrownBy(
            () -> Standardizer.fit(List.of("x"), new double[][] {{1}, {2}}, IndexTensor.of(0, 2)))
        .isInstanceOf(DataException.class)
        .hasMessage("standardize the columns: there is no row 2\n  rows  0 to 1");
  }
}
