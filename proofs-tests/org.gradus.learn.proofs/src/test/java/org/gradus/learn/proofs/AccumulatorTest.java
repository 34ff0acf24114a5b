package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gradus.learn.metric.Accumulator;
import org.junit.jupiter.api.Test;

/** Sums side by side: concept N18 of the lesson. */
// [proof->learn~accumulator~1]
// [proof->lesson~N18~1]
class AccumulatorTest {

  /** The order is part of the contract: equal to the last bit. */
  @Property
  void eachSumIsThatOfItsValuesInTheirOrder(
      @ForAll @Size(max = 20) double[] values, @ForAll @IntRange(min = 1, max = 5) int n) {
    Accumulator sums = Accumulator.of(n);
    double[] expected = new double[n];
    for (double value : values) {
      double[] row = new double[n];
      for (int i = 0; i < n; i++) {
        row[i] = value / (i + 1);
        expected[i] += row[i];
      }
      sums.add(row);
    }
    for (int i = 0; i < n; i++) {
      assertThat(sums.at(i)).isEqualTo(expected[i]);
    }
  }

  @Test
  void aResetBeginsAgainFromZeros() {
    Accumulator sums = Accumulator.of(2);
    sums.add(1, 2);
    sums.reset();
    assertThat(sums).hasToString("Accumulator[0.0, 0.0]");
    sums.add(3, 4);
    assertThat(sums).hasToString("Accumulator[3.0, 4.0]");
  }

  @Test
  void aValueForEachSumIsAskedFor() {
    Accumulator sums = Accumulator.of(2);
    assertThatThrownBy(() -> sums.add(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("add: there must be one value a sum\n  sums    2\n  values  1");
    assertThat(sums.at(0)).isZero();
    assertThatThrownBy(() -> sums.at(2)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> Accumulator.of(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("accumulator: there must be at least one sum\n  given  0");
  }
}
