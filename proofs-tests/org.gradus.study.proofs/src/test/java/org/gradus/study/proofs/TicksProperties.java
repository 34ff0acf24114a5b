package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.gradus.study.Range;
import org.gradus.study.Scale;
import org.gradus.study.Ticks;

class TicksProperties {

  @Provide
  Arbitrary<Range> ranges() {
    return Numbers.ranges();
  }

  @Provide
  Arbitrary<Range> positiveRanges() {
    return Numbers.positiveRanges();
  }

  @Property
  void linearMarksCoverTheRange(
      @ForAll("ranges") Range range, @ForAll @IntRange(min = 3, max = 12) int most) {
    Ticks ticks = Ticks.covering(Scale.Kind.LINEAR, range, most);
    assertCovered(range, ticks);
    assertThat(ticks.marks()).hasSizeBetween(2, most);
  }

  @Property
  void logarithmicMarksCoverTheRange(
      @ForAll("positiveRanges") Range range, @ForAll @IntRange(min = 3, max = 12) int most) {
    Ticks ticks = Ticks.covering(Scale.Kind.LOGARITHMIC, range, most);
    assertCovered(range, ticks);
    assertThat(ticks.range().low()).isPositive();
    assertThat(ticks.marks()).hasSizeBetween(2, most);
  }

  @Property
  void linearMarksAreEqualStepsOfOneTwoOrFive(
      @ForAll("ranges") Range range, @ForAll @IntRange(min = 3, max = 12) int most) {
    List<BigDecimal> marks = marks(Ticks.covering(Scale.Kind.LINEAR, range, most));
    BigDecimal step = marks.get(1).subtract(marks.get(0));
    assertThat(step.stripTrailingZeros().unscaledValue().intValueExact()).isIn(1, 2, 5);
    for (int i = 0; i < marks.size(); i++) {
      assertThat(marks.get(i).remainder(step)).isZero();
      assertThat(marks.get(i)).isEqualByComparingTo(marks.get(0).add(times(step, i)));
    }
  }

  @Property
  void marksOfAFixedRangeStayInsideAndRise(
      @ForAll("positiveRanges") Range range,
      @ForAll Scale.Kind kind,
      @ForAll @IntRange(min = 3, max = 12) int most) {
    Ticks ticks = Ticks.within(kind, range, most);
    assertThat(ticks.range()).isEqualTo(range);
    assertThat(ticks.marks()).allMatch(mark -> range.contains(mark.value()));
    assertThat(marks(ticks)).isSorted().doesNotHaveDuplicates();
  }

  @Property
  void everyMarkHasALabelOfItsOwn(@ForAll("ranges") Range range) {
    assertThat(Ticks.covering(Scale.Kind.LINEAR, range, 8).marks())
        .extracting(Ticks.Tick::label)
        .doesNotHaveDuplicates();
  }

  private static void assertCovered(Range range, Ticks ticks) {
    List<Ticks.Tick> marks = ticks.marks();
    assertThat(marks.get(0).value()).isLessThanOrEqualTo(range.low());
    assertThat(marks.get(marks.size() - 1).value()).isGreaterThanOrEqualTo(range.high());
    assertThat(ticks.range())
        .isEqualTo(new Range(marks.get(0).value(), marks.get(marks.size() - 1).value()));
  }

  private static List<BigDecimal> marks(Ticks ticks) {
    return ticks.marks().stream().map(mark -> decimal(mark.value())).toList();
  }

  /** Undoes the rounding to binary of a number that has no more than 15 digits. */
  private static BigDecimal decimal(double value) {
    return new BigDecimal(value).round(new MathContext(15));
  }

  private static BigDecimal times(BigDecimal step, int count) {
    return step.multiply(BigDecimal.valueOf(count));
  }
}
