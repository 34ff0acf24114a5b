package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.gradus.check.Diagnosis;
import org.gradus.check.Evidence;
import org.gradus.check.GradientCheck;
import org.gradus.check.JacobianCheck;
import org.gradus.check.Operand;
import org.gradus.check.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

// [proof->check~diagnosis~1]
class DiagnosisTest {
  private static final double[] X = {0.3, -1.7, 2.2, -0.9};

  /** f(x) = Σ (i + 1)·xᵢ³ / 3. */
  private static double f(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += (i + 1) * x[i] * x[i] * x[i] / 3;
    }
    return sum;
  }

  private static double[] right(double[] x) {
    double[] gradient = new double[x.length];
    Arrays.setAll(gradient, i -> (i + 1) * x[i] * x[i]);
    return gradient;
  }

  private static Arguments of(String sentence, UnaryOperator<double[]> wrong) {
    return Arguments.of(sentence, wrong);
  }

  private static UnaryOperator<double[]> each(DoubleUnaryOperator change) {
    return x -> Arrays.stream(right(x)).map(change).toArray();
  }

  static Stream<Arguments> mistakesOfAGradient() {
    return Stream.of(
        of("every entry is half of what it should be: is a factor 2 missing?", each(g -> g / 2)),
        of(
            "every entry is twice what it should be: is there a factor 2 too many, or is it added"
                + " twice?",
            each(g -> g * 2)),
        of(
            "every entry has the opposite sign: is a minus missing, or one too many?",
            each(g -> -g)),
        of(
            "every entry is 1/4 of what it should be, and there are 4 entries: is it a mean for a"
                + " sum?",
            each(g -> g / 4)),
        of(
            "every entry is 4 times what it should be, and there are 4 entries: is it a sum for a"
                + " mean?",
            each(g -> g * 4)),
        of(
            "every entry is 1.30000 times what it should be: is a constant factor wrong?",
            each(g -> 1.3 * g)),
        of(
            "every entry is off by the same 0.700000: is a constant added that should not be?",
            each(g -> g + 0.7)),
        of("every entry is 0: is it detached from the operands, or never written?", each(g -> 0)),
        of(
            "every entry is NaN: does the formula divide 0 by 0, or subtract infinities?",
            each(g -> Double.NaN)),
        of(
            "every entry agrees to 7 digits: is something computed in single precision, or by a"
                + " difference quotient?",
            each(g -> (float) g)),
        of(
            "every entry is off by 0.0100000 of its operand: is a penalty, such as weight decay, in"
                + " the gradient or in the function alone?",
            x -> {
              double[] g = right(x);
              Arrays.setAll(g, i -> g[i] + 0.01 * x[i]);
              return g;
            }),
        of(
            "every entry is that of its neighbor: is an index off by one?",
            x -> {
              double[] g = right(x);
              double[] shifted = new double[g.length];
              Arrays.setAll(shifted, i -> g[(i + 1) % g.length]);
              return shifted;
            }),
        of(
            "the entries are in reverse order: is an index counted from the end?",
            x -> {
              double[] g = right(x);
              double[] reversed = new double[g.length];
              Arrays.setAll(reversed, i -> g[g.length - 1 - i]);
              return reversed;
            }),
        of(
            "the entries are right, but in other places: are they in another order, such as column"
                + " by column?",
            x -> {
              double[] g = right(x);
              return new double[] {g[0], g[2], g[1], g[3]};
            }),
        of(
            "all but x[3] are right, and that is 0: does a loop end too early?",
            x -> {
              double[] g = right(x);
              g[3] = 0;
              return g;
            }),
        of(
            "all but x[0] are right, and that is 0: does a loop begin at 1?",
            x -> {
              double[] g = right(x);
              g[0] = 0;
              return g;
            }),
        of(
            "entries are right where x is positive and wrong where it is not: is a branch missing?",
            x -> {
              double[] g = right(x);
              Arrays.setAll(g, i -> x[i] > 0 ? g[i] : 0.1 * i * g[i]);
              return g;
            }),
        of("every entry is the operand itself: is it returned for its gradient?", x -> x.clone()),
        of(
            "every entry is the value itself: is it returned for its derivative?",
            x -> {
              double[] g = new double[x.length];
              Arrays.fill(g, f(x));
              return g;
            }));
  }

  @ParameterizedTest
  @MethodSource("mistakesOfAGradient")
  void aMistakeIsNamed(String sentence, UnaryOperator<double[]> wrong) {
    assertThat(hint(GradientCheck.of(DiagnosisTest::f).gradient(wrong).at(X))).contains(sentence);
  }

  @Test
  void aLostSignIsNamed() {
    Report report =
        GradientCheck.of(x -> x[0] * x[0] + x[1] * x[1] + x[2] * x[2])
            .gradient(x -> Arrays.stream(x).map(v -> 2 * Math.abs(v)).toArray())
            .at(0.3, -1.2, 2);
    assertThat(hint(report))
        .contains(
            "every entry is right but for its sign, and none is negative: is a sign lost in a square"
                + " or a size?");
  }

  @Test
  void aForgottenOperandIsNamed() {
    Report report =
        GradientCheck.ofAll(x -> x.get(0)[0] * x.get(1)[0] * x.get(1)[1])
            .gradient(x -> List.of(new double[] {x.get(1)[0] * x.get(1)[1]}, new double[2]))
            .at(Operand.of("w", 3), Operand.of("b", 5, 7));
    assertThat(hint(report))
        .contains(
            "every entry of b is 0, and all others are right: is b detached, or its part"
                + " forgotten?");
  }

  /** y = softmax x. */
  private static double[] softmax(double[] x) {
    double[] y = Arrays.stream(x).map(Math::exp).toArray();
    double sum = Arrays.stream(y).sum();
    return Arrays.stream(y).map(e -> e / sum).toArray();
  }

  static Stream<Arguments> mistakesOfAProduct() {
    return Stream.of(
        Arguments.of(
            "every entry is as for a cotangent of ones: is the cotangent dropped?",
            (BinaryOperator<double[]>) (x, yBar) -> rule(x, new double[] {1, 1, 1})),
        Arguments.of(
            "every entry is as for the sum of the cotangent: is it summed before it is used?",
            (BinaryOperator<double[]>) (x, yBar) -> rule(x, filled(yBar[0] + yBar[1] + yBar[2]))),
        Arguments.of(
            "every entry is as for the mean of the cotangent: is it averaged before it is used?",
            (BinaryOperator<double[]>)
                (x, yBar) -> rule(x, filled((yBar[0] + yBar[1] + yBar[2]) / 3))),
        Arguments.of(
            "every entry is that of J·ȳ for Jᵀ·ȳ: is a transpose missing?",
            (BinaryOperator<double[]>) DiagnosisTest::forward),
        Arguments.of(
            "every entry has the diagonal of J alone: does each value depend on all operands?",
            (BinaryOperator<double[]>)
                (x, yBar) ->
                    new double[] {
                      2 * x[0] * x[1] * yBar[0], x[2] * yBar[1], Math.cos(x[2]) * yBar[2]
                    }),
        Arguments.of(
            "every entry is the value itself: is it returned for its derivative?",
            (BinaryOperator<double[]>)
                (x, yBar) -> {
                  double[] y = mixed(x);
                  return new double[] {y[0] * yBar[0], y[1] * yBar[1], y[2] * yBar[2]};
                }),
        Arguments.of(
            "every entry is the derivative at y, not at x: is the result taken for the operand?",
            (BinaryOperator<double[]>) (x, yBar) -> rule(mixed(x), yBar)));
  }

  /** y = (x₀²·x₁, x₁·x₂, sin x₂ + x₀). */
  private static double[] mixed(double[] x) {
    return new double[] {x[0] * x[0] * x[1], x[1] * x[2], Math.sin(x[2]) + x[0]};
  }

  private static double[] rule(double[] x, double[] w) {
    return new double[] {
      2 * x[0] * x[1] * w[0] + w[2],
      x[0] * x[0] * w[0] + x[2] * w[1],
      x[1] * w[1] + Math.cos(x[2]) * w[2]
    };
  }

  private static double[] forward(double[] x, double[] u) {
    return new double[] {
      2 * x[0] * x[1] * u[0] + x[0] * x[0] * u[1],
      x[2] * u[1] + x[1] * u[2],
      u[0] + Math.cos(x[2]) * u[2]
    };
  }

  private static double[] filled(double value) {
    return new double[] {value, value, value};
  }

  @ParameterizedTest
  @MethodSource("mistakesOfAProduct")
  void aMistakeWithACotangentIsNamed(String sentence, BinaryOperator<double[]> wrong) {
    JacobianCheck.of(DiagnosisTest::mixed).vjp(DiagnosisTest::rule).at(0.7, -1.3, 0.4).verify();
    assertThat(hint(JacobianCheck.of(DiagnosisTest::mixed).vjp(wrong).at(0.7, -1.3, 0.4)))
        .contains(sentence);
  }

  @Test
  void aTransposedJacobianIsNamed() {
    Report report =
        JacobianCheck.of(DiagnosisTest::mixed)
            .jacobian(
                x ->
                    new double[][] {
                      {2 * x[0] * x[1], 0, 1}, {x[0] * x[0], x[2], 0}, {0, x[1], Math.cos(x[2])}
                    })
            .at(0.7, -1.3, 0.4);
    assertThat(hint(report)).contains("rows and columns are exchanged: is a transpose missing?");
  }

  @Test
  void theDiagonalOfASoftmaxIsNamed() {
    Report report =
        JacobianCheck.of(DiagnosisTest::softmax)
            .jacobian(
                x -> {
                  double[] y = softmax(x);
                  double[][] j = new double[3][3];
                  for (int i = 0; i < 3; i++) {
                    j[i][i] = y[i] * (1 - y[i]);
                  }
                  return j;
                })
            .at(0.7, -1.3, 0.4);
    assertThat(hint(report))
        .contains(
            "the diagonal is right and everything beside it 0: does each value depend on all"
                + " operands?");
  }

  @Test
  void theDerivativeAtTheResultIsNamed() {
    Report report =
        GradientCheck.of(x -> Math.log(x[0]))
            .gradient(x -> new double[] {1 / Math.log(x[0])})
            .at(7);
    assertThat(hint(report))
        .contains(
            "every entry is the derivative at y, not at x: is the result taken for the operand?");
  }

  /** Numbers without a pattern get no hint, whatever their number. */
  @Test
  void randomNumbersGetNoHint() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    List<String> hints = new ArrayList<>();
    for (int trial = 0; trial < 20_000; trial++) {
      int size = 1 + trial % 8;
      double[] expected = random.doubles(size, -2, 2).toArray();
      double[] actual = random.doubles(size, -2, 2).toArray();
      double[] x = random.doubles(size, -2, 2).toArray();
      Diagnosis.of(Evidence.ofGradient(expected, actual, x, random.nextDouble()))
          .ifPresent(hints::add);
    }
    assertThat(hints).isEmpty();
  }

  /**
   * One wrong entry among right ones is no pattern of all, unless it is an end that is left out.
   */
  @Test
  void oneWrongEntryGetsNoHint() {
    for (int wrong = 0; wrong < X.length; wrong++) {
      double[] actual = right(X);
      actual[wrong] *= 0.37;
      assertThat(Diagnosis.of(Evidence.ofGradient(right(X), actual, X, f(X)))).isEmpty();
    }
  }

  @Test
  void rightNumbersGetNoHint() {
    assertThat(Diagnosis.of(Evidence.ofGradient(right(X), right(X), X, f(X)))).isEmpty();
  }

  private static Optional<String> hint(Report report) {
    assertThat(report.passed()).isFalse();
    return report.notes().stream()
        .filter(note -> note.startsWith("likely: "))
        .map(note -> note.substring("likely: ".length()))
        .findFirst();
  }
}
