package org.gradus.cli.prove;

import java.util.Optional;
import org.gradus.check.Report;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.op.Operation;

/**
 * What the oracles have found out about an operation.
 *
 * @param operation the operation
 * @param report all of it
 * @param cases number of cases, a count
 * @param failure report of the first case that failed, and the command that replays it
 */
public record Checked(Operation operation, Report report, int cases, Optional<String> failure) {

  /**
   * Check an operation at its kinks and in random cases.
   *
   * @param seed seed of the cases
   * @param first number of the first case, from 0
   * @param cases number of cases, a count
   * @param remedy what helps where the cases prove nothing
   * @param after called after each case
   */
  public static Checked of(
      Operation operation, long seed, int first, int cases, String remedy, Runnable after) {
    OperationCheck check = OperationCheck.of(operation);
    Report report = check.checkKinks();
    Optional<String> failure =
        report.agrees()
            ? Optional.empty()
            : Optional.of("\n" + report + "\nreplay: gradus check " + operation.id());
    for (int i = 0; i < cases; i++) {
      int number = first + i;
      Report one = check.checkCase(seed, number);
      if (failure.isEmpty() && !one.agrees()) {
        failure = Optional.of(failed(operation, seed, number, one));
      }
      report = report.plus(one);
      after.run();
    }
    if (failure.isEmpty() && !report.passed()) {
      failure = Optional.of("\n" + report + "\n" + remedy);
    }
    return new Checked(operation, report, cases, failure);
  }

  private static String failed(Operation operation, long seed, int number, Report one) {
    return "\n"
        + operation.id()
        + ", case "
        + number
        + ": "
        + one
        + "\nreplay: "
        + replay(operation.id(), seed, number);
  }

  /** The command that runs one case again. */
  static String replay(String operation, long seed, int number) {
    return "gradus check " + operation + " --seed " + seed + " --case " + number;
  }

  /** Whether everything agreed, and something was proven. */
  public boolean passed() {
    return failure.isEmpty();
  }
}
