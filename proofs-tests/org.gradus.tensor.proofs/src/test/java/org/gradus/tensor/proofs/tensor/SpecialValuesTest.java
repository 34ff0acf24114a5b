package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Elementwise functions at zeros, infinities, NaN, subnormal and huge numbers, bit for bit. */
// [proof->tensor~special-values~1]
class SpecialValuesTest {
  private static final double[] POWERS = {0, -0.0, 1, 2, 3, -1, -2, 0.5, -0.5, Double.NaN};

  @TestFactory
  Stream<DynamicTest> functionsOfOneNumber() {
    return Stream.of(
        unary("neg", Tensor::neg, x -> -x),
        unary("exp", Tensor::exp, Math::exp),
        unary("log", Tensor::log, Math::log),
        unary("log1p", Tensor::log1p, Math::log1p),
        unary("expm1", Tensor::expm1, Math::expm1),
        unary("sqrt", Tensor::sqrt, Math::sqrt),
        unary("abs", Tensor::abs, Math::abs),
        unary("square", Tensor::square, x -> x * x),
        unary("reciprocal", Tensor::reciprocal, x -> 1 / x),
        unary("sin", Tensor::sin, Math::sin),
        unary("cos", Tensor::cos, Math::cos),
        unary("tanh", Tensor::tanh, Math::tanh),
        unary("clone", Tensor::clone, x -> x),
        unary("relu", Tensor::relu, x -> Double.isNaN(x) ? x : Math.max(x, 0.0)),
        unary("clamp", t -> t.clamp(-1, 2), x -> x < -1 ? -1 : x > 2 ? 2 : x),
        unary("clamp upside down", t -> t.clamp(2, -1), x -> Double.isNaN(x) ? x : -1));
  }

  @TestFactory
  Stream<DynamicTest> functionsOfTwoNumbers() {
    return Stream.of(
        binary("add", Tensor::add, (a, b) -> a + b),
        binary("sub", Tensor::sub, (a, b) -> a - b),
        binary("mul", Tensor::mul, (a, b) -> a * b),
        binary("div", Tensor::div, (a, b) -> a / b),
        binary("pow", Tensor::pow, SpecialValuesTest::power),
        binary("maximum", Tensor::maximum, Math::max),
        binary("minimum", Tensor::minimum, Math::min),
        binary("where", (a, b) -> Tensor.where(a, a, b), (a, b) -> a != 0 ? a : b));
  }

  @Test
  void powerWithAConstantIsThatOfJavaAndHalfOfOneIsARoot() {
    for (double n : POWERS) {
      Tensor y = Tensor.of(SpecialValues.ALL).pow(n);
      same("pow " + n, y, x -> Math.abs(n) == 0.5 ? root(x, n) : power(x, n));
    }
  }

  private static double root(double x, double n) {
    return n > 0 ? Math.sqrt(x) : 1 / Math.sqrt(x);
  }

  /** Java's power, except that a power of 1 is 1, and so is one of −1 to infinity. */
  private static double power(double a, double b) {
    return a == 1 || a == -1 && Double.isInfinite(b) ? 1 : Math.pow(a, b);
  }

  @Test
  void functionsOfATensorAndANumberTakeTheNumberEverywhere() {
    for (double c : SpecialValues.ALL) {
      Tensor x = Tensor.of(SpecialValues.ALL);
      same("add " + c, x.add(c), v -> v + c);
      same("sub " + c, x.sub(c), v -> v - c);
      same("mul " + c, x.mul(c), v -> v * c);
      same("div " + c, x.div(c), v -> v / c);
    }
  }

  @Test
  void sigmoidNeverOverflowsAndReachesItsLimits() {
    Tensor y = Tensor.of(SpecialValues.ALL).sigmoid();
    for (int i = 0; i < SpecialValues.ALL.length; i++) {
      double x = SpecialValues.ALL[i];
      if (Double.isNaN(x)) {
        assertThat(y.at(i)).isNaN();
      } else {
        assertThat(y.at(i)).as("sigmoid of %s", x).isBetween(0.0, 1.0);
      }
    }
    assertThat(Tensor.of(0.0, -0.0).sigmoid().toArray()).containsExactly(0.5, 0.5);
    assertThat(Tensor.scalar(Double.POSITIVE_INFINITY).sigmoid().item()).isOne();
    assertThat(Tensor.scalar(Double.NEGATIVE_INFINITY).sigmoid().item()).isZero();
    assertThat(Tensor.scalar(-700).sigmoid().item()).isEqualTo(Math.exp(-700));
    assertThat(Tensor.scalar(-745).sigmoid().item()).isPositive();
  }

  private static DynamicTest unary(
      String name, UnaryOperator<Tensor> function, DoubleUnaryOperator expected) {
    return DynamicTest.dynamicTest(
        name, () -> same(name, function.apply(Tensor.of(SpecialValues.ALL)), expected));
  }

  private static DynamicTest binary(
      String name, BinaryOperator<Tensor> function, DoubleBinaryOperator expected) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          Tensor row = Tensor.of(SpecialValues.ALL);
          for (double a : SpecialValues.ALL) {
            Tensor left = Tensor.scalar(a);
            same(name + " broadcast", function.apply(left, row), b -> expected.applyAsDouble(a, b));
            Tensor dense = left.expand(row.shape()).clone();
            same(name + " dense", function.apply(dense, row), b -> expected.applyAsDouble(a, b));
          }
        });
  }

  /** Compared as bits, so that −0 is not 0; every NaN is one. */
  private static void same(String title, Tensor y, DoubleUnaryOperator expected) {
    double[] values = y.toArray();
    double[] wanted = Arrays.stream(SpecialValues.ALL).map(expected).toArray();
    for (int i = 0; i < wanted.length; i++) {
      assertThat(Double.doubleToLongBits(values[i]))
          .as("%s at %s: %s, not %s", title, SpecialValues.ALL[i], values[i], wanted[i])
          .isEqualTo(Double.doubleToLongBits(wanted[i]));
    }
  }
}
