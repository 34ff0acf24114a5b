package org.gradus.check.proofs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradus.check.GradientCheck;
import org.gradus.check.Report;

/** Functions of users, each with the verdict that a check of it must reach. */
final class Corpus {

  /** What a report must say. */
  enum Verdict {
    /** It passes. */
    RIGHT,
    /** A number disagrees. */
    WRONG,
    /** The function cannot be judged, and why is said. */
    UNFIT
  }

  /**
   * A check and its verdict.
   *
   * @param said what the report must contain; may be empty
   */
  record Row(String name, Supplier<Report> check, Verdict verdict, String said) {
    @Override
    public String toString() {
      return name + ": " + verdict;
    }
  }

  private final List<Row> rows = new ArrayList<>();

  private Corpus() {}

  static List<Row> rows() {
    Corpus corpus = new Corpus();
    corpus.formulas();
    corpus.kinks();
    corpus.scales();
    corpus.losses();
    corpus.behaviors();
    return corpus.rows;
  }

  /** A gradient at a point. */
  private void scalar(
      String name,
      ToDoubleFunction<double[]> f,
      UnaryOperator<double[]> gradient,
      Verdict verdict,
      double... x) {
    rows.add(new Row(name, () -> GradientCheck.of(f).gradient(gradient).at(x), verdict, ""));
  }

  /** A right gradient, and a wrong one. */
  private void both(
      String name,
      ToDoubleFunction<double[]> f,
      UnaryOperator<double[]> right,
      UnaryOperator<double[]> wrong,
      double... x) {
    scalar(name, f, right, Verdict.RIGHT, x);
    scalar(name + ", wrong", f, wrong, Verdict.WRONG, x);
  }

  private void said(
      String name,
      ToDoubleFunction<double[]> f,
      UnaryOperator<double[]> gradient,
      Verdict verdict,
      String said,
      double... x) {
    rows.add(new Row(name, () -> GradientCheck.of(f).gradient(gradient).at(x), verdict, said));
  }

  private static double[] a(double... numbers) {
    return numbers;
  }

  private static double[] times(double factor, double[] numbers) {
    return Arrays.stream(numbers).map(number -> factor * number).toArray();
  }

  private void formulas() {
    both("square", x -> x[0] * x[0], x -> a(2 * x[0]), x -> a(2 * x[0] * 1.0009), 1.3);
    both("cube", x -> x[0] * x[0] * x[0], x -> a(3 * x[0] * x[0]), x -> a(3 * x[0]), -0.7);
    both("line", x -> 3 * x[0] - 2 * x[1] + 5, x -> a(3, -2), x -> a(3, 2), 0.2, 4);
    both("exp", x -> Math.exp(x[0]), x -> a(Math.exp(x[0])), x -> a(x[0] * Math.exp(x[0] - 1)), 2);
    both("log", x -> Math.log(x[0]), x -> a(1 / x[0]), x -> a(1 / (x[0] * x[0])), 2.5);
    both("sqrt", x -> Math.sqrt(x[0]), x -> a(0.5 / Math.sqrt(x[0])), x -> a(0.5 * x[0]), 3);
    both("reciprocal", x -> 1 / x[0], x -> a(-1 / (x[0] * x[0])), x -> a(-1 / x[0]), 0.4);
    both("sine", x -> Math.sin(x[0]), x -> a(Math.cos(x[0])), x -> a(-Math.cos(x[0])), 1);
    both("cosine", x -> Math.cos(x[0]), x -> a(-Math.sin(x[0])), x -> a(Math.sin(x[0])), 1);
    both(
        "tangent",
        x -> Math.tan(x[0]),
        x -> a(1 + Math.tan(x[0]) * Math.tan(x[0])),
        x -> a(1 - Math.tan(x[0]) * Math.tan(x[0])),
        0.5);
    both(
        "tanh",
        x -> Math.tanh(x[0]),
        x -> a(1 - Math.pow(Math.tanh(x[0]), 2)),
        x -> a(1 - Math.tanh(x[0])),
        0.8);
    both(
        "arctangent of two",
        x -> Math.atan2(x[0], x[1]),
        x -> times(1 / (x[0] * x[0] + x[1] * x[1]), a(x[1], -x[0])),
        x -> times(1 / (x[0] * x[0] + x[1] * x[1]), a(-x[0], x[1])),
        0.7,
        1.1);
    both("product", x -> x[0] * x[1], x -> a(x[1], x[0]), x -> a(x[0], x[1]), 2, 3);
    both(
        "quotient",
        x -> x[0] / x[1],
        x -> a(1 / x[1], -x[0] / (x[1] * x[1])),
        x -> a(1 / x[1], x[0] / (x[1] * x[1])),
        2,
        3);
    both(
        "power of two",
        x -> Math.pow(x[0], x[1]),
        x -> a(x[1] * Math.pow(x[0], x[1] - 1), Math.log(x[0]) * Math.pow(x[0], x[1])),
        x -> a(x[1] * Math.pow(x[0], x[1] - 1), Math.pow(x[0], x[1])),
        1.7,
        2.2);
    both(
        "norm",
        x -> Math.hypot(x[0], x[1]),
        x -> times(1 / Math.hypot(x[0], x[1]), x),
        x -> times(2 / Math.hypot(x[0], x[1]), x),
        3,
        -4);
    both(
        "bell",
        x -> Math.exp(-x[0] * x[0]),
        x -> a(-2 * x[0] * Math.exp(-x[0] * x[0])),
        x -> a(-x[0] * Math.exp(-x[0] * x[0])),
        0.6);
    both(
        "fast sine",
        x -> Math.sin(300 * x[0]),
        x -> a(300 * Math.cos(300 * x[0])),
        x -> a(Math.cos(300 * x[0])),
        0.31);
    both(
        "sine times power",
        x -> Math.sin(x[0]) * Math.pow(x[0], 3),
        x -> a(Math.cos(x[0]) * Math.pow(x[0], 3) + 3 * Math.sin(x[0]) * x[0] * x[0]),
        x -> a(Math.cos(x[0]) * 3 * x[0] * x[0]),
        2.1);
    both("constant and line", x -> 7 + 0 * x[0] + x[1], x -> a(0, 1), x -> a(1, 1), 1, 2);
  }

