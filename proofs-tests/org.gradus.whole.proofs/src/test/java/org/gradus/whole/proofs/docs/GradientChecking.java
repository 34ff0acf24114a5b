package org.gradus.whole.proofs.docs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.gradus.check.GradientCheck;
import org.gradus.check.JacobianCheck;
import org.gradus.check.Operand;
import org.gradus.check.Report;
import org.gradus.check.operation.Cotangents;
import org.gradus.check.operation.SmallScope;
import org.gradus.check.operation.TensorCheck;
import org.gradus.check.operation.Vacuity;
import org.gradus.cli.Main;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;

/** The programs of the page on gradient checking, and what they print. */
final class GradientChecking {

  private GradientChecking() {}

  // region right
  static double loss(double[] w) {
    double error = w[0] * 1.5 + w[1] - 4;
    return error * error;
  }

  static double[] gradient(double[] w) {
    double error = w[0] * 1.5 + w[1] - 4;
    return new double[] {2 * error * 1.5, 2 * error};
  }

  static Report right() {
    return GradientCheck.of(GradientChecking::loss)
        .gradient(GradientChecking::gradient)
        .named("squared error")
        .at(1, 2);
  }

  // endregion

  static String rightOutput() {
    return right().toString();
  }

  // region wrong
  static double[] forgetful(double[] w) {
    double error = w[0] * 1.5 + w[1] - 4;
    return new double[] {error * 1.5, error};
  }

  // endregion

  static String wrongOutput() {
    return GradientCheck.of(GradientChecking::loss)
        .gradient(GradientChecking::forgetful)
        .named("squared error")
        .at(1, 2)
        .toString();
  }

  static void tensors() {
    // region tensors
    Tensor w = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("w");
    Tensor b = Tensor.of(0.5, -1).named("b");
    Tensor x = Tensor.of(2, -1);
    TensorCheck.ofAll("layer", t -> t.get(0).mv(x).add(t.get(1)).tanh()).at(w, b).verify();
    // endregion
  }

  static void jacobian() {
    // region jacobian
    JacobianCheck.of(x -> new double[] {x[0] * x[1], Math.sin(x[0])})
        .jacobian(x -> new double[][] {{x[1], x[0]}, {Math.cos(x[0]), 0}})
        .vjp((x, yBar) -> new double[] {x[1] * yBar[0] + Math.cos(x[0]) * yBar[1], x[0] * yBar[0]})
        .jvp((x, u) -> new double[] {x[1] * u[0] + x[0] * u[1], Math.cos(x[0]) * u[0]})
        .at(0.7, -1.3)
        .verify();
    // endregion
  }

  static void second() {
    // region second
    GradientCheck.of(x -> x[0] * x[0] * x[1])
        .gradient(x -> new double[] {2 * x[0] * x[1], x[0] * x[0]})
        .hessian(x -> new double[][] {{2 * x[1], 2 * x[0]}, {2 * x[0], 0}})
        .at(0.7, -1.3)
        .verify();
    // endregion
  }

  static void matrices() {
    // region matrices
    Operand w = Operand.ofMatrix("w", new double[][] {{1, 2}, {3, 4}});
    GradientCheck.ofMatrix(m -> m[0][0] * m[1][1] - m[0][1] * m[1][0])
        .gradient(m -> new double[][] {{m[1][1], -m[1][0]}, {-m[0][1], m[0][0]}})
        .named("determinant")
        .at(w)
        .verify();
    GradientCheck.ofAll(x -> x.get(0)[0] * x.get(1)[0])
        .gradient(x -> List.of(new double[] {x.get(1)[0]}, new double[] {x.get(0)[0]}))
        .at(Operand.of("price", 3), Operand.of("amount", 7))
        .verify();
    // endregion
  }

  static void exactly() {
    // region exactly
    GradientCheck.of(x -> Math.exp(x[0]) * x[1])
        .gradient(x -> new double[] {Math.exp(x[0]) * x[1], Math.exp(x[0])})
        .exactly(x -> x[0].exp().multiply(x[1]))
        .at(0.7, -1.3)
        .verify();
    // endregion
  }

  // region overflow
  static double softplus(double[] x) {
    return Math.log(1 + Math.exp(x[0]));
  }

  static double stable(double[] x) {
    return Math.max(x[0], 0) + Math.log1p(Math.exp(-Math.abs(x[0])));
  }

  static double[] sigmoid(double[] x) {
    return new double[] {1 / (1 + Math.exp(-x[0]))};
  }

  static Report overflow() {
    return GradientCheck.of(GradientChecking::softplus)
        .gradient(GradientChecking::sigmoid)
        .reference(GradientChecking::stable)
        .named("softplus")
        .at(0.5);
  }

  // endregion

  static String overflowOutput() {
    return overflow().toString();
  }

  static String branch() {
    return GradientCheck.of(x -> Math.max(x[0], 0))
        .gradient(x -> new double[] {1})
        .named("relu")
        .at(0.7)
        .toString();
  }

  static String single() {
    return GradientCheck.of(x -> (float) Math.sin(x[0]))
        .gradient(x -> new double[] {Math.cos(x[0])})
        .named("sine")
        .at(1)
        .toString();
  }

  static String kink() {
    return GradientCheck.of(x -> Math.abs(x[0]))
        .gradient(x -> new double[] {Math.signum(x[0])})
        .named("size")
        .at(0)
        .toString();
  }

  static String vacuous() {
    return GradientCheck.of(x -> 1 + Math.exp(x[0] - 200))
        .gradient(x -> new double[] {Math.exp(x[0] - 200)})
        .named("tail")
        .at(1)
        .toString();
  }

  static SmallScope.Outcome scope() {
    // region scope
    SmallScope.Outcome outcome =
        SmallScope.of(Catalogue.operation("matmul")).run(42, 8000, () -> {});
    outcome.report().verify();
    // endregion
    return outcome;
  }

  static String scopeOutput() {
    return scope().toString();
  }

  static String vacuity() {
    // region vacuity
    Vacuity ones = Vacuity.of(Catalogue.operation("softmax"), 42, Cotangents.ONES);
    // endregion
    return ones.toString();
  }

  static String command() {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    Main.run(writer, writer, "check", "add", "matmul", "relu", "sigmoid");
    return printed.toString();
  }
}
