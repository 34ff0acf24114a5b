package org.gradus.cli.prove;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.gradus.check.operation.Kills;
import org.gradus.check.operation.Polynomial;
import org.gradus.check.operation.SmallScope;
import org.gradus.check.operation.Vacuity;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Operation;

/**
 * What proving has found out about one operation.
 *
 * @param checked what the oracles say of it
 * @param kills its rows of the kill matrix; none unless they were asked for
 * @param degree its degree as a polynomial
 * @param vacuity how much its cases can show
 * @param small what every small case says of it; empty unless it was asked for
 */
public record Proof(
    Checked checked,
    List<Kills> kills,
    Polynomial degree,
    Vacuity vacuity,
    Optional<SmallScope.Outcome> small) {
  /** Cases in which almost every mistake is caught; only what is not caught in them sees more. */
  static final int FIRST_CASES = 20;

  /**
   * How operations are proven.
   *
   * @param seed seed of all cases
   * @param tries cases for each operation, and at most for each mistake; a count
   * @param mistakes whether every mistake is made on purpose
   * @param scope largest number of small cases of each operation, a count; none are walked without
   */
  public record Plan(long seed, int tries, boolean mistakes, OptionalInt scope) {

    /** Plan without small cases. */
    public Plan(long seed, int tries, boolean mistakes) {
      this(seed, tries, mistakes, OptionalInt.empty());
    }

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
              : List.of(),
          Polynomial.of(operation),
          Vacuity.of(operation, seed),
          small(operation));
    }

    private Optional<SmallScope.Outcome> small(Operation operation) {
      return scope.isEmpty()
          ? Optional.empty()
          : Optional.of(SmallScope.of(operation).run(seed, scope.getAsInt(), () -> {}));
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

  /** Whether no small case speaks against the operation. */
  public boolean isRightInSmall() {
    return small.map(outcome -> outcome.report().agrees()).orElse(true);
  }

  /** Whether the operation is right, every mistake about it was caught, and its cases suffice. */
  public boolean holds() {
    return checked.passed()
        && isRightInSmall()
        && survivors().isEmpty()
        && vacuity.lacking().isEmpty();
  }
}
