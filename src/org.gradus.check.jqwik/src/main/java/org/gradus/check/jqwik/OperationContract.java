package org.gradus.check.jqwik;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import org.gradus.check.Report;
import org.gradus.check.operation.Kills;
import org.gradus.check.operation.OperationCheck;
import org.gradus.check.operation.SingularityCheck;
import org.gradus.check.operation.Vacuity;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;

/**
 * What every operation must fulfil; a proof of an operation extends it and names the operation.
 *
 * <pre>
 *   class SigmoidProperties extends OperationContract {
 *     SigmoidProperties() {
 *       super("sigmoid");
 *     }
 *   }
 * </pre>
 *
 * <p>What the oracles saw is written to {@code target/evidence/operations}, or the folder that the
 * system property {@code gradus.evidence} names, one file an operation.
 */
// [impl->check~operation-contract~5]
public abstract class OperationContract {
  private static final int CASES = 60;
  private static final int CASES_TO_CATCH = 40;
  private static final int FEWEST_MISCONCEPTIONS = 10;
  private static final long SEED = 20;

  private final Operation operation;

  /**
   * Contract of an operation of the catalogue.
   *
   * @throws IllegalArgumentException if the catalogue has no such operation
   */
  protected OperationContract(String id) {
    this(Catalogue.operation(id));
  }

  /** Contract of an operation that need not be in the catalogue. */
  protected OperationContract(Operation operation) {
    this.operation = operation;
  }

  /** The operation. */
  protected Operation operation() {
    return operation;
  }

  @Provide
  Arbitrary<Case> cases() {
    return Cases.of(operation);
  }

  /**
   * Value and derivatives are those of the definition, a hair from a singularity too; differences
   * and adjoint agree; the rule is linear; operands and cotangent stay as they were; the rule is
   * steady, and saves what it reads.
   */
  @Property
  void everyOracleAgrees(@ForAll("cases") Case sampled, @ForAll long seed) {
    Report report = OperationCheck.check(sampled, seed);
    Evidence.add(operation.id(), report);
    report.named(operation.id() + ", " + sampled.title() + ", seed " + seed).requireAgreement();
  }

  /** At every kink the gradient is the declared one, and the neighborhood supports it. */
  @Example
  void kinksHaveTheDeclaredGradient() {
    Report report = OperationCheck.of(operation).checkKinks();
    Evidence.add(operation.id(), report);
    report.requireAgreement();
  }

  /** Cases lie on all sides of every singularity, and at each a gradient is declared. */
  @Example
  void everySideOfASingularityIsReached() {
    SingularityCheck.of(operation).reach().requireAgreement();
  }

  /** Where the definition takes another branch, or divides by zero, a distance is zero. */
  @Property(tries = 50)
  void noSingularityIsUndeclared(@ForAll("cases") Case sampled, @ForAll long seed) {
    SingularityCheck.completeness(sampled, seed).requireAgreement();
  }

  /** The cases are worth their while: no wrong rule could pass for lack of one that shows it. */
  @Example
  void theCasesProveSomething() {
    Vacuity.of(operation, SEED).verify();
    OperationCheck.of(operation).run(SEED, CASES, () -> {}).verify();
  }

  /**
   * These laws are not empty: each mistake that can be made about the operation is caught, by the
   * proof that looks where it shows. The tag lets a run leave it out that breaks the code itself.
   */
  @Example
  @Tag("misconceptions")
  void misconceptionsAreCaught() {
    List<Kills> rows = Kills.of(operation, SEED, CASES_TO_CATCH);
    List<Kills> unexpected = rows.stream().filter(row -> !row.asExpected()).toList();
    if (!unexpected.isEmpty()) {
      throw new AssertionError(
          operation.id()
              + ": mistakes that were not caught by the proof that should, in "
              + CASES_TO_CATCH
              + " cases"
              + unexpected.stream().map(row -> "\n  " + row).collect(Collectors.joining()));
    }
    long killed = rows.stream().filter(Kills::killed).count();
    if (killed < FEWEST_MISCONCEPTIONS) {
      throw new AssertionError(
          operation.id()
              + ": at least "
              + FEWEST_MISCONCEPTIONS
              + " mistakes must be caught\n  known  "
              + killed);
    }
  }

  @AfterContainer
  static void writeEvidence() {
    Evidence.write();
  }
}
