package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

/** Ways in which two results agree. */
final class Agreement {
  private Agreement() {}

  /** Equal shapes and numbers; both zeros are one number, and NaN is NaN. */
  static void same(Tensor expected, Tensor actual) {
    relative(0, expected, actual);
  }

  /** Equal shapes, and numbers that differ by at most {@code bound} times the expected one. */
  static void relative(double bound, Tensor expected, Tensor actual) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double[] e = expected.detach().toArray();
    double[] a = actual.detach().toArray();
    for (int i = 0; i < e.length; i++) {
      boolean agrees =
          e[i] == a[i]
              || Double.isNaN(e[i]) && Double.isNaN(a[i])
              || Math.abs(e[i] - a[i]) <= bound * Math.abs(e[i]);
      assertThat(agrees)
          .as("element %d: expected %s, actual %s, bound %s", i, e[i], a[i], bound)
          .isTrue();
    }
  }

  /**
   * Equal shapes, and finite numbers that differ by at most {@code bound} times the size of the
   * terms that they are added up from.
   */
  static void ofTerms(double bound, Tensor terms, Tensor expected, Tensor actual) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    assertThat(terms.shape()).isEqualTo(expected.shape());
    double[] sizes = terms.detach().toArray();
    double[] e = expected.detach().toArray();
    double[] a = actual.detach().toArray();
    for (int i = 0; i < e.length; i++) {
      assertThat(Math.abs(e[i] - a[i]))
          .as("element %d: expected %s, actual %s, terms %s", i, e[i], a[i], sizes[i])
          .isLessThanOrEqualTo(bound * sizes[i]);
    }
  }

  /** Equal shapes, and finite numbers that differ by at most {@code bound}. */
  static void near(double bound, Tensor expected, Tensor actual) {
    assertThat(actual.shape()).isEqualTo(expected.shape());
    double[] e = expected.detach().toArray();
    double[] a = actual.detach().toArray();
    for (int i = 0; i < e.length; i++) {
      assertThat(Math.abs(e[i] - a[i]))
          .as("element %d: expected %s, actual %s", i, e[i], a[i])
          .isLessThanOrEqualTo(bound);
    }
  }

  /** The same bits, in row-major order; all NaN are one. */
  static void bits(Tensor actual, double... expected) {
    assertArrayEquals(expected, actual.detach().toArray());
  }

  /** The same bits; all NaN are one. */
  static void bits(double[] actual, double... expected) {
    assertArrayEquals(expected, actual);
  }

  /** Gradient of the sum of {@code f} at x. */
  static double[] slope(UnaryOperator<Tensor> f, double... x) {
    Tensor leaf = Tensor.of(x).requiresGrad_();
    f.apply(leaf).sum().backward();
    return leaf.grad().toArray();
  }

  /** Whole numbers near 8·x: their sums and products are exact. */
  static Tensor whole(Tensor x) {
    double[] values = x.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.rint(8 * values[i]);
    }
    return Tensor.of(values).reshape(x.shape());
  }

  /** ⟨ȳ, f(x)⟩ = Σᵢ ⟨x̄ᵢ, xᵢ⟩ exactly, for a linear f that moves or adds whole numbers. */
  static void adjoint(Case linear) {
    List<Tensor> x = linear.operands().stream().map(t -> whole(t).requiresGrad_()).toList();
    Tensor y = linear.application().apply(x);
    Tensor yBar = Tensor.arange(y.numel()).add(3).reshape(y.shape());
    double forward = y.detach().mul(yBar).sum().item();
    y.backward(yBar);
    double reverse = x.stream().mapToDouble(t -> t.grad().mul(t.detach()).sum().item()).sum();
    assertThat(reverse).isEqualTo(forward);
  }
}
