package org.gradus.check.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.analysis.MultivariateVectorFunction;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.gradus.check.GradientCheck;
import org.gradus.check.JacobianCheck;
import org.gradus.check.Report;
import org.gradus.check.proofs.Corpus.Row;
import org.gradus.check.proofs.Corpus.Verdict;

/** Functions of and to matrices and vectors, as users of matrix libraries write them. */
final class MatrixCorpus {
  private final List<Row> rows = new ArrayList<>();

  private MatrixCorpus() {}

  static List<Row> rows() {
    MatrixCorpus corpus = new MatrixCorpus();
    corpus.vectors();
    corpus.matrices();
    corpus.flatMatrices();
    corpus.commonsMath();
    corpus.secondOrder();
    return corpus.rows;
  }

  private void add(String name, Verdict verdict, Supplier<Report> check) {
    rows.add(new Row(name, check, verdict, ""));
  }

  private void vjp(
      String name,
      UnaryOperator<double[]> f,
      BinaryOperator<double[]> right,
      BinaryOperator<double[]> wrong,
      double... x) {
    add(name + " VJP", Verdict.RIGHT, () -> JacobianCheck.of(f).vjp(right).at(x));
    add(name + " VJP, wrong", Verdict.WRONG, () -> JacobianCheck.of(f).vjp(wrong).at(x));
  }

  private void jvp(
      String name,
      UnaryOperator<double[]> f,
      BinaryOperator<double[]> right,
      BinaryOperator<double[]> wrong,
      double... x) {
    add(name + " JVP", Verdict.RIGHT, () -> JacobianCheck.of(f).jvp(right).at(x));
    add(name + " JVP, wrong", Verdict.WRONG, () -> JacobianCheck.of(f).jvp(wrong).at(x));
  }

  private void jacobian(
      String name,
      UnaryOperator<double[]> f,
      Function<double[], double[][]> right,
      Function<double[], double[][]> wrong,
      double... x) {
    add(name + " Jacobian", Verdict.RIGHT, () -> JacobianCheck.of(f).jacobian(right).at(x));
    add(name + " Jacobian, wrong", Verdict.WRONG, () -> JacobianCheck.of(f).jacobian(wrong).at(x));
  }

  private static double[] a(double... numbers) {
    return numbers;
  }