  private static double relu(double x) {
    return Math.max(x, 0);
  }

  private void kinks() {
    for (double at : new double[] {-1, 0, 0.5, 1}) {
      scalar(
          "size at 0, convention " + at,
          x -> Math.abs(x[0]),
          x -> a(x[0] == 0 ? at : Math.signum(x[0])),
          Verdict.RIGHT,
          0);
    }
    for (double at : new double[] {-1.01, 1.01, 7, Double.NaN}) {
      scalar(
          "size at 0, no convention " + at,
          x -> Math.abs(x[0]),
          x -> a(x[0] == 0 ? at : Math.signum(x[0])),
          Verdict.WRONG,
          0);
    }
    both("relu at 1", x -> relu(x[0]), x -> a(x[0] > 0 ? 1 : 0), x -> a(1), 1);
    both("relu at −1", x -> relu(x[0]), x -> a(x[0] > 0 ? 1 : 0), x -> a(0), -1);
    both("relu at 0", x -> relu(x[0]), x -> a(x[0] > 0 ? 1 : 0), x -> a(x[0] >= 0 ? 1 : 2), 0);
    both(
        "leaky relu",
        x -> x[0] > 0 ? x[0] : 0.1 * x[0],
        x -> a(x[0] > 0 ? 1 : 0.1),
        x -> a(x[0] > 0 ? 1 : 0),
        2);
    both(
        "two relus at 0, one against the other",
        x -> relu(x[0]) - relu(x[1]),
        x -> a(x[0] >= 0 ? 1 : 0, x[1] > 0 ? -1 : 0),
        x -> a(x[0] >= 0 ? 1 : 0, x[1] >= 0 ? 1 : 0),
        0,
        0);
    both(
        "greatest of three, tied",
        x -> Math.max(x[0], Math.max(x[1], x[2])),
        x -> first(x),
        x -> a(x[0] == max(x) ? 1 : 0, x[1] == max(x) ? 1 : 0, x[2] == max(x) ? 1 : 0),
        2,
        2,
        1);
    both(
        "clipped",
        x -> Math.min(Math.max(x[0], -1), 1) + x[0],
        x -> a(Math.abs(x[0]) < 1 ? 2 : 1),
        x -> a(2),
        0.5);
    both(
        "Huber",
        x -> Math.abs(x[0]) < 1 ? 0.5 * x[0] * x[0] : Math.abs(x[0]) - 0.5,
        x -> a(Math.abs(x[0]) < 1 ? x[0] : Math.signum(x[0])),
        x -> a(x[0]),
        1.5);
    both(
        "kink one billionth away",
        x -> Math.abs(x[0] - 1e-9) + x[0],
        x -> a(Math.signum(x[0] - 1e-9) + 1),
        x -> a(1),
        0);
    both("floor", x -> Math.floor(x[0]) + x[0], x -> a(1), x -> a(2), 0.5);
    said("jump", x -> x[0] >= 1 ? 2 : 1, x -> a(0), Verdict.UNFIT, "jumps", 1);
    said("root at 0", x -> Math.cbrt(x[0]), x -> a(1e9), Verdict.UNFIT, "", 0);
  }

