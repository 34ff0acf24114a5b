package org.gradus.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.random.RandomGenerator;
import org.gradus.check.internal.Directions;

/**
 * The oracle of differences at one point: along single elements and along random directions.
 *
 * <pre>
 *   g(t) = ⟨ȳ, f(x + t·u)⟩      g′(0) = ⟨x̄, u⟩
 * </pre>
 */
// [impl->check~differences~1]
public final class Differences {
  private static final int ELEMENTS = 8;
  private static final int DIRECTIONS = 2;

  /** Noise of values that were computed in doubles stays far below, that of floats far above. */
  private static final double MOST_NOISE = 1e-10;

  /** Thirteen points at this part of the step lie within the smallest step of the differences. */
  private static final double NOISE_DISTANCE = 0x1p-10;

  /** Powers of ten by which another step is looked for. */
  private static final int DECADES = 15;

  /** What a step must promise to be recommended, relative to the derivative. */
  private static final double GOOD = 1e-9;

  private final Watched subject;
  private final List<Operand> x;
  private final double[] cotangent;
  private final List<double[]> gradient;
  private final double step;
  private final double terms;

  Differences(
      Watched subject,
      List<Operand> x,
      double[] y,
      double[] cotangent,
      List<double[]> gradient,
      double step) {
    this.subject = subject;
    this.x = x;
    this.cotangent = cotangent;
    this.gradient = gradient;
    this.step = step;
    double sum = size(cotangent, y);
    for (int operand = 0; operand < x.size(); operand++) {
      sum += size(gradient.get(operand), x.get(operand).values());
    }
    this.terms = sum;
  }

  /**
   * Compare a gradient with differences at a point.
   *
   * @param y value at the point
   * @param cotangent number for each of y
   * @param gradient what is to be judged, an array for each operand
   * @param random draws the elements and the directions
   * @throws Fault if the numbers disagree at a kink, or the function is not finite around the point
   */
  public static List<Comparison> compare(
      Subject subject,
      List<Operand> x,
      double[] y,
      double[] cotangent,
      List<double[]> gradient,
      RandomGenerator random) {
    return new Differences(new Watched(subject), x, y, cotangent, gradient, GradientCheck.STEP)
        .compare(random, false);
  }

