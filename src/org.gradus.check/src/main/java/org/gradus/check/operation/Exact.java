package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;
import org.gradus.check.Comparison;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;

/**
 * Values and derivatives of polynomials in fractions, exact, with no rule of differentiation.
 *
 * <pre>
 *   p(t) = ⟨ȳ, f(x + t·u)⟩ of degree d, known at t = 0, h, …, d·h
 *   p′(0) = (Δp − Δ²p/2 + Δ³p/3 − … ± Δᵈp/d)/h
 * </pre>
 *
 * <p>The case is moved to numbers of so few binary digits that doubles compute it without rounding;
 * then both have to be equal.
 */
// [impl->check~rational~1]
final class Exact {
  /** Products of more numbers do not fit in 53 binary digits. */
  private static final int MOST_DEGREE = 4;

  /** Operands are multiples of its inverse, so none moves by as much as a fifth of a room. */
  private static final double GRAIN = 0x1p6;

  private static final double COTANGENT_GRAIN = 0x1p3;

  /** So small that no kink is reached. */
  private static final BigFraction STEP = new BigFraction(0x1p-10);

  /** Beyond it entries are only checked together, along one direction. */
  private static final int MOST_ENTRIES = 8;

  private Exact() {}

  /** Degree of the case where doubles can compute it without rounding; else none. */
  static boolean applies(Case sampled) {
    Degree degree = Degree.of(sampled.definition(), Operands.list(sampled.operands()));
    return degree.isPolynomial() && degree.isShort() && degree.bound() <= MOST_DEGREE;
  }

  static List<Comparison> compare(Trial trial, RandomGenerator random) {
    if (trial.isEmpty() || !applies(trial.sampled())) {
      return List.of();
    }
    Case coarse = rounded(trial.sampled());
    List<Operand> x = Operands.list(coarse.operands());
    int degree = Degree.of(coarse.definition(), x).bound();
    double[] cotangent = rounded(COTANGENT_GRAIN, trial.cotangent());
    List<double[]> gradient =
        new TensorSubject(coarse.title(), coarse.application()).gradient(x, cotangent);
    List<Comparison> comparisons = new ArrayList<>(values(coarse, x, degree));
    Line line = new Line(coarse, x, degree, cotangent);
    String words = ", a polynomial of degree " + degree + " or less";
    for (List<double[]> direction : directions(x, random)) {
      comparisons.add(
          equal(
              "gradient along " + named(x, direction) + words,
              line.slope(direction),
              inner(gradient, direction)));
    }
    return comparisons;
  }

  private static List<Comparison> values(Case coarse, List<Operand> x, int degree) {
    double[] y;
    try (var off = NoGrad.on()) {
      y = coarse.application().apply(coarse.operands()).toArray();
    }
    List<Rational> expected =
        at(coarse, x, BigFraction.ZERO, x.stream().map(Operand::values).toList());
    return IntStream.range(0, y.length)
        .mapToObj(
            j ->
                equal(
                    "value " + j + ", a polynomial of degree " + degree + " or less",
                    expected.get(j).number(),
                    fraction(y[j])))
        .toList();
  }

  /** p along a direction. */
  private record Line(Case coarse, List<Operand> x, int degree, double[] cotangent) {
    BigFraction slope(List<double[]> direction) {
      List<BigFraction> differences =
          new ArrayList<>(
              IntStream.rangeClosed(0, degree)
                  .mapToObj(k -> at(STEP.multiply(k), direction))
                  .toList());
      BigFraction slope = BigFraction.ZERO;
      for (int order = 1; order <= degree; order++) {
        for (int k = 0; k <= degree - order; k++) {
          differences.set(k, differences.get(k + 1).subtract(differences.get(k)));
        }
        BigFraction term = differences.get(0).divide(order);
        slope = order % 2 == 1 ? slope.add(term) : slope.subtract(term);
      }
      return slope.divide(STEP);
    }

    private BigFraction at(BigFraction t, List<double[]> direction) {
      List<Rational> y = Exact.at(coarse, x, t, direction);
      BigFraction sum = BigFraction.ZERO;
      for (int j = 0; j < cotangent.length; j++) {
        sum = sum.add(y.get(j).number().multiply(new BigFraction(cotangent[j])));
      }
      return sum;
    }
  }

  private static List<Rational> at(
      Case coarse, List<Operand> x, BigFraction t, List<double[]> direction) {
    List<Cells<Rational>> cells = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      Operand each = x.get(operand);
      double[] speeds = direction.get(operand);
      cells.add(
          new Cells<>(
              each.shape(),
              IntStream.range(0, each.size())
                  .mapToObj(
                      i ->
                          Rational.of(each.values()[i])
                              .add(new Rational(t.multiply(new BigFraction(speeds[i])))))
                  .toList()));
    }
    return coarse.definition().of(Rational::of, cells).values();
  }

  private static List<List<double[]>> directions(List<Operand> x, RandomGenerator random) {
    List<List<double[]>> directions = new ArrayList<>();
    directions.add(
        Directions.draw(random, x).stream().map(u -> rounded(COTANGENT_GRAIN, u)).toList());
    if (x.stream().mapToInt(Operand::size).sum() <= MOST_ENTRIES) {
      for (int operand = 0; operand < x.size(); operand++) {
        for (int i = 0; i < x.get(operand).size(); i++) {
          List<double[]> unit = x.stream().map(each -> new double[each.size()]).toList();
          unit.get(operand)[i] = 1;
          directions.add(unit);
        }
      }
    }
    return directions;
  }

  private static String named(List<Operand> x, List<double[]> direction) {
    List<String> moving = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      for (int i = 0; i < x.get(operand).size(); i++) {
        if (direction.get(operand)[i] != 0) {
          moving.add(x.get(operand).element(i));
        }
      }
    }
    return moving.size() == 1 ? moving.get(0) : "a random direction";
  }

  private static BigFraction inner(List<double[]> gradient, List<double[]> direction) {
    BigFraction sum = BigFraction.ZERO;
    for (int operand = 0; operand < direction.size(); operand++) {
      for (int i = 0; i < direction.get(operand).length; i++) {
        BigFraction entry = fraction(gradient.get(operand)[i]);
        sum = sum.add(entry.multiply(new BigFraction(direction.get(operand)[i])));
      }
    }
    return sum;
  }

  /** Fractions that are not equal differ, even where both round to one double. */
  private static Comparison equal(String what, BigFraction expected, BigFraction actual) {
    double rounded = expected.doubleValue();
    return Comparison.of(
        Oracle.RATIONAL,
        what,
        rounded,
        expected.equals(actual) ? rounded : other(rounded, actual.doubleValue()),
        Math.abs(rounded));
  }

  private static double other(double rounded, double actual) {
    return rounded == actual ? Math.nextUp(actual) : actual;
  }

  private static BigFraction fraction(double number) {
    if (!Double.isFinite(number)) {
      throw new Fault("value and gradient of a polynomial must be finite\n  given  " + number);
    }
    return new BigFraction(number);
  }

  private static Case rounded(Case sampled) {
    UnaryOperator<Tensor> coarse =
        x -> Tensor.of(rounded(GRAIN, x.detach().toArray())).reshape(x.shape());
    return new Case(
        sampled.title(),
        sampled.operands().stream().map(coarse).toList(),
        sampled.application(),
        sampled.definition());
  }

  private static double[] rounded(double grain, double... numbers) {
    return Arrays.stream(numbers).map(number -> Math.rint(number * grain) / grain).toArray();
  }
}
