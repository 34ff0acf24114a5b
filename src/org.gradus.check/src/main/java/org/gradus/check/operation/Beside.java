package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.Comparison;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;

/**
 * The derivative of the side: what the rule must give a hair from each singularity.
 *
 * <p>The operands of a case are moved to {@value #HAIR} from a singularity, on one side and on the
 * other, at a place that is drawn; the definition takes the branch of that side.
 */
// [impl->check~singularities~1]
final class Beside {
  /** Distance, in units of the operands. */
  private static final double HAIR = 1e-12;

  /** What subtracting an end of a piece may round off. */
  private static final double ROUNDING = 1e-9;

  private Beside() {}

  /**
   * Compare gradients on all sides of all singularities.
   *
   * @throws Fault if the case lies nearer to one than {@link Domain#ROOM}
   */
  static List<Comparison> compare(Trial trial, RandomGenerator random) {
    Surroundings around = new Surroundings(trial.x());
    List<Comparison> comparisons = new ArrayList<>();
    for (Distance distance : trial.sampled().distances()) {
      double[] measured = around.measure(distance).toArray();
      for (double d : measured) {
        requireRoom(distance, d);
      }
      int place = measured.length == 0 ? 0 : random.nextInt(measured.length);
      if (measured.length > 0 && Double.isFinite(measured[place])) {
        compare(trial, distance, place, HAIR, comparisons);
        if (!distance.oneSided()) {
          compare(trial, distance, place, -HAIR, comparisons);
        }
      }
    }
    return comparisons;
  }

  private static void requireRoom(Distance distance, double d) {
    double least = Domain.ROOM * (1 - ROUNDING);
    if (Math.abs(d) < least || distance.oneSided() && d < 0) {
      throw new Fault(
          "a sampled case must keep "
              + Domain.ROOM
              + " from "
              + distance.name()
              + " = 0"
              + (distance.oneSided() ? ", above it" : "")
              + "\n  distance  "
              + d
              + "\ndraw operands from a Domain that ends there");
    }
  }

  private static void compare(
      Trial trial, Distance distance, int place, double target, List<Comparison> comparisons) {
    Surroundings there =
        new Surroundings(trial.x())
            .movedTo(distance, place, target)
            .orElseThrow(() -> unreachable(distance, target));
    List<Operand> x = there.x();
    double rounding = distance.oneSided() ? there.rounding(distance, place) / HAIR : 0;
    double relative = Oracle.BESIDE.tolerance() + rounding;
    Jacobian jacobian = Jacobian.of(trial.sampled().definition(), x);
    List<double[]> gradient = trial.subject().gradient(x, trial.cotangent());
    List<double[]> sizes = Terms.of(trial.sampled().definition(), x).ofGradient(trial.cotangent());
    for (int operand = 0; operand < x.size(); operand++) {
      int size = x.get(operand).size();
      double[] expected = jacobian.gradient(operand, size, trial.cotangent());
      double[] scales = sizes.get(operand);
      for (int i = 0; i < size; i++) {
        comparisons.add(
            new Comparison(
                Oracle.BESIDE,
                "gradient by "
                    + x.get(operand).element(i)
                    + " at "
                    + distance.name()
                    + " = "
                    + target,
                expected[i],
                gradient.get(operand)[i],
                scales[i],
                relative * scales[i]));
      }
    }
  }

  private static Fault unreachable(Distance distance, double target) {
    return new Fault(
        "operands must be able to move toward "
            + distance.name()
            + " = "
            + target
            + " along the gradient of the distance\nlet the distance be a smooth function near its"
            + " zero");
  }
}