  private void vectors() {
    UnaryOperator<double[]> mixed = x -> a(x[0] * x[0] * x[1], Math.sin(x[0]) + x[1]);
    vjp(
        "mixed",
        mixed,
        (x, w) -> a(2 * x[0] * x[1] * w[0] + Math.cos(x[0]) * w[1], x[0] * x[0] * w[0] + w[1]),
        (x, w) -> a(2 * x[0] * x[1] + Math.cos(x[0]), x[0] * x[0] + 1),
        0.7,
        -1.3);
    jvp(
        "mixed",
        mixed,
        (x, u) -> a(2 * x[0] * x[1] * u[0] + x[0] * x[0] * u[1], Math.cos(x[0]) * u[0] + u[1]),
        (x, u) -> a(2 * x[0] * x[1] * u[0], Math.cos(x[0]) * u[0] + u[1]),
        0.7,
        -1.3);
    jacobian(
        "mixed",
        mixed,
        x -> new double[][] {{2 * x[0] * x[1], x[0] * x[0]}, {Math.cos(x[0]), 1}},
        x -> new double[][] {{2 * x[0] * x[1], Math.cos(x[0])}, {x[0] * x[0], 1}},
        0.7,
        -1.3);
    vjp(
        "softmax",
        Corpus::softmax,
        (x, w) -> {
          double[] y = Corpus.softmax(x);
          double mean = y[0] * w[0] + y[1] * w[1] + y[2] * w[2];
          return a(y[0] * (w[0] - mean), y[1] * (w[1] - mean), y[2] * (w[2] - mean));
        },
        (x, w) -> {
          double[] y = Corpus.softmax(x);
          return a(y[0] * (1 - y[0]) * w[0], y[1] * (1 - y[1]) * w[1], y[2] * (1 - y[2]) * w[2]);
        },
        0.3,
        -1,
        2);
    vjp(
        "polar",
        x -> a(x[0] * Math.cos(x[1]), x[0] * Math.sin(x[1])),
        (x, w) ->
            a(
                Math.cos(x[1]) * w[0] + Math.sin(x[1]) * w[1],
                x[0] * (Math.cos(x[1]) * w[1] - Math.sin(x[1]) * w[0])),
        (x, w) ->
            a(
                Math.cos(x[1]) * w[0] + Math.sin(x[1]) * w[1],
                Math.cos(x[1]) * w[1] - Math.sin(x[1]) * w[0]),
        2,
        0.7);
    vjp(
        "step of Lotka and Volterra",
        x -> a(x[0] + 0.1 * x[0] * (1 - x[1]), x[1] + 0.1 * x[1] * (x[0] - 1)),
        (x, w) ->
            a(
                (1 + 0.1 * (1 - x[1])) * w[0] + 0.1 * x[1] * w[1],
                -0.1 * x[0] * w[0] + (1 + 0.1 * (x[0] - 1)) * w[1]),
        (x, w) ->
            a(
                (1 + 0.1 * (1 - x[1])) * w[0] - 0.1 * x[0] * w[1],
                0.1 * x[1] * w[0] + (1 + 0.1 * (x[0] - 1)) * w[1]),
        1.4,
        0.6);
    vjp(
        "repeated choice",
        x -> a(x[0], x[1], x[0]),
        (x, w) -> a(w[0] + w[2], w[1]),
        (x, w) -> a(w[2], w[1]),
        1.4,
        0.6);
    vjp(
        "running sum",
        x -> a(x[0], x[0] + x[1], x[0] + x[1] + x[2]),
        (x, w) -> a(w[0] + w[1] + w[2], w[1] + w[2], w[2]),
        (x, w) -> a(w[0], w[0] + w[1], w[0] + w[1] + w[2]),
        1.4,
        0.6,
        -1);
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b[0].length; j++) {
        for (int k = 0; k < b.length; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  private static double[][] transposed(double[][] a) {
    double[][] t = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        t[j][i] = a[i][j];
      }
    }
    return t;
  }

  private static double[][] scaled(double factor, double[][] a) {
    double[][] s = new double[a.length][a[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        s[i][j] = factor * a[i][j];
      }
    }
    return s;
  }

  private static double determinant(double[][] a) {
    return a[0][0] * a[1][1] - a[0][1] * a[1][0];
  }

  private static double[][] inverse(double[][] a) {
    double d = determinant(a);
    return new double[][] {{a[1][1] / d, -a[0][1] / d}, {-a[1][0] / d, a[0][0] / d}};
  }

