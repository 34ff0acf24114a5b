package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGeneratorFactory;
import org.gradus.check.Differences;
import org.gradus.check.GradientCheck;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Subject;
import org.gradus.check.operation.TensorCheck;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

// [proof->check~gradient-check~2]
// [proof->check~subgradients~1]
// [proof->check~automatic-step~1]
// [proof->check~tensor-check~1]
class GradientCheckTest {

  @Test
  void aRightGradientOfAPlainFunctionPasses() {
    Report report = squares(x -> new double[] {2 * x[0], 2 * x[1]}).at(1, -2);
    report.verify();
    assertThat(report)
        .hasToString(
            "f: 28 numbers agree; a relative error of the gradient above 1.0e-11 would have been"
                + " noticed");
  }

  @Test
  void aWrongGradientIsNamedWithBothNumbers() {
    Report report = squares(x -> new double[] {2 * x[0], x[1]}).at(1, -2);
    assertThat(report.passed()).isFalse();
    assertThat(report.failures().get(0).what()).isEqualTo("gradient by x[1]");
    assertThat(report.failures().get(0).actual()).isEqualTo(-2);
    assertThat(report.failures().get(0).expected()).isBetween(-4 - 1e-10, -4 + 1e-10);
  }

  @Test
  void severalArraysAreOperandsOfTheirOwn() {
    Subject dot =
        Subject.ofArrays(
            "dot",
            x -> new double[] {x.get(0)[0] * x.get(1)[0] + x.get(0)[1] * x.get(1)[1]},
            (x, yBar) ->
                List.of(
                    new double[] {yBar[0] * x.get(1)[0], yBar[0] * x.get(1)[1]},
                    new double[] {yBar[0] * x.get(0)[0], 0}));
    Report report = GradientCheck.of(dot).at(new double[] {1, 2}, new double[] {3, 4});
    assertThat(report.failures().get(0).what()).isEqualTo("gradient by x1[1]");
    assertThat(report.numbers()).isEqualTo(8);
  }

  @Test
  void operandsMayHaveNames() {
    Subject zeroRule =
        Subject.ofArrays("f", x -> x.get(0).clone(), (x, yBar) -> List.of(new double[1]));
    assertThat(GradientCheck.of(zeroRule).at(List.of(Operand.of("w", 2))).failures().get(0).what())
        .isEqualTo("gradient by w[0]");
  }

  @Test
  void elementsAreNamedByTheirIndices() {
    Operand cube = new Operand("w", new int[] {2, 3, 4}, new double[24]);
    assertThat(cube.element(0)).isEqualTo("w[0, 0, 0]");
    assertThat(cube.element(23)).isEqualTo("w[1, 2, 3]");
    assertThat(cube.element(9)).isEqualTo("w[0, 2, 1]");
  }

  @Test
  void tensorsAreCheckedUnderTheirNames() {
    Tensor w = Tensor.of(new double[][] {{1, 2}, {3, 4}}).named("w");
    Tensor b = Tensor.of(5, 6).named("b");
    TensorCheck.ofAll("affine", x -> x.get(0).mv(x.get(1)).sin()).at(w, b).verify();
    Report detached = TensorCheck.ofAll("affine", x -> x.get(0).detach().mv(x.get(1))).at(w, b);
    assertThat(detached.failures().get(0).what()).isEqualTo("gradient by w[0, 0]");
  }

