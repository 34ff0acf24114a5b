package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.gradus.check.Comparison;
import org.gradus.check.GradientCheck;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.junit.jupiter.api.Test;

/** What a check of plain numbers looks at, what it makes of it, and what it says. */
// [proof->check~gradient-check~2]
// [proof->check~automatic-step~1]
class ExaminationTest {
  private static final int MOST_MOVED_ALONE = 256;

  @Test
  void aPointThatIsSmallEnoughIsLookedAtWhole() {
    assertThat(squares().at(new double[MOST_MOVED_ALONE]).notes()).isEmpty();
    assertThat(squares().at(filled(MOST_MOVED_ALONE)).notes()).isEmpty();
    assertThat(squares().at(filled(MOST_MOVED_ALONE + 1)).notes().get(0))
        .startsWith("257 elements: 8 of each operand were moved alone");
  }

  @Test
  void atAKinkTheGradientIsJudgedAndTheHessianIsNot() {
    Report report =
        GradientCheck.of(x -> Math.abs(x[0]))
            .gradient(x -> new double[] {Math.signum(x[0])})
            .hessian(x -> new double[1][1])
            .at(0);
    assertThat(report.notes()).contains("kink: no Hessian was judged");
  }

  /** Of more elements than six the orthants are too many to look into each along a direction. */
  @Test
  void atAKinkOfFewElementsDirectionsAreComparedToo() {
    assertThat(besideAKink(6)).isEqualTo(3);
    assertThat(besideAKink(7)).isEqualTo(1);
  }

  private static long besideAKink(int elements) {
    double[] x = filled(elements);
    x[0] = 0;
    return scalar(
            v -> Math.abs(v[0]) + Arrays.stream(v).map(t -> t * t).sum(),
            v -> Arrays.stream(v).map(t -> 2 * t).toArray())
        .onlyHere()
        .at(x)
        .tally(Oracle.ONE_SIDED)
        .orElseThrow()
        .numbers();
  }

  @Test
  void aSecondDerivativeProvesNothingOfAGradient() {
    Report report =
        GradientCheck.of(x -> x[0] * x[0])
            .gradient(x -> new double[] {2 * x[0]})
            .hessian(x -> new double[][] {{2}})
            .at(0);
    report.verify();
    assertThat(report.notes())
        .contains(
            "at the point itself each derivative is zero or negligible; further ones were seen");
  }

  @Test
  void whatAgreesFartherAwayProvesNothingWhereItIsZeroToo() {
    Report report = GradientCheck.of(x -> 5).gradient(x -> new double[1]).reference(x -> 5).at(1);
    assertThat(report.faults().get(0)).startsWith("nothing was proven: ");
  }

  @Test
  void theLargestDerivativeIsNamedThoughItIsNegligible() {
    assertThat(
            scalar(x -> 1 + 0x1p-40 * x[0], x -> new double[] {0x1p-40})
                .withStep(0.045)
                .at(1)
                .faults()
                .get(0))
        .contains("\n  largest derivative  " + 0x1p-40 + "\n");
  }

  @Test
  void aWrongProductWithTheHessianIsNotSearchedForAnElement() {
    Report report =
        GradientCheck.of(x -> Arrays.stream(x).map(v -> v * v * v).sum())
            .gradient(x -> Arrays.stream(x).map(v -> 3 * v * v).toArray())
            .hessianVectorProduct((x, v) -> Arrays.stream(v).map(t -> 5 * t).toArray())
            .alongDirections(3)
            .at(1.5, 0.5, -1);
    assertThat(report.failures())
        .isNotEmpty()
        .noneSatisfy(failure -> assertThat(failure.what()).contains("gradient by"));
  }

  @Test
  void anExactDerivativeIsComparedToTwelveDigitsFarFromZero() {
    assertThat(exact(1 + 1e-11).failures()).isPositive();
    assertThat(exact(1 + 1e-13).failures()).isZero();
  }

  private static Tally exact(double factor) {
    return GradientCheck.of(x -> x[0] * x[0])
        .gradient(x -> new double[] {2 * x[0] * factor})
        .exactly(x -> x[0].pow(2))
        .at(100)
        .tally(Oracle.FORWARD_MODE)
        .orElseThrow();
  }

  @Test
  void ofSeveralStepsTheBestIsTaken() {
    double fast = 1000;
    Report report =
        scalar(x -> Math.sin(fast * x[0]), x -> new double[] {fast * Math.cos(fast * x[0])})
            .onlyHere()
            .at(0.3);
    report.verify();
    assertThat(report.sensitivity()).isLessThan(6e-11);
  }

  /** Sixteen lines tell what suits the others: the calls do not grow with all of them. */
  @Test
  void aStepIsLookedForOnAFewLinesAlone() {
    AtomicInteger calls = new AtomicInteger();
    scalar(
            x -> {
              calls.incrementAndGet();
              return Arrays.stream(x).map(v -> 1e-9 * Math.sin(1e9 * v) + v * v).sum();
            },
            x -> new double[x.length])
        .onlyHere()
        .at(filled(100));
    assertThat(calls.get()).isLessThan(100_000);
  }

  /** x₀ − x₁ at 3 and 1: 2, and of a relative change of both, alike or apart, 2 and 4. */
  @Test
  void aSecondValueIsComparedOnTheScaleOfWhatRoundingDoesToIt() {
    Report report =
        GradientCheck.of(x -> x[0] - x[1] + 1e-3)
            .gradient(x -> new double[] {1, -1})
            .reference(x -> x[0] - x[1])
            .onlyHere()
            .at(3, 1);
    assertThat(report.failures().get(0).scale()).isCloseTo(8, within(1e-8));
    assertThat(report.failures().get(0).allowed()).isCloseTo(8e-10, within(1e-18));
  }

  @Test
  void atAKinkAllowedIsAPartOfTheGapAndWhatRoundingMayAdd() {
    assertThat(atTheKink(x -> Math.abs(x[0])).scale()).isCloseTo(2, within(1e-6));
    assertThat(atTheKink(x -> Math.abs(x[0])).allowed()).isCloseTo(2e-4, within(1e-10));
    assertThat(atTheKink(x -> 1 + Math.abs(x[0])).allowed() - 2e-4).isBetween(1e-8, 1e-7);
  }

  private static Comparison atTheKink(ToDoubleFunction<double[]> f) {
    return scalar(f, x -> new double[] {1.5}).onlyHere().at(0).failures().get(0);
  }

  private static GradientCheck squares() {
    return scalar(
            x -> Arrays.stream(x).map(v -> v * v).sum(),
            x -> Arrays.stream(x).map(v -> 2 * v).toArray())
        .onlyHere();
  }

  private static double[] filled(int size) {
    double[] x = new double[size];
    Arrays.fill(x, 0.5);
    return x;
  }

  private static GradientCheck scalar(
      ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
    return GradientCheck.of(f).gradient(gradient);
  }
}
