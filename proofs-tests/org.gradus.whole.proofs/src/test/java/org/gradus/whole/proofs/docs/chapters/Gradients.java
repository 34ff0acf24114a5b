package org.gradus.whole.proofs.docs.chapters;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.GradientCheck;
import org.gradus.check.Operand;
import org.gradus.check.Report;
import org.gradus.check.Subject;
import org.gradus.check.operation.OperationCheck;
import org.gradus.check.operation.TensorCheck;
import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.whole.proofs.lesson.Problem;

/** The examples of the chapter on how a gradient is computed and why we believe it. */
final class Gradients {

  private Gradients() {}

  static String fanOut() {
    return Printed.by(
        out -> {
          // region fan-out
          Tensor a = Tensor.scalar(3).requiresGrad_();
          Tensor b = a.mul(2);
          Tensor c = a.mul(a);
          Tensor loss = b.mul(c);
          loss.backward();
          out.println(loss);
          out.println(a.grad());
          // endregion
        });
  }

  static String rules() {
    return Printed.by(
        out -> {
          // region rules
          for (String id : List.of("add", "mul", "sin", "sigmoid", "mv", "mean", "mse")) {
            var operation = Catalogue.operation(id);
            out.printf("%-8s  %-24s  %s%n", id, operation.formula(), operation.rule());
          }
          // endregion
        });
  }

  static String byHand() {
    return Printed.by(
        out -> {
          // region by-hand
          double x = 1.5;
          double target = 1;
          Tensor w = Tensor.scalar(0.4).requiresGrad_();
          Tensor s = w.mul(x).sigmoid();
          s.sub(target).square().backward();
          double sigma = 1 / (1 + Math.exp(-0.4 * x));
          out.printf("graph    %.15f%n", w.grad().item());
          out.printf("by hand  %.15f%n", 2 * (sigma - target) * sigma * (1 - sigma) * x);
          // endregion
        });
  }

  static String walk() {
    return Printed.by(
        out -> {
          // region walk
          Tensor a = Tensor.scalar(3).named("a").requiresGrad_();
          Tensor loss = a.mul(2).mul(a.mul(a));
          out.print(tree(loss.gradientFunction().orElseThrow(), ""));
          // endregion
        });
  }

  // region tree
  static String tree(GradientFunction node, String indent) {
    String leaf = node.variable().map(v -> " of " + v.signature()).orElse("");
    return indent
        + node.name()
        + leaf
        + "\n"
        + node.next().stream().map(n -> tree(n, indent + "  ")).collect(Collectors.joining());
  }

  // endregion

  // region power
  static Tensor power(Tensor x, int n) {
    return n == 1 ? x : x.mul(power(x, n - 1));
  }

  // endregion

  static String dynamic() {
    return Printed.by(
        out -> {
          // region dynamic
          Tensor x = Tensor.scalar(2).requiresGrad_();
          power(x, 5).backward();
          out.println(x.grad()); // 5·x⁴
          // endregion
        });
  }

  static String flags() {
    return Printed.by(
        out -> {
          // region flags
          Tensor w = Tensor.of(3, 2).requiresGrad_();
          Tensor x = Tensor.of(1, -1);
          out.println(w.requiresGrad() + " " + x.requiresGrad());
          out.println(w.mul(x).requiresGrad() + " " + x.mul(x).requiresGrad());
          w.requiresGrad_(false); // frozen
          out.println(w.mul(x).requiresGrad());
          // endregion
        });
  }

  static String accumulate() {
    return Printed.by(
        out -> {
          // region accumulate
          Tensor a = Tensor.of(3).requiresGrad_();
          out.println(a.hasGrad());
          a.mul(a).sum().backward();
          out.println(a.grad());
          a.mul(a).sum().backward();
          out.println(a.grad());
          a.grad().zero_();
          out.println(a.grad());
          // endregion
        });
  }

  static String noGrad() {
    return Printed.by(
        out -> {
          // region no-grad
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          try (var off = NoGrad.on()) {
            out.println(a.mul(2)); // not recorded
            out.println(Tensor.ones(2).requiresGrad_()); // marked, although made here
          }
          out.println(a.mul(2));
          // endregion
        });
  }

  static String detach() {
    return Printed.by(
        out -> {
          // region detach
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          Tensor y = a.mul(a);
          Tensor alias = y.detach();
          out.println(alias + " shares storage: " + alias.sharesStorageWith(y));
          y.sum().backward(); // y still knows its history
          out.println(a.grad());
          // endregion
        });
  }

  static String update() {
    return Printed.by(
        out -> {
          // region update
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          a.mul(a).sum().backward();
          int before = a.version();
          try (var off = NoGrad.on()) {
            a.sub_(a.grad().mul(0.1));
          }
          out.println(a + "  leaf: " + a.isLeaf() + "  gradient: " + a.grad());
          out.println("version " + before + " -> " + a.version());
          // endregion
        });
  }

