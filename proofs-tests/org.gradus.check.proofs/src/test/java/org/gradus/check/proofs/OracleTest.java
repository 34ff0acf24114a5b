package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.check.Oracle.ADJOINT;
import static org.gradus.check.Oracle.DIFFERENCES;
import static org.gradus.check.Oracle.FIVE_POINT;
import static org.gradus.check.Oracle.FORWARD_MODE;
import static org.gradus.check.Oracle.LINEARITY;
import static org.gradus.check.Oracle.SECOND_ORDER;
import static org.gradus.check.Oracle.SIXTY_DIGITS;
import static org.gradus.check.Oracle.THIRD_ORDER;
import static org.gradus.check.Oracle.VALUE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
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

/** Which oracle catches what: each spoiled cube is caught by exactly the oracles that should. */
// [proof->check~value~2]
// [proof->check~forward-mode~2]
// [proof->check~adjoint~2]
// [proof->check~second-order~2]
// [proof->check~third-order~2]
// [proof->check~linearity~2]
class OracleTest {

  @Test
  void lawsConcernMemory() {
    assertThat(Oracle.values())
        .filteredOn(Oracle::isLaw)
        .containsExactlyInAnyOrder(
            Oracle.REFUSED, Oracle.UNTOUCHED, Oracle.STEADY, Oracle.SAVED, Oracle.REQUESTED);
  }

  @Test
  void nobodyObjectsToTheRightCube() {
    assertThat(objectors(Cube::line, Cube::rule)).isEmpty();
  }

  @Test
  void aShiftedValueIsSeenByTheValueAlone() {
    assertThat(objectors(x -> Cube.line(x).add(1e-9), Cube::rule)).containsExactly(VALUE);
  }

  @Test
  void aSlightlyWrongFactorIsSeenByTheExactOraclesAlone() {
    assertThat(objectors(Cube::line, (x, yBar) -> Cube.rule(x, yBar).mul(1 + 2e-13)))
        .containsExactly(FORWARD_MODE, ADJOINT);
  }

  @Test
  void aWrongFactorIsSeenByEveryOracleOfDerivatives() {
    assertThat(objectors(Cube::line, (x, yBar) -> Cube.rule(x, yBar).mul(1 + 1e-9)))
        .containsExactly(FORWARD_MODE, DIFFERENCES, ADJOINT, SECOND_ORDER, THIRD_ORDER, FIVE_POINT);
  }

  @Test
  void aConstantTermIsSeenAlsoByLinearity() {
    assertThat(objectors(Cube::line, (x, yBar) -> Cube.rule(x, yBar).add(1e-9)))
        .containsExactly(FORWARD_MODE, DIFFERENCES, ADJOINT, LINEARITY, FIVE_POINT);
  }

  @Test
  void aGradientOfTheCotangentZeroIsSeenByLinearityAlone() {
    assertThat(
            objectors(
                Cube::line,
                (x, yBar) ->
                    yBar.abs().sum().item() == 0 ? Tensor.ones(x.shape()) : Cube.rule(x, yBar)))
        .containsExactly(LINEARITY);
  }

  @Test
  void aDetachedFactorIsSeenByHigherOrdersAlone() {
    assertThat(objectors(Cube::line, (x, yBar) -> Cube.rule(x.detach(), yBar)))
        .containsExactly(SECOND_ORDER, THIRD_ORDER);
  }

  /** 3x² = 3(x − c)² + 6c·(x − c) + 3c² for c held constant, here without its quadratic term. */
  @Test
  void aRuleThatIsRightTwiceIsSeenByThirdOrderAlone() {
    assertThat(
            objectors(
                Cube::line,
                (x, yBar) -> {
                  Tensor c = x.detach();
                  return yBar.mul(c.mul(c).mul(3).add(c.mul(6).mul(x.sub(c))));
                }))
        .containsExactly(THIRD_ORDER);
  }

  /** The definition errs with the rule, as where one person wrote both: only the function knows. */
  @Test
  void anErrorThatTheDefinitionSharesIsSeenByDifferencesAlone() {
    Case shared =
        Cube.sample(
            Cube::line, (x, yBar) -> yBar.mul(x.mul(x.detach())), OracleTest::factorHeldConstant);
    assertThat(objectors(OperationCheck.check(shared, 1))).containsExactly(DIFFERENCES, FIVE_POINT);
  }

