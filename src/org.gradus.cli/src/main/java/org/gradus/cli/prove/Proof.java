package org.gradus.cli.prove;

import java.util.List;
import java.util.function.Consumer;
import org.gradus.check.operation.Kills;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Operation;

/**
 * What proving has found out about one operation.
 *
 * @param checked what the oracles say of it
 * @param kills its rows of the kill matrix; none unless they were asked for
 */
public record Proof(Checked checked, List<Kills> kills) {
  /** Cases in which almost every mistake is caught; only what is not caught in them sees more. */
  static final int FIRST_CASES = 20;

  /**
   * How operations are proven.
   *
   * @param seed seed of all cases
   * @param tries cases for each operation, and at most for each mistake; a count
   * @param mistakes whether every mistake is made on purpose
   */
  public record Plan(long seed, int tries, boolean mistakes) {

    /** Prove operations, and take each proof where its turn has come. */
    public void run(List<Operation> operations, InOrder threads, Consumer<Proof> then) {
      threads.each(operations, this::prove, then);
    }

    private Proof prove(Operation operation) {
      Checked checked =
          Checked.of(operation, seed, 0, tries, "raise --tries, now " + tries, () -> {});
      return new Proof(
          checked,
          mistakes
              ? Kills.misconceptions(operation).stream()
                  .map(wrong -> row(operation, wrong))
                  .toList()
              : List.of());
    }

    private Kills row(Operation operation, Misconception wrong) {
      Kills first = Kills.of(operation, wrong, seed, Math.min(FIRST_CASES, tries));
      return first.asExpected() || tries <= FIRST_CASES
          ? first
          : Kills.of(operation, wrong, seed, tries);
    }
  }

  /** The operation. */
  public Operation operation() {
    return checked.operation();
  }

  /** Mistakes that the proof that should did not catch. */
  public List<Kills> survivors() {
    return kills.stream().filter(row -> !row.asExpected()).toList();
  }

  /** Whether the operation is right, and every mistake about it was caught. */
  public boolean holds() {
    return checked.passed() && survivors().isEmpty();
  }
}
