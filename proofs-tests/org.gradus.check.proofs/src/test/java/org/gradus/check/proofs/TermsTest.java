package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.special.Erf;
import org.gradus.check.Comparison;
import org.gradus.check.Oracle;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The size of the terms of a function f of one number a, and of its derivatives, read off the scale
 * of a comparison. By the rules for sizes it is
 *
 * <pre>
 *   (n + 1)·|f⁽ⁿ⁾(a)| + |f⁽ⁿ⁺¹⁾(a)|·|a|        for the n-th derivative
 * </pre>
 *
 * <p>The derivatives come from Commons Math, so that a wrong formula of one shows.
 */
// [proof->check~terms~1]
class TermsTest {
  private static final double A = 0.7;

  /** Some of so many neighboring seeds ask each oracle. */
  private static final int SEEDS = 40;

  /** Some dozen roundings on either side. */
  private static final double ROUNDING = 1e-13;

  private static final Map<Oracle, Integer> ORDERS =
      Map.of(
          Oracle.VALUE, 0,
          Oracle.FORWARD_MODE, 1,
          Oracle.ADJOINT, 1,
          Oracle.SECOND_ORDER, 2,
          Oracle.THIRD_ORDER, 3);

  /** A function: in tensors, in any numbers, and in those of Commons Math. */
  record Function(
      String name,
      UnaryOperator<Tensor> tensor,
      Definition.Unary definition,
      UnaryOperator<DerivativeStructure> exact) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Function> functions() {
    return Stream.of(
        new Function("exp", Tensor::exp, TermsTest::exp, DerivativeStructure::exp),
        new Function("log", Tensor::log, TermsTest::log, DerivativeStructure::log),
        new Function("sqrt", Tensor::sqrt, TermsTest::sqrt, DerivativeStructure::sqrt),
        new Function("sin", Tensor::sin, TermsTest::sin, DerivativeStructure::sin),
        new Function("cos", Tensor::cos, TermsTest::cos, DerivativeStructure::cos),
        new Function("atan", Tensor::atan, TermsTest::atan, DerivativeStructure::atan),
        new Function("erf", Tensor::erf, TermsTest::erf, TermsTest::exactErf),
        new Function("pow", x -> x.pow(-1.5), TermsTest::power, x -> x.pow(-1.5)));
  }

  @ParameterizedTest
  @MethodSource("functions")
  void aFunctionEnlargesTheSizeByItsDerivative(Function function) {
    double[] f = function.exact().apply(new DerivativeStructure(1, 4, 0, A)).getAllDerivatives();
    ORDERS.forEach(
        (oracle, n) ->
            assertThat(relativeSize(function, oracle))
                .as("%s of %s", oracle, function)
                .isCloseTo(n + 1 + Math.abs(f[n + 1] / f[n]) * A, within(ROUNDING * 100)));
  }

  /**
   * For e^g with g = −3x² + x + 2 by these steps: |g| has terms of size 6x² + x + 2, its derivative
   * of 12x + 1, and of all that e^g makes (size + 1)·e^g and (size + 2)·e^g.
   */
  @Test
  void eachStepAddsWhatItRounds() {
    Function steps =
        new Function(
            "steps",
            x -> x.mul(x).mul(-3).sub(x.neg()).add(2).exp(),
            TermsTest::steps,
            DerivativeStructure::exp);
    double size = 6 * A * A + A + 2;
    assertThat(relativeSize(steps, Oracle.VALUE)).isCloseTo(size + 1, within(ROUNDING * 100));
    assertThat(relativeSize(steps, Oracle.FORWARD_MODE))
        .isCloseTo((size + 2) * (12 * A + 1) / Math.abs(1 - 6 * A), within(ROUNDING * 100));
  }

  /** Size of the terms relative to the number, as an oracle of twice the function has it. */
  private static double relativeSize(Function function, Oracle oracle) {
    Case twice =
        Case.of(
            function.name(),
            Tensor.of(A),
            x -> function.tensor().apply(x).mul(2),
            Definition.elementwise(function.definition()));
    Comparison found =
        LongStream.range(0, SEEDS)
            .boxed()
            .flatMap(seed -> OperationCheck.check(twice, seed).failures().stream())
            .filter(failure -> failure.oracle() == oracle)
            .findFirst()
            .orElseThrow();
    return found.scale() / Math.abs(found.expected());
  }

  /** erf by its Taylor coefficients at a: the first derivative is 2/√π·e^(−a²). */
  private static DerivativeStructure exactErf(DerivativeStructure x) {
    double[] bell =
        new DerivativeStructure(1, 4, 0, x.getValue())
            .pow(2)
            .negate()
            .exp()
            .multiply(2 / Math.sqrt(Math.PI))
            .getAllDerivatives();
    double[] all = new double[bell.length];
    all[0] = Erf.erf(x.getValue());
    IntStream.range(1, all.length).forEach(n -> all[n] = bell[n - 1]);
    return new DerivativeStructure(1, 4, all);
  }

  private static <S extends Real<S>> S exp(S x) {
    return x.exp();
  }

  private static <S extends Real<S>> S log(S x) {
    return x.log();
  }

  private static <S extends Real<S>> S sqrt(S x) {
    return x.sqrt();
  }

  private static <S extends Real<S>> S sin(S x) {
    return x.sin();
  }

  private static <S extends Real<S>> S cos(S x) {
    return x.cos();
  }

  private static <S extends Real<S>> S atan(S x) {
    return x.atan();
  }

  private static <S extends Real<S>> S erf(S x) {
    return x.erf();
  }

  private static <S extends Real<S>> S power(S x) {
    return x.pow(-1.5);
  }

  private static <S extends Real<S>> S steps(S x) {
    return x.mul(x).mul(-3).sub(x.neg()).add(2).exp();
  }
}