  private void matrices() {
    double[][] x = {{2, 0.3}, {-0.5, 1.4}};
    add(
        "inverse",
        Verdict.RIGHT,
        () ->
            JacobianCheck.ofMatrix(MatrixCorpus::inverse)
                .vjp(
                    (m, w) -> {
                      double[][] t = transposed(inverse(m));
                      return scaled(-1, times(times(t, w), t));
                    })
                .at(x));
    add(
        "inverse, transposes missing",
        Verdict.WRONG,
        () ->
            JacobianCheck.ofMatrix(MatrixCorpus::inverse)
                .vjp(
                    (m, w) -> {
                      double[][] i = inverse(m);
                      return scaled(-1, times(times(i, w), i));
                    })
                .at(x));
    add(
        "inverse JVP",
        Verdict.RIGHT,
        () ->
            JacobianCheck.ofMatrix(MatrixCorpus::inverse)
                .jvp(
                    (m, u) -> {
                      double[][] i = inverse(m);
                      return scaled(-1, times(times(i, u), i));
                    })
                .at(x));
    add(
        "determinant",
        Verdict.RIGHT,
        () ->
            GradientCheck.ofMatrix(MatrixCorpus::determinant)
                .gradient(m -> scaled(determinant(m), transposed(inverse(m))))
                .at(x));
    add(
        "determinant, transpose missing",
        Verdict.WRONG,
        () ->
            GradientCheck.ofMatrix(MatrixCorpus::determinant)
                .gradient(m -> scaled(determinant(m), inverse(m)))
                .at(x));
    double[][] wide = {{1, 2, -1}, {0.5, -0.3, 2}};
    double[][] fixed = {{1, -1}, {2, 0.5}, {-0.4, 3}};
    add(
        "product with a fixed matrix",
        Verdict.RIGHT,
        () ->
            JacobianCheck.ofMatrix(m -> times(m, fixed))
                .vjp((m, w) -> times(w, transposed(fixed)))
                .at(wide));
    add(
        "product with a fixed matrix, twice",
        Verdict.WRONG,
        () ->
            JacobianCheck.ofMatrix(m -> times(m, fixed))
                .vjp((m, w) -> scaled(2, times(w, transposed(fixed))))
                .at(wide));
    add(
        "trace of XᵀX",
        Verdict.RIGHT,
        () ->
            GradientCheck.ofMatrix(m -> trace(times(transposed(m), m)))
                .gradient(m -> scaled(2, m))
                .at(wide));
    add(
        "trace of XᵀX, half",
        Verdict.WRONG,
        () ->
            GradientCheck.ofMatrix(m -> trace(times(transposed(m), m)))
                .gradient(m -> scaled(1, m))
                .at(wide));
  }

