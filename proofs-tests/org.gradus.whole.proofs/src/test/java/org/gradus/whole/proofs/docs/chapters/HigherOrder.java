package org.gradus.whole.proofs.docs.chapters;

import java.util.List;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Backward;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/** The examples of the chapter on derivatives of derivatives. */
final class HigherOrder {

  private HigherOrder() {}

  static String hessian() {
    return Printed.by(
        out -> {
          // region hessian
          Tensor x = Tensor.of(3, 5);
          out.println(
              Derivatives.hessian(t -> t.select(0, 0).square().mul(t.select(0, 1)), x)); // x₀²·x₁
          // endregion
        });
  }

  static String recorded() {
    return Printed.by(
        out -> {
          // region recorded
          Tensor a = Tensor.scalar(2).requiresGrad_();
          Tensor y = a.pow(5);
          while (y.requiresGrad()) {
            y = Autograd.of(y).createGraph().grad(a).get(0);
            out.println(y);
          }
          // endregion
        });
  }

  static String jacobian() {
    return Printed.by(
        out -> {
          // region jacobian
          Tensor polar = Tensor.of(2, Math.PI / 6); // radius, angle
          Tensor j = Derivatives.jacobian(HigherOrder::cartesian, polar);
          for (int row = 0; row < 2; row++) {
            out.printf("%8.5f %8.5f%n", j.at(row, 0), j.at(row, 1));
          }
          // endregion
        });
  }

  // region cartesian
  static Tensor cartesian(Tensor polar) {
    Tensor r = polar.first(1);
    Tensor phi = polar.slice(0, 1, 2);
    return Tensor.cat(List.of(r.mul(phi.cos()), r.mul(phi.sin())), 0);
  }

  // endregion

  static String products() {
    return Printed.by(
        out -> {
          // region products
          Tensor polar = Tensor.of(2, Math.PI / 6);
          Tensor v = Tensor.of(1, 0);
          Tensor left = Derivatives.vjp(HigherOrder::cartesian, polar, v);
          Tensor right = Derivatives.jvp(HigherOrder::cartesian, polar, v);
          out.printf("vᵀ·J %8.5f %8.5f%n", left.at(0), left.at(1));
          out.printf("J·v  %8.5f %8.5f%n", right.at(0), right.at(1));
          // endregion
        });
  }

  static String hessianProduct() {
    return Printed.by(
        out -> {
          // region hessian-product
          Tensor x = Tensor.arange(100_000);
          Tensor v = Tensor.ones(100_000);
          Tensor product = Derivatives.hvp(t -> t.pow(4).sum().div(12), x, v); // H = diag(x²)
          out.println(product.first(4));
          // endregion
        });
  }

  static String newton() {
    return Printed.by(
        out -> {
          // region newton
          Tensor w = Tensor.zeros(2);
          for (int t = 0; t < 6; t++) {
            Tensor leaf = w.detach().requiresGrad_();
            Tensor g = Autograd.gradient(loss(leaf), leaf);
            Tensor h = Derivatives.hessian(HigherOrder::loss, w);
            out.printf("step %d  |gradient| %.0e%n", t, g.square().sum().sqrt().item());
            w = w.sub(solve(h, g));
          }
          out.printf("w = (%.6f, %.6f)%n", w.at(0), w.at(1));
          // endregion
        });
  }

  // region likelihood
  static final Tensor HOURS =
      Tensor.of(new double[][] {{1, 1}, {2, 1}, {3, 1}, {4, 1}, {5, 1}, {6, 1}, {7, 1}, {8, 1}});
  static final Tensor PASSED = Tensor.of(0, 0, 1, 0, 0, 1, 1, 1);

  static Tensor loss(Tensor w) {
    Tensor z = HOURS.mv(w);
    return z.exp().log1p().sub(PASSED.mul(z)).sum();
  }

  // endregion

  // region solve
  /** Solves H·s = g for two unknowns, by Cramer's rule. */
  static Tensor solve(Tensor h, Tensor g) {
    double det = h.at(0, 0) * h.at(1, 1) - h.at(0, 1) * h.at(1, 0);
    return Tensor.of(
        (g.at(0) * h.at(1, 1) - h.at(0, 1) * g.at(1)) / det,
        (h.at(0, 0) * g.at(1) - g.at(0) * h.at(1, 0)) / det);
  }

  // endregion

  static String descent() {
    return Printed.by(
        out -> {
          // region descent
          Tensor w = Tensor.zeros(2).requiresGrad_();
          int steps = 0;
          double size;
          do {
            w.clearGrad();
            loss(w).backward();
            size = w.grad().square().sum().sqrt().item();
            steps++;
            try (var off = NoGrad.on()) {
              w.sub_(w.grad().mul(0.07));
            }
          } while (size > 1e-9);
          out.printf("%d steps, w = (%.6f, %.6f)%n", steps, w.at(0), w.at(1));
          // endregion
        });
  }

  static String onceRefused() {
    return Printed.refusal(
        () -> {
          // region once
          Tensor a = Tensor.scalar(2).requiresGrad_();
          Tensor first = Autograd.of(Cubed.of(a)).createGraph().grad(a).get(0);
          Autograd.of(first).grad(a); // the first derivative was right, 12
          // endregion
        });
  }

  static String unrecorded() {
    return Printed.refusal(
        () -> {
          // region unrecorded
          Tensor a = Tensor.scalar(2).requiresGrad_();
          Tensor first = Autograd.gradient(a.pow(3), a).named("first");
          first.backward();
          // endregion
        });
  }

  static String added() {
    return Printed.by(
        out -> {
          // region added
          Tensor a = Tensor.scalar(3).requiresGrad_();
          a.pow(3).backward(Backward.CREATE_GRAPH);
          a.grad().backward(); // without a.clearGrad()
          out.println(a.grad().item());
          // endregion
        });
  }

  static String flat() {
    return Printed.by(
        out -> {
          // region flat
          Tensor x = Tensor.of(-1, 2);
          out.println(Derivatives.hessian(t -> t.relu().mul(3).sum(), x));
          // endregion
        });
  }

  static String exercise() {
    return Printed.by(
        out -> {
          // region exercise
          Tensor x = Tensor.of(1, 2).requiresGrad_();
          Tensor w = Tensor.of(0.5, -0.125).requiresGrad_();
          Tensor f = w.dot(x).tanh();
          Tensor byX = Autograd.of(f).createGraph().grad(x).get(0);
          Tensor byW = Autograd.gradient(byX.square().sum(), w);
          double y = Math.tanh(0.25);
          double slope = 1 - y * y; // tanh′
          double size = 0.5 * 0.5 + 0.125 * 0.125; // |w|²
          for (int i = 0; i < 2; i++) {
            double hand = 2 * w.at(i) * slope * slope - 4 * size * y * slope * slope * x.at(i);
            out.printf("graph %.12f  by hand %.12f%n", byW.at(i), hand);
          }
          // endregion
        });
  }
}
