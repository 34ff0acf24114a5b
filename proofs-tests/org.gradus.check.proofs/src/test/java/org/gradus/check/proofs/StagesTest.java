package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.GradientCheck;
import org.gradus.check.JacobianCheck;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.junit.jupiter.api.Test;

/** Every claim of every stage, right and wrong. */
// [proof->check~gradient-check~2]
// [proof->check~jacobian-check~1]
// [proof->check~second-derivatives~1]
// [proof->check~exactly~1]
// [proof->check~reference~1]
// [proof->check~surroundings~1]
class StagesTest {

  /** y = (x₀²·x₁, sin x₀). */
  private static double[] pair(double[] x) {
    return new double[] {x[0] * x[0] * x[1], Math.sin(x[0])};
  }

  private static double[][] jacobian(double[] x) {
    return new double[][] {{2 * x[0] * x[1], x[0] * x[0]}, {Math.cos(x[0]), 0}};
  }

  private static double[] vjp(double[] x, double[] yBar) {
    double[][] j = jacobian(x);
    return new double[] {
      j[0][0] * yBar[0] + j[1][0] * yBar[1], j[0][1] * yBar[0] + j[1][1] * yBar[1]
    };
  }

  private static double[] jvp(double[] x, double[] u) {
    double[][] j = jacobian(x);
    return new double[] {j[0][0] * u[0] + j[0][1] * u[1], j[1][0] * u[0] + j[1][1] * u[1]};
  }

  /** y = x₀³·x₁. */
  private static double cubic(double[] x) {
    return x[0] * x[0] * x[0] * x[1];
  }

  private static double[] slope(double[] x) {
    return new double[] {3 * x[0] * x[0] * x[1], x[0] * x[0] * x[0]};
  }

  private static double[][] bend(double[] x) {
    double mixed = 3 * x[0] * x[0];
    return new double[][] {{6 * x[0] * x[1], mixed}, {mixed, 0}};
  }

  @Test
  void allClaimsOfAFunctionOfManyValuesAreJudged() {
    Report report =
        JacobianCheck.of(StagesTest::pair)
            .jacobian(StagesTest::jacobian)
            .vjp(StagesTest::vjp)
            .jvp(StagesTest::jvp)
            .named("pair")
            .at(1.2, -0.7);
    report.verify();
    assertThat(report.subject()).isEqualTo("pair");
    assertThat(report.numbers()).isGreaterThan(40);
  }

  @Test
  void aWrongClaimBesideRightOnesIsFound() {
    Report report =
        JacobianCheck.of(StagesTest::pair)
            .jacobian(StagesTest::jacobian)
            .vjp(StagesTest::vjp)
            .jvp((x, u) -> new double[] {jvp(x, u)[0], u[0]})
            .at(1.2, -0.7);
    assertThat(report.failures().get(0).what()).isEqualTo("derivative of y[1] by x[0]");
    assertThat(report.failures().get(0).oracle()).isEqualTo(Oracle.DIFFERENCES);
    assertThat(report.failures().get(1).oracle()).isEqualTo(Oracle.FIVE_POINT);
  }

  @Test
  void aTransposedJacobianIsWrong() {
    Report report =
        JacobianCheck.of(StagesTest::pair)
            .jacobian(
                x -> {
                  double[][] j = jacobian(x);
                  return new double[][] {{j[0][0], j[1][0]}, {j[0][1], j[1][1]}};
                })
            .at(1.2, -0.7);
    assertThat(report.passed()).isFalse();
  }

  @Test
  void aJacobianOfWrongShapeIsSaid() {
    assertThat(JacobianCheck.of(StagesTest::pair).jacobian(x -> new double[2][1]).at(1, 2))
        .hasToString(
            """
            f: the Jacobian has another size than it must have
              must be  [2, 2]
              is       row 0 with 1 numbers""");
  }

  @Test
  void secondDerivativesAreComparedWithTheGradient() {
    Report report =
        GradientCheck.of(StagesTest::cubic)
            .gradient(StagesTest::slope)
            .hessian(StagesTest::bend)
            .hessianVectorProduct(
                (x, v) -> {
                  double[][] h = bend(x);
                  return new double[] {
                    h[0][0] * v[0] + h[0][1] * v[1], h[1][0] * v[0] + h[1][1] * v[1]
                  };
                })
            .at(1.2, -0.7);
    report.verify();
    assertThat(report.tally(Oracle.SECOND_ORDER).orElseThrow().worstError()).isLessThan(1e-9);
  }