  static String harmless() {
    return Printed.by(
        out -> {
          // region harmless
          Tensor a = Tensor.of(0.5, 0.75).requiresGrad_();
          Tensor loss = Tensor.ones(5, 2).matmul(a).sum(); // needs x for ∂/∂a, not a
          try (var off = NoGrad.on()) {
            a.sub_(0.1);
          }
          loss.backward();
          out.println(a.grad());
          // endregion
        });
  }

  static String harmful() {
    return Printed.refusal(
        () -> {
          // region harmful
          Tensor a = Tensor.of(0.5, 0.75).named("a").requiresGrad_();
          Tensor loss = a.mul(a).sum(); // needs a for ∂/∂a
          try (var off = NoGrad.on()) {
            a.sub_(0.1);
          }
          loss.backward();
          // endregion
        });
  }

  static String twice() {
    return Printed.refusal(
        () -> {
          // region twice
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          Tensor loss = a.mul(a).sum();
          loss.backward();
          loss.backward();
          // endregion
        });
  }

  static String severalNumbers() {
    return Printed.refusal(
        () -> {
          // region several-numbers
          Tensor a = Tensor.of(1, 2).requiresGrad_();
          a.mul(a).named("y").backward();
          // endregion
        });
  }

  static String nothingRequired() {
    return Printed.refusal(
        () -> {
          // region nothing-required
          Tensor a = Tensor.of(1, 2);
          a.mul(a).sum().named("loss").backward();
          // endregion
        });
  }

  static String leafInPlace() {
    return Printed.refusal(
        () -> {
          // region leaf-in-place
          Tensor a = Tensor.of(1, 2).named("a").requiresGrad_();
          a.mul_(2);
          // endregion
        });
  }

  static String secondOrder() {
    return Printed.by(
        out -> {
          // region second-order
          Tensor a = Tensor.scalar(2).requiresGrad_();
          a.pow(3).backward(Backward.CREATE_GRAPH);
          Tensor first = a.grad();
          a.clearGrad();
          first.backward();
          out.println(first.detach() + " " + a.grad()); // 3a² and 6a
          // endregion
        });
  }

  static String differences() {
    return Printed.by(
        out -> {
          // region differences
          double x = 1.3;
          for (int k = 1; k <= 13; k += 2) {
            double h = Math.pow(10, -k);
            double right = x + h;
            double left = x - h;
            double quotient = (f(right) - f(left)) / (right - left);
            out.printf("h = 1e-%02d  error %.0e%n", k, Math.abs(quotient / slope(x) - 1));
          }
          var t = new DerivativeStructure(1, 1, 0, x); // x and its derivative, carried along
          double exact = t.sin().multiply(t.pow(3)).getPartialDerivative(1);
          out.printf("forward    error %.0e%n", Math.abs(exact / slope(x) - 1));
          // endregion
        });
  }

  // region function
  static double f(double x) {
    return StrictMath.sin(x) * x * x * x;
  }

  static double slope(double x) {
    return StrictMath.cos(x) * x * x * x + StrictMath.sin(x) * 3 * x * x;
  }

  // endregion

  static String wrongRule() {
    return Printed.by(
        out -> {
          // region wrong-rule
          Subject square =
              Subject.ofArray(
                  "square",
                  x -> new double[] {x[0] * x[0], x[1] * x[1]},
                  (x, yBar) -> new double[] {2.0018 * x[0] * yBar[0], 2.0018 * x[1] * yBar[1]});
          out.println(GradientCheck.of(square).at(0.7, -1.3));
          // endregion
        });
  }

  static String rightGradient() {
    return Printed.by(
        out -> {
          Problem problem = Problem.drawn(42);
          // region right-gradient
          Tensor x = problem.x().tensor();
          Tensor y = problem.y().tensor();
          TensorCheck loss = TensorCheck.of("loss", a -> x.matmul(a).mse(y));
          out.println(loss.at(Tensor.of(-1, 1).named("a")));
          // endregion
        });
  }

  static String lessonOperations() {
    return Printed.by(
        out -> {
          // region lesson-operations
          for (String id : List.of("mv", "sub", "square", "mean", "mse")) {
            Report report = OperationCheck.of(Catalogue.operation(id)).run(42, 20, () -> {});
            out.printf("%-7s passed: %s%n", id, report.passed());
          }
          // endregion
        });
  }

  static String exercise() {
    return Printed.by(
        out -> {
          // region exercise
          Subject relu =
              Subject.ofArray(
                  "relu",
                  x -> new double[] {Math.max(x[0], 0), Math.max(x[1], 0)},
                  (x, yBar) -> yBar.clone()); // wrong for negative numbers
          out.println(GradientCheck.of(relu).onlyHere().at(List.of(Operand.of("x", 0.7, 1.3))));
          out.println(GradientCheck.of(relu).onlyHere().at(List.of(Operand.of("x", 0.7, -1.3))));
          // endregion
        });
  }
}
