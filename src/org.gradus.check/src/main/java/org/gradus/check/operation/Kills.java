package org.gradus.check.operation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.check.Comparison;
import org.gradus.check.Fault;
import org.gradus.check.Oracle;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Warnings;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Harmless;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Symptom;

/**
 * One row of the kill matrix: a mistaken operation before every oracle and law.
 *
 * @param operation id of the operation
 * @param misconception what is wrong with it
 * @param harmless why it makes no difference, where that is declared
 * @param cases number of cases that were looked at, a count
 * @param after for each oracle or law that objected, in how many cases it was asked until it did
 */
// [impl->check~kill-matrix~1]
public record Kills(
    String operation,
    Misconception misconception,
    Optional<String> harmless,
    int cases,
    Map<Oracle, Integer> after) {

  /** Rows of an operation: mistakes that fit every operation, and those of its own. */
  public static List<Kills> of(Operation right, long seed, int cases) {
    return misconceptions(right).stream().map(wrong -> of(right, wrong, seed, cases)).toList();
  }

  /** All mistakes about an operation, those that fit every operation first. */
  public static List<Misconception> misconceptions(Operation right) {
    return Stream.concat(
            CommonMisconceptions.all().stream(), Catalogue.misconceptions(right.id()).stream())
        .toList();
  }

  /**
   * Hold a mistaken operation against every oracle and law.
   *
   * @param seed seed of the cases
   * @param cases largest number of cases for each oracle, a count
   */
  public static Kills of(Operation right, Misconception wrong, long seed, int cases) {
    Operation mistaken = wrong.of(right);
    Map<Oracle, Integer> after = new EnumMap<>(Oracle.class);
    try (Warnings unheard = Warnings.to(warning -> {})) {
      if (kinksDiffer(mistaken)) {
        after.put(Oracle.DECLARED, 1);
      }
      for (int number = 0; number < cases; number++) {
        judge(mistaken, OperationCheck.caseSeed(seed, number), number + 1, after);
      }
    }
    return new Kills(right.id(), wrong, harmless(right, wrong), cases, after);
  }

  private static Optional<String> harmless(Operation right, Misconception wrong) {
    return Catalogue.harmless(right.id()).stream()
        .filter(declared -> declared.misconception().equals(wrong.name()))
        .map(Harmless::reason)
        .findFirst();
  }

  private static boolean kinksDiffer(Operation mistaken) {
    try {
      return !OperationCheck.of(mistaken).checkKinks().agrees();
    } catch (Fault | GradientException | ShapeException | IllegalArgumentException refused) {
      return true;
    }
  }

  private static void judge(Operation mistaken, long seed, int number, Map<Oracle, Integer> after) {
    var random = Directions.generator(seed);
    Case sampled = mistaken.sampler().apply(Draw.from(random));
    Trial trial;
    try {
      trial = new Trial(sampled, random.nextLong());
    } catch (Fault | GradientException | ShapeException | IllegalArgumentException refused) {
      after.putIfAbsent(Oracle.REFUSED, number);
      return;
    }
    for (Witness witness : Witnesses.all()) {
      if (!after.containsKey(witness.oracle()) && objects(witness, trial)) {
        after.put(witness.oracle(), number);
      }
    }
  }

  private static boolean objects(Witness witness, Trial trial) {
    try {
      return !witness.testify(trial).stream().allMatch(Comparison::agrees);
    } catch (Fault | GradientException | ShapeException | IllegalArgumentException refused) {
      return true;
    }
  }

  /** Whether anybody objected. */
  public boolean killed() {
    return !after.isEmpty();
  }

  /** Whether the row is as it should be: killed by the proof that should, or declared harmless. */
  public boolean asExpected() {
    return harmless.isPresent() ? !killed() : expected().stream().anyMatch(after::containsKey);
  }

  /** Those of which at least one must object. */
  public List<Oracle> expected() {
    return expected(misconception.symptom());
  }

  private static List<Oracle> expected(Symptom symptom) {
    return switch (symptom) {
      case VALUE -> List.of(Oracle.VALUE);
      case GRADIENT -> List.of(Oracle.FORWARD_MODE);
      case COTANGENT -> List.of(Oracle.FORWARD_MODE);
      case SECOND_DERIVATIVE -> List.of(Oracle.SECOND_ORDER);
      case KINK -> List.of(Oracle.DECLARED);
      case SHAPE -> List.of(Oracle.REFUSED);
      case CHANGED_OPERAND -> List.of(Oracle.UNTOUCHED);
      case UNSTEADY -> List.of(Oracle.STEADY);
      case UNSAVED -> List.of(Oracle.SAVED);
    };
  }

  /** The mistake, who should object, and who did. */
  @Override
  public String toString() {
    return misconception.name()
        + harmless
            .map(reason -> ": declared harmless, " + reason)
            .orElse(": " + titles(expected()) + " should object")
        + "; "
        + (killed() ? titles(after.keySet()) + " did" : "nobody did");
  }

  private static String titles(Collection<? extends Oracle> oracles) {
    return oracles.stream().map(Oracle::title).collect(Collectors.joining(", "));
  }
}
