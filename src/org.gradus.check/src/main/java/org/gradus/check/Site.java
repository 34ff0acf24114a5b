package org.gradus.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.check.internal.Directions;

/** A point at which a function is examined, and the lines through it. */
final class Site {
  private static final double ROUNDING = 0x1p-53;

  /** Distance of points between which a function of size one runs straight, but for rounding. */
  private static final double LISTENING = Judge.STEP * 0x1p-14;

  /** What is louder is no rounding of doubles, relative to the value. */
  private static final double MOST_NOISE = 1e-10;

  private final Claims claims;
  private final List<Operand> x;
  private final double[] flat;
  private final double[] y;
  private final Plan plan;
  private final RandomGenerator random;
  private final Map<double[], Double> roughness = new IdentityHashMap<>();

  /** Site at which the function has been called. */
  Site(Claims claims, List<Operand> x, double[] y, Plan plan, RandomGenerator random) {
    this.claims = claims;
    this.x = x;
    this.flat = Content.flat(x);
    this.plan = plan;
    this.random = random;
    this.y = y;
  }

  Site(Claims claims, List<Operand> x, Plan plan, RandomGenerator random) {
    this(claims, x, claims.value().apply(x), plan, random);
  }

  List<Operand> x() {
    return x;
  }

  /** All operands, one after the other. */
  double[] flat() {
    return flat.clone();
  }

  /** Number of elements of all operands. */
  int size() {
    return flat.length;
  }

  double[] y() {
    return y.clone();
  }

  /** Positions of the elements that are moved one at a time. */
  int[] elements() {
    return plan.elements(x, random);
  }

  /** Random directions along which all elements are moved. */
  List<double[]> directions() {
    List<double[]> directions = new ArrayList<>();
    for (int k = 0; k < plan.directions(); k++) {
      directions.add(Directions.draw(random, size()));
    }
    return directions;
  }

  /** Random weights of y. */
  double[] cotangent() {
    return Directions.draw(random, y.length);
  }

  /** Name of an element. */
  String element(int position) {
    int rest = position;
    for (Operand operand : x) {
      if (rest < operand.size()) {
        return operand.element(rest);
      }
      rest -= operand.size();
    }
    throw new IndexOutOfBoundsException(position);
  }

  /** Name of the operand that an element belongs to. */
  String operand(int position) {
    int rest = position;
    for (Operand operand : x) {
      if (rest < operand.size()) {
        return operand.name();
      }
      rest -= operand.size();
    }
    throw new IndexOutOfBoundsException(position);
  }

  /** The same function at another point, all operands one after the other. */
  Site at(double[] point) {
    return new Site(claims, Content.like(x, point), plan, random);
  }

  double[] unit(int position) {
    double[] unit = new double[size()];
    unit[position] = 1;
    return unit;
  }

  /** Insist on a size, and on the same bits of a second call. */
  double[] steady(String what, int size, Supplier<double[]> call) {
    double[] first = call.get();
    if (first.length != size) {
      throw Fault.wrongLength(what, size, first.length);
    }
    double[] second = call.get();
    int at = first.length == second.length ? Arrays.mismatch(first, second) : 0;
    if (first.length != second.length) {
      throw Fault.unsteady("the size of " + what, first.length, second.length);
    }
    if (at >= 0) {
      throw Fault.unsteady(what + "[" + at + "]", first[at], second[at]);
    }
    return first;
  }

  /**
   * Line of the function.
   *
   * @param slopes a claimed gradient of ⟨w, y⟩, which tells how rounding of x shows; or empty
   */
  Line line(String what, double[] u, double[] w, double claimed, double[] slopes, Line.Spot spot) {
    double moved = Line.size(u, flat);
    double terms =
        Line.size(w, y) + (slopes.length > 0 ? moved(u, slopes) : moved * Math.abs(claimed));
    OptionalDouble exact =
        claims
            .exact()
            .map(e -> OptionalDouble.of(e.along(flat, u, w)))
            .orElse(OptionalDouble.empty());
    if (plan.listens()) {
      terms += roughness(claims.value(), w, y.length);
    }
    Line.Field field = new Weighted(claims.value(), u, w, y.length);
    return new Line(what, field, x, u, w, slopes, claimed, finite(terms), exact, spot, 1);
  }

