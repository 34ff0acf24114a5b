package org.gradus.cli.prove;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.gradus.check.Oracle;
import org.gradus.check.operation.Kills;

/** Counts over rows of the kill matrix. */
public final class Matrix {

  private Matrix() {}

  /** How many rows an oracle or law has killed. */
  public static long by(Oracle oracle, List<Kills> rows) {
    return rows.stream().filter(row -> row.after().containsKey(oracle)).count();
  }

  /** How many rows nobody else has killed. */
  public static long alone(Oracle oracle, List<Kills> rows) {
    return rows.stream().filter(row -> row.after().keySet().equals(Set.of(oracle))).count();
  }

  /** In how many cases it was asked until it objected, on average. */
  public static OptionalDouble after(Oracle oracle, List<Kills> rows) {
    return rows.stream()
        .filter(row -> row.after().containsKey(oracle))
        .mapToInt(row -> row.after().getOrDefault(oracle, 0))
        .average();
  }

  /** How many rows change nothing, for a declared reason. */
  public static long harmless(List<Kills> rows) {
    return rows.stream().filter(row -> row.harmless().isPresent()).count();
  }

  /** How many rows somebody has killed. */
  public static long killed(List<Kills> rows) {
    return rows.stream().filter(Kills::killed).count();
  }
}
