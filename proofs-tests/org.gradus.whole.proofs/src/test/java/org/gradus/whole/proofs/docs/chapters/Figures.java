package org.gradus.whole.proofs.docs.chapters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Batches;
import org.gradus.learn.Coefficient;
import org.gradus.learn.GradientDescent;
import org.gradus.learn.Sample;
import org.gradus.study.Chart;
import org.gradus.study.Contour;
import org.gradus.study.Drawing;
import org.gradus.study.Marker;
import org.gradus.study.Range;
import org.gradus.study.Scale;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Problem;

/** The figures of the chapters. */
final class Figures {

  private static final double[] START = {-1, 1};
  private static final double ROUNDING = 0x1p-53;

  private Figures() {}

  /** Draws all figures, by the names of their files. */
  static Map<String, Drawing> all() {
    Map<String, Drawing> figures = new TreeMap<>();
    figures.put("strides", Diagrams.strides());
    figures.put("two-lines", twoLines());
    figures.put("descent", descent());
    figures.put("learning-rates", learningRates());
    figures.put("batches", batches());
    figures.put("graph", Diagrams.graph());
    figures.put("graph-gradients", Diagrams.graphWithGradients());
    figures.put("graph-of-a-loss", Diagrams.graphOfALoss());
    figures.put("step-size", stepSize());
    return figures;
  }

  private static Drawing twoLines() {
    Problem problem = Problem.drawn(42);
    double[] best = problem.leastSquares().solution();
    double[] ends = {-1, 1};
    return Chart.of("Three lines through one cloud")
        .withX(Scale.linear("x"))
        .withY(Scale.linear("y"))
        .withPoints("data", problem.x().column(0).toArray(), problem.y().toArray())
        .withLine("slope 0.5, intercept 0.75", ends, line(ends, 0.5, 0.75))
        .withLine("slope −1, intercept 1", ends, line(ends, -1, 1))
        .withDashes("least squares", ends, line(ends, best[0], best[1]))
        .drawing();
  }

  private static double[] line(double[] x, double slope, double intercept) {
    return values(x, t -> slope * t + intercept);
  }

  private static Drawing descent() {
    Problem problem = Problem.drawn(42);
    LeastSquares closed = problem.leastSquares();
    Chart chart = plane("The loss over slope and intercept, and 60 steps of descent", problem);
    return withIterates(withIterates(chart, closed, 0.1), closed, 0.9)
        .withPoints("least squares", new double[] {best(closed, 0)}, new double[] {best(closed, 1)})
        .drawing();
  }

  private static Chart plane(String title, Problem problem) {
    Contour contour =
        Contour.of("", new Range(-1.5, 5), new Range(0, 4.6), meanSquaredError(problem))
            .withLevels(0.1, 0.2, 0.5, 1, 2, 3, 4, 6, 8, 10);
    return Chart.of(title)
        .withSize(720, 634) // a unit of slope is as long as one of intercept
        .withX(Scale.linear("slope").withRange(-1.5, 5))
        .withY(Scale.linear("intercept").withRange(0, 4.6))
        .with(contour);
  }

  /** The loss of a line from its closed form about the minimum, L* + ½·eᵀHe. */
  private static DoubleBinaryOperator meanSquaredError(Problem problem) {
    LeastSquares closed = problem.leastSquares();
    double[][] h = closed.hessian();
    double[] best = closed.solution();
    return (slope, intercept) -> {
      double u = slope - best[0];
      double v = intercept - best[1];
      return closed.meanSquaredError()
          + (h[0][0] * u * u + 2 * h[0][1] * u * v + h[1][1] * v * v) / 2;
    };
  }

  private static double best(LeastSquares closed, int i) {
    return closed.solution()[i];
  }

  private static Chart withIterates(Chart chart, LeastSquares closed, double eta) {
    double[][] w =
        IntStream.rangeClosed(0, 60)
            .mapToObj(t -> closed.iterate(t, eta, START))
            .toArray(double[][]::new);
    return chart.withPath("learning rate " + eta, column(w, 0), column(w, 1));
  }

  private static double[] column(double[][] rows, int j) {
    return Arrays.stream(rows).mapToDouble(row -> row[j]).toArray();
  }