  private static double max(double[] x) {
    return Arrays.stream(x).max().orElseThrow();
  }

  private static double[] first(double[] x) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      if (x[i] == max(x)) {
        gradient[i] = 1;
        return gradient;
      }
    }
    return gradient;
  }

  private void scales() {
    both("log far out", x -> Math.log(x[0]), x -> a(1 / x[0]), x -> a(0), 1e6);
    both("exp far down", x -> Math.exp(x[0]), x -> a(Math.exp(x[0])), x -> a(0), -20);
    both(
        "sigmoid far down",
        x -> 1 / (1 + Math.exp(-x[0])),
        x -> a(Math.exp(-x[0]) / Math.pow(1 + Math.exp(-x[0]), 2)),
        x -> a(1 / (1 + Math.exp(-x[0]))),
        -15);
    both("huge value", x -> 1e200 * x[0] * x[0], x -> a(2e200 * x[0]), x -> a(1e200 * x[0]), 1.5);
    both(
        "tiny value", x -> 1e-200 * x[0] * x[0], x -> a(2e-200 * x[0]), x -> a(1e-200 * x[0]), 1.5);
    both("huge operand", x -> x[0] / 1e200 + 1, x -> a(1e-200), x -> a(0), 3e200);
    both(
        "tiny operand",
        x -> Math.sin(1e200 * x[0]),
        x -> a(1e200 * Math.cos(1e200 * x[0])),
        x -> a(1e200),
        1e-200);
    both(
        "huge beside tiny",
        x -> Math.sin(x[0] / 1e9) + Math.sin(x[1] * 1e9),
        x -> a(Math.cos(x[0] / 1e9) / 1e9, Math.cos(x[1] * 1e9) * 1e9),
        x -> a(Math.cos(x[0] / 1e9), Math.cos(x[1] * 1e9) * 1e9),
        1e9,
        1e-9);
    both("small slope", x -> 1 + 1e-6 * x[0], x -> a(1e-6), x -> a(1.001e-6), 0.5);
    said("tail", x -> 1 + Math.exp(x[0] - 200), x -> a(0), Verdict.UNFIT, "nothing was proven", 1);
    said("constant", x -> 5, x -> a(0), Verdict.UNFIT, "nothing was proven", 1);
    scalar("constant, wrong", x -> 5, x -> a(1), Verdict.WRONG, 1);
    both(
        "many terms",
        x -> {
          double sum = 0;
          for (int i = 0; i < 100_000; i++) {
            sum += Math.sin(i) * x[0] * x[0];
          }
          return sum;
        },
        x -> {
          double sum = 0;
          for (int i = 0; i < 100_000; i++) {
            sum += 2 * Math.sin(i) * x[0];
          }
          return a(sum);
        },
        x -> {
          double sum = 0;
          for (int i = 0; i < 99_999; i++) {
            sum += 2 * Math.sin(i) * x[0];
          }
          return a(sum);
        },
        1.5);
    both(
        "near a minimum",
        x -> Math.pow(x[0] - 1, 2) + Math.pow(x[1] - 2, 2),
        x -> a(2 * (x[0] - 1), 2 * (x[1] - 2)),
        x -> a(2 * (x[0] - 1), x[1] - 2),
        1.0000001,
        2.0000001);
    both(
        "ill-conditioned",
        x -> 1e6 * Math.pow(x[0] - x[1], 2) + Math.pow(x[0] + x[1], 2),
        x -> a(2e6 * (x[0] - x[1]) + 2 * (x[0] + x[1]), -2e6 * (x[0] - x[1]) + 2 * (x[0] + x[1])),
        x -> a(2e6 * (x[0] - x[1]), -2e6 * (x[0] - x[1])),
        1,
        1.001);
  }

  private void losses() {
    both(
        "Rosenbrock",
        x -> Math.pow(1 - x[0], 2) + 100 * Math.pow(x[1] - x[0] * x[0], 2),
        x -> a(-2 * (1 - x[0]) - 400 * x[0] * (x[1] - x[0] * x[0]), 200 * (x[1] - x[0] * x[0])),
        x -> a(-2 * (1 - x[0]) + 400 * x[0] * (x[1] - x[0] * x[0]), 200 * (x[1] - x[0] * x[0])),
        -1.2,
        1);
    both(
        "log-sum-exp",
        x -> Math.log(Arrays.stream(x).map(Math::exp).sum()),
        Corpus::softmax,
        x -> Arrays.stream(x).map(Math::exp).toArray(),
        0.3,
        -1,
        2);
    both(
        "logistic loss",
        x -> Math.log1p(Math.exp(-(0.5 * x[0] - 2 * x[1] + x[2]))),
        x -> times(-1 / (1 + Math.exp(0.5 * x[0] - 2 * x[1] + x[2])), a(0.5, -2, 1)),
        x -> times(1 / (1 + Math.exp(0.5 * x[0] - 2 * x[1] + x[2])), a(0.5, -2, 1)),
        0.3,
        -0.2,
        0.1);
    both(
        "cross entropy of a softmax",
        x -> -Math.log(softmax(x)[1]),
        x -> {
          double[] p = softmax(x);
          p[1] -= 1;
          return p;
        },
        Corpus::softmax,
        0.3,
        -1,
        2);
    both(
        "mean squared error",
        x -> (Math.pow(x[0] - 1, 2) + Math.pow(x[1] + 2, 2) + Math.pow(x[2], 2)) / 3,
        x -> times(2.0 / 3, a(x[0] - 1, x[1] + 2, x[2])),
        x -> times(2, a(x[0] - 1, x[1] + 2, x[2])),
        0.3,
        -1,
        2);
    both(
        "variance",
        x -> {
          double mean = (x[0] + x[1] + x[2]) / 3;
          return Arrays.stream(x).map(v -> (v - mean) * (v - mean)).sum() / 2;
        },
        x -> {
          double mean = (x[0] + x[1] + x[2]) / 3;
          return Arrays.stream(x).map(v -> v - mean).toArray();
        },
        x -> {
          double mean = (x[0] + x[1] + x[2]) / 3;
          return Arrays.stream(x).map(v -> (v - mean) * 2 / 3).toArray();
        },
        0.3,
        -1,
        2);
    both(
        "entropy",
        x -> -Arrays.stream(x).map(p -> p * Math.log(p)).sum(),
        x -> Arrays.stream(x).map(p -> -Math.log(p) - 1).toArray(),
        x -> Arrays.stream(x).map(p -> -Math.log(p)).toArray(),
        0.2,
        0.3,
        0.5);
    both(
        "softplus",
        x -> Math.log1p(Math.exp(x[0])),
        x -> a(1 / (1 + Math.exp(-x[0]))),
        x -> a(Math.exp(-x[0]) / (1 + Math.exp(-x[0]))),
        0.7);
    both(
        "determinant, two by two, flat",
        x -> x[0] * x[3] - x[1] * x[2],
        x -> a(x[3], -x[2], -x[1], x[0]),
        x -> a(x[0], -x[1], -x[2], x[3]),
        2,
        1,
        -0.5,
        3);
    both(
        "Euler's step of a pendulum",
        x -> Math.pow(x[0] + 0.1 * x[1], 2) + Math.pow(x[1] - 0.1 * Math.sin(x[0]), 2),
        x -> {
          double q = x[0] + 0.1 * x[1];
          double p = x[1] - 0.1 * Math.sin(x[0]);
          return a(2 * q - 0.2 * p * Math.cos(x[0]), 0.2 * q + 2 * p);
        },
        x -> {
          double q = x[0] + 0.1 * x[1];
          double p = x[1] - 0.1 * Math.sin(x[0]);
          return a(2 * q, 0.2 * q + 2 * p);
        },
        0.9,
        -0.4);
    both(
        "ridge",
        x -> Math.pow(x[0] - x[1], 2) + 0.5 * (x[0] * x[0] + x[1] * x[1]),
        x -> a(2 * (x[0] - x[1]) + x[0], -2 * (x[0] - x[1]) + x[1]),
        x -> a(2 * (x[0] - x[1]), -2 * (x[0] - x[1])),
        0.9,
        -0.4);
  }

  static double[] softmax(double[] x) {
    double[] y = Arrays.stream(x).map(Math::exp).toArray();
    double sum = Arrays.stream(y).sum();
    return times(1 / sum, y);
  }

  /** What a map gives for a name that it does not know. */
  private static double[] noArray() {
    return new HashMap<String, double[]>().get("gradient");
  }

  private void behaviors() {
    double[] calls = {0};
    UnaryOperator<double[]> two = x -> a(2 * x[0]);
    ToDoubleFunction<double[]> square = x -> x[0] * x[0];
    said("random value", x -> x[0] + 1e-9 * calls[0]++, x -> a(1), Verdict.UNFIT, "differs", 1);
    said("random gradient", square, x -> a(calls[0]++), Verdict.UNFIT, "differs from call", 1);
    said("value changes x", x -> x[0]++, x -> a(1), Verdict.UNFIT, "changes its operand", 1);
    said("gradient changes x", square, x -> a(x[0] *= 2), Verdict.UNFIT, "changes its", 1);
    said("value adds 0", x -> x[0] += 0, x -> a(1), Verdict.UNFIT, "changes its operand", 1);
    said("gradient adds 0", square, x -> a(2 * (x[0] += 0)), Verdict.UNFIT, "changes its", 1);
    said("gradient times 1", square, x -> a(2 * (x[0] *= 1)), Verdict.UNFIT, "changes its", 1);
    said("gradient is x", x -> x[0] * x[0] / 2, x -> x, Verdict.UNFIT, "own array", 1);
    scalar("gradient is a copy of x", x -> x[0] * x[0] / 2, x -> x.clone(), Verdict.RIGHT, 1);
    said("gradient too short", square, x -> a(), Verdict.UNFIT, "another size", 1);
    said("gradient of a wrong kind", square, x -> noArray(), Verdict.UNFIT, "not null", 1);
    said("gradient too long", square, x -> a(2 * x[0], 0), Verdict.UNFIT, "another size", 1);
    said("value NaN", x -> Math.log(x[0]), x -> a(1 / x[0]), Verdict.UNFIT, "is NaN", -1);
    said("value infinite", x -> 1 / x[0], x -> a(0), Verdict.UNFIT, "is Infinity", 0);
    said("operand NaN", square, two, Verdict.UNFIT, "is NaN", Double.NaN);
    scalar("gradient NaN", square, x -> a(Double.NaN), Verdict.WRONG, 1);
    scalar("gradient infinite", square, x -> a(Double.POSITIVE_INFINITY), Verdict.WRONG, 1);
    said(
        "floats",
        x -> (float) Math.sin(x[0]) * (float) x[0],
        x -> a(Math.cos(x[0]) * x[0] + Math.sin(x[0])),
        Verdict.UNFIT,
        "not computed in double precision",
        1.1);
    scalar(
        "gradient in floats",
        x -> Math.sin(x[0]),
        x -> a((float) Math.cos(x[0])),
        Verdict.WRONG,
        1);
    scalar(
        "gradient by differences",
        x -> Math.sin(x[0]),
        x -> a((Math.sin(x[0] + 1e-6) - Math.sin(x[0] - 1e-6)) / 2e-6),
        Verdict.WRONG,
        1);
    scalar(
        "edge of the domain",
        x -> Math.sqrt(x[0]),
        x -> a(0.5 / Math.sqrt(x[0])),
        Verdict.RIGHT,
        1e-9);
    rows.add(
        new Row(
            "wrong value, no reference",
            () -> GradientCheck.of(x -> Math.pow(x[0], 3)).gradient(x -> a(3 * x[0] * x[0])).at(2),
            Verdict.RIGHT,
            ""));
    rows.add(
        new Row(
            "wrong value, with a reference",
            () ->
                GradientCheck.of(x -> Math.pow(x[0], 3))
                    .gradient(x -> a(3 * x[0] * x[0]))
                    .reference(x -> x[0] * x[0])
                    .at(2),
            Verdict.WRONG,
            "value y[0]"));
    rows.add(
        new Row(
            "naive softplus, with a reference",
            () ->
                GradientCheck.of(x -> Math.log1p(Math.exp(x[0])))
                    .gradient(x -> a(1 / (1 + Math.exp(-x[0]))))
                    .reference(x -> relu(x[0]) + Math.log1p(Math.exp(-Math.abs(x[0]))))
                    .at(0.5),
            Verdict.WRONG,
            "1000.0"));
  }
}
