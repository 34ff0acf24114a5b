package org.gradus.check.jqwik.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.Shape;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Shapes take every length, shrink together, say where they were cut, and come again. */
// [proof->check~shapes~1]
class ShapeTest {

  static class Seen {
    static final Set<List<Integer>> SHAPES =
        new TreeSet<>((a, b) -> a.toString().compareTo(b.toString()));
    static final List<String> VALUES = new ArrayList<>();

    @Property(seed = "7", tries = 1000)
    void shapes(@ForAll @Shape("n,m") double[][] x, @ForAll @Shape("m") double[] y) {
      SHAPES.add(List.of(x.length, y.length));
      VALUES.add(Arrays.deepToString(x) + Arrays.toString(y));
    }
  }

  @Test
  void everyPairOfLengthsOccursAndTheSameSeedDrawsTheSame() {
    Seen.SHAPES.clear();
    Seen.VALUES.clear();
    assertThat(Contracts.run(Seen.class).failed()).isEmpty();
    List<String> first = List.copyOf(Seen.VALUES);
    assertThat(Seen.SHAPES).hasSize(25);
    assertThat(first).hasSize(1000).doesNotHaveDuplicates();
    Seen.VALUES.clear();
    Contracts.run(Seen.class);
    assertThat(Seen.VALUES).isEqualTo(first);
  }

  static class Large {
    static final List<Boolean> FITS = new ArrayList<>();

    @Property(seed = "7")
    void rows(
        @ForAll @Shape("n,m") double[][] x,
        @ForAll @Shape("m,k") double[][] w,
        @ForAll @Shape("n") double[] y) {
      FITS.add(x[0].length == w.length && x.length == y.length);
      if (x.length >= 2 && w.length >= 3) {
        throw new AssertionError(
            Arrays.deepToString(x) + " " + Arrays.deepToString(w) + " " + Arrays.toString(y));
      }
    }
  }

  @Test
  void shapesShrinkTogetherAndElementsToOne() {
    Large.FITS.clear();
    Contracts large = Contracts.run(Large.class);
    assertThat(large.failed())
        .containsEntry(
            "rows", "[[1.0, 1.0, 1.0], [1.0, 1.0, 1.0]] [[1.0], [1.0], [1.0]] [1.0, 1.0]");
    assertThat(Large.FITS).hasSizeGreaterThan(10).doesNotContain(false);
  }

  /** jqwik reports what it drew, with lengths of its own for each parameter. */
  @Test
  void aSampleThatWasCutSaysToWhichLengths() {
    String[] samples = Contracts.run(Large.class).reported().split("Original Sample");
    assertThat(samples).hasSize(2);
    assertThat(samples[0]).doesNotContain("cut to");
    assertThat(samples[1]).contains("#1 cut to k = 2, m = 3, n = 2");
  }

  static class Elements {
    @Property(seed = "7")
    void element(
        @ForAll @Shape("n") double[] x,
        @ForAll @Shape("n") @DoubleRange(min = 2, max = 4) double[] y,
        @ForAll @Shape("n") @DoubleRange(min = -3, max = 0.5) Tensor z) {
      if (x[0] > 1.5) {
        throw new AssertionError(
            Arrays.toString(x) + Arrays.toString(y) + Arrays.toString(z.toArray()));
      }
    }
  }

  @Test
  void elementsShrinkToPlainNumbersInsideTheirRange() {
    assertThat(Contracts.run(Elements.class).failed())
        .containsEntry("element", "[1.500001][3.0][-1.0]");
  }

  static class Misused {
    @Property
    void type(@ForAll @Shape("n") int[] x) {}

    @Property
    void axis(@ForAll @Shape("n,") double[][] x) {}

    @Property
    void rank(@ForAll @Shape("n,m") double[] x) {}

    @Property
    void range(@ForAll @Shape(value = "n", least = 3, most = 2) double[] x) {}

    @Property
    void ranges(@ForAll @Shape("n") double[] x, @ForAll @Shape(value = "n", most = 9) Tensor y) {}
  }

  @Test
  void aMisuseIsSaid() {
    assertThat(Contracts.run(Misused.class).failed())
        .containsEntry(
            "type",
            "@Shape(\"n\") int[]: the parameter must be a double[], a double[][] or a Tensor\n"
                + "  given  [I")
        .containsEntry(
            "axis", "@Shape(\"n,\") double[][]: an axis must be a name or a length\n  given  \"\"")
        .containsEntry(
            "rank",
            "@Shape(\"n,m\") double[]: there must be as many axes as the type has\n"
                + "  type   1\n  given  2")
        .containsEntry(
            "range",
            "@Shape(\"n\") double[]: least and most must be lengths, in this order\n"
                + "  given  least = 3, most = 2")
        .containsEntry(
            "ranges",
            "@Shape: n must have the same range wherever it stands\n"
                + "  first  1 to 5\n  then   1 to 9")
        .hasSize(5);
  }
}