  /**
   * Terms that would explain the noise of ⟨w, F⟩: a function may add up terms that cancel and do
   * not show in its value.
   */
  private double roughness(Function<List<Operand>, double[]> function, double[] w, int length) {
    Double known = roughness.get(w);
    if (known != null) {
      return known;
    }
    double[] u = Directions.draw(Directions.generator(size()), size());
    DoubleUnaryOperator g = new Weighted(function, u, w, length).from(x);
    double size = Math.abs(g.applyAsDouble(0));
    double noise = size == 0 ? 0 : size * Noise.of(t -> g.applyAsDouble(t) / size, LISTENING);
    double terms = noise <= MOST_NOISE * size ? noise / ROUNDING : 0;
    roughness.put(w, terms);
    return terms;
  }

  /** Line of the gradient of a function with one value, along u and weighted by w. */
  Line secondOrder(String what, double[] u, double[] w, double claimed, Line.Spot spot) {
    OptionalDouble exact =
        claims
            .exact()
            .map(e -> OptionalDouble.of(e.second(flat, u, w)))
            .orElse(OptionalDouble.empty());
    double terms = Line.size(u, flat) * Math.abs(claimed);
    if (claims.gradient().isPresent()) {
      BiFunction<List<Operand>, double[], double[]> rule = claims.gradient().get();
      double[] one = {1};
      Function<List<Operand>, double[]> gradient = at -> rule.apply(at, one);
      double size = Line.size(w, gradient.apply(x)) + roughness(gradient, w, size());
      Line.Field field = new Weighted(gradient, u, w, size());
      return new Line(
          what, field, x, u, w, new double[0], claimed, finite(size + terms), exact, spot, 2);
    }
    Derivative along =
        Derivative.of(
            new Weighted(claims.value(), w, new double[] {1}, 1).from(x), 0, Judge.STEP, 0);
    double noise = along.error() / ROUNDING;
    return new Line(
        what,
        new ByDifferences(claims.value(), u, w),
        x,
        u,
        w,
        new double[0],
        claimed,
        finite(noise + terms),
        exact,
        spot,
        2);
  }

  private double moved(double[] u, double[] slopes) {
    double sum = 0;
    for (int i = 0; i < u.length; i++) {
      double term = u[i] == 0 ? 0 : Math.abs(flat[i] * slopes[i]);
      sum += Double.isFinite(term) ? term : 0;
    }
    return sum;
  }

  private static double finite(double terms) {
    return Double.isFinite(terms) ? terms : 0;
  }

  /** Operands moved by t·u, all one after the other. */
  static List<Operand> moved(List<Operand> x, double[] u, double t) {
    List<double[]> parts = Content.split(u, x);
    return IntStream.range(0, x.size()).mapToObj(i -> x.get(i).moved(parts.get(i), t)).toList();
  }

  /** ⟨w, F(x + t·u)⟩. */
  private record Weighted(
      Function<List<Operand>, double[]> function, double[] u, double[] w, int length)
      implements Line.Field {
    @Override
    public DoubleUnaryOperator from(List<Operand> x) {
      return t -> {
        double[] there = function.apply(moved(x, u, t));
        if (there.length != length) {
          throw new Fault(
              "the number of values must not depend on the operands\n  at the point  "
                  + length
                  + "\n  nearby        "
                  + there.length);
        }
        return Directions.inner(w, there);
      };
    }
  }

  /** ∂f(x + t·u + s·w)/∂s by differences. */
  private record ByDifferences(Function<List<Operand>, double[]> function, double[] u, double[] w)
      implements Line.Field {
    @Override
    public DoubleUnaryOperator from(List<Operand> x) {
      return t -> {
        DoubleUnaryOperator inner =
            new Weighted(function, w, new double[] {1}, 1).from(moved(x, u, t));
        return Derivative.of(inner, 0, Judge.STEP, 0).value();
      };
    }
  }
}
