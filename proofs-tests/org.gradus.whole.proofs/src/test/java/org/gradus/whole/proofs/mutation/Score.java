package org.gradus.whole.proofs.mutation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many mutants of a package were killed.
 *
 * @param bundle the package
 * @param mutants how many there are
 * @param killed how many of them were killed
 */
record Score(String bundle, int mutants, int killed) {
  private static final double FEWEST_KILLED = 0.9;

  /** Counts, package by package. */
  static List<Score> of(List<Mutant> mutants) {
    Map<String, Score> scores = new TreeMap<>();
    for (Mutant mutant : mutants) {
      String bundle = mutant.place().bundle();
      scores.merge(bundle, new Score(bundle, 1, mutant.killed() ? 1 : 0), Score::plus);
    }
    return List.copyOf(scores.values());
  }

  private Score plus(Score other) {
    return new Score(bundle, mutants + other.mutants, killed + other.killed);
  }

  /** Asks whether nine mutants in ten were killed. */
  boolean isHighEnough() {
    return killed >= FEWEST_KILLED * mutants;
  }
}
