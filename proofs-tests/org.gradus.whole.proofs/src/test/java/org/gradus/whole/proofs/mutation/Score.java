package org.gradus.whole.proofs.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.whole.proofs.mutation.Mutant.Verdict;

/**
 * How many mutants of a package were killed.
 *
 * @param bundle the package
 * @param mutants how many there are
 * @param killed how many of them were killed
 * @param timedOut how many of these were stopped, for no proof ended in time
 */
record Score(String bundle, int mutants, int killed, int timedOut) {
  private static final double FEWEST_KILLED = 0.9;

  /** Counts, package by package. */
  static List<Score> of(List<Mutant> mutants) {
    Map<String, Score> scores = new TreeMap<>();
    for (Mutant mutant : mutants) {
      String bundle = mutant.place().bundle();
      int killed = mutant.isKilled() ? 1 : 0;
      int timedOut = mutant.verdict() == Verdict.TIMED_OUT ? 1 : 0;
      scores.merge(bundle, new Score(bundle, 1, killed, timedOut), Score::plus);
    }
    return List.copyOf(scores.values());
  }

  private Score plus(Score other) {
    return new Score(
        bundle, mutants + other.mutants, killed + other.killed, timedOut + other.timedOut);
  }

  /** Asks whether nine mutants in ten were killed. */
  boolean isHighEnough() {
    return killed >= FEWEST_KILLED * mutants;
  }
}
