package org.gradus.study;

import java.util.Optional;

/**
 * How one axis turns numbers into places: linear or logarithmic, labeled, its range free or fixed.
 *
 * @param kind linear or logarithmic
 * @param label what the axis counts; may be empty
 * @param unit the unit of the numbers; empty where there is none
 * @param range the fixed range; empty where the range follows the data
 */
public record Scale(Kind kind, String label, String unit, Optional<Range> range) {

  /** The two ways of turning numbers into places. */
  public enum Kind {
    /** Equal differences take equal lengths. */
    LINEAR,
    /** Equal quotients take equal lengths; positive numbers alone have a place. */
    LOGARITHMIC
  }

  /**
   * Checks that a logarithmic range is positive.
   *
   * @throws IllegalArgumentException if the kind is logarithmic and the range reaches zero or below
   */
  public Scale {
    if (kind == Kind.LOGARITHMIC && range.isPresent() && range.get().low() <= 0) {
      throw new IllegalArgumentException(
          """
          scale: a logarithmic axis shows positive numbers alone
            axis : %s
            low  : %s
            high : %s
          start the range above zero, or use Scale.linear"""
              .formatted(label, range.get().low(), range.get().high()));
    }
  }

  /** Returns a linear scale without a unit, its range free. */
  public static Scale linear(String label) {
    return new Scale(Kind.LINEAR, label, "", Optional.empty());
  }

  /** Returns a logarithmic scale without a unit, its range free. */
  public static Scale log(String label) {
    return new Scale(Kind.LOGARITHMIC, label, "", Optional.empty());
  }

  /** Returns this scale with a unit. */
  public Scale withUnit(String newUnit) {
    return new Scale(kind, label, newUnit, range);
  }

  /**
   * Returns this scale with a fixed range, as the frames of an animation need it.
   *
   * @throws IllegalArgumentException if the bounds make no range, or no positive one where the
   *     scale is logarithmic
   */
  public Scale withRange(double low, double high) {
    return new Scale(kind, label, unit, Optional.of(new Range(low, high)));
  }

  /** Returns label and unit as the axis shows them: {@code temperature (°C)}. */
  public String title() {
    return unit.isEmpty() ? label : (label + " (" + unit + ")").strip();
  }
}