  @Test
  void secondDerivativesAreComparedWithTheFunctionToo() {
    GradientCheck.of(StagesTest::cubic).hessian(StagesTest::bend).at(1.2, -0.7).verify();
    Report wrong =
        GradientCheck.of(StagesTest::cubic)
            .hessian(x -> new double[][] {{6 * x[0] * x[1], 3 * x[0]}, {3 * x[0] * x[0], 0}})
            .at(1.2, -0.7);
    assertThat(wrong.failures().get(0).what()).isEqualTo("Hessian by x[0] and x[1]");
  }

  @Test
  void aWrongSecondOrderBesideARightFirstOneIsFound() {
    Report report =
        GradientCheck.of(StagesTest::cubic)
            .gradient(StagesTest::slope)
            .hessian(x -> new double[][] {{3 * x[0] * x[1], 0}, {0, 0}})
            .at(1.2, -0.7);
    assertThat(report.failures().get(0).oracle()).isEqualTo(Oracle.SECOND_ORDER);
  }

  @Test
  void aWrongValueWithTheGradientToMatchIsSeenByAReferenceAlone() {
    assertThat(
            GradientCheck.of(x -> Math.pow(x[0], 3))
                .gradient(x -> new double[] {3 * x[0] * x[0]})
                .at(1.5)
                .passed())
        .isTrue();
    Report report =
        GradientCheck.of(x -> Math.pow(x[0], 3))
            .gradient(x -> new double[] {3 * x[0] * x[0]})
            .reference(x -> x[0] * x[0])
            .at(1.5);
    assertThat(report.failures().get(0).what()).isEqualTo("value y[0]");
  }

  @Test
  void anOverflowFarOutIsSeenByAReference() {
    Report report =
        GradientCheck.of(x -> Math.log(1 + Math.exp(x[0])))
            .gradient(x -> new double[] {1 / (1 + Math.exp(-x[0]))})
            .reference(x -> Math.max(x[0], 0) + Math.log1p(Math.exp(-Math.abs(x[0]))))
            .at(0.5);
    assertThat(report.failures().get(0).what())
        .isEqualTo("value y[0], looked at further at [1000.0]");
  }

  @Test
  void theNumbersOfCommonsMathAreExact() {
    Report right =
        GradientCheck.of(StagesTest::cubic)
            .gradient(StagesTest::slope)
            .exactly(x -> x[0].pow(3).multiply(x[1]))
            .at(1.2, -0.7);
    right.verify();
    assertThat(right.tally(Oracle.FORWARD_MODE).orElseThrow().worstError()).isLessThan(1e-15);
    Report slightly =
        GradientCheck.of(StagesTest::cubic)
            .gradient(x -> new double[] {slope(x)[0] * (1 + 4e-12), slope(x)[1]})
            .exactly(x -> x[0].pow(3).multiply(x[1]))
            .at(1.2, -0.7);
    assertThat(slightly.failures().get(0).oracle()).isEqualTo(Oracle.FORWARD_MODE);
  }

  @Test
  void manyExactValuesAreComparedToo() {
    JacobianCheck.of(StagesTest::pair)
        .vjp(StagesTest::vjp)
        .exactly(x -> new DerivativeStructure[] {x[0].pow(2).multiply(x[1]), x[0].sin()})
        .at(1.2, -0.7)
        .verify();
  }

  @Test
  void matricesGoInAndComeOut() {
    JacobianCheck.ofMatrix(StagesTest::squared)
        .vjp((x, yBar) -> add(times(yBar, transposed(x)), times(transposed(x), yBar)))
        .jvp((x, u) -> add(times(x, u), times(u, x)))
        .reference(x -> times(x, x))
        .at(new double[][] {{1, 2}, {-0.5, 0.7}})
        .verify();
    Report report =
        JacobianCheck.ofMatrix(StagesTest::squared)
            .vjp((x, yBar) -> add(times(yBar, x), times(x, yBar)))
            .at(Operand.ofMatrix("A", new double[][] {{1, 2}, {-0.5, 0.7}}));
    assertThat(report.failures().get(0).what()).isEqualTo("gradient by A[0, 0]");
  }

  @Test
  void aMatrixWithALossIsCheckedByItsRows() {
    GradientCheck.ofMatrix(x -> x[0][0] * x[0][1] + x[1][0] * x[1][1])
        .gradient(x -> new double[][] {{x[0][1], x[0][0]}, {x[1][1], x[1][0]}})
        .at(new double[][] {{1, 2}, {3, 4}})
        .verify();
  }

