package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.check.Oracle.ADJOINT;
import static org.gradus.check.Oracle.DIFFERENCES;
import static org.gradus.check.Oracle.FIVE_POINT;
import static org.gradus.check.Oracle.FORWARD_MODE;
import static org.gradus.check.Oracle.LINEARITY;
import static org.gradus.check.Oracle.RATIONAL;
import static org.gradus.check.Oracle.SECOND_ORDER;
import static org.gradus.check.Oracle.SIXTY_DIGITS;
import static org.gradus.check.Oracle.THIRD_ORDER;
import static org.gradus.check.Oracle.VALUE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;

/** The oracles that are asked in a fraction of the cases, and the size of terms. */
// [proof->check~terms~1]
// [proof->check~sixty-digits~1]
// [proof->check~rational~1]
class ExactOraclesTest {
  /** Among so many neighboring seeds each oracle is asked. */
  private static final int SEEDS = 100;

  private static final double LAST_DIGIT = 1 + 0x1p-52;

  @Test
  void theRightCubeIsEqualInFractionsAndNobodyObjects() {
    Report report = report(cube(Cube::line, Cube::rule));
    assertThat(objectors(report)).isEmpty();
    assertThat(report.tally(RATIONAL).orElseThrow().numbers()).isPositive();
    assertThat(report.tally(SIXTY_DIGITS).orElseThrow().numbers()).isPositive();
  }

  @Test
  void aGradientWrongInItsLastDigitIsSeenInFractionsAlone() {
    Case wrong = cube(Cube::line, (x, yBar) -> Cube.rule(x, yBar).mul(LAST_DIGIT));
    assertThat(objectors(report(wrong))).containsExactly(RATIONAL);
  }

  @Test
  void aValueWrongInItsLastDigitIsSeenInFractionsAlone() {
    Case wrong = cube(x -> Cube.line(x).mul(LAST_DIGIT), Cube::rule);
    assertThat(objectors(report(wrong))).containsExactly(RATIONAL);
  }

  @Test
  void aFailureInFractionsNamesTheElementAndTheDegree() {
    Case wrong = cube(Cube::line, (x, yBar) -> Cube.rule(x, yBar).mul(LAST_DIGIT));
    assertThat(report(wrong).toString())
        .contains("gradient along x0[1], a polynomial of degree 3 or less");
  }

  @Test
  void whatIsNoPolynomialIsNotAskedForInFractions() {
    for (Definition.Unary irrational : irrational()) {
      Case sampled = of(Tensor::clone, irrational);
      assertThat(report(sampled).tally(RATIONAL)).isEmpty();
    }
  }

  private static List<Definition.Unary> irrational() {
    return List.of(
        ExactOraclesTest::sine,
        ExactOraclesTest::cosine,
        ExactOraclesTest::arctangent,
        ExactOraclesTest::errorFunction,
        ExactOraclesTest::exponential,
        ExactOraclesTest::logarithm,
        ExactOraclesTest::root,
        ExactOraclesTest::reciprocal,
        ExactOraclesTest::inverseSquare,
        ExactOraclesTest::fifthPower,
        ExactOraclesTest::third);
  }

  /** ln(1 + eˣ) is infinite from 710 on; near zero it is right. */
  @Test
  void aNaiveFormThatOverflowsIsSeenBySixtyDigitsAlone() {
    Case naive = of(x -> x.exp().log1p(), ExactOraclesTest::softplus);
    assertThat(objectors(report(naive))).containsExactly(SIXTY_DIGITS);
    assertThat(objectors(report(of(Tensor::softplus, ExactOraclesTest::softplus)))).isEmpty();
  }

  @Test
  void aSoftmaxWithoutItsMaximumTakenAwayIsSeenBySixtyDigitsAlone() {
    Case naive = softmax(x -> x.exp().div(x.exp().sum()));
    assertThat(objectors(report(naive))).containsExactly(SIXTY_DIGITS);
    assertThat(objectors(report(softmax(x -> x.softmax(0))))).isEmpty();
  }

  @Test
  void aWrongFactorIsSeenBySixtyDigits() {
    Case wrong = of(x -> scaledGradient(x, 1 + 1e-12).erf(), ExactOraclesTest::errorFunction);
    assertThat(objectors(report(wrong))).contains(SIXTY_DIGITS);
  }

  /** x + 100 − 100 loses two digits, and each of its roundings is a digit of 100. */
  @Test
  void whatCancelsIsHeldToTheSizeOfItsTerms() {
    Case lossy = of(x -> x.add(100).sub(100), ExactOraclesTest::thereAndBack);
    Case wrong = of(x -> x.add(100).sub(100).add(1e-10), ExactOraclesTest::thereAndBack);
    assertThat(objectors(report(lossy))).isEmpty();
    assertThat(objectors(report(wrong))).containsExactly(VALUE, SIXTY_DIGITS);
  }

