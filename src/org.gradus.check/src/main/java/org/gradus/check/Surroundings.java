package org.gradus.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.internal.Directions;

/**
 * Other points than the one that was asked for: a rule may be right at it alone, or leave its
 * operands as they were there alone.
 */
// [impl->check~surroundings~1]
final class Surroundings {
  /** A signaling NaN, which no arithmetic leaves as it is. */
  private static final double PAYLOAD = Double.longBitsToDouble(0x7ff0000000000abcL);

  /** Distances of a moved element, relative to its size, and for a small one absolute. */
  private static final double[] NEAR = {0.5, 4};

  /** Part of the value below which a derivative drowns in the rounding of the value. */
  private static final double NEGLIGIBLE = 1e-3;

  /** Where naive formulas overflow. */
  private static final double[] FAR = {30, 1000};

  private final Claims claims;
  private final RandomGenerator random;

  Surroundings(Claims claims, RandomGenerator random) {
    this.claims = claims;
    this.random = random;
  }

  /**
   * Insist that zeros keep their sign and NaN its payload: {@code x += 0} shows in them alone.
   *
   * @throws Fault if the function or a claim writes into what it is given
   */
  void requireUntouched(Site site) {
    for (double special : new double[] {-0.0, PAYLOAD}) {
      double[] values = new double[site.size()];
      Arrays.fill(values, special);
      List<Operand> there = Content.like(site.x(), values);
      attempt(() -> claims.value().apply(there));
      for (Claim claim : claims.claims()) {
        attempt(() -> claim.call(there, site.y().length, special));
      }
    }
  }

  /** What is not defined there may throw what it likes, except that it has changed something. */
  private static void attempt(Runnable call) {
    try {
      call.run();
    } catch (Fault fault) {
      throw fault;
    } catch (RuntimeException undefined) {
      return;
    }
  }

  /**
   * Compare at points that are mirrored and moved, and values far out, where the function is finite
   * and smooth and differences can tell.
   */
  List<Comparison> compare(Site site, Judge judge) {
    List<Comparison> comparisons = new ArrayList<>();
    double[] here = site.flat();
    double usual = Arrays.stream(site.y()).map(Math::abs).max().orElse(0);
    double[] mirrored = Arrays.stream(here).map(value -> -value).toArray();
    List<double[]> points = new ArrayList<>(List.of(mirrored));
    for (double distance : NEAR) {
      points.add(moved(here, distance));
      points.add(moved(mirrored, distance));
    }
    for (double[] point : points) {
      List<Operand> there = Content.like(site.x(), point);
      comparisons.addAll(visit(() -> derivatives(there, usual, judge)));
      comparisons.addAll(visit(() -> values(there, usual)));
      if (!comparisons.stream().allMatch(Comparison::agrees)) {
        return comparisons;
      }
    }
    for (double far : FAR) {
      for (double[] start : List.of(here, mirrored)) {
        double[] point = Arrays.stream(start).map(value -> Math.signum(value) * far).toArray();
        List<Operand> there = Content.like(site.x(), point);
        comparisons.addAll(visit(() -> values(there, usual)));
      }
    }
    return comparisons;
  }

  private double[] moved(double[] values, double distance) {
    double[] offset = Directions.draw(random, values.length);
    double[] there = new double[values.length];
    Arrays.setAll(there, i -> values[i] + offset[i] * distance * Math.max(1, Math.abs(values[i])));
    return there;
  }

  /** What is compared at a point. */
  private interface Visit {
    List<Comparison> compare();
  }

  /** Nothing, where the function is not defined, has a kink or differs from call to call. */
  private static List<Comparison> visit(Visit visit) {
    try {
      return visit.compare();
    } catch (RuntimeException undefined) {
      return List.of();
    }
  }

  private List<Comparison> derivatives(List<Operand> there, double usual, Judge judge) {
    Site site = new Site(claims, there, Plan.further(there), random);
    List<Comparison> comparisons = new ArrayList<>();
    if (!Arrays.stream(site.y()).allMatch(Double::isFinite)) {
      return comparisons;
    }
    boolean wrong = false;
    for (Claim claim : claims.claims()) {
      List<Line> lines = claim.isSecondOrder() ? List.of() : claim.lines(site);
      for (Line line : lines) {
        if (wrong && line.spot().isDirection()) {
          continue;
        }
        Judgement judgement = judge.judge(line.at(where(there)));
        if (!judgement.isKink() && judgement.isSure()) {
          List<Comparison> mild = mild(judgement, usual);
          comparisons.addAll(mild);
          wrong |= !mild.stream().allMatch(Comparison::agrees);
        }
      }
    }
    return comparisons;
  }

  /**
   * The same numbers, with as much allowed as a function may lose that is saturated there: a wrong
   * branch is off by more.
   *
   * @param usual size of the values at the point itself
   */
  private static List<Comparison> mild(Judgement judgement, double usual) {
    return judgement.comparisons().stream()
        .filter(comparison -> comparison.oracle() != Oracle.FIVE_POINT)
        .map(
            c -> {
              double size = Math.max(Math.abs(c.expected()), NEGLIGIBLE * usual);
              double allowed = Math.max(c.allowed(), Comparison.TELLING * size);
              return new Comparison(
                  c.oracle(), c.what(), c.expected(), c.actual(), c.scale(), allowed);
            })
        .toList();
  }

  private List<Comparison> values(List<Operand> there, double usual) {
    return Values.compare(claims, there, claims.value().apply(there), usual, where(there));
  }

  private static String where(List<Operand> there) {
    StringBuilder text = new StringBuilder(", looked at further at ");
    double[] values = Content.flat(there);
    int shown = Math.min(values.length, 4);
    text.append(Arrays.toString(Arrays.copyOf(values, shown)));
    if (shown < values.length) {
      text.insert(text.length() - 1, ", …");
    }
    return text.toString();
  }
}
