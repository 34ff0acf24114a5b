package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

// [proof->check~operation-check~1]
class OperationCheckTest {
  /** One is enough for a run that breaks the code, and repeats this for each break. */
  private static final int SEEDS = Integer.getInteger("gradus.seeds", 50);

  private static final int TRIES = 20;

  /** What an exact oracle of the first derivative of every operation must notice. */
  private static final double MOST_SENSITIVITY = 2e-12;

  /** What differences must. */
  private static final double MOST_BY_DIFFERENCES = 1e-9;

  /** All of the catalogue, or every tenth and the like, for the same reason. */
  static List<Operation> operations() {
    int step = Integer.getInteger("gradus.every", 1);
    List<Operation> all = Catalogue.operations();
    return IntStream.iterate(0, i -> i < all.size(), i -> i + step).mapToObj(all::get).toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void noRightOperationIsAccused(Operation operation) {
    for (int seed = 0; seed < SEEDS; seed++) {
      OperationCheck.of(operation).run(seed, TRIES, () -> {}).verify();
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void tenTimesTheSensitivityIsNoticed(Operation operation) {
    List<Case> cases = cases(operation);
    Report right = judged(cases, 1);
    for (Oracle oracle : List.of(Oracle.FORWARD_MODE, Oracle.DIFFERENCES, Oracle.ADJOINT)) {
      double sensitivity = right.tally(oracle).map(Tally::sensitivity).orElseThrow();
      assertThat(sensitivity)
          .as("%s of %s", oracle, operation)
          .isLessThan(oracle == Oracle.DIFFERENCES ? MOST_BY_DIFFERENCES : MOST_SENSITIVITY);
      Tally wrong = judged(cases, 1 + 10 * sensitivity).tally(oracle).orElseThrow();
      assertThat(wrong.failures()).as("%s of %s", oracle, operation).isPositive();
    }
  }

  @Test
  void theSameSeedGivesTheSameBytes() {
    OperationCheck check = OperationCheck.of(Catalogue.operation("matmul"));
    Report first = check.run(7, 20, () -> {});
    assertThat(check.run(7, 20, () -> {}).json()).isEqualTo(first.json());
    assertThat(check.run(8, 20, () -> {}).json()).isNotEqualTo(first.json());
  }

  @Test
  void aCaseIsThatOfTheRunWhateverTheNumberOfTries() {
    OperationCheck check = OperationCheck.of(Catalogue.operation("div"));
    Report sum = check.checkKinks();
    for (int number = 0; number < 20; number++) {
      sum = sum.plus(check.checkCase(7, number));
    }
    assertThat(sum.json()).isEqualTo(check.run(7, 20, () -> {}).json());
  }

  @Test
  void eachCaseIsTold() {
    AtomicInteger told = new AtomicInteger();
    OperationCheck.of(Catalogue.operation("add")).run(1, 5, told::incrementAndGet);
    assertThat(told).hasValue(5);
  }

  @Test
  void aGradientOfAnotherShapeIsSaid() {
    Case widened = Cube.sample(Cube::line, (x, yBar) -> yBar.unsqueeze(0), Cube::define);
    assertThat(OperationCheck.check(widened, 1))
        .hasToString(
            """
            cube [3]: backward: the rule of Cube must return a gradient of its operand's shape
              operand   [3]
              gradient  [1, 3]""");
  }

  @Test
  void aWrongDeclarationAtAKinkIsShown() {
    Operation wrong =
        Catalogue.operation("abs").withKink(Tensor::abs, new Size(), 0, 1, "on purpose, it is 0");
    assertThat(OperationCheck.of(wrong).checkKinks())
        .hasToString(
            """
            abs: 1 of 3 numbers disagree
              gradient by x0 at x = 0.0
                expected  1.0  (declared)
                actual    0.0
                relative error  1.0e+00, allowed 0.0e+00""");
  }

  private static List<Case> cases(Operation operation) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    return Stream.generate(() -> operation.sampler().apply(Draw.from(random)))
        .limit(TRIES)
        .toList();
  }

  private static Report judged(List<Case> cases, double factor) {
    return cases.stream()
        .map(sampled -> OperationCheck.check(scaled(sampled, factor), 1))
        .reduce(Report::plus)
        .orElseThrow();
  }

  private record Size() implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.value() < 0 ? x.neg() : x;
    }
  }

  /** The same case with gradients that are off by a factor. */
  private static Case scaled(Case sampled, double factor) {
    return sampled.applied(
        right ->
            x ->
                Mistaken.apply(
                    List.of(right.apply(x)),
                    y -> y.get(0),
                    (t, y, yBar) -> List.of(yBar.mul(factor))));
  }
}
