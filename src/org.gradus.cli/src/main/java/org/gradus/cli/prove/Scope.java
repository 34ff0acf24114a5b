package org.gradus.cli.prove;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import org.gradus.check.operation.SmallScope.Outcome;

/**
 * What a walk through the small cases of all operations comes to.
 *
 * @param limit largest number of structures of each operation, a count
 * @param operations number of operations that were walked through, a count
 * @param complete number of those of which no structure was left out, a count
 * @param structures number of structures, a count
 * @param requests number of times that some operands, or none, were asked for a gradient
 * @param numbers number of numbers that were compared, a count
 */
// [impl->cli~prove-small-scope~1]
public record Scope(
    int limit, int operations, long complete, long structures, long requests, long numbers) {

  /** Totals of proofs with small cases. */
  public static Scope of(OptionalInt limit, List<Proof> proofs) {
    List<Outcome> all = outcomes(proofs);
    return new Scope(
        limit.orElse(0),
        all.size(),
        all.stream().filter(Outcome::complete).count(),
        all.stream().mapToLong(Outcome::structures).sum(),
        all.stream().mapToLong(Outcome::requests).sum(),
        all.stream().mapToLong(outcome -> outcome.report().numbers()).sum());
  }

  private static List<Outcome> outcomes(List<Proof> proofs) {
    return proofs.stream().flatMap(proof -> proof.small().stream()).toList();
  }

  /** Which cases are small, how many there were, and whether that is all of them. */
  @Override
  public String toString() {
    long bounded = operations - complete;
    return String.format(
        Locale.ROOT,
        "every shape up to rank 3 with lengths from 0 to 3, every pair that broadcasts, every set"
            + " and order of axes, every option, every set of operands asked: %,d structures, %,d"
            + " requests, %,d numbers; complete for %d of %d operations%s",
        structures,
        requests,
        numbers,
        complete,
        operations,
        bounded == 0
            ? ""
            : String.format(
                Locale.ROOT, ", the other %d bounded to %,d different structures", bounded, limit));
  }
}
