package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.gradus.check.operation.Cotangents;
import org.gradus.check.operation.Vacuity;
import org.gradus.check.operation.Vacuity.Aspect;
import org.gradus.check.operation.Vacuity.Measure;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each way in which cases can prove nothing is found, and no operation is accused of it. */
// [proof->check~vacuity~1]
class VacuityTest {
  private static final long SEED = 7;

  /** A row whose sampler is given. */
  private static Operation unary(
      String id,
      Function<Draw, Tensor> operand,
      UnaryOperator<Tensor> application,
      Definition.Unary definition) {
    Definition elementwise = Definition.elementwise(definition);
    return Operation.of(
        id, "", "", draw -> Case.of(id, operand.apply(draw), application, elementwise));
  }

  private static Operation cube(Function<Draw, Tensor> operand) {
    return unary("cube", operand, Cube::line, Cube::define);
  }

  private static Tensor positive(Draw draw, int... shape) {
    return Sample.tensor(draw, Domain.POSITIVE, shape);
  }

  /** A tensor of any shape whose elements are given. */
  private static Tensor filled(Draw draw, Function<Draw, Double> element) {
    int[] shape = Sample.shape(draw);
    double[] values = Tensor.zeros(shape).toArray();
    Arrays.setAll(values, i -> element.apply(draw));
    return Tensor.of(values).reshape(shape);
  }

  private static List<String> lacking(Operation operation) {
    return Vacuity.of(operation, SEED).lacking().stream()
        .map(measure -> (measure.aspect().title() + " " + measure.of()).strip())
        .toList();
  }