  /** x³ − 3x has a derivative of zero at 1, made of terms of size three. */
  @Test
  void aDerivativeOfZeroIsHeldToTheSizeOfItsTerms() {
    assertThat(objectors(report(saddle(1e-15)))).containsExactly(RATIONAL);
    assertThat(objectors(report(saddle(1e-12))))
        .contains(FORWARD_MODE, ADJOINT, SIXTY_DIGITS, RATIONAL);
  }

  /** Nothing is made of no terms: where x takes no part, the gradient is zero exactly. */
  @Test
  void aGradientOfNoTermsIsZeroExactly() {
    Case wrong =
        of(x -> x.mul(0).add(scaledGradient(x, 1e-30)).sub(x.detach()), ExactOraclesTest::nothing);
    assertThat(objectors(report(wrong)))
        .containsExactly(
            FORWARD_MODE, DIFFERENCES, ADJOINT, LINEARITY, SIXTY_DIGITS, RATIONAL, FIVE_POINT);
  }

  /** Third derivatives of eˣ·x³ at 10, each a sum of terms a thousand times e¹⁰. */
  @Test
  void derivativesOfHigherOrderAreHeldToTheSizeOfTheirTerms() {
    Case right = of(x -> x.exp().mul(x.pow(3)), ExactOraclesTest::product);
    assertThat(objectors(report(right))).isEmpty();
    Case wrong =
        of(x -> scaledGradient(x, 1 + 1e-11).exp().mul(x.pow(3)), ExactOraclesTest::product);
    assertThat(objectors(report(wrong)))
        .contains(SECOND_ORDER, THIRD_ORDER)
        .doesNotContain(VALUE, LINEARITY);
  }

  private static Case saddle(double error) {
    Tensor x = Tensor.of(1, -1);
    return Case.of(
        "saddle",
        x,
        t -> t.mul(t).mul(t).sub(scaledGradient(t, 1 + error).mul(3)),
        Definition.elementwise(ExactOraclesTest::cubeMinusLine));
  }

  /** The same numbers, whose gradient comes back multiplied. */
  private static Tensor scaledGradient(Tensor x, double factor) {
    return Mistaken.apply(
        List.of(x), t -> t.get(0).clone(), (t, y, yBar) -> List.of(yBar.mul(factor)));
  }

  private static Case cube(UnaryOperator<Tensor> line, Cube.Rule rule) {
    return Cube.sample(line, rule, Cube::define);
  }

  private static Case of(UnaryOperator<Tensor> application, Definition.Unary definition) {
    return Case.of(
        "three numbers",
        Tensor.of(0.7, 1.1, 1.9),
        application::apply,
        Definition.elementwise(definition));
  }

  private static Case softmax(UnaryOperator<Tensor> application) {
    return Case.of("softmax", Tensor.of(0.7, -1.1, 1.9), application::apply, new Softmax());
  }

  private static Report report(Case sampled) {
    return LongStream.range(0, SEEDS)
        .mapToObj(seed -> OperationCheck.check(sampled, seed))
        .reduce(Report::plus)
        .orElseThrow();
  }

  private static Set<Oracle> objectors(Report report) {
    assertThat(report.faults()).isEmpty();
    Set<Oracle> objectors = EnumSet.noneOf(Oracle.class);
    for (Tally tally : report.tallies()) {
      if (tally.failures() > 0) {
        objectors.add(tally.oracle());
      }
    }
    return objectors;
  }

  private static <S extends Real<S>> S sine(S x) {
    return x.sin();
  }

  private static <S extends Real<S>> S cosine(S x) {
    return x.cos();
  }

  private static <S extends Real<S>> S arctangent(S x) {
    return x.atan();
  }

  private static <S extends Real<S>> S errorFunction(S x) {
    return x.erf();
  }

  private static <S extends Real<S>> S exponential(S x) {
    return x.exp();
  }

  private static <S extends Real<S>> S logarithm(S x) {
    return x.log();
  }

  private static <S extends Real<S>> S root(S x) {
    return x.sqrt();
  }

  private static <S extends Real<S>> S reciprocal(S x) {
    return x.reciprocal();
  }

  private static <S extends Real<S>> S inverseSquare(S x) {
    return x.pow(-2);
  }

  private static <S extends Real<S>> S fifthPower(S x) {
    return x.pow(5);
  }

  private static <S extends Real<S>> S third(S x) {
    return x.div(x.constant(3));
  }

  private static <S extends Real<S>> S softplus(S x) {
    return x.exp().add(1).log();
  }

  private static <S extends Real<S>> S thereAndBack(S x) {
    return x.add(100).add(-100);
  }

  private static <S extends Real<S>> S cubeMinusLine(S x) {
    return x.mul(x).mul(x).sub(x.mul(3));
  }

  private static <S extends Real<S>> S nothing(S x) {
    return x.mul(0);
  }

  private static <S extends Real<S>> S product(S x) {
    return x.exp().mul(x.pow(3));
  }

  private static final class Softmax implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      List<S> powers = operands.get(0).values().stream().map(Real::exp).toList();
      S sum = powers.stream().reduce(S::add).orElseThrow();
      return new Cells<>(
          operands.get(0).shape(), powers.stream().map(power -> power.div(sum)).toList());
    }
  }
}