  private static double trace(double[][] a) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i][i];
    }
    return sum;
  }

  /** y = A·x with A [2, 3] and x [3] in one array, row by row, as libraries hold them. */
  private void flatMatrices() {
    double[] point = {1, 2, -1, 0.5, -0.3, 2, 0.7, -1.1, 0.4};
    UnaryOperator<double[]> product =
        v -> {
          double[] y = new double[2];
          for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
              y[i] += v[3 * i + j] * v[6 + j];
            }
          }
          return y;
        };
    vjp(
        "flat product",
        product,
        (v, w) -> {
          double[] g = new double[9];
          for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
              g[3 * i + j] += w[i] * v[6 + j];
              g[6 + j] += w[i] * v[3 * i + j];
            }
          }
          return g;
        },
        (v, w) -> {
          double[] g = new double[9];
          for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
              g[2 * j + i] += w[i] * v[6 + j];
              g[6 + j] += w[i] * v[3 * i + j];
            }
          }
          return g;
        },
        point);
    add(
        "two arrays",
        Verdict.RIGHT,
        () ->
            GradientCheck.ofAll(x -> x.get(0)[0] * x.get(1)[0] + x.get(0)[1] * x.get(1)[1])
                .gradient(x -> List.of(x.get(1).clone(), x.get(0).clone()))
                .at(a(1, 2), a(3, 4)));
    add(
        "two arrays, exchanged",
        Verdict.WRONG,
        () ->
            GradientCheck.ofAll(x -> x.get(0)[0] * x.get(1)[0] + x.get(0)[1] * x.get(1)[1])
                .gradient(x -> List.of(x.get(0).clone(), x.get(1).clone()))
                .at(a(1, 2), a(3, 4)));
  }

  private void commonsMath() {
    MultivariateFunction bowl = p -> p[0] * p[0] + 3 * p[1] * p[1] + p[0] * p[1];
    MultivariateVectorFunction slope = p -> a(2 * p[0] + p[1], 6 * p[1] + p[0]);
    MultivariateVectorFunction wrong = p -> a(2 * p[0] + p[1], 6 * p[1]);
    ObjectiveFunction objective = new ObjectiveFunction(bowl);
    add(
        "objective of an optimizer",
        Verdict.RIGHT,
        () ->
            GradientCheck.of(objective.getObjectiveFunction()::value)
                .gradient(
                    new ObjectiveFunctionGradient(slope).getObjectiveFunctionGradient()::value)
                .at(1, -2));
    add(
        "objective of an optimizer, wrong",
        Verdict.WRONG,
        () ->
            GradientCheck.of(objective.getObjectiveFunction()::value)
                .gradient(wrong::value)
                .at(1, -2));
    add(
        "exact numbers",
        Verdict.RIGHT,
        () ->
            GradientCheck.of(bowl::value)
                .gradient(slope::value)
                .exactly(MatrixCorpus::bowl)
                .at(1, -2));
    add(
        "exact numbers, 10⁻¹¹ too large",
        Verdict.WRONG,
        () ->
            GradientCheck.of(bowl::value)
                .gradient(p -> a((2 * p[0] + p[1]) * (1 + 1e-11), 6 * p[1] + p[0]))
                .exactly(MatrixCorpus::bowl)
                .at(1, -1));
    add(
        "exact numbers of another function",
        Verdict.WRONG,
        () ->
            GradientCheck.of(bowl::value)
                .gradient(slope::value)
                .exactly(p -> bowl(p).add(1))
                .at(1, -2));
  }

  private static DerivativeStructure bowl(DerivativeStructure[] p) {
    return p[0].multiply(p[0]).add(p[1].multiply(p[1]).multiply(3)).add(p[0].multiply(p[1]));
  }

  private void secondOrder() {
    add(
        "second order",
        Verdict.RIGHT,
        () ->
            GradientCheck.of(x -> x[0] * x[0] * x[0] * x[1])
                .gradient(x -> a(3 * x[0] * x[0] * x[1], x[0] * x[0] * x[0]))
                .hessian(
                    x -> new double[][] {{6 * x[0] * x[1], 3 * x[0] * x[0]}, {3 * x[0] * x[0], 0}})
                .at(1, -2));
    add(
        "second order wrong, first right",
        Verdict.WRONG,
        () ->
            GradientCheck.of(x -> x[0] * x[0] * x[0] * x[1])
                .gradient(x -> a(3 * x[0] * x[0] * x[1], x[0] * x[0] * x[0]))
                .hessian(x -> new double[][] {{6 * x[0] * x[1], 0}, {3 * x[0] * x[0], 0}})
                .at(1, -2));
    add(
        "second order without a first",
        Verdict.RIGHT,
        () ->
            GradientCheck.of(x -> Math.exp(x[0]))
                .hessian(x -> new double[][] {{Math.exp(x[0])}})
                .at(0.5));
    add(
        "second order without a first, wrong",
        Verdict.WRONG,
        () ->
            GradientCheck.of(x -> Math.exp(x[0]))
                .hessian(x -> new double[][] {{1.0001 * Math.exp(x[0])}})
                .at(0.5));
    add(
        "Hessian-vector product",
        Verdict.RIGHT,
        () ->
            GradientCheck.of(x -> Math.sin(x[0] * x[1]))
                .gradient(x -> a(x[1] * Math.cos(x[0] * x[1]), x[0] * Math.cos(x[0] * x[1])))
                .hessianVectorProduct(MatrixCorpus::product)
                .at(1, -0.6));
    add(
        "Hessian-vector product, a term missing",
        Verdict.WRONG,
        () ->
            GradientCheck.of(x -> Math.sin(x[0] * x[1]))
                .gradient(x -> a(x[1] * Math.cos(x[0] * x[1]), x[0] * Math.cos(x[0] * x[1])))
                .hessianVectorProduct(
                    (x, v) -> {
                      double s = -Math.sin(x[0] * x[1]);
                      double along = x[1] * v[0] + x[0] * v[1];
                      return a(s * x[1] * along, s * x[0] * along);
                    })
                .at(1, -0.6));
  }

  private static double[] product(double[] x, double[] v) {
    double s = -Math.sin(x[0] * x[1]);
    double c = Math.cos(x[0] * x[1]);
    double along = x[1] * v[0] + x[0] * v[1];
    return a(s * x[1] * along + c * v[1], s * x[0] * along + c * v[0]);
  }
}