  static List<Operation> operations() {
    return OperationCheckTest.operations();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void theCasesOfEveryOperationCanShowWhatIsWrong(Operation operation) {
    Vacuity vacuity = Vacuity.of(operation, SEED);
    assertThat(vacuity.lacking()).as(vacuity.toString()).isEmpty();
  }

  @Test
  void casesOfAllKindsLackNothing() {
    Vacuity enough = Vacuity.of(cube(draw -> positive(draw, Sample.shape(draw))), SEED);
    enough.verify();
    assertThat(enough).hasToString("cube: 11 measures of the cases are as they must be");
    assertThat(enough.measures())
        .extracting(Measure::aspect)
        .containsOnly(
            Aspect.SIGNAL,
            Aspect.SENSITIVITY,
            Aspect.COTANGENT,
            Aspect.VALUE,
            Aspect.SHAPE,
            Aspect.SELF_TEST);
    assertThat(enough.measures().get(2).text()).isEqualTo("100.0 %");
  }

  @Test
  void theSameSeedMeasuresTheSame() {
    Operation cube = cube(draw -> positive(draw, Sample.shape(draw)));
    assertThat(Vacuity.of(cube, 3))
        .isEqualTo(Vacuity.of(cube, 3))
        .isNotEqualTo(Vacuity.of(cube, 4));
  }

  /** Three in four are half turns, where the sine is ±1 and its derivative rounding alone. */
  @Test
  void aGradientThatIsMostlyNegligibleIsVacuous() {
    Operation sine =
        unary(
            "sine",
            draw ->
                filled(
                    draw,
                    any ->
                        any.whole(1, 4) == 1 ? any.real(-1, 1) : (any.whole(0, 4) + 0.5) * Math.PI),
            Tensor::sin,
            Real::sin);
    assertThat(lacking(sine)).containsExactly("signal");
    assertThatThrownBy(() -> Vacuity.of(sine, SEED).verify())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            sine: the entries of the gradient must show, each alone, a relative error of 1.0E-9
              at least  50.0 %
              measured  24.0 %
            draw operands where the terms of the gradient do not cancel""");
  }

  /** The same product twice, nearly taken away again. */
  private static <S extends Real<S>> S difference(S x) {
    return x.mul(1000).sub(x.mul(999));
  }

  @Test
  void aToleranceLargerThanTheErrorToSeeIsVacuous() {
    Operation difference =
        unary(
            "difference",
            draw -> positive(draw, Sample.shape(draw)),
            x -> x.mul(1000).sub(x.mul(999)),
            VacuityTest::difference);
    assertThat(lacking(difference)).containsExactly("sensitivity");
    assertThat(Vacuity.of(difference, SEED))
        .hasToString(
            """
            difference: the cases must show a small relative error of the rule
              at most   2.0e-12
              measured  2.0e-11
            draw operands where the gradient is as large as its terms""");
  }

  @Test
  void aConstantCotangentIsVacuous() {
    Operation cube = cube(draw -> positive(draw, Sample.shape(draw)));
    Vacuity ones = Vacuity.of(cube, SEED, Cotangents.ONES);
    assertThat(ones)
        .hasToString(
            """
            cube: results of several elements must be drawn, and meet cotangents that are not constant
              at least  100.0 %
              measured  0.0 %
            draw longer operands, and random cotangents""");
  }

  @Test
  void resultsOfOneElementMeetNoOtherCotangent() {
    assertThat(lacking(cube(draw -> positive(draw))))
        .contains("cotangent", "shape x0 of rank 1")
        .doesNotContain("signal", "value");
  }

  @Test
  void aConstantResultIsVacuous() {
    Operation cube = cube(draw -> filled(draw, any -> 1.5));
    assertThat(lacking(cube)).containsExactly("value");
    assertThat(Vacuity.of(cube, SEED))
        .hasToString(
            """
            cube: the elements of the results must differ
              at least  25.0 %
              measured  0.0 %
            draw operands at which the operation has different values""");
  }

  @Test
  void noGradientAtAllIsVacuousInEveryRespectOfNumbers() {
    Operation zero = unary("zero", draw -> filled(draw, any -> 0.0), Cube::line, Cube::define);
    assertThat(lacking(zero)).containsExactly("signal", "sensitivity", "value", "self-test");
  }

  @Test
  void aKindOfShapeThatIsTakenAndNeverDrawnIsNamed() {
    assertThat(lacking(cube(draw -> positive(draw, draw.length(0)))))
        .containsExactly("shape x0 of rank 0", "shape x0 of rank 2", "shape x0 of rank 3");
    assertThat(lacking(cube(draw -> positive(draw, Sample.shape(draw, draw.rank(1, 3))))))
        .containsExactly("shape x0 of rank 0");
    assertThat(lacking(cube(draw -> positive(draw, longer(draw, 2)))))
        .containsExactly("shape x0 empty", "shape x0 with an axis of length 1");
    assertThat(Vacuity.of(cube(draw -> positive(draw, longer(draw, 1))), SEED))
        .hasToString(
            """
            cube: x0 empty must be drawn, for the operation takes it
              at least  20
              measured  0
            draw such shapes: Sample.shape, Sample.partner""");
  }

  private static int[] longer(Draw draw, int least) {
    int[] shape = new int[draw.rank(0, 3)];
    Arrays.setAll(shape, axis -> draw.length(least));
    return shape;
  }

  /** A product of operands whose shapes are given. */
  private static Operation product(Function<Draw, int[][]> shapes) {
    return Operation.of(
        "product",
        "",
        "",
        draw -> {
          int[][] drawn = shapes.apply(draw);
          return new Case(
              "product",
              List.of(positive(draw, drawn[0]), positive(draw, drawn[1])),
              x -> x.get(0).mul(x.get(1)),
              Definition.elementwise(new Times(), Sample.broadcast(drawn[0], drawn[1])));
        });
  }

  private record Times() implements Definition.Binary {
    @Override
    public <S extends Real<S>> S of(S a, S b) {
      return a.mul(b);
    }
  }

  @Test
  void operandsThatAreNeverRepeatedAreVacuous() {
    Operation equal =
        product(
            draw -> {
              int[] shape = Sample.shape(draw);
              return new int[][] {shape, shape};
            });
    assertThat(lacking(equal))
        .containsExactly(
            "shape several operands repeated", "shape x0 repeated", "shape x1 repeated");
  }

  @Test
  void oneOperandThatIsNeverRepeatedIsVacuous() {
    Operation right =
        product(
            draw -> {
              int[] shape = Sample.shape(draw);
              return new int[][] {shape, Sample.part(draw, shape)};
            });
    assertThat(lacking(right))
        .containsExactly("shape several operands repeated", "shape x0 repeated");
  }

  @Test
  void operandsThatAreAlwaysRepeatedAreVacuous() {
    Operation oneOfBoth =
        product(
            draw -> {
              int[] shape = {draw.between(2, 4), draw.between(2, 4)};
              return draw.yes() ? new int[][] {shape, {1, 1}} : new int[][] {{1, 1}, shape};
            });
    assertThat(lacking(oneOfBoth))
        .contains("shape no operand repeated", "shape several operands repeated");
    Operation both =
        product(
            draw -> {
              int[] shape = {draw.between(2, 4)};
              return new int[][] {{draw.between(2, 4), 1}, shape};
            });
    assertThat(lacking(both))
        .contains("shape no operand repeated")
        .doesNotContain("shape several operands repeated");
  }

  @Test
  void operandsThatTheOperationRefusesAreNotMissed() {
    assertThat(Vacuity.of(Catalogue.operation("dot"), SEED).measures())
        .extracting(Measure::of)
        .filteredOn(of -> !of.isEmpty())
        .containsExactly(
            "x0 empty",
            "x0 of rank 1",
            "x0 with an axis of length 1",
            "x1 empty",
            "x1 of rank 1",
            "x1 with an axis of length 1");
  }

  /** A power whose exponent is drawn. */
  private static Operation power(Function<Draw, Integer> exponent) {
    return Operation.of(
        "power",
        "",
        "",
        draw -> {
          int n = exponent.apply(draw);
          return Case.of(
              "power " + n,
              positive(draw, Sample.shape(draw)),
              x -> x.pow(n),
              Definition.elementwise(new Power(n)));
        });
  }

  private record Power(int n) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.pow(n);
    }
  }

  @Test
  void anOptionOfFewValuesIsVacuous() {
    assertThat(lacking(power(draw -> draw.option("n", draw.between(1, 3))))).isEmpty();
    assertThat(lacking(power(draw -> draw.option("n", draw.between(2, 3)))))
        .containsExactly("option n");
    assertThat(Vacuity.of(power(draw -> draw.option("n", 2)), SEED))
        .hasToString(
            """
            power: several values of n must be drawn, each 20 times
              at least  3
              measured  1
            draw it from more values""");
  }

  @Test
  void aValueThatIsHardlyEverDrawnIsNone() {
    Operation rare = power(draw -> draw.option("n", draw.rarely(1000) ? 3 : draw.between(1, 2)));
    assertThat(lacking(rare)).containsExactly("option n");
  }

  @Test
  void ofAFlagBothValuesMustBeDrawn() {
    assertThat(lacking(power(draw -> draw.option("squared", draw.yes()) ? 2 : 3))).isEmpty();
    assertThat(lacking(power(draw -> draw.option("squared", true) ? 2 : 3)))
        .containsExactly("option squared");
  }

  /** Eighths of both signs: numbers that single precision holds as well. */
  private static double[] eighths(long seed, int size) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] cotangent = new double[size];
    Arrays.setAll(cotangent, i -> (random.nextBoolean() ? 1 : -1) * random.nextInt(1, 9) / 8.0);
    return cotangent;
  }

  /** The numbers in single precision. */
  private static Tensor rounded(Tensor x) {
    return Tensor.of(Arrays.stream(x.toArray()).map(v -> (float) v).toArray()).reshape(x.shape());
  }

  @Test
  void aRuleThatLosesDigitsOfItsCotangentIsNotTestedByOneWithoutThem() {
    Operation single =
        unary(
            "cube",
            draw -> positive(draw, Sample.shape(draw)),
            x ->
                Mistaken.apply(
                    List.of(x),
                    t -> Cube.line(t.get(0)),
                    (t, y, yBar) -> List.of(Cube.rule(t.get(0), rounded(yBar)))),
            Cube::define);
    assertThat(Vacuity.of(single, SEED, VacuityTest::eighths))
        .hasToString(
            """
            cube: a rule that is off by ten times the sensitivity must be caught
              at least  1
              measured  0
            compute the gradient from the whole cotangent, at each call""");
    Operation right = cube(draw -> positive(draw, Sample.shape(draw)));
    assertThat(Vacuity.of(right, SEED, VacuityTest::eighths).lacking()).isEmpty();
  }
}
