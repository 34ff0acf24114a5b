package org.gradus.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.gradus.learn.TrainingLog;
import org.gradus.study.Chart;
import org.gradus.study.Color;
import org.gradus.study.Curve;
import org.gradus.study.Drawing;
import org.gradus.study.Gif;
import org.gradus.study.Marker;
import org.gradus.study.Png;
import org.gradus.study.Scale;

/**
 * The pictures of a training: the loss, the fit, and the fit closing in.
 *
 * <p>With one feature the fit is the line among the points, in the units of the data; with more it
 * is each prediction over the number it should be, all of them on the diagonal if they were right.
 */
final class Pictures {

  /** Most frames of the animation and points of a curve. */
  static final int FRAMES = 101;

  private static final int POINTS = 1001;
  private static final Duration FRAME = Duration.ofMillis(60);
  private static final double MARGIN = 0.04;
  private static final Color DATA = Color.SERIES.get(5);
  private static final Color FIT = Color.SERIES.get(1);
  private static final Color CLOSED = Color.SERIES.get(6);

  private final Problem problem;
  private final Trajectory path;
  private final double[] closed;
  private final double least;

  /**
   * Pictures of a training.
   *
   * @param closed the solution in closed form, as the descent sees the features
   * @param least the loss there
   */
  Pictures(Problem problem, Trajectory path, double[] closed, double least) {
    this.problem = problem;
    this.path = path;
    this.closed = closed;
    this.least = least;
  }

  /** Writes loss.png. */
  void writeLoss(Path folder) {
    List<TrainingLog.Entry> shown = path.thinned(POINTS);
    double[] losses = shown.stream().mapToDouble(TrainingLog.Entry::loss).toArray();
    double[] times = shown.stream().mapToDouble(TrainingLog.Entry::step).toArray();
    boolean positive = least > 0 && DoubleStream.of(losses).allMatch(loss -> loss > 0);
    String label = "mean squared error";
    Chart chart =
        Chart.of("Loss on all " + problem.count() + " rows")
            .withX(Scale.linear("step"))
            .withY(positive ? Scale.log(label) : Scale.linear(label))
            .with(Curve.of("gradient descent", Curve.Style.LINE, times, losses).withColor(FIT))
            .with(Marker.horizontal("least squares", least));
    Png.write(folder.resolve("loss.png"), chart.drawing());
  }

  /** Writes fit.png. */
  void writeFit(Path folder) {
    Png.write(
        folder.resolve("fit.png"),
        fit(path.last(), path.last().w(), "Fit after " + moment(path.last())));
  }

  /** Writes fit.gif, and calls back after each frame. */
  void writeAnimation(Path folder, Runnable after) {
    List<Drawing> frames = new ArrayList<>();
    for (TrainingLog.Entry entry : path.thinned(FRAMES)) {
      String loss = String.format(Locale.ROOT, "%.4g", entry.loss());
      frames.add(fit(entry, problem.start(), moment(entry) + ", loss " + loss));
      after.run();
    }
    Gif.of(FRAME).write(folder.resolve("fit.gif"), frames);
  }

  private static String moment(TrainingLog.Entry entry) {
    return "step " + entry.step();
  }

  /**
   * Draws a fit.
   *
   * @param farthest coefficients that the axes leave room for: those of the start while it moves
   */
  private Drawing fit(TrainingLog.Entry entry, double[] farthest, String title) {
    Chart chart = Chart.of(title).withSize(640, 420);
    return (problem.isLine() ? line(chart, entry, farthest) : diagonal(chart, entry, farthest))
        .drawing();
  }

  private Chart line(Chart chart, TrainingLog.Entry entry, double[] farthest) {
    double[] x = Arrays.stream(problem.rows()).mapToDouble(row -> row[0]).toArray();
    double[] ends = {low(x), high(x)};
    double[] y = joined(problem.y(), heights(farthest, ends));
    return chart
        .withX(range(Scale.linear(problem.features().get(0)), x))
        .withY(range(Scale.linear(problem.target()), y))
        .with(Curve.of("data", Curve.Style.POINTS, x, problem.y()).withColor(DATA))
        .with(
            Curve.of("gradient descent", Curve.Style.LINE, ends, heights(entry.w(), ends))
                .withColor(FIT))
        .with(
            Curve.of("least squares", Curve.Style.DASHES, ends, heights(closed, ends))
                .withColor(CLOSED));
  }

  private Chart diagonal(Chart chart, TrainingLog.Entry entry, double[] farthest) {
    double[] actual = problem.y();
    double[] ends = {low(actual), high(actual)};
    double[] y = joined(joined(actual, problem.predictions(closed)), problem.predictions(farthest));
    return chart
        .withX(range(Scale.linear("actual " + problem.target()), actual))
        .withY(range(Scale.linear("predicted " + problem.target()), y))
        .with(Curve.of("prediction = actual", Curve.Style.DASHES, ends, ends).withColor(CLOSED))
        .with(
            Curve.of("least squares", Curve.Style.POINTS, actual, problem.predictions(closed))
                .withColor(DATA))
        .with(
            Curve.of("gradient descent", Curve.Style.POINTS, actual, problem.predictions(entry.w()))
                .withColor(FIT));
  }

  /** Returns the heights of a line, its coefficients as the descent sees them. */
  private double[] heights(double[] w, double[] x) {
    double[] units = problem.inUnits(w);
    return DoubleStream.of(x).map(at -> units[0] * at + units[1]).toArray();
  }

  private static Scale range(Scale scale, double[] values) {
    double margin = MARGIN * (high(values) - low(values));
    return scale.withRange(low(values) - margin, high(values) + margin);
  }

  private static double low(double[] values) {
    return DoubleStream.of(values).min().orElseThrow();
  }

  private static double high(double[] values) {
    return DoubleStream.of(values).max().orElseThrow();
  }

  private static double[] joined(double[] a, double[] b) {
    return DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray();
  }
}
