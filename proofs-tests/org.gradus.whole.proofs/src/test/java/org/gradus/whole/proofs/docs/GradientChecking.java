package org.gradus.whole.proofs.docs;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gradus.check.GradientCheck;
import org.gradus.check.Report;
import org.gradus.check.Subject;
import org.gradus.check.operation.TensorCheck;
import org.gradus.cli.Main;
import org.gradus.tensor.Tensor;

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
    return GradientCheck.of(
            Subject.ofScalar("squared error", GradientChecking::loss, GradientChecking::gradient))
        .at(1, 2);
  }

  // endregion

  static String rightOutput() {
    return right().toString();
  }

  // region wrong
  static double[] forgetful(double[] w) {
    double error = w[0] * 1.5 + w[1] - 4;
    return new double[] {2 * error * 1.5, error};
  }

  // endregion

  static String wrongOutput() {
    return GradientCheck.of(
            Subject.ofScalar("squared error", GradientChecking::loss, GradientChecking::forgetful))
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

  static String single() {
    return GradientCheck.of(
            Subject.ofScalar(
                "sine", x -> (float) Math.sin(x[0]), x -> new double[] {Math.cos(x[0])}))
        .at(1)
        .toString();
  }

  static String kink() {
    return GradientCheck.of(
            Subject.ofScalar("size", x -> Math.abs(x[0]), x -> new double[] {Math.signum(x[0])}))
        .at(0)
        .toString();
  }

  static String vacuous() {
    return GradientCheck.of(
            Subject.ofScalar(
                "tail", x -> 1 + Math.exp(x[0] - 200), x -> new double[] {Math.exp(x[0] - 200)}))
        .at(1)
        .toString();
  }

  static String command() {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    Main.run(writer, writer, "check", "add", "matmul", "relu", "sigmoid");
    return printed.toString();
  }
}
