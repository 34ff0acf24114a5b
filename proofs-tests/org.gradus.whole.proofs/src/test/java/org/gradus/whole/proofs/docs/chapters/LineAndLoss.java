package org.gradus.whole.proofs.docs.chapters;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Coefficient;
import org.gradus.learn.LinearModel;
import org.gradus.learn.Sample;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Table;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples of the chapter on a line and its loss. */
final class LineAndLoss {

  private LineAndLoss() {}

  interface Output extends Axis {}

  static String compare() {
    return Printed.by(
        out -> {
          // region compare
          Dim<Sample> n = Dim.of(Sample.class, 4);
          Dim<Coefficient> d = Dim.of(Coefficient.class, 2);
          Matrix<Sample, Coefficient> x = Matrix.of(n, d, -1, 1, -0.5, 1, 0.5, 1, 1, 1);
          Vector<Sample> y = Vector.of(n, -1, 0.5, 3.5, 5);
          for (Vector<Coefficient> a : List.of(Vector.of(d, 0.5, 0.75), Vector.of(d, -1, 1))) {
            Vector<Sample> prediction = x.matmul(a);
            Scalar loss = prediction.sub(y).square().mean();
            out.println(a + "  predicts  " + prediction + "  loss  " + loss.toDouble());
          }
          // endregion
        });
  }

  static String outputs() {
    return Printed.by(
        out -> {
          Matrix<Sample, Coefficient> x = Problem.exact().x();
          Dim<Coefficient> d = Problem.COEFFICIENTS;
          // region outputs
          Dim<Output> k = Dim.of(Output.class, 3);
          Matrix<Coefficient, Output> w = Matrix.of(d, k, 1, 2, 3, 4, 5, 6);
          Vector<Output> b = Vector.of(k, 10, 20, 30);
          out.println(x.matmul(w).addRow(b).signature());
          // endregion
        });
  }

  static String noise() {
    return Printed.by(
        out -> {
          // region noise
          for (int n : new int[] {10, 100, 1000, 10_000, 100_000}) {
            Problem points = Problem.drawn(n, Problem.generator(42));
            double[] best = points.leastSquares().solution();
            out.printf("%,7d points  slope %.4f  intercept %.4f%n", n, best[0], best[1]);
          }
          // endregion
        });
  }

  static String drawn() {
    return Printed.by(
        out -> {
          RandomGenerator random = Problem.generator(42);
          // region drawn
          Dim<Sample> n = Dim.of(Sample.class, 100);
          Dim<Coefficient> d = Dim.of(Coefficient.class, 2);
          Matrix<Sample, Coefficient> x = Matrix.ones(n, d);
          x.column(0).uniform_(-1, 1, random);
          Vector<Coefficient> m = Vector.of(d, 3, 2);
          Vector<Sample> y = x.matmul(m).add(Vector.rand(n, random));
          // endregion
          out.println(y.signature());
        });
  }

  static String gradient() {
    return Printed.by(
        out -> {
          Problem problem = Problem.exact();
          Matrix<Sample, Coefficient> x = problem.x();
          Vector<Sample> y = problem.y();
          // region gradient
          Vector<Coefficient> a = Vector.of(x.columnDim(), 0.5, 0.75).requiresGrad_();
          Vector<Sample> error = x.matmul(a).sub(y);
          error.square().mean().backward();
          out.println(a.grad());
          out.println(x.transpose().matmul(error.detach()).mul(2.0 / 4));
          // endregion
        });
  }

  static String order() {
    return Printed.by(
        out -> {
          // region order
          Tensor prediction = Tensor.of(1, 2, 5).requiresGrad_();
          Tensor target = Tensor.of(4, 2, 2).requiresGrad_();
          Tensor loss = prediction.mse(target);
          loss.backward();
          out.println(loss.item() + " = " + target.mse(prediction).item());
          out.println(prediction.grad());
          out.println(target.grad());
          // endregion
        });
  }

  static String closedForm() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          // region closed-form
          LeastSquares closed = problem.leastSquares();
          double[] best = closed.solution();
          out.println(Arrays.toString(best));
          out.printf("loss %.6f%n", closed.meanSquaredError());
          Vector<Coefficient> a = Vector.of(Problem.COEFFICIENTS, best).requiresGrad_();
          problem.loss(a).backward();
          double largest = a.grad().tensor().abs().max().item();
          out.println("gradient below 1e-14: " + (largest < 1e-14));
          // endregion
        });
  }

  static String norris() {
    return Printed.by(
        out -> {
          // region norris
          Table table = ExampleData.NORRIS.table();
          Matrix<Sample, Coefficient> x = LinearModel.inputs(table.matrix(List.of("x")));
          Vector<Sample> y = Vector.of(x.rowDim(), table.numbers("y"));
          double[] best = new Problem(x, y).leastSquares().solution();
          out.printf("slope      %.10f%n", best[0]);
          out.printf("intercept  %.10f%n", best[1]);
          LinearModel model = new LinearModel(Vector.of(x.columnDim(), best));
          out.println("first predictions " + model.predict(x).slice(0, 3, Sample.class));
          // endregion
        });
  }

  static String dependent() {
    return Printed.refusal(
        () -> {
          // region dependent
          double[][] x = {{1, 1}, {1, 1}, {1, 1}}; // one input, and it never changes
          LeastSquares.of(x, new double[] {1, 2, 3}).solutionByQr();
          // endregion
        });
  }

  static String plot() {
    return Printed.refusal(
        () -> {
          Problem problem = Problem.exact();
          Matrix<Sample, Coefficient> x = problem.x().named("x");
          // region plot
          Vector<Coefficient> a = Vector.of(x.columnDim(), -1, 1).named("a").requiresGrad_();
          double[] heights = x.matmul(a).named("prediction").toArray();
          // endregion
          throw new IllegalStateException(Arrays.toString(heights));
        });
  }

  static String exercise() {
    return Printed.by(
        out -> {
          Problem problem = Problem.exact();
          // region exercise
          for (double intercept : new double[] {0, 1, 1.5, 2, 2.5, 3}) {
            double loss = problem.loss(Problem.coefficients(3, intercept)).toDouble();
            out.println(intercept + "  " + loss);
          }
          // endregion
        });
  }
}