  /** Σ |aᵢ·bᵢ|: rounding of a result, or of an operand that is moved, is relative to it. */
  private static double size(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      double term = Math.abs(a[i] * b[i]);
      sum += Double.isFinite(term) ? term : 0;
    }
    return sum;
  }

  /** A direction, what it is called, and the derivative along it that the gradient claims. */
  private record Line(String what, List<double[]> direction, double claimed) {}

  /**
   * Compare along up to {@value #ELEMENTS} elements of each operand and {@value #DIRECTIONS} random
   * directions.
   *
   * @param diagnose whether to look for kinks and noise where the numbers agree, too
   * @throws Fault if the function has a kink at the point, is not finite around it, or is not
   *     computed in double precision
   */
  List<Comparison> compare(RandomGenerator random, boolean diagnose) {
    List<Line> lines = lines(random);
    List<Comparison> comparisons = lines.stream().map(this::compare).toList();
    for (int i = 0; i < lines.size(); i++) {
      if (diagnose || !comparisons.get(i).agrees()) {
        diagnose(lines.get(i));
      }
    }
    if (diagnose) {
      requirePrecision(lines.get(lines.size() - 1));
    }
    return comparisons;
  }

  private List<Line> lines(RandomGenerator random) {
    List<Line> lines = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      int size = x.get(operand).size();
      int start = size <= ELEMENTS ? 0 : random.nextInt(size);
      for (int k = 0; k < Math.min(size, ELEMENTS); k++) {
        int i = (start + k * Math.max(size / ELEMENTS, 1)) % size;
        List<double[]> unit = x.stream().map(part -> new double[part.size()]).toList();
        unit.get(operand)[i] = 1;
        lines.add(
            new Line("gradient by " + x.get(operand).element(i), unit, gradient.get(operand)[i]));
      }
    }
    for (int k = 0; k < DIRECTIONS; k++) {
      List<double[]> direction = Directions.draw(random, x);
      double claimed = 0;
      for (int operand = 0; operand < x.size(); operand++) {
        claimed += Directions.inner(gradient.get(operand), direction.get(operand));
      }
      lines.add(new Line("gradient along a random direction", direction, claimed));
    }
    return lines;
  }

  private DoubleUnaryOperator along(List<double[]> direction) {
    return t -> {
      List<Operand> moved = new ArrayList<>();
      for (int operand = 0; operand < x.size(); operand++) {
        moved.add(x.get(operand).moved(direction.get(operand), t));
      }
      double[] y = subject.value(moved);
      if (y.length != cotangent.length) {
        throw new Fault(
            "the number of values must not depend on the operands\n  at the point  "
                + cotangent.length
                + "\n  nearby        "
                + y.length);
      }
      return Directions.inner(cotangent, y);
    };
  }

  private Comparison compare(Line line) {
    Derivative derivative = Derivative.of(along(line.direction), 0, step, terms);
    double claimed = Double.isFinite(line.claimed) ? Math.abs(line.claimed) : 0;
    double size = Math.max(Math.abs(derivative.value()), claimed);
    double unsure = Oracle.SAFETY * derivative.error() / Oracle.DIFFERENCES.tolerance();
    return Comparison.of(
        Oracle.DIFFERENCES, line.what, derivative.value(), line.claimed, Math.max(size, unsure));
  }

  private void diagnose(Line line) {
    DoubleUnaryOperator f = along(line.direction);
    Sides sides = Sides.of(f, step, terms);
    if (!Double.isFinite(sides.left()) || !Double.isFinite(sides.right())) {
      throw new Fault(
          "the value is not finite within the step of the differences, "
              + step
              + ", of the point: "
              + line.what
              + remedy("\ncheck farther inside the domain", "\ncall withStep(%s)"));
    }
    if (sides.kink()) {
      throw Fault.kink(
          "the " + line.what, sides, remedy("", "; if it is smooth there, call withStep(%s)"));
    }
  }

  private void requirePrecision(Line line) {
    DoubleUnaryOperator f = along(line.direction);
    double size =
        Math.max(
            terms, Math.max(Math.abs(f.applyAsDouble(step)), Math.abs(f.applyAsDouble(-step))));
    double noise = Noise.of(f, step * NOISE_DISTANCE) / size;
    if (noise > MOST_NOISE) {
      throw Fault.imprecise(noise);
    }
  }

  /** What to do about numbers that prove nothing. */
  Fault vacuity(long numbers) {
    double largest =
        gradient.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    return new Fault(
        "nothing was proven: "
            + numbers
            + " numbers agree, but none would have shown a relative error of "
            + Comparison.TELLING
            + "\n  largest gradient   "
            + largest
            + "\n  size of the terms  "
            + terms
            + remedy(
                "\ncheck where the gradient is of the size of the value", "\ncall withStep(%s)"));
  }

  private String remedy(String none, String some) {
    OptionalDouble better = betterStep();
    return better.isPresent() ? String.format(some, better.getAsDouble()) : none;
  }

  /** The step, powers of ten apart, whose differences state the least relative error. */
  private OptionalDouble betterStep() {
    List<double[]> direction = x.stream().map(part -> Directions.ones(part.size())).toList();
    DoubleUnaryOperator f = along(direction);
    double least = GOOD;
    OptionalDouble best = OptionalDouble.empty();
    double unit = Math.pow(10, Math.rint(Math.log10(step)));
    for (int decade = -DECADES; decade <= DECADES; decade++) {
      double other = unit * Math.pow(10, decade);
      Derivative derivative = Derivative.of(f, 0, other, terms);
      double error = derivative.error() / Math.abs(derivative.value());
      boolean within =
          Double.isFinite(f.applyAsDouble(other)) && Double.isFinite(f.applyAsDouble(-other));
      if (error < least && within && !Sides.of(f, other, terms).kink()) {
        least = error;
        best = OptionalDouble.of(Double.parseDouble(String.format(Locale.ROOT, "%.0e", other)));
      }
    }
    return best;
  }
}
