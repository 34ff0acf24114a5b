package org.gradus.check.operation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Distance;

/**
 * Search for singularities of a definition that no distance tells of.
 *
 * <p>It follows the definition along straight ways and halves each that ends on another branch,
 * until the place of the change is known; and it goes down to the zeros of each argument of a
 * quotient, logarithm, root or power.
 *
 * @param sampled where the search begins
 */
record BranchCheck(Case sampled) {
  private static final int WAYS = 4;

  /** Length of a way, in units of the operands: past most singularities around. */
  private static final double LENGTH = 4;

  private static final int HALVINGS = 50;
  private static final int MOST_STEPS = 60;
  private static final int MOST_ARGUMENTS = 3;

  /** A way is halved to a length of 4·10⁻¹⁵, rounding included. */
  private static final double LOCATED = 1e-9;

  /** A sum of squares of 10⁻⁹ is a distance of 3·10⁻⁵. */
  private static final double VANISHED = 1e-9;

  private static final double APPROACHED = 1e-3;

  /**
   * Search.
   *
   * @throws Fault if a singularity is found where no distance is zero
   */
  void require(RandomGenerator random) {
    Surroundings start = Surroundings.of(sampled);
    if (start.x().stream().allMatch(operand -> operand.size() == 0)) {
      return;
    }
    Trail.Walk walk = walk(start);
    for (int way = 0; way < WAYS; way++) {
      List<double[]> direction = Directions.draw(random, start.x());
      if (walk(start.moved(direction, LENGTH)).branch() != walk.branch()) {
        requireNear(changed(start, direction, walk.branch()), LOCATED, "the branch changes");
      }
    }
    int size = walk.arguments().size();
    for (int i = 0; i < Math.min(size, MOST_ARGUMENTS); i++) {
      requireKnownZero(start, size, random.nextInt(size));
    }
  }

  private Trail.Walk walk(Surroundings here) {
    return Trail.of(sampled.definition(), here.x());
  }

  private Surroundings changed(Surroundings start, List<double[]> direction, long branch) {
    double same = 0;
    double other = LENGTH;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (same + other) / 2;
      if (walk(start.moved(direction, middle)).branch() == branch) {
        same = middle;
      } else {
        other = middle;
      }
    }
    return start.moved(direction, other);
  }

  /** Newton's steps halve the distance to a double zero, as that of a sum of squares. */
  private void requireKnownZero(Surroundings start, int size, int argument) {
    Surroundings here = start;
    for (int step = 0; step < MOST_STEPS; step++) {
      List<DerivativeStructure> arguments = walk(here).arguments();
      if (arguments.size() != size) {
        return;
      }
      DerivativeStructure value = arguments.get(argument);
      if (Math.abs(value.getValue()) <= VANISHED) {
        requireNear(here, APPROACHED, "an argument of a singular function vanishes");
        return;
      }
      here = here.stepped(Jacobian.split(value.getAllDerivatives(), here.x()), value.getValue());
      if (!isWithinReach(start, here)) {
        return;
      }
    }
  }

  private static boolean isWithinReach(Surroundings start, Surroundings here) {
    return IntStream.range(0, start.x().size())
        .allMatch(i -> isWithinReach(start.x().get(i).values(), here.x().get(i).values()));
  }

  private static boolean isWithinReach(double[] start, double... here) {
    return IntStream.range(0, here.length)
        .allMatch(i -> Math.abs(here[i] - start[i]) <= 2 * LENGTH);
  }

  private void requireNear(Surroundings here, double reach, String what) {
    double nearest = here.nearest(sampled.distances());
    if (!(nearest <= reach)) {
      throw new Fault(
          "a distance must be zero where "
              + what
              + "\n  operands   "
              + here.x().stream().map(Operand::values).map(Arrays::toString).toList()
              + "\n  distances  "
              + sampled.distances().stream().map(Distance::name).toList()
              + "\n  nearest    "
              + nearest
              + "\ndeclare it: Operation.with(Distance) or Case.with(Distance)");
    }
  }
}
