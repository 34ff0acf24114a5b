package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.study.Range;
import org.gradus.study.Scale;
import org.gradus.study.Ticks;
import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void linearLabelsHaveTheSameNumberOfDecimals() {
    assertThat(labels(Scale.Kind.LINEAR, -0.3, 0.5))
        .containsExactly("−0.4", "−0.2", "0.0", "0.2", "0.4", "0.6");
  }

  @Test
  void thousandsAreGrouped() {
    assertThat(labels(Scale.Kind.LINEAR, 0, 100_000))
        .containsExactly("0", "20,000", "40,000", "60,000", "80,000", "100,000");
  }

  @Test
  void hugeNumbersAreWrittenAsPowers() {
    assertThat(labels(Scale.Kind.LINEAR, -1e300, 1e300))
        .containsExactly("−1e300", "−5e299", "0", "5e299", "1e300");
  }

  @Test
  void aMarkIsTheDecimalItsLabelSays() {
    assertThat(labels(Scale.Kind.LINEAR, 2.01e22, 2.09e22))
        .containsExactly("2e22", "2.02e22", "2.04e22", "2.06e22", "2.08e22", "2.1e22");
  }

  @Test
  void theWholeOfDoubleHasMarks() {
    Range all = new Range(-Double.MAX_VALUE, Double.MAX_VALUE);
    Ticks ticks = Ticks.covering(Scale.Kind.LINEAR, all, 6);
    assertThat(ticks.range()).isEqualTo(all);
    assertThat(ticks.marks()).extracting(Ticks.Tick::label).containsExactly("−1e308", "0", "1e308");
  }

  @Test
  void aFewDecadesAreDividedByTwoAndFive() {
    assertThat(labels(Scale.Kind.LOGARITHMIC, 0.3, 8))
        .containsExactly("0.2", "0.5", "1", "2", "5", "10");
  }

  @Test
  void manyDecadesAreCountedInStrides() {
    assertThat(labels(Scale.Kind.LOGARITHMIC, 1e-9, 1e12))
        .containsExactly("1e−10", "1e−5", "1", "1e5", "1e10", "1e15");
  }

  @Test
  void aSmallPartOfADecadeIsDividedEvenly() {
    assertThat(labels(Scale.Kind.LOGARITHMIC, 0.083, 0.092))
        .containsExactly("0.082", "0.084", "0.086", "0.088", "0.090", "0.092");
  }

  @Test
  void theLeastAndTheGreatestNumberShareALogarithmicAxis() {
    Range all = new Range(Double.MIN_VALUE, Double.MAX_VALUE);
    assertThat(Ticks.covering(Scale.Kind.LOGARITHMIC, all, 6).range()).isEqualTo(all);
  }

  private static Iterable<String> labels(Scale.Kind kind, double low, double high) {
    return Ticks.covering(kind, new Range(low, high), 6).marks().stream()
        .map(Ticks.Tick::label)
        .toList();
  }
}