  @Test
  void aWrongDefinitionIsSeenByTheValue() {
    Case wrong = Cube.sample(Cube::line, Cube::rule, OracleTest::shifted);
    assertThat(objectors(OperationCheck.check(wrong, 1))).containsExactly(VALUE);
  }

  /**
   * All of a hand-written Jacobian, through every function that a definition can use.
   *
   * <pre>
   *   y₀ = a·sin b + eᵇ/a − √a      y₁ = ln a·b³ − cos(a·b)      y₂ = −1/a + a^1.5
   *   y₃ = erf(a·b)·arctan b
   * </pre>
   */
  @Test
  void forwardModeAgreesWithDerivativesByHand() {
    Report all = byHand(0);
    for (int seed = 1; seed < 200; seed++) {
      all = all.plus(byHand(seed));
    }
    assertThat(all.tally(VALUE).orElseThrow().numbers()).isEqualTo(800);
    for (Oracle oracle : List.of(VALUE, FORWARD_MODE, ADJOINT, SIXTY_DIGITS)) {
      assertThat(all.tally(oracle).orElseThrow().worstError()).isLessThan(2e-14);
    }
  }

  private static Report byHand(int seed) {
    Tensor point = Tensor.of(0.5 + seed * 0.01, -1 + seed * 0.013);
    Case sampled = Case.of("by hand", point, OracleTest::recordedByHand, new Formulas());
    return OperationCheck.check(sampled, seed);
  }

  private static Tensor recordedByHand(Tensor x) {
    return Mistaken.apply(
        List.of(x),
        t -> Tensor.of(byHand(t.get(0).detach().toArray())),
        (t, y, yBar) ->
            List.of(Tensor.of(gradient(t.get(0).detach().toArray(), yBar.detach().toArray()))));
  }

  private static Set<Oracle> objectors(UnaryOperator<Tensor> line, Cube.Rule rule) {
    return objectors(OperationCheck.check(Cube.sample(line, rule, Cube::define), 1));
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

  private static <S extends Real<S>> S factorHeldConstant(S x) {
    S held = x.constant(x.value());
    S slope = x.mul(x).mul(0.5).mul(held);
    return slope.add(x.constant(x.value() * x.value() * x.value())).sub(x.constant(slope.value()));
  }

  private static <S extends Real<S>> S shifted(S x) {
    return Cube.define(x).add(1e-9);
  }

  private static double[] byHand(double[] x) {
    double a = x[0];
    double b = x[1];
    return new double[] {
      a * Math.sin(b) + Math.exp(b) / a - Math.sqrt(a),
      Math.log(a) * b * b * b - Math.cos(a * b),
      -1 / a + a * Math.sqrt(a),
      erf(a * b) * Math.atan(b)
    };
  }

  private static double[] gradient(double[] x, double[] yBar) {
    double a = x[0];
    double b = x[1];
    double sine = Math.sin(a * b);
    double bell = 2 / Math.sqrt(Math.PI) * Math.exp(-a * a * b * b);
    return new double[] {
      yBar[0] * (Math.sin(b) - Math.exp(b) / (a * a) - 0.5 / Math.sqrt(a))
          + yBar[1] * (b * b * b / a + b * sine)
          + yBar[2] * (1 / (a * a) + 1.5 * Math.sqrt(a))
          + yBar[3] * b * bell * Math.atan(b),
      yBar[0] * (a * Math.cos(b) + Math.exp(b) / a)
          + yBar[1] * (3 * Math.log(a) * b * b + a * sine)
          + yBar[3] * (a * bell * Math.atan(b) + erf(a * b) / (1 + b * b))
    };
  }

  private static double erf(double x) {
    return Tensor.scalar(x).erf().item();
  }

  /** The same four formulas in any number system. */
  private static final class Formulas implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      S a = operands.get(0).at(0);
      S b = operands.get(0).at(1);
      return new Cells<>(
          new int[] {4},
          List.of(
              a.mul(b.sin()).add(b.exp().div(a)).sub(a.sqrt()),
              a.log().mul(b.pow(3)).sub(a.mul(b).cos()),
              a.reciprocal().neg().add(a.pow(1.5)),
              a.mul(b).erf().mul(b.atan())));
    }
  }
}
