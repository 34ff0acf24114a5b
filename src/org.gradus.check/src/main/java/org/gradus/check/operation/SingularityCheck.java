package org.gradus.check.operation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.Report;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;

/**
 * Check of what an operation declares of its singularities: the distances to them, the gradients at
 * them, and that there are no others.
 */
// [impl->check~singularities~1]
public final class SingularityCheck {
  /** How often each side of each singularity has to be reached, a count. */
  public static final int FEWEST = 20;

  private static final int DRAWS = 1000;
  private static final long SEED = 29;

  private final Operation operation;

  private SingularityCheck(Operation operation) {
    this.operation = operation;
  }

  /** Check of an operation. */
  public static SingularityCheck of(Operation operation) {
    return new SingularityCheck(operation);
  }

  /** Check that the gradient declared at each kink is what its standing says. */
  public Report kinks() {
    return judged(operation.id(), () -> operation.kinks().forEach(k -> KinkCheck.of(k).require()));
  }

  /**
   * Check that sampled cases reach both sides of each singularity, or the one it has, and that a
   * gradient is declared at each which the operation does not refuse.
   */
  public Report reach() {
    return judged(
        operation.id(),
        () -> {
          Map<String, Reached> seen = new TreeMap<>();
          Draw draw = Draw.from(Directions.generator(SEED));
          Stream.generate(() -> operation.sampler().apply(draw))
              .limit(DRAWS)
              .forEach(sampled -> count(sampled, seen));
          seen.forEach(this::requireReached);
        });
  }

  /** Places before and after a singularity, and a case that has it. */
  private record Reached(Case sampled, Distance distance, long below, long above) {
    Reached plus(Reached other) {
      return new Reached(sampled, distance, below + other.below, above + other.above);
    }
  }

  private static void count(Case sampled, Map<String, Reached> seen) {
    Surroundings around = Surroundings.of(sampled);
    for (Distance distance : sampled.distances()) {
      List<Double> measured = around.measure(distance).filter(Double::isFinite).boxed().toList();
      long below = measured.stream().filter(d -> d < 0).count();
      if (!measured.isEmpty()) {
        Reached reached = new Reached(sampled, distance, below, measured.size() - below);
        seen.merge(distance.name(), reached, Reached::plus);
      }
    }
  }

  private void requireReached(String name, Reached reached) {
    if (reached.above < FEWEST || !reached.distance.oneSided() && reached.below < FEWEST) {
      throw new Fault(
          "each side of "
              + name
              + " = 0 must be reached "
              + FEWEST
              + " times in "
              + DRAWS
              + " cases\n  below  "
              + reached.below
              + "\n  above  "
              + reached.above
              + "\ndraw operands around it: Domain.around");
    }
    boolean declared = operation.kinks().stream().anyMatch(kink -> isAt(kink, name));
    if (!declared && !isRefused(reached)) {
      throw new Fault(
          "a gradient must be declared where "
              + name
              + " = 0\n  kinks  "
              + operation.kinks().stream().map(Kink::where).toList()
              + "\nadd a Kink there, with this distance");
    }
  }

  private static boolean isAt(Kink kink, String name) {
    return distances(kink).stream().anyMatch(distance -> distance.name().equals(name));
  }

  /** Distances that are zero at a kink. */
  public static List<Distance> distances(Kink kink) {
    Surroundings at = Surroundings.of(kink.at());
    return kink.at().distances().stream()
        .filter(distance -> at.measure(distance).anyMatch(d -> d == 0))
        .toList();
  }

  private static boolean isRefused(Reached reached) {
    return Surroundings.of(reached.sampled)
        .movedTo(reached.distance, 0, 0)
        .map(there -> isRefused(reached.sampled, there.x()))
        .orElse(false);
  }

  private static boolean isRefused(Case sampled, List<Operand> x) {
    try {
      sampled.application().apply(x.stream().map(Operands::tensor).toList());
      return false;
    } catch (IllegalArgumentException refused) {
      return true;
    }
  }

  /**
   * Check that no singularity is missing: where operands pass from one branch of the definition to
   * another, or an argument of a quotient, logarithm, root or power vanishes, some distance is
   * zero.
   *
   * @param seed seed of the ways that operands are moved along
   */
  public static Report completeness(Case sampled, long seed) {
    return judged(
        sampled.title(), () -> new BranchCheck(sampled).require(Directions.generator(seed)));
  }

  private static Report judged(String subject, Runnable check) {
    try {
      check.run();
      return Report.of(subject, List.of());
    } catch (Fault fault) {
      return Report.unfit(subject, fault);
    }
  }
}