  @Test
  void seedAndStepAreThoseOfThePlainCheck() {
    TensorCheck half = TensorCheck.of("f", x -> x.mul(x.detach()));
    Tensor x = Tensor.of(1, 2);
    assertThat(half.withSeed(7).at(x)).doesNotHaveToString(half.withSeed(8).at(x).toString());
    TensorCheck.of("f", Tensor::sin).withStep(0.01).at(x).verify();
    assertThatThrownBy(() -> half.withStep(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void oneTensorIsCheckedToo() {
    TensorCheck.of("softplus", x -> x.exp().log1p()).at(Tensor.of(-1, 0.5, 2)).verify();
  }

  @Test
  void theSameSeedGivesTheSameReport() {
    GradientCheck check = squares(x -> new double[] {2 * x[0], x[1]});
    assertThat(check.at(1, -2)).hasToString(check.at(1, -2).toString());
    assertThat(check.withSeed(7).at(1, -2)).doesNotHaveToString(check.at(1, -2).toString());
  }

  @Test
  void aRuleThatIgnoresTheCotangentIsFoundOut() {
    Report report =
        GradientCheck.of(Subject.ofArray("f", x -> x.clone(), (x, yBar) -> new double[] {1, 1, 1}))
            .at(1, 2, 3);
    assertThat(report.passed()).isFalse();
  }

  @Test
  void aGradientOfWrongSizeIsSaid() {
    assertThat(squares(x -> new double[1]).at(1, -2))
        .hasToString(
            """
            f: the gradient must have one part for each operand, of its size
              operands  [2]
              gradient  [1]""");
  }

  @Test
  void aFunctionThatChangesItsOperandIsSaid() {
    assertThat(scalar(x -> x[0]++, x -> new double[] {1}).at(1))
        .hasToString(
            """
            f: the function changes its operand x, which belongs to the caller
            work on a copy: clone() before the change in place""");
  }

  @Test
  void aTensorFunctionThatChangesItsOperandIsSaid() {
    assertThat(TensorCheck.of("f", x -> x.mul_(2)).at(Tensor.of(1, 2).named("w")))
        .hasToString(
            """
            f: the function changes its operand w, which belongs to the caller
            work on a copy: clone() before the change in place""");
  }

  @Test
  void aGradientThatChangesItsOperandIsSaid() {
    assertThat(scalar(x -> x[0], x -> new double[] {x[0]++}).at(1))
        .hasToString(
            """
            f: the gradient changes its operand x, which belongs to the caller
            work on a copy: clone() before the change in place""");
  }

  @Test
  void aGradientThatChangesTheCotangentIsSaid() {
    Subject subject =
        Subject.ofArray(
            "f",
            x -> x.clone(),
            (x, yBar) -> {
              yBar[0] *= 2;
              return yBar;
            });
    assertThat(GradientCheck.of(subject).at(1))
        .hasToString(
            """
            f: the gradient changes the cotangent, which belongs to the caller
            work on a copy: clone() before the change in place""");
  }

  @Test
  void aFunctionThatReturnsItsOperandIsSaid() {
    assertThat(GradientCheck.of(Subject.ofArray("f", x -> x, (x, yBar) -> yBar)).at(1))
        .hasToString(
            """
            f: the function returns an operand's own array: what changes one changes both
            return a copy: clone()""");
  }

  @Test
  void aFunctionThatDiffersFromCallToCallIsSaid() {
    double[] calls = {0};
    assertThat(scalar(x -> calls[0]++, x -> new double[] {1}).at(1))
        .hasToString(
            """
            f: the value y[0] differs from call to call at the same operands
              first   0.0
              second  1.0
            fix the seed, or draw the random numbers before and pass them in""");
  }

  @Test
  void aGradientThatDiffersFromCallToCallIsSaid() {
    double[] calls = {0};
    assertThat(scalar(x -> x[0], x -> new double[] {calls[0]++}).at(1))
        .hasToString(
            """
            f: the gradient[0] differs from call to call at the same operands
              first   0.0
              second  1.0
            fix the seed, or draw the random numbers before and pass them in""");
  }

  @Test
  void aNumberOfValuesThatDependsOnTheOperandsIsSaid() {
    Subject subject =
        Subject.ofArray("f", x -> new double[x[0] > 1 ? 2 : 1], (x, yBar) -> new double[1]);
    assertThat(GradientCheck.of(subject).at(1))
        .hasToString(
            """
            f: the number of values must not depend on the operands
              at the point  1
              nearby        2""");
  }

  @Test
  void aValueThatIsNoNumberIsSaid() {
    assertThat(scalar(x -> Math.log(x[0]), x -> new double[] {1 / x[0]}).at(-1))
        .hasToString(
            """
            f: the value y[0] is NaN at the point
            check where the function is finite""");
  }

  @Test
  void anOperandThatIsNoNumberIsSaid() {
    assertThat(scalar(x -> 1, x -> new double[1]).at(Double.POSITIVE_INFINITY))
        .hasToString(
            """
            f: the operand x[0] is Infinity at the point
            check where the function is finite""");
  }

  @Test
  void aGradientThatIsNoNumberDisagrees() {
    Report report = scalar(x -> x[0], x -> new double[] {Double.NaN}).at(1);
    assertThat(report.agrees()).isFalse();
    assertThat(report.failures().get(0).actual()).isNaN();
  }

  @Test
  void nothingToCompareHasNotPassed() {
    Report report =
        GradientCheck.of(Subject.ofArray("f", x -> x.clone(), (x, yBar) -> yBar)).at(new double[0]);
    assertThat(report.passed()).isFalse();
    assertThat(report)
        .hasToString("f: nothing was compared; the operands or the result have no element");
  }

  @Test
  void aConventionAtAKinkIsNotCalledWrong() {
    for (double sign : new double[] {-1, -0.3, 0, 1}) {
      Report report =
          scalar(
                  x -> Math.abs(x[0]) + x[1],
                  x -> new double[] {x[0] == 0 ? sign : Math.signum(x[0]), 1})
              .at(0, 2);
      report.verify();
      assertThat(report.notes())
          .containsExactly(
              "kink: the gradient by x[0] does not exist; beside the point it is from -1.0 to 1.0,"
                  + " and the claimed value lies between: "
                  + sign);
    }
  }

  @Test
  void whatIsNoSubgradientIsWrongAtAKink() {
    Report report =
        scalar(x -> Math.abs(x[0]), x -> new double[] {x[0] == 0 ? 1.01 : Math.signum(x[0])}).at(0);
    assertThat(report.passed()).isFalse();
    assertThat(report.failures().get(0).oracle()).isEqualTo(Oracle.ONE_SIDED);
    assertThat(report.notes().get(0)).endsWith("from -1.0 to 1.0, not 1.01");
  }

  @Test
  void aTieOfMaximaMayGoToOneOrBeSplitButNotBeDoubled() {
    ToDoubleFunction<double[]> max = x -> Math.max(x[0], x[1]);
    for (double[] tie : new double[][] {{1, 0}, {0, 1}, {0.5, 0.5}}) {
      scalar(max, x -> maximum(x, tie)).at(2, 2).verify();
    }
    for (double[] tie : new double[][] {{1, 1}, {0, 0}, {0.7, 0.7}}) {
      assertThat(scalar(max, x -> maximum(x, tie)).at(2, 2).agrees()).isFalse();
    }
  }

  private static double[] maximum(double[] x, double[] tie) {
    if (x[0] == x[1]) {
      return tie.clone();
    }
    return x[0] > x[1] ? new double[] {1, 0} : new double[] {0, 1};
  }

  @Test
  void aKinkWithinTheStepDoesNoHarm() {
    for (double x = 0.001; x < 0.06; x += 0.001) {
      Report report =
          scalar(v -> Math.abs(v[0]) + v[1], v -> new double[] {Math.signum(v[0]), 1}).at(x, 1);
      assertThat(report.passed()).as("%s: %s", x, report).isTrue();
    }
  }

  @Test
  void singlePrecisionIsNotCalledAWrongGradient() {
    for (double x = -3; x < 3; x += 0.01) {
      String text =
          scalar(v -> (float) Math.sin(v[0]) + 2, v -> new double[] {Math.cos(v[0])})
              .at(x)
              .toString();
      assertThat(text)
          .matches(
              """
              f: the values are not computed in double precision
                noise   [0-9.]+e-0[789] of their size
                double  1.1e-16
                float   6.0e-08
              use double throughout, in constants and intermediate results too""");
    }
  }

  /**
   * Numbers between 1 and 2 are rounded to multiples of 2⁻²³: an error spread evenly over that has
   * the deviation 2⁻²³/√12 = 3.4e-8, and the largest of four estimates from seven differences each
   * is a third above it on average. No term but the value's own is as large.
   */
  @Test
  void theNoiseOfRoundingIsThatOfTheory() {
    double sum = 0;
    int points = 600;
    for (int i = 0; i < points; i++) {
      double shift = 0.01 * i;
      String text =
          scalar(
                  x -> (float) (1.5 + 0.4 * Math.sin(x[0] + shift)),
                  x -> new double[] {0.4 * Math.cos(x[0] + shift)})
              .at(0)
              .toString();
      double size =
          Math.max(1.5 + 0.4 * Math.sin(shift + 0.045), 1.5 + 0.4 * Math.sin(shift - 0.045));
      sum += size * Double.parseDouble(text.replaceAll("(?s).* noise +(\\S+) .*", "$1"));
    }
    assertThat(sum / points).isBetween(4.2e-8, 5e-8);
  }

  @Test
  void aFunctionThatEndsWithinTheStepIsSaidWithAStepThatFits() {
    GradientCheck log = scalar(x -> Math.log(x[0]), x -> new double[] {1 / x[0]});
    log.at(1e-6).verify();
    assertThat(log.withStep(0.045).at(1e-6))
        .hasToString(
            "f: the value is not finite within the step of the differences, 0.045, of the point:"
                + " gradient by x[0]\ncall withStep(1.0E-7)");
    log.withStep(1e-7).at(1e-6).verify();
  }

  @Test
  void anOperandTooLargeForTheStepIsSaid() {
    GradientCheck slow =
        scalar(x -> Math.sin(x[0] / 1e12), x -> new double[] {Math.cos(x[0] / 1e12) / 1e12});
    slow.at(1e12).verify();
    assertThat(slow.withStep(0.045).at(1e12))
        .hasToString(
            """
            f: the step of the differences is lost in the rounding of an operand
              step     0.045
              operand  1.0E12
            call withStep(1000.0) or larger, if there is no kink within it""");
    slow.withStep(1e10).at(1e12).verify();
  }

  @Test
  void aStepOfAMillionRoundingsIsEnough() {
    GradientCheck slow =
        scalar(x -> Math.sin(x[0] / 1e12), x -> new double[] {Math.cos(x[0] / 1e12) / 1e12});
    assertThat(slow.withStep(1e12 * 0x1p-53 * 1e6).at(1e12).toString())
        .doesNotContain("lost in the rounding");
  }

  @Test
  void aFunctionFasterThanTheStepIsGivenAShorterOne() {
    GradientCheck fast =
        scalar(x -> Math.sin(x[0] * 1e9), x -> new double[] {Math.cos(x[0] * 1e9) * 1e9});
    fast.at(1e-9).verify();
    fast.withStep(1e-9).at(1e-9).verify();
  }

  @Test
  void aNegligibleGradientProvesNothing() {
    Report report = scalar(x -> 1 + Math.exp(x[0] - 200), x -> new double[1]).at(1);
    assertThat(report.passed()).isFalse();
    assertThat(report)
        .hasToString(
            """
            f: nothing was proven: 6 numbers agree, but none would have shown a relative error of 1.0E-6
              largest derivative  0.0
              size of the terms   1.0
            check where the derivative is of the size of the value""");
  }

  /** Against the value, the operand that is moved, and what rounding was heard of. */
  @Test
  void whatIsNegligibleIsSoAgainstAllTerms() {
    assertThat(
            scalar(x -> 1 + 0x1p-30 * x[0], x -> new double[] {0x1p-30})
                .withStep(0.045)
                .at(1024)
                .faults()
                .get(0))
        .containsPattern("\n  size of the terms   (1\\.[0-9]+|2\\.[0-9]+)\n");
  }

  @Test
  void theLongestStepOfferedIsThirtyPowersOfTenFromTheShortest() {
    assertThat(
            scalar(x -> 1 + Math.sin(x[0] / 1e15), x -> new double[] {Math.cos(x[0] / 1e15) / 1e15})
                .withStep(0.045)
                .at(1)
                .faults())
        .singleElement()
        .asString()
        .endsWith("\ncall withStep(1.0E15)");
  }

  /** Its noise is small against what it is a step to the left. */
  @Test
  void aFunctionThatFallsFastIsNotCalledImprecise() {
    scalar(x -> Math.exp(-1500 * x[0]), x -> new double[] {-1500 * Math.exp(-1500 * x[0])})
        .withStep(0.045)
        .at(0)
        .verify();
  }

  @Test
  void aClaimIsWrongRelativeToItselfWhereTheDerivativeIsZero() {
    assertThat(scalar(x -> 5, x -> new double[] {2}).at(1).failures().get(0).error()).isEqualTo(1);
  }

  @Test
  void eightElementsAreComparedInTheirOrder() {
    assertThat(compared(8))
        .containsExactly("x[0]", "x[1]", "x[2]", "x[3]", "x[4]", "x[5]", "x[6]", "x[7]");
  }

  @Test
  void ofManyElementsEightFarApartAreCompared() {
    List<Integer> places =
        compared(64).stream()
            .map(what -> Integer.valueOf(what.replaceAll("\\D", "")))
            .sorted()
            .toList();
    assertThat(places).hasSize(8).doesNotHaveDuplicates();
    for (int i = 1; i < 8; i++) {
      assertThat(places.get(i) - places.get(i - 1)).isEqualTo(8);
    }
  }

  /** The elements of an operand whose gradient is wrong everywhere, in the order of the report. */
  private static List<String> compared(int size) {
    Subject wrong = Subject.ofArray("f", x -> x.clone(), (x, yBar) -> new double[x.length]);
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return Differences.compare(
            wrong,
            List.of(Operand.of("x", new double[size])),
            new double[size],
            ones,
            List.of(new double[size]),
            0,
            RandomGeneratorFactory.of("L64X128MixRandom").create(1))
        .stream()
        .map(failure -> failure.what().replace("gradient by ", ""))
        .filter(what -> what.startsWith("x["))
        .toList();
  }

  @Test
  void aStepThatIsNotPositiveIsRefused() {
    assertThatThrownBy(() -> squares(x -> x).withStep(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("withStep: the step must be positive and finite\n  given  0.0");
  }

  /** ln(1 + e⁻ᶻ) keeps few digits where z is large: at points that a check looks at by itself. */
  @Test
  void aLossThatIsSaturatedElsewhereIsNotAccused() {
    SplittableRandom random = new SplittableRandom(11);
    for (int run = 0; run < 300; run++) {
      double[][] rows = new double[3][];
      Arrays.setAll(rows, row -> random.doubles(4, -3, 3).toArray());
      double[] w = random.doubles(4, -2, 2).toArray();
      GradientCheck.of(v -> saturating(rows, v))
          .gradient(v -> slope(rows, v))
          .at(w)
          .requireAgreement();
    }
  }

  private static double saturating(double[][] rows, double[] w) {
    return Arrays.stream(rows).mapToDouble(row -> Math.log(1 + Math.exp(-margin(row, w)))).sum();
  }

  private static double[] slope(double[][] rows, double[] w) {
    double[] gradient = new double[w.length];
    for (double[] row : rows) {
      double share = -1 / (1 + Math.exp(margin(row, w)));
      Arrays.setAll(gradient, i -> gradient[i] + share * row[i]);
    }
    return gradient;
  }

  private static double margin(double[] row, double[] w) {
    double sum = 0;
    for (int i = 0; i < w.length; i++) {
      sum += row[i] * w[i];
    }
    return sum;
  }

  /** What is said to be noticed is noticed, and no right gradient is accused. */
  @Test
  void tenTimesTheSensitivityIsNoticed() {
    for (Smooth f : Smooth.values()) {
      for (int i = 0; i <= 40; i++) {
        double x = f.point(i / 40.0);
        Report right = scalar(v -> f.of(v[0]), v -> new double[] {f.derivative(v[0])}).at(x);
        assertThat(right.tallies()).as("%s at %s", f, x).allMatch(t -> t.failures() == 0);
        if (right.passed()) {
          double factor = 1 + 10 * right.tally(Oracle.DIFFERENCES).orElseThrow().sensitivity();
          Report wrong =
              scalar(v -> f.of(v[0]), v -> new double[] {factor * f.derivative(v[0])}).at(x);
          assertThat(wrong.agrees()).as("%s at %s, factor %s", f, x, factor).isFalse();
        }
      }
    }
  }

  private static GradientCheck squares(UnaryOperator<double[]> gradient) {
    return scalar(x -> x[0] * x[0] + x[1] * x[1], gradient);
  }

  private static GradientCheck scalar(
      ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
    return GradientCheck.of(Subject.ofScalar("f", f, gradient));
  }
}