  @Test
  void severalArraysMayHaveNames() {
    Report report =
        GradientCheck.ofAll(x -> x.get(0)[0] * x.get(1)[0])
            .gradient(x -> List.of(new double[] {x.get(1)[0]}, new double[] {x.get(1)[0]}))
            .named("product")
            .at(Operand.of("w", 2), Operand.of("x", 3));
    assertThat(report.failures().get(0).what()).isEqualTo("gradient by x[0]");
    assertThat(report.toString()).startsWith("product: ");
  }

  @Test
  void severalArraysOfAFunctionOfOneAreRefused() {
    assertThatThrownBy(
            () ->
                GradientCheck.of(x -> x[0])
                    .gradient(x -> new double[] {1})
                    .at(new double[] {1}, new double[] {2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            a function of one array must be checked at one operand
              given  [x0, x1]
            make it a function of a list of arrays: ofAll""");
  }

  @Test
  void aBranchThatWasNotAskedForIsLookedAt() {
    Report report =
        GradientCheck.of(x -> Math.max(x[0], 0)).gradient(x -> new double[] {1}).at(0.7);
    assertThat(report.failures().get(0).what())
        .isEqualTo("gradient by x[0], looked at further at [-0.7]");
    GradientCheck.of(x -> Math.max(x[0], 0))
        .gradient(x -> new double[] {1})
        .onlyHere()
        .at(0.7)
        .verify();
  }

  @Test
  void addingZeroShowsInTheSignOfZero() {
    Report report =
        GradientCheck.of(
                x -> {
                  x[0] += 0;
                  return x[0] * x[0];
                })
            .gradient(x -> new double[] {2 * x[0]})
            .at(1.5);
    assertThat(report)
        .hasToString(
            """
            f: the function changes its operand x, which belongs to the caller
            work on a copy: clone() before the change in place""");
  }

  @Test
  void addingZeroToACotangentShowsToo() {
    Report report =
        JacobianCheck.of(StagesTest::pair)
            .vjp(
                (x, yBar) -> {
                  yBar[1] += 0;
                  return vjp(x, yBar);
                })
            .at(1.2, -0.7);
    assertThat(report.faults())
        .containsExactly(
            "the VJP changes the cotangent, which belongs to the caller\n"
                + "work on a copy: clone() before the change in place");
  }

  @Test
  void timesOneShowsInThePayloadOfNan() {
    Report report =
        GradientCheck.of(x -> x[0] * x[0])
            .gradient(
                x -> {
                  x[0] *= 1;
                  return new double[] {2 * x[0]};
                })
            .at(1.5);
    assertThat(report.faults().get(0)).startsWith("the gradient changes its operand x");
  }

  @Test
  void largeOperandsAreCheckedAlongDirections() {
    double[] x = new double[10_000];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sin(i);
    }
    Report report = GradientCheck.of(StagesTest::sumOfSquares).gradient(StagesTest::doubled).at(x);
    report.verify();
    assertThat(report.notes())
        .containsExactly(
            "10000 elements: 8 of each operand were moved alone, all together along 8 random"
                + " directions; alongDirections(k) draws k");
    Report wrong =
        GradientCheck.of(StagesTest::sumOfSquares)
            .gradient(
                v -> {
                  double[] gradient = doubled(v);
                  gradient[4711] *= 0.5;
                  return gradient;
                })
            .alongDirections(3)
            .at(x);
    assertThat(wrong.failures().get(0).what()).isEqualTo("gradient by x[4711]");
  }

  private static double sumOfSquares(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return sum;
  }

  private static double[] doubled(double[] x) {
    double[] gradient = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      gradient[i] = 2 * x[i];
    }
    return gradient;
  }

  private static double[][] squared(double[][] x) {
    return times(x, x);
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[2][2];
    for (int i = 0; i < 2; i++) {
      for (int j = 0; j < 2; j++) {
        product[i][j] = a[i][0] * b[0][j] + a[i][1] * b[1][j];
      }
    }
    return product;
  }

  private static double[][] transposed(double[][] a) {
    return new double[][] {{a[0][0], a[1][0]}, {a[0][1], a[1][1]}};
  }

  private static double[][] add(double[][] a, double[][] b) {
    return new double[][] {
      {a[0][0] + b[0][0], a[0][1] + b[0][1]}, {a[1][0] + b[1][0], a[1][1] + b[1][1]}
    };
  }
}