  private static Drawing learningRates() {
    Problem problem = Problem.drawn(42);
    LeastSquares closed = problem.leastSquares();
    double bound = closed.learningRateBound();
    Chart chart =
        Chart.of("Distance of the loss from its minimum")
            .withX(Scale.linear("step"))
            .withY(Scale.log("loss − least loss"));
    for (double eta : new double[] {0.1, 0.7, 1.05 * bound}) {
      double[] steps = IntStream.rangeClosed(0, 50).asDoubleStream().toArray();
      double[] excess =
          values(
              steps,
              t -> {
                double[] w = closed.iterate((int) t, eta, START);
                double loss = meanSquaredError(problem).applyAsDouble(w[0], w[1]);
                double above = loss - closed.meanSquaredError();
                return above > 1e-14 ? above : Double.NaN; // below, rounding is all that is left
              });
      String name = eta > bound ? "1.05 · 2/λmax" : "learning rate " + eta;
      chart = chart.withLine(name, steps, excess);
    }
    return chart.drawing();
  }

  private static Drawing batches() {
    Problem problem = Problem.drawn(42);
    Chart chart = plane("Three epochs with batches of 100, 10 and 1", problem);
    for (int size : new int[] {1, 10, 100}) {
      double[][] w = path(problem, size, 3);
      chart =
          size == 1
              ? chart.withLine("batch 1", column(w, 0), column(w, 1))
              : chart.withPath("batch " + size, column(w, 0), column(w, 1));
    }
    return chart.drawing();
  }

  private static double[][] path(Problem problem, int size, int epochs) {
    Batches batches = Batches.of(problem.x().rowDim().length(), size, Problem.generator(7));
    GradientDescent descent = new GradientDescent(0.1);
    Vector<Coefficient> a = Vector.of(Problem.COEFFICIENTS, START).requiresGrad_();
    List<double[]> path = new ArrayList<>(List.of(a.detach().toArray()));
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (IndexTensor rows : batches.epoch()) {
        descent.step(
            a,
            new Problem(problem.x().rows(rows, Sample.class), problem.y().at(rows, Sample.class))
                .loss(a));
        path.add(a.detach().toArray());
      }
    }
    return path.toArray(double[][]::new);
  }

  private static Drawing stepSize() {
    double x = 1.3;
    double[] h =
        IntStream.rangeClosed(0, 90).mapToDouble(k -> Math.pow(10, -1 - k / 7.5)).toArray();
    return Chart.of("How wrong a difference quotient is")
        .withX(Scale.log("step h"))
        .withY(Scale.log("relative error of the derivative").withRange(1e-17, 1))
        .withLine("forward difference", h, values(h, d -> error(x, x + d, x)))
        .withLine("central difference", h, values(h, d -> error(x, x + d, x - d)))
        .with(Marker.vertical("best central step", bestStep(x)))
        .with(Marker.horizontal("exact forward mode", Math.max(forwardModeError(x), ROUNDING)))
        .drawing();
  }

  /** The relative error of (f(b) − f(a))/(b − a), at least one rounding. */
  private static double error(double x, double b, double a) {
    double quotient = (Gradients.f(b) - Gradients.f(a)) / (b - a);
    return Math.max(Math.abs(quotient / Gradients.slope(x) - 1), ROUNDING);
  }

  /** Balances h²·f‴/6 with ε·f/h. */
  private static double bestStep(double x) {
    double third =
        new DerivativeStructure(1, 3, 0, x)
            .sin()
            .multiply(new DerivativeStructure(1, 3, 0, x).pow(3))
            .getPartialDerivative(3);
    return StrictMath.cbrt(3 * ROUNDING * Math.abs(Gradients.f(x) / third));
  }

  static double forwardModeError(double x) {
    DerivativeStructure t = new DerivativeStructure(1, 1, 0, x);
    double exact = t.sin().multiply(t.pow(3)).getPartialDerivative(1);
    return Math.abs(exact / Gradients.slope(x) - 1);
  }

  private static double[] values(double[] x, DoubleUnaryOperator f) {
    return Arrays.stream(x).map(f).toArray();
  }
}
