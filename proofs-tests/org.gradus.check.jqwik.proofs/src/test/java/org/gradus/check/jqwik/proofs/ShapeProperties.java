package org.gradus.check.jqwik.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.Shape;
import org.gradus.tensor.Tensor;

/** Arrays and tensors have the shapes that are asked for, and fit each other. */
// [proof->check~shapes~1]
class ShapeProperties {

  @Property
  void arraysOfOneNameHaveOneLength(
      @ForAll @Shape("n,m") double[][] x,
      @ForAll @Shape("m, k") double[][] w,
      @ForAll @Shape("k") double[] b,
      @ForAll @Shape("n,k") double[][] y) {
    assertThat(x.length).isEqualTo(y.length);
    assertThat(List.of(x)).allMatch(row -> row.length == w.length);
    assertThat(List.of(w)).allMatch(row -> row.length == b.length);
    assertThat(List.of(y)).allMatch(row -> row.length == b.length);
    assertThat(b.length).isBetween(1, 5);
  }

  @Property
  void tensorsFitEachOtherAndArrays(
      @ForAll @Shape("batch,n,m") Tensor x,
      @ForAll @Shape("m,2") Tensor w,
      @ForAll @Shape("batch") double[] labels) {
    assertThat(x.matmul(w).shape()).isEqualTo(new int[] {labels.length, x.shape()[1], 2});
  }

  @Property
  void parametersAlikeInEverythingFit(
      @ForAll @Shape("n") double[] x, @ForAll @Shape("n") double[] y, @ForAll int between) {
    assertThat(x).hasSameSizeAs(y).as("between: %s", between);
  }

  @Property
  void aNameTwiceIsASquare(@ForAll @Shape("n,n") double[][] x) {
    assertThat(List.of(x)).allMatch(row -> row.length == x.length);
  }

  @Property
  void aNumberIsALength(
      @ForAll @Shape("12") double[] x,
      @ForAll @Shape("2,3") double[][] y,
      @ForAll @Shape("") Tensor z) {
    assertThat(x).hasSize(12);
    assertThat(y).hasDimensions(2, 3);
    assertThat(z.shape()).isEmpty();
  }

  @Property
  void lengthsKeepTheirRange(
      @ForAll @Shape(value = "n", least = 3, most = 4) double[] x,
      @ForAll @Shape(value = "n,m", least = 3, most = 4) double[][] y) {
    assertThat(x.length).isBetween(3, 4);
    assertThat(y.length).isEqualTo(x.length);
    assertThat(List.of(y)).allMatch(row -> row.length == 3 || row.length == 4);
  }

  @Property
  void lengthsMayBeZero(
      @ForAll @Shape(value = "n,m", least = 0, most = 2) double[][] x,
      @ForAll @Shape(value = "m", least = 0, most = 2) double[] y) {
    assertThat(List.of(x)).allMatch(row -> row.length == y.length);
  }

  @Property
  void elementsKeepTheirRange(
      @ForAll @Shape("9") double[] x,
      @ForAll @Shape("9") @DoubleRange(min = 3, max = 3.5) double[] y,
      @ForAll @Shape("9") @DoubleRange(min = -1, max = 0, maxIncluded = false) Tensor z) {
    assertThat(Arrays.stream(x)).allMatch(value -> value >= -2 && value <= 2);
    assertThat(Arrays.stream(y)).allMatch(value -> value >= 3 && value <= 3.5);
    assertThat(Arrays.stream(z.toArray())).allMatch(value -> value >= -1 && value < 0);
  }
}
