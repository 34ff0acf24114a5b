package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Tensor;

/**
 * Every entry of Jacobian, Hessian and the tensor of third derivatives, and every product with a
 * vector, against exact forward mode.
 *
 * <pre>
 *   f(x) = (Σ xᵢ)³ + Σ sin(xᵢ·xᵢ₊₁)·exp(xᵢ/2) + x₀/(2 + x₁²)
 *   g(x)ᵢ = sin(xᵢ·xᵢ₊₁)·exp(xᵢ/2)
 * </pre>
 */
// [proof->autograd~derivatives~1]
class HigherOrderProperties {
  private static final int N = 3;

  /** Derivatives of size below 100 made of some fifty terms: 50·100·2⁻⁵³, doubled. */
  private static final double ROUNDING = 1e-12;

  @Property(tries = 200)
  void jacobianIsThatOfForwardMode(@ForAll("points") double[] x) {
    Tensor jacobian = Derivatives.jacobian(HigherOrderProperties::waves, Tensor.of(x));
    for (int i = 0; i < N; i++) {
      DerivativeStructure y = wave(numbers(x, 1), i);
      for (int j = 0; j < N; j++) {
        assertThat(jacobian.at(i, j)).isCloseTo(partial(y, j), within(ROUNDING));
      }
    }
  }

  @Property(tries = 200)
  void hessianAndThirdDerivativesAreThoseOfForwardMode(@ForAll("points") double[] x) {
    DerivativeStructure y = line(numbers(x, 3));
    Tensor hessian = Derivatives.hessian(HigherOrderProperties::line, Tensor.of(x));
    Tensor leaf = Tensor.of(x).requiresGrad_();
    Tensor first = Autograd.of(line(leaf)).createGraph().grad(leaf).get(0);
    for (int i = 0; i < N; i++) {
      assertThat(first.at(i)).isCloseTo(partial(y, i), within(ROUNDING));
      Tensor second = Autograd.of(first.select(0, i)).createGraph().grad(leaf).get(0);
      for (int j = 0; j < N; j++) {
        assertThat(hessian.at(i, j)).isCloseTo(partial(y, i, j), within(ROUNDING));
        assertThat(second.at(j)).isCloseTo(partial(y, i, j), within(ROUNDING));
        Tensor third = Autograd.of(second.select(0, j)).retainGraph().grad(leaf).get(0);
        for (int k = 0; k < N; k++) {
          assertThat(third.at(k)).isCloseTo(partial(y, i, j, k), within(10 * ROUNDING));
        }
      }
    }
  }

  @Property(tries = 200)
  void productsAreThoseOfTheMatrices(@ForAll("points") double[] x, @ForAll("points") double[] v) {
    Tensor at = Tensor.of(x);
    Tensor along = Tensor.of(v);
    Tensor jacobian = Derivatives.jacobian(HigherOrderProperties::waves, at);
    Tensor hessian = Derivatives.hessian(HigherOrderProperties::line, at);
    assertThat(Derivatives.jvp(HigherOrderProperties::waves, at, along).toArray())
        .containsExactly(jacobian.mv(along).toArray(), within(ROUNDING));
    assertThat(Derivatives.vjp(HigherOrderProperties::waves, at, along).toArray())
        .containsExactly(along.matmul(jacobian).toArray(), within(ROUNDING));
    assertThat(Derivatives.hvp(HigherOrderProperties::line, at, along).toArray())
        .containsExactly(hessian.mv(along).toArray(), within(ROUNDING));
  }

  @Provide
  Arbitrary<double[]> points() {
    return Arbitraries.doubles().between(-1.5, 1.5).ofScale(6).array(double[].class).ofSize(N);
  }

  private static Tensor waves(Tensor x) {
    Tensor next = Tensor.cat(List.of(x.slice(0, 1, N), x.first(1)), 0);
    return x.mul(next).sin().mul(x.div(2).exp());
  }

  private static Tensor line(Tensor x) {
    Tensor quotient = x.select(0, 0).div(x.select(0, 1).square().add(2));
    return x.sum().pow(3).add(waves(x).sum()).add(quotient);
  }

  private static DerivativeStructure wave(DerivativeStructure[] x, int i) {
    return x[i].multiply(x[(i + 1) % N]).sin().multiply(x[i].divide(2).exp());
  }

  private static DerivativeStructure line(DerivativeStructure[] x) {
    DerivativeStructure y = x[0].add(x[1]).add(x[2]).pow(3);
    for (int i = 0; i < N; i++) {
      y = y.add(wave(x, i));
    }
    return y.add(x[0].divide(x[1].multiply(x[1]).add(2)));
  }

  private static DerivativeStructure[] numbers(double[] x, int order) {
    DerivativeStructure[] numbers = new DerivativeStructure[N];
    for (int i = 0; i < N; i++) {
      numbers[i] = new DerivativeStructure(N, order, i, x[i]);
    }
    return numbers;
  }

  private static double partial(DerivativeStructure y, int... by) {
    int[] orders = new int[N];
    for (int i : by) {
      orders[i]++;
    }
    return y.getPartialDerivative(orders);
  }
}
