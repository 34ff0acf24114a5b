package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.gradus.check.Operand;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Distance;

/**
 * Operands and what lies around them: distances to singularities, and how to move toward one.
 *
 * @param x operands
 */
record Surroundings(List<Operand> x) {
  private static final int MOST_STEPS = 8;

  /** Where operands are of size one, rounding leaves a thousand times more, and the steps end. */
  private static final double EXACT = 1e-9;

  /** Operands of a case. */
  static Surroundings of(Case at) {
    return new Surroundings(Operands.list(at.operands()));
  }

  /** Measure a distance in doubles, at each of its places. */
  DoubleStream measure(Distance distance) {
    List<Cells<Plain>> cells =
        x.stream()
            .map(
                o ->
                    new Cells<>(o.shape(), Arrays.stream(o.values()).mapToObj(Plain::new).toList()))
            .toList();
    return distance.definition().of(Plain::new, cells).values().stream().mapToDouble(Plain::value);
  }

  /** Size of the smallest of several distances; ∞ without any. */
  double nearest(List<Distance> distances) {
    return distances.stream()
        .flatMapToDouble(this::measure)
        .map(Math::abs)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** Move to x + t·u. */
  Surroundings moved(List<double[]> direction, double t) {
    List<Operand> there = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      there.add(x.get(operand).moved(direction.get(operand), t));
    }
    return new Surroundings(there);
  }

  /**
   * Move until a distance is {@code target} at a place, by Newton's steps along its gradient; empty
   * if no such operands are found.
   */
  Optional<Surroundings> movedTo(Distance distance, int place, double target) {
    Surroundings here = this;
    double error = here.measure(distance).toArray()[place] - target;
    for (int step = 0; step < MOST_STEPS && !isWithin(error, EXACT * target); step++) {
      Jacobian jacobian = Jacobian.of(distance.definition(), here.x);
      here = here.stepped(jacobian.partials().get(place), error);
      error = here.measure(distance).toArray()[place] - target;
    }
    return isWithin(error, target / 4) ? Optional.of(here) : Optional.empty();
  }

  private static boolean isWithin(double error, double bound) {
    return Math.abs(error) <= Math.abs(bound);
  }

  /** What rounding the operands of a distance may change of it: four units in the last place. */
  double rounding(Distance distance, int place) {
    List<double[]> partials = Jacobian.of(distance.definition(), x).partials().get(place);
    double largest = 0;
    for (int operand = 0; operand < x.size(); operand++) {
      double[] values = x.get(operand).values();
      for (int i = 0; i < values.length; i++) {
        double size = partials.get(operand)[i] == 0 ? 0 : Math.abs(values[i]);
        largest = Math.max(largest, size);
      }
    }
    return 4 * Math.ulp(largest);
  }

  /** One step toward the zero of a function that has a value and partial derivatives here. */
  Surroundings stepped(List<double[]> gradient, double value) {
    double square = gradient.stream().mapToDouble(part -> Directions.inner(part, part)).sum();
    return moved(gradient, -value / square);
  }
}
