package org.gradus.study;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis: round numbers with their writing, and the range they divide.
 *
 * <pre>
 *   linear        i·s              s: 1, 2 or 5 times a power of ten, i: whole
 *   logarithmic   m·10^i           m: 1, 2, 5, or 1 alone, or every s-th decade
 * </pre>
 *
 * <p>Decimal arithmetic keeps the marks exact: 0.3 is the number written 0.3.
 *
 * @param range what the axis shows
 * @param marks the marks inside the range, rising
 */
public record Ticks(Range range, List<Tick> marks) {

  /**
   * One mark.
   *
   * @param value the number
   * @param label its writing
   */
  public record Tick(double value, String label) {}

  /** Copies the marks. */
  public Ticks {
    marks = List.copyOf(marks);
  }

  /**
   * Divides a range that stays as it is.
   *
   * @param most the largest number of marks, at least 3
   * @throws IllegalArgumentException if {@code most} is below 3, or the kind is logarithmic and the
   *     range not positive
   */
  public static Ticks within(Scale.Kind kind, Range range, int most) {
    Grid grid = Grid.of(kind, range, most);
    return new Ticks(range, grid.marks(range));
  }

  /**
   * Divides a range after widening it to the nearest marks, so that it starts and ends with one. A
   * bound whose nearest mark is no {@code double}, too large or too near zero, stays as it is.
   *
   * @param most the largest number of marks, at least 3
   * @throws IllegalArgumentException if {@code most} is below 3, or the kind is logarithmic and the
   *     range not positive
   */
  public static Ticks covering(Scale.Kind kind, Range range, int most) {
    Grid grid = Grid.of(kind, range, most);
    Range wide = grid.widened(range);
    return new Ticks(wide, grid.marks(wide));
  }

  /** A rising, endless row of round numbers. */
  private sealed interface Grid permits Linear, Decades {

    /** The index of the last round number that is not above {@code value}. */
    BigInteger floor(BigDecimal value);

    BigDecimal at(BigInteger index);

    String label(BigDecimal value, Range range);

    static Grid of(Scale.Kind kind, Range range, int most) {
      if (most < 3) {
        throw new IllegalArgumentException(
            "ticks: an axis needs room for three marks\n  most : %d\nallow 3 or more"
                .formatted(most));
      }
      if (kind == Scale.Kind.LINEAR) {
        return Linear.of(range, most);
      }
      if (range.low() <= 0) {
        throw new IllegalArgumentException(
            """
            ticks: a logarithmic axis shows positive numbers alone
              low  : %s
              high : %s
            start the range above zero, or use a linear axis"""
                .formatted(range.low(), range.high()));
      }
      Decades decades = Decades.of(range, most);
      boolean tooFew = decades.marks(range).size() < 3;
      Linear linear = Linear.of(range, most);
      boolean positive = linear.floor(Numerals.decimal(range.low())).signum() > 0;
      return tooFew && positive ? linear : decades;
    }

    /** The index of the first round number that is not below {@code value}. */
    default BigInteger ceiling(BigDecimal value) {
      BigInteger floor = floor(value);
      return at(floor).compareTo(value) == 0 ? floor : floor.add(BigInteger.ONE);
    }

    /** How many round numbers it takes to start at or below a range and end at or above it. */
    default BigInteger count(Range range) {
      return ceiling(Numerals.decimal(range.high()))
          .subtract(floor(Numerals.decimal(range.low())))
          .add(BigInteger.ONE);
    }

    default Range widened(Range range) {
      BigDecimal low = at(floor(Numerals.decimal(range.low())));
      BigDecimal high = at(ceiling(Numerals.decimal(range.high())));
      return new Range(
          isDouble(low) ? low.doubleValue() : range.low(),
          isDouble(high) ? high.doubleValue() : range.high());
    }

    private static boolean isDouble(BigDecimal value) {
      double near = value.doubleValue();
      return Double.isFinite(near) && (near != 0 || value.signum() == 0);
    }

    default List<Tick> marks(Range range) {
      List<Tick> marks = new ArrayList<>();
      BigInteger last = floor(Numerals.decimal(range.high()));
      BigInteger index = ceiling(Numerals.decimal(range.low()));
      for (; index.compareTo(last) <= 0; index = index.add(BigInteger.ONE)) {
        BigDecimal value = at(index);
        marks.add(new Tick(value.doubleValue(), label(value, range)));
      }
      return marks;
    }
  }

  /** Multiples of one step. */
  private record Linear(BigDecimal step) implements Grid {

    static Linear of(Range range, int most) {
      BigDecimal low = Numerals.decimal(range.low());
      BigDecimal span = Numerals.decimal(range.high()).subtract(low);
      int exponent = span.precision() - span.scale() - 1;
      // The span is below 10^(exponent+1): a fine step to start from, grown until the marks fit.
      int decade = exponent - Integer.toString(most).length() - 1;
      for (; ; decade++) {
        for (int digit : new int[] {1, 2, 5}) {
          Linear grid = new Linear(BigDecimal.valueOf(digit).scaleByPowerOfTen(decade));
          if (grid.count(range).compareTo(BigInteger.valueOf(most)) <= 0) {
            return grid;
          }
        }
      }
    }

    @Override
    public BigInteger floor(BigDecimal value) {
      return value.divide(step, 0, RoundingMode.FLOOR).toBigInteger();
    }

    @Override
    public BigDecimal at(BigInteger index) {
      return step.multiply(new BigDecimal(index));
    }

    @Override
    public String label(BigDecimal value, Range range) {
      double largest = Math.max(Math.abs(range.low()), Math.abs(range.high()));
      return Numerals.aligned(value, step, Numerals.decimal(largest));
    }
  }

  /**
   * Powers of ten, or every {@code stride}-th of them, with {@code digits} as their factors.
   *
   * @param stride whole decades from mark to mark
   * @param digits rising, the first of them 1
   */
  private record Decades(int stride, List<Integer> digits) implements Grid {

    static Decades of(Range range, int most) {
      Decades dense = new Decades(1, List.of(1, 2, 5));
      if (dense.count(range).intValueExact() <= most) {
        return dense;
      }
      for (int power = 1; ; power *= 10) {
        for (int digit : new int[] {1, 2, 5}) {
          Decades grid = new Decades(digit * power, List.of(1));
          if (grid.count(range).intValueExact() <= most) {
            return grid;
          }
        }
      }
    }

    @Override
    public BigInteger floor(BigDecimal value) {
      int decade = Math.floorDiv(value.precision() - value.scale() - 1, stride);
      int last = 0;
      BigDecimal power = BigDecimal.ONE.scaleByPowerOfTen(decade * stride);
      while (last + 1 < digits.size() && power(power, last + 1).compareTo(value) <= 0) {
        last++;
      }
      return BigInteger.valueOf((long) decade * digits.size() + last);
    }

    private BigDecimal power(BigDecimal power, int digit) {
      return power.multiply(BigDecimal.valueOf(digits.get(digit)));
    }

    @Override
    public BigDecimal at(BigInteger index) {
      int i = index.intValueExact();
      int decade = Math.floorDiv(i, digits.size()) * stride;
      return power(BigDecimal.ONE.scaleByPowerOfTen(decade), Math.floorMod(i, digits.size()));
    }

    @Override
    public String label(BigDecimal value, Range range) {
      return Numerals.decade(value, Numerals.decimal(range.low()), Numerals.decimal(range.high()));
    }
  }
}
