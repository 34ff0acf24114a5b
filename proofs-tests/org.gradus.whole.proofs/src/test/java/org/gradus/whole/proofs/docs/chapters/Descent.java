package org.gradus.whole.proofs.docs.chapters;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Batches;
import org.gradus.learn.Coefficient;
import org.gradus.learn.GradientDescent;
import org.gradus.learn.LinearModel;
import org.gradus.learn.Sample;
import org.gradus.learn.TrainingLog;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Standardizer;
import org.gradus.learn.data.Table;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Vector;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples of the chapter on gradient descent. */
final class Descent {

  private Descent() {}

  static String loop() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          var x = problem.x();
          var y = problem.y();
          var d = x.columnDim();
          // region loop
          Vector<Coefficient> a = Vector.of(d, -1, 1).requiresGrad_();
          for (int t = 0; t <= 100; t++) {
            Scalar loss = x.matmul(a).sub(y).square().mean();
            loss.backward();
            if (t % 10 == 0) {
              out.printf("step %3d  loss %.6f%n", t, loss.toDouble());
            }
            try (var off = NoGrad.on()) {
              a.sub_(a.grad().mul(0.1));
              a.grad().zero_();
            }
          }
          // endregion
          out.println(a.detach());
        });
  }

  static String oneStep() {
    return Printed.by(
        out -> {
          Problem problem = Problem.exact();
          var x = problem.x();
          var y = problem.y();
          var d = x.columnDim();
          // region one-step
          Vector<Coefficient> a = Vector.of(d, -1, 1).requiresGrad_();
          x.matmul(a).sub(y).square().mean().backward();
          out.println("gradient  " + a.grad());
          try (var off = NoGrad.on()) {
            a.sub_(a.grad().mul(0.1));
          }
          out.println("after     " + a.detach());
          out.println("loss      " + x.matmul(a).sub(y).square().mean().toDouble());
          // endregion
        });
  }

  static String trajectory() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          // region trajectory
          LeastSquares closed = problem.leastSquares();
          double worst = 0;
          Vector<Coefficient> a = Problem.coefficients(-1, 1).requiresGrad_();
          for (int t = 0; t <= 300; t++) {
            double[] formula = closed.iterate(t, 0.1, new double[] {-1, 1});
            double[] loop = a.detach().toArray();
            worst = Math.max(worst, Math.abs(loop[0] - formula[0]));
            worst = Math.max(worst, Math.abs(loop[1] - formula[1]));
            problem.loss(a).backward();
            try (var off = NoGrad.on()) {
              a.sub_(a.grad().mul(0.1));
              a.grad().zero_();
            }
          }
          out.println("largest distance below 1e-13: " + (worst < 1e-13));
          // endregion
        });
  }

  static String bound() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          // region bound
          LeastSquares closed = problem.leastSquares();
          double bound = closed.learningRateBound();
          double[] curvatures = closed.eigenvalues();
          out.printf("curvatures %.4f and %.4f, bound %.4f%n", curvatures[0], curvatures[1], bound);
          for (double share : new double[] {0.1, 0.5, 0.99, 1.01}) {
            double[] last = closed.iterate(2000, share * bound, new double[] {-1, 1});
            out.printf("%.2f of it, 2000 steps: %.4g and %.4g%n", share, last[0], last[1]);
          }
          // endregion
        });
  }

  static String minimize() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          var x = problem.x();
          var y = problem.y();
          var d = x.columnDim();
          // region minimize
          Vector<Coefficient> start = Vector.of(d, -1, 1);
          TrainingLog log = new TrainingLog();
          Vector<Coefficient> a =
              new GradientDescent(0.1)
                  .minimize(start, 100, w -> MeanSquaredError.of(x.matmul(w), y), log);
          out.println(a);
          out.printf("loss before the last step %.6f%n", log.losses()[99]);
          // endregion
        });
  }

  static String batches() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          var x = problem.x();
          var y = problem.y();
          var d = x.columnDim();
          int n = x.rowDim().length();
          // region batches
          RandomGenerator random = Problem.generator(7);
          GradientDescent descent = new GradientDescent(0.1);
          for (int size : new int[] {100, 10, 1}) {
            Vector<Coefficient> a = Vector.of(d, -1, 1).requiresGrad_();
            Batches batches = Batches.of(n, size, random);
            int updates = 0;
            for (int epoch = 0; epoch < 20; epoch++) {
              for (IndexTensor rows : batches.epoch()) {
                Vector<Sample> prediction = x.rows(rows, Sample.class).matmul(a);
                descent.step(a, MeanSquaredError.of(prediction, y.at(rows, Sample.class)));
                updates++;
              }
            }
            double loss = MeanSquaredError.of(x.matmul(a), y).toDouble();
            out.printf("batch %3d  %4d updates  loss %.6f%n", size, updates, loss);
          }
          // endregion
        });
  }

  static String standardized() {
    return Printed.by(
        out -> {
          // region standardized
          Table table = ExampleData.NORRIS.table();
          double[][] raw = table.matrix(List.of("x"));
          Standardizer standardizer = Standardizer.fit(table, List.of("x"));
          double[][] scaled = standardizer.apply(raw);
          Dim<Sample> n = Dim.of(Sample.class, raw.length);
          Vector<Sample> y = Vector.of(n, table.numbers("y"));
          for (double[][] features : List.of(raw, scaled)) {
            LeastSquares closed = new Problem(LinearModel.inputs(features), y).leastSquares();
            double[] curvatures = closed.eigenvalues();
            out.printf("curvatures %.3g and %.3g", curvatures[0], curvatures[1]);
            out.printf(", bound of the learning rate %.2g%n", closed.learningRateBound());
          }
          // endregion
        });
  }

  static String mappedBack() {
    return Printed.by(
        out -> {
          Table table = ExampleData.NORRIS.table();
          Standardizer standardizer = Standardizer.fit(table, List.of("x"));
          double[][] scaled = standardizer.apply(table.matrix(List.of("x")));
          Vector<Sample> y = Vector.of(Dim.of(Sample.class, scaled.length), table.numbers("y"));
          // region mapped-back
          var z = LinearModel.inputs(scaled);
          var w =
              new GradientDescent(0.4)
                  .minimize(
                      Vector.zeros(z.columnDim()), 40, a -> MeanSquaredError.of(z.matmul(a), y));
          double[] slope = {w.at(0).toDouble()};
          double intercept = w.at(1).toDouble();
          out.printf("slope      %.10f%n", standardizer.originalWeights(slope)[0]);
          out.printf("intercept  %.10f%n", standardizer.originalIntercept(slope, intercept));
          // endregion
        });
  }

  static String average() {
    return Printed.by(
        out -> {
          Problem problem = Problem.exact();
          var x = problem.x();
          var y = problem.y();
          // region average
          Vector<Coefficient> a = Vector.of(x.columnDim(), -1, 1).requiresGrad_();
          for (int start = 0; start < 4; start += 2) {
            var xb = x.rows(start, start + 2, Sample.class);
            var yb = y.slice(start, start + 2, Sample.class);
            xb.matmul(a).sub(yb).square().mean().backward();
            out.println(a.grad());
          }
          out.println(a.grad().div(2));
          // endregion
        });
  }

  static String steepest() {
    return Printed.by(
        out -> {
          // region steepest
          double step = 5;
          double downhill = bowl(10 - step * Math.sqrt(0.5), 1 - step * Math.sqrt(0.5));
          double inward = bowl(10 - step * 10 / Math.sqrt(101), 1 - step / Math.sqrt(101));
          out.printf("start    %.1f%n", bowl(10, 1));
          out.printf("downhill %.1f%n", downhill);
          out.printf("inward   %.1f%n", inward);
          // endregion
        });
  }

  // region bowl
  static double bowl(double x, double y) {
    return (x * x + 10 * y * y) / 2;
  }

  // endregion

  static String outside() {
    return Printed.refusal(
        () -> {
          Problem problem = Problem.exact();
          var a = Problem.coefficients(-1, 1).named("a").requiresGrad_();
          problem.loss(a).backward();
          // region outside
          a.sub_(a.grad().mul(0.1));
          // endregion
        });
  }

  static String noBackward() {
    return Printed.refusal(
        () -> {
          // region no-backward
          Vector<Coefficient> a = Problem.coefficients(-1, 1).named("a").requiresGrad_();
          try (var off = NoGrad.on()) {
            a.sub_(a.grad().mul(0.1));
          }
          // endregion
        });
  }

  static String rebound() {
    return Printed.refusal(
        () -> {
          Problem problem = Problem.exact();
          // region rebound
          Vector<Coefficient> a = Problem.coefficients(-1, 1).named("a").requiresGrad_();
          problem.loss(a).backward();
          a = a.sub(a.grad().mul(0.1)); // a new tensor, no longer the parameter
          problem.loss(a).backward();
          a.grad();
          // endregion
        });
  }

  static String notZeroed() {
    return Printed.by(
        out -> {
          Problem problem = Problem.exact();
          // region not-zeroed
          Vector<Coefficient> a = Problem.coefficients(-1, 1).requiresGrad_();
          for (int t = 0; t <= 60; t++) {
            if (t % 10 == 0) {
              out.printf("step %3d  loss %.3f%n", t, problem.loss(a.detach()).toDouble());
            }
            problem.loss(a).backward();
            try (var off = NoGrad.on()) {
              a.sub_(a.grad().mul(0.1)); // and no a.grad().zero_()
            }
          }
          // endregion
        });
  }

  static String tooFast() {
    return Printed.refusal(
        () -> {
          Problem problem = Problem.drawn(42);
          Vector<Coefficient> start = Problem.coefficients(-1, 1);
          // region too-fast
          new GradientDescent(1.5).minimize(start, 1000, problem::loss);
          // endregion
        });
  }

  static String negative() {
    return Printed.refusal(
        () -> {
          // region negative
          new GradientDescent(-0.1);
          // endregion
        });
  }

  static String exercise() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          // region exercise
          LeastSquares closed = problem.leastSquares();
          double[] curvatures = closed.eigenvalues();
          double low = Arrays.stream(curvatures).min().orElseThrow();
          double high = Arrays.stream(curvatures).max().orElseThrow();
          double best = 2 / (low + high);
          out.printf("η = %.4f shrinks the error by %.4f a step%n", best, 1 - best * low);
          out.printf("η = 0.1 shrinks it by %.4f%n", 1 - 0.1 * low);
          // endregion
        });
  }
}
