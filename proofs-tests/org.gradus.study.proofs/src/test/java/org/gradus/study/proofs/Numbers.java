package org.gradus.study.proofs;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.gradus.study.Curve;
import org.gradus.study.Point;
import org.gradus.study.Range;

/** Generators of numbers of any size, plain ones first. */
final class Numbers {

  private Numbers() {}

  /** Numbers from 1e-290 to 1e290 in size, of either sign, and zero. */
  static Arbitrary<Double> any() {
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(-100, 100),
        Arbitraries.just(0.0),
        Combinators.combine(
                Arbitraries.doubles().between(-10, 10), Arbitraries.integers().between(-290, 288))
            .as((mantissa, exponent) -> mantissa * Math.pow(10, exponent)));
  }

  static Arbitrary<Double> positive() {
    return any().map(Math::abs).map(size -> Math.max(size, 1e-290));
  }

  /** Ranges with bounds of any size, the upper one above the lower by a tenth of it or more. */
  static Arbitrary<Range> ranges() {
    return Combinators.combine(any(), positive())
        .as((low, span) -> new Range(low, low + Math.max(span, Math.abs(low) / 10)));
  }

  /**
   * Positive ranges from 1e-100 to 1e190, over a tenth of an octave to ninety decades, so that the
   * marks around them are numbers, too.
   */
  static Arbitrary<Range> positiveRanges() {
    return Combinators.combine(
            positive().map(low -> Math.max(1e-100, Math.min(low, 1e100))),
            Arbitraries.doubles().between(0.1, 300))
        .as((low, octaves) -> new Range(low, low * Math.pow(2, octaves)));
  }

  static Arbitrary<List<Point>> points(Arbitrary<Double> coordinates) {
    return Combinators.combine(coordinates, coordinates)
        .as(Point::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(20);
  }

  static Curve curve(List<Point> points, Curve.Style style) {
    double[] x = points.stream().mapToDouble(Point::x).toArray();
    double[] y = points.stream().mapToDouble(Point::y).toArray();
    return Curve.of("data", style, x, y);
  }
}
