package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/**
 * What a chart says, without how it looks: a title, two axes and the series between them.
 *
 * <p>An axis without a fixed range follows the data, widened to round numbers; without any finite
 * number it runs from 0 to 1, or from 1 to 10 where it is logarithmic.
 *
 * <pre>
 *   Chart.of("Loss").withX(Scale.linear("step")).withY(Scale.log("mean squared error"))
 *       .withLine("training", steps, losses)
 *       .withMarker(Marker.horizontal("closed form", best))
 * </pre>
 *
 * @param title the heading; may be empty
 * @param x the axis from left to right
 * @param y the axis from bottom to top
 * @param series what to show, the first lowest
 * @param width the width in pixels, at least 200
 * @param height the height in pixels, at least 150
 */
public record Chart(String title, Scale x, Scale y, List<Series> series, int width, int height) {

  private static final int LEAST_WIDTH = 200;
  private static final int LEAST_HEIGHT = 150;

  /**
   * Copies the series.
   *
   * @throws IllegalArgumentException if the picture is smaller than 200 × 150 pixels
   */
  public Chart {
    series = List.copyOf(series);
    if (width < LEAST_WIDTH || height < LEAST_HEIGHT) {
      throw new IllegalArgumentException(
          """
          chart: axes and labels need at least 200 by 150 pixels
            chart  : %s
            width  : %d
            height : %d
          make the picture larger"""
              .formatted(title, width, height));
    }
  }

  /**
   * Returns a chart of 720 × 450 pixels, its axes linear and without labels, still without data.
   */
  public static Chart of(String title) {
    return new Chart(title, Scale.linear(""), Scale.linear(""), List.of(), 720, 450);
  }

  /** Returns this chart with another axis from left to right. */
  public Chart withX(Scale scale) {
    return new Chart(title, scale, y, series, width, height);
  }

  /** Returns this chart with another axis from bottom to top. */
  public Chart withY(Scale scale) {
    return new Chart(title, x, scale, series, width, height);
  }

  /**
   * Returns this chart in another size.
   *
   * @throws IllegalArgumentException if the picture is smaller than 200 × 150 pixels
   */
  public Chart withSize(int newWidth, int newHeight) {
    return new Chart(title, x, y, series, newWidth, newHeight);
  }

  /** Returns this chart with one more series on top. */
  public Chart with(Series added) {
    List<Series> all = new ArrayList<>(series);
    all.add(added);
    return new Chart(title, x, y, all, width, height);
  }

  /**
   * Returns this chart with one more line on top.
   *
   * @throws IllegalArgumentException if the lengths differ or are zero
   */
  public Chart withLine(String name, double[] xs, double[] ys) {
    return with(Curve.of(name, Curve.Style.LINE, xs, ys));
  }

  /**
   * Returns this chart with one more dashed line on top.
   *
   * @throws IllegalArgumentException if the lengths differ or are zero
   */
  public Chart withDashes(String name, double[] xs, double[] ys) {
    return with(Curve.of(name, Curve.Style.DASHES, xs, ys));
  }

  /**
   * Returns this chart with more loose points on top.
   *
   * @throws IllegalArgumentException if the lengths differ or are zero
   */
  public Chart withPoints(String name, double[] xs, double[] ys) {
    return with(Curve.of(name, Curve.Style.POINTS, xs, ys));
  }

  /**
   * Returns this chart with one more line on top that shows each of its points.
   *
   * @throws IllegalArgumentException if the lengths differ or are zero
   */
  public Chart withPath(String name, double[] xs, double[] ys) {
    return with(Curve.of(name, Curve.Style.PATH, xs, ys));
  }

  /**
   * Lays the chart out.
   *
   * @throws IllegalArgumentException if there is no series, or a number that is not positive meets
   *     a logarithmic axis
   */
  public Drawing drawing() {
    return layout().drawing();
  }

  /**
   * Returns the places the chart gives to numbers.
   *
   * @throws IllegalArgumentException as {@link #drawing()}
   */
  public Projection projection() {
    return layout().projection();
  }

  private Layout layout() {
    if (series.isEmpty()) {
      throw new IllegalArgumentException(
          """
          chart: a chart needs at least one series
            chart  : %s
            series : 0
          add one with withLine, withPoints or with"""
              .formatted(title));
    }
    return new Layout(this);
  }
}
