package org.gradus.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/** The range of the numbers that series bring to one axis. */
final class Extent {

  private static final Range UNIT = new Range(0, 1);
  private static final Range DECADE = new Range(1, 10);

  private Extent() {}

  static Range ofX(Chart chart) {
    return of(chart.x(), chart.series(), Extent::alongX);
  }

  static Range ofY(Chart chart) {
    return of(chart.y(), chart.series(), Extent::alongY);
  }

  private interface Coordinates {
    DoubleStream of(Series series);
  }

  private static Range of(Scale scale, List<Series> series, Coordinates coordinates) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Series one : series) {
      double[] values = coordinates.of(one).toArray();
      if (scale.kind() == Scale.Kind.LOGARITHMIC) {
        checkPositive(scale, one, values);
      }
      for (double value : values) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    if (scale.range().isPresent()) {
      return scale.range().get();
    }
    if (low > high) {
      return scale.kind() == Scale.Kind.LINEAR ? UNIT : DECADE;
    }
    return Range.around(scale.kind(), low, high);
  }

  private static void checkPositive(Scale scale, Series series, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i]) && values[i] <= 0) {
        throw new IllegalArgumentException(
            """
            chart: a logarithmic axis shows positive numbers alone
              axis   : %s
              series : %s
              number : %s, %d of %d
            use Scale.linear, or leave out what is not positive"""
                .formatted(scale.label(), series.name(), values[i], i + 1, values.length));
      }
    }
  }

  private static DoubleStream alongX(Series series) {
    if (series instanceof Curve curve) {
      return curve.points().stream().mapToDouble(p -> p.isFinite() ? p.x() : Double.NaN);
    } else if (series instanceof Contour contour) {
      return Arrays.stream(new double[] {contour.x().low(), contour.x().high()});
    }
    return along(series, Marker.Direction.VERTICAL);
  }

  private static DoubleStream alongY(Series series) {
    if (series instanceof Curve curve) {
      return curve.points().stream().mapToDouble(p -> p.isFinite() ? p.y() : Double.NaN);
    } else if (series instanceof Contour contour) {
      return Arrays.stream(new double[] {contour.y().low(), contour.y().high()});
    }
    return along(series, Marker.Direction.HORIZONTAL);
  }

  private static DoubleStream along(Series series, Marker.Direction crossing) {
    return series instanceof Marker marker && marker.direction() == crossing
        ? DoubleStream.of(marker.at())
        : DoubleStream.empty();
  }
}
