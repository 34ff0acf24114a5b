package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.Comparison;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Subject;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Warnings;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;

/**
 * Check of an operation of the catalogue by every oracle, over random shapes and values.
 *
 * <p>Nothing here knows a particular operation: configuration, values and definition come from its
 * row.
 */
// [impl->check~operation-check~1]
public final class OperationCheck {
  private final Operation operation;

  private OperationCheck(Operation operation) {
    this.operation = operation;
  }

  /** Check of an operation. */
  public static OperationCheck of(Operation operation) {
    return new OperationCheck(operation);
  }

  /**
   * Check one case by every oracle and law; shapes that would be suspicious elsewhere are meant
   * here, and nobody is warned of them.
   *
   * @param seed seed of the cotangent and the directions
   */
  public static Report check(Case sampled, long seed) {
    try (Warnings unheard = Warnings.to(warning -> {})) {
      Trial trial = new Trial(sampled, seed);
      List<Comparison> comparisons = new ArrayList<>();
      for (Witness witness : Witnesses.all()) {
        comparisons.addAll(witness.testify(trial));
      }
      return Report.of(sampled.title(), comparisons);
    } catch (Fault fault) {
      return Report.unfit(sampled.title(), fault);
    } catch (GradientException refused) {
      return Report.unfit(sampled.title(), new Fault(String.valueOf(refused.getMessage())));
    }
  }

  /**
   * Check that the gradient at every kink is the declared one, exactly, and that the neighborhood
   * of the kink supports it.
   */
  public Report checkKinks() {
    List<Comparison> comparisons = new ArrayList<>();
    for (Kink kink : operation.kinks()) {
      List<Operand> x = Operands.list(kink.operands());
      Subject subject = new TensorSubject(operation.id(), kink.application());
      double[] ones = Directions.ones(subject.value(x).length);
      List<double[]> gradient = subject.gradient(x, ones);
      for (int operand = 0; operand < x.size(); operand++) {
        double[] declared = kink.gradients().get(operand).toArray();
        for (int i = 0; i < declared.length; i++) {
          comparisons.add(
              Comparison.of(
                  Oracle.DECLARED,
                  "gradient by " + x.get(operand).element(i) + " at " + kink.where(),
                  declared[i],
                  gradient.get(operand)[i],
                  1));
        }
      }
    }
    return Report.of(operation.id(), comparisons).plus(SingularityCheck.of(operation).kinks());
  }

  /**
   * Check one random case, the same for the same seed and number.
   *
   * @param seed seed of the run that the case belongs to
   * @param number number of the case in it, from 0
   */
  public Report checkCase(long seed, int number) {
    RandomGenerator random = Directions.generator(caseSeed(seed, number));
    Case sampled = operation.sampler().apply(Draw.from(random));
    return check(sampled, random.nextLong());
  }

  /**
   * Check random cases and all kinks.
   *
   * @param seed seed of the run; the cases are those of {@link #checkCase}
   * @param tries number of cases, a count
   * @param after called after each case
   */
  public Report run(long seed, int tries, Runnable after) {
    Report report = checkKinks();
    for (int number = 0; number < tries; number++) {
      report = report.plus(checkCase(seed, number));
      after.run();
    }
    return report;
  }

  /** Seed of a case: far from that of its neighbors. */
  static long caseSeed(long seed, int number) {
    return seed + 0x9E3779B97F4A7C15L * (number + 1);
  }
}
