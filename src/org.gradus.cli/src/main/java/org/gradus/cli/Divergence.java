package org.gradus.cli;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.gradus.learn.TrainingLog;

/**
 * The reason why a descent runs away, and the remedy.
 *
 * <pre>
 *   all rows   w(t+1) − w* = (I − ηH)·(w(t) − w*)        grows where |1 − ηλ| &gt; 1, so if η &gt; 2/λmax
 *   a batch    λmax of its Hessian is at most 2·max ‖xᵢ‖², so that no batch grows if η &lt; 1/max ‖xᵢ‖²
 * </pre>
 *
 * @param problem what was to be learned
 * @param settings how it was trained
 * @param log what was written down until then
 * @param finite whether every loss was finite
 */
// [impl->cli~divergence~1]
record Divergence(Problem problem, Settings settings, TrainingLog log, boolean finite) {

  /** Explains the divergence: what must hold, what was given, what happened, and the remedy. */
  String message() {
    StringBuilder message = new StringBuilder();
    if (settings.isFull(problem)) {
      explainAllRows(message);
    } else {
      explainBatches(message);
    }
    message.append("  loss           ").append(course()).append("\n");
    message.append(remedy());
    return message.append("\nnothing was written").toString();
  }

  private void explainAllRows(StringBuilder message) {
    double eta = settings.learningRate();
    double largest = problem.leastSquares().largestEigenvalue();
    message
        .append("The descent does not converge: the learning rate must be below 2/lambda_max\n")
        .append("  learning rate  %s\n".formatted(eta))
        .append("  lambda_max     %s, ".formatted(Numerals.shown(largest)))
        .append("the largest curvature of the loss\n")
        .append("  2/lambda_max   %s\n".formatted(Numerals.shown(bound(problem))))
        .append(
            "  each step      multiplies the error in the steepest direction by %s\n"
                .formatted(Numerals.shown(1 - eta * largest)));
  }

  private void explainBatches(StringBuilder message) {
    message
        .append("The descent diverged: a batch is sure to be safe below 1/max |x|^2 only\n")
        .append("  learning rate  %s\n".formatted(settings.learningRate()))
        .append("  batch          %d of %d rows\n".formatted(settings.batch(), problem.count()))
        .append(
            "  1/max |x|^2    %s, x a row with its one\n"
                .formatted(Numerals.shown(bound(problem))));
  }

  private String course() {
    List<TrainingLog.Entry> entries = log.entries();
    if (entries.isEmpty()) {
      return "not finite at the start";
    }
    TrainingLog.Entry first = entries.get(0);
    TrainingLog.Entry last = entries.get(entries.size() - 1);
    return "%s at step 0, %s at step %d%s"
        .formatted(
            Numerals.shown(first.loss()),
            Numerals.shown(last.loss()),
            last.step(),
            finite ? "" : ", then no finite number");
  }

  private String remedy() {
    String slower = "--lr " + Numerals.below(bound(problem));
    boolean helps =
        problem.standardizer().isEmpty() && settings.learningRate() < bound(problem.standardized());
    return helps
        ? "use --standardize, which evens out the curvatures, or " + slower
        : "use " + slower;
  }

  /** Returns the learning rate below which no step grows an error. */
  private double bound(Problem any) {
    return settings.isFull(any) ? any.leastSquares().learningRateBound() : 1 / largestRow(any);
  }

  private static double largestRow(Problem any) {
    double[] flat = any.inputs().toArray();
    int width = any.start().length;
    double largest = 0;
    for (int i = 0; i < flat.length; i += width) {
      double[] row = Arrays.copyOfRange(flat, i, i + width);
      largest = Math.max(largest, DoubleStream.of(row).map(value -> value * value).sum());
    }
    return largest;
  }
}
