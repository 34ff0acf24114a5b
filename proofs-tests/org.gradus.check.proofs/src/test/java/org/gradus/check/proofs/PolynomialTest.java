package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.check.operation.Polynomial;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Harmless;
import org.gradus.tensor.op.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Degrees of operations, and what is declared of linear ones. */
// [proof->check~degree~1]
class PolynomialTest {
  private static final Map<String, Polynomial> DEGREES =
      Catalogue.operations().stream()
          .collect(
              Collectors.toMap(
                  Operation::id, Polynomial::of, (first, second) -> first, TreeMap::new));

  @ParameterizedTest
  @CsvSource({"add, 1", "relu, 1", "mul, 2", "mse, 2", "matmul, 2", "conv2d, 2"})
  void aPolynomialHasItsDegree(String id, int degree) {
    assertThat(degrees(id).degree()).hasValue(degree);
    assertThat(degrees(id).cases()).isGreaterThan(100);
    assertThat(degrees(id).isEverywhere()).isTrue();
    assertThat(degrees(id)).hasToString("" + degree);
  }

  @Test
  void whatIsNoPolynomialHasNone() {
    for (String id : List.of("exp", "div", "sqrt", "softmax", "logSumExp")) {
      assertThat(degrees(id).polynomials()).as(id).isZero();
      assertThat(degrees(id)).as(id).hasToString("none");
      assertThat(degrees(id).isLinear()).as(id).isFalse();
    }
  }

  @Test
  void whatIsOneInSomeCasesAloneIsSaidSo() {
    Polynomial some = new Polynomial(OptionalInt.of(1), 40, 200);
    assertThat(some).hasToString("1 in 40 of 200 cases");
    assertThat(some.isEverywhere()).isFalse();
    assertThat(some.isLinear()).isFalse();
  }

  private static Polynomial degrees(String id) {
    return DEGREES.getOrDefault(id, new Polynomial(OptionalInt.empty(), 0, 0));
  }

  /** So the list of them can neither lack a linear operation nor name another one. */
  @Test
  void aRuleThatCannotBeDifferentiatedIsHarmlessWhereTheOperationIsLinearAlone() {
    assertThat(harmless("rule not differentiable"))
        .containsExactlyElementsOf(linear(operation -> true));
  }

  /** Such a rule reads no number: the gradient is the same on the other side of zero. */
  @Test
  void anOperandNeedNotBeSavedWhereTheSlopeIsTheSameEverywhereAlone() {
    assertThat(harmless("operand not saved"))
        .containsExactlyElementsOf(linear(PolynomialTest::hasOneSlope));
  }

  private static boolean hasOneSlope(Operation operation) {
    Draw draw = Draw.from(new SplittableRandom(3));
    return Stream.generate(() -> operation.sampler().apply(draw))
        .limit(100)
        .allMatch(
            sampled ->
                slopes(sampled, UnaryOperator.identity()).equals(slopes(sampled, Tensor::neg)));
  }

  private static List<String> slopes(Case sampled, UnaryOperator<Tensor> side) {
    Tensor[] x =
        sampled.operands().stream()
            .map(operand -> side.apply(operand).clone().requiresGrad_())
            .toArray(Tensor[]::new);
    sampled.application().apply(List.of(x)).sum().backward();
    return Stream.of(x).map(operand -> operand.grad().toString()).toList();
  }

  private static TreeSet<String> linear(Predicate<Operation> also) {
    return Catalogue.operations().stream()
        .filter(operation -> degrees(operation.id()).isLinear())
        .filter(also)
        .map(Operation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<String> harmless(String mistake) {
    return Catalogue.operations().stream()
        .filter(
            operation ->
                Catalogue.harmless(operation.id()).stream()
                    .map(Harmless::misconception)
                    .anyMatch(mistake::equals))
        .map(Operation::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
