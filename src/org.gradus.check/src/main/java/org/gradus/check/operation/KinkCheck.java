package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Kink;

/**
 * Check that the gradient declared at a kink is one that its neighborhood supports.
 *
 * <p>The gradients of the definition a hair away, in many directions, by exact forward mode, stand
 * for the limits at the kink; their convex hull holds every subgradient, and on the real line it is
 * the interval between the derivatives on both sides.
 *
 * @param kink the kink
 * @param near limits of gradients, at {@value #NEAR} in random directions
 * @param far gradients further away in the same directions, to tell what grows without bound
 */
record KinkCheck(Kink kink, List<double[]> near, List<double[]> far) {
  /** Distance in units of the operands, where a curvature of one changes a slope by as much. */
  private static final double NEAR = 1e-12;

  private static final double FAR = 1e-6;

  /**
   * From one distance to the other ln x grows by 14, √x by a million, a smooth slope not at all.
   */
  private static final double GROWTH = 8;

  /** What a curvature of a hundred changes over the distance. */
  private static final double SLACK = 1e-10;

  /** Beside an unbounded slope, as that of √x, the other slopes are off by the distance's root. */
  private static final double WIDE_SLACK = 4e-6;

  private static final int DIRECTIONS = 32;
  private static final long SEED = 11;

  static KinkCheck of(Kink kink) {
    RandomGenerator random = Directions.generator(SEED);
    Surroundings at = Surroundings.of(kink.at());
    List<double[]> near = new ArrayList<>();
    List<double[]> far = new ArrayList<>();
    for (int i = 0; i < DIRECTIONS; i++) {
      List<double[]> direction = Directions.draw(random, at.x());
      Jacobian here = Jacobian.of(kink.at().definition(), at.moved(direction, NEAR).x());
      double[] gradient = gradient(here, at.x());
      if (isNumber(here.value()) && isNumber(gradient)) {
        near.add(gradient);
        Jacobian there = Jacobian.of(kink.at().definition(), at.moved(direction, FAR).x());
        far.add(gradient(there, at.x()));
      }
    }
    return new KinkCheck(kink, near, far);
  }

  /** Gradient of the sum of the result by all operands, one after the other. */
  private static double[] gradient(Jacobian jacobian, List<Operand> x) {
    double[] ones = Directions.ones(jacobian.value().length);
    return IntStream.range(0, x.size())
        .boxed()
        .flatMapToDouble(i -> Arrays.stream(jacobian.gradient(i, x.get(i).size(), ones)))
        .toArray();
  }

  private static boolean isNumber(double... values) {
    return Arrays.stream(values).noneMatch(Double::isNaN);
  }

  /**
   * Hold the kink against its standing.
   *
   * @throws Fault if a subgradient is none, a limit is not reached, or a convention is not needed
   */
  void require() {
    double[] declared =
        kink.gradients().stream().flatMapToDouble(g -> Arrays.stream(g.toArray())).toArray();
    boolean finite = Arrays.stream(declared).allMatch(Double::isFinite);
    switch (kink.standing()) {
      case SUBGRADIENT -> require(finite && isInHull(declared), "lie in the hull of", declared);
      case LIMIT -> require(isLimit(declared), "be the limit of", declared);
      case CONVENTION ->
          require(
              !isLimit(declared) && !(finite && isInHull(declared)),
              "be called a convention only if it is at odds with",
              declared);
    }
  }

  private void require(boolean holds, String how, double... declared) {
    if (!holds) {
      throw new Fault(
          "at "
              + kink.where()
              + " the declared gradient must "
              + how
              + " the derivatives around\n  declared  "
              + Arrays.toString(declared)
              + "\n  around    "
              + (near.isEmpty() ? "none" : words())
              + "\ndeclare another gradient, or another standing");
    }
  }

  private String words() {
    return String.join(
        " ", near.stream().map(Arrays::toString).distinct().sorted().limit(4).toList());
  }

  /** Whether no plane separates it from the limits: not along an axis, nor along any of many. */
  private boolean isInHull(double... declared) {
    RandomGenerator random = Directions.generator(SEED);
    List<double[]> normals = new ArrayList<>();
    for (int i = 0; i < declared.length; i++) {
      for (double sign : new double[] {-1, 1}) {
        double[] axis = new double[declared.length];
        axis[i] = sign;
        normals.add(axis);
      }
    }
    for (int i = 0; i < DIRECTIONS; i++) {
      normals.add(Directions.draw(random, declared.length));
    }
    return !near.isEmpty() && normals.stream().allMatch(normal -> reaches(normal, declared));
  }

  private boolean reaches(double[] normal, double... declared) {
    double most =
        near.stream().mapToDouble(g -> Directions.inner(normal, g)).max().orElse(Double.NaN);
    return Directions.inner(normal, declared) <= most + slack() * Math.max(1, Math.abs(most));
  }

  private double slack() {
    return largest(near) > largest(far) + GROWTH ? WIDE_SLACK : SLACK;
  }

  private static double largest(List<double[]> gradients) {
    return gradients.stream().flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
  }

  private boolean isLimit(double... declared) {
    return IntStream.range(0, near.size())
        .anyMatch(
            k ->
                IntStream.range(0, declared.length)
                    .allMatch(i -> tendsTo(declared[i], near.get(k)[i], far.get(k)[i])));
  }

  private static boolean tendsTo(double limit, double near, double far) {
    if (Double.isInfinite(limit)) {
      return Math.signum(near) == Math.signum(limit) && Math.abs(near) > Math.abs(far) + GROWTH;
    }
    return Math.abs(near - limit) <= SLACK * Math.max(1, Math.abs(limit));
  }
}
