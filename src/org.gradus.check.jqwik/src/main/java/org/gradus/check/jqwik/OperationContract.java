package org.gradus.check.jqwik;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.gradus.check.GradientCheck;
import org.gradus.check.Operand;
import org.gradus.check.OperationCheck;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Subject;
import org.gradus.check.Tally;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Draw;
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
 * <p>What the oracles saw is written to {@code target/evidence/operations}, one file an operation.
 */
// [impl->check~operation-contract~2]
public abstract class OperationContract {
  private static final int CASES_TO_CATCH = 60;
  private static final long SEED = 20;

  /** A hundredfold of what the exact oracle reaches where the gradient is of size one. */
  private static final double MOST_SENSITIVITY = 1e-9;

  /** Turns signs and orders around, and sizes too. */
  private static final double CHANGE = -1.5;

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
   * Value, first and second derivative are those of the definition; differences and adjoint agree;
   * the rule is linear.
   */
  @Property(tries = 1000)
  void everyOracleAgrees(@ForAll("cases") Case sampled, @ForAll long seed) {
    Report report = OperationCheck.check(sampled, seed);
    Evidence.add(operation.id(), report);
    report.named(operation.id() + ", " + sampled.title() + ", seed " + seed).requireAgreement();
  }

  /**
   * Neither forward nor backward changes an operand or the cotangent, and no gradient shares their
   * storage.
   */
  @Property
  void operandsAndCotangentStayAsTheyWere(@ForAll("cases") Case sampled) {
    List<Tensor> leaves = sampled.operands().stream().map(x -> x.clone().requiresGrad_()).toList();
    Tensor y = sampled.application().apply(leaves);
    Tensor cotangent = Tensor.full(0.75, y.shape());
    double[] value = y.detach().toArray();
    if (y.requiresGrad()) {
      y.backward(cotangent);
    }
    try (var off = NoGrad.on()) {
      for (Tensor leaf : leaves) {
        if (leaf.hasGrad()) {
          leaf.grad().fill_(123);
        }
      }
    }
    for (int i = 0; i < leaves.size(); i++) {
      requireSame("operand " + i, sampled.operands().get(i).toArray(), leaves.get(i));
      requireVersion(leaves.get(i));
    }
    requireSame("result", value, y);
    requireSame("cotangent", Tensor.full(0.75, y.shape()).toArray(), cotangent);
  }

  /**
   * An operand that is changed between forward and backward is found out, or makes no difference:
   * what the rule reads has been saved.
   */
  @Property(tries = 100)
  void aChangedOperandIsFoundOutOrMakesNoDifference(@ForAll("cases") Case sampled) {
    List<Tensor> right = gradients(sampled, x -> {});
    for (int i = 0; i < right.size(); i++) {
      int changed = i;
      List<Tensor> spoiled;
      try {
        spoiled = gradients(sampled, x -> x.get(changed).detach().mul_(CHANGE));
      } catch (GradientException foundOut) {
        continue;
      }
      for (int operand = 0; operand < right.size(); operand++) {
        if (!Arrays.equals(right.get(operand).toArray(), spoiled.get(operand).toArray())) {
          throw new AssertionError(
              sampled.title()
                  + ": operand "
                  + changed
                  + " was changed in place before backward, and nobody noticed"
                  + "\n  gradient of operand "
                  + operand
                  + "\n  before  "
                  + right.get(operand)
                  + "\n  after   "
                  + spoiled.get(operand)
                  + "\nname what the rule reads in saved()");
        }
      }
    }
  }

  /** Gradients of all operands, something being done to them between forward and backward. */
  private static List<Tensor> gradients(Case sampled, Consumer<List<Tensor>> between) {
    List<Tensor> leaves = sampled.operands().stream().map(x -> x.clone().requiresGrad_()).toList();
    Tensor y = sampled.application().apply(leaves);
    between.accept(leaves);
    return Autograd.of(y)
        .seeds(Tensor.full(0.75, y.shape()))
        .zeroIfUnused()
        .grad(leaves.toArray(Tensor[]::new));
  }

  /** The same operands and cotangent give the same bits. */
  @Property
  void theRuleIsDeterministic(@ForAll("cases") Case sampled) {
    Subject subject = Subject.ofTensors(sampled.title(), sampled.application());
    List<Operand> x = operands(sampled);
    double[] cotangent = subject.value(x);
    List<double[]> first = subject.gradient(x, cotangent);
    List<double[]> second = subject.gradient(x, cotangent);
    for (int i = 0; i < x.size(); i++) {
      if (!Arrays.equals(first.get(i), second.get(i))) {
        throw new AssertionError(
            sampled.title()
                + ": two calls gave two gradients\n  "
                + Arrays.toString(first.get(i))
                + "\n  "
                + Arrays.toString(second.get(i)));
      }
    }
  }

  /** At every kink the gradient is the declared one. */
  @Example
  void kinksHaveTheDeclaredGradient() {
    Report report = OperationCheck.of(operation).checkKinks();
    Evidence.add(operation.id(), report);
    report.requireAgreement();
  }

  /**
   * The cases are worth their while: a relative error of the rule above {@value #MOST_SENSITIVITY}
   * would have been noticed by the exact oracle.
   */
  @Example
  void theCasesProveSomething() {
    Report report =
        drawn().stream()
            .map(sampled -> OperationCheck.check(sampled, SEED))
            .reduce(Report::plus)
            .orElseThrow()
            .named(operation.id());
    report.requirePassed();
    double sensitivity =
        report.tally(Oracle.FORWARD_MODE).map(Tally::sensitivity).orElse(Double.POSITIVE_INFINITY);
    if (!(sensitivity <= MOST_SENSITIVITY)) {
      throw new AssertionError(
          operation.id()
              + ": the cases must be able to show a relative error of the rule of "
              + MOST_SENSITIVITY
              + "\n  in "
              + CASES_TO_CATCH
              + " cases it had to exceed "
              + sensitivity
              + "\ndraw operands where the gradient is of size one");
    }
  }

  private List<Case> drawn() {
    Draw draw = Draw.from(Evidence.generator(SEED));
    return Stream.generate(() -> operation.sampler().apply(draw)).limit(CASES_TO_CATCH).toList();
  }

  /**
   * These laws are not empty: each rule that is wrong on purpose is caught, by the exact oracle and
   * by differences.
   */
  @Example
  void wrongRulesAreCaught() {
    List<Case> drawn = drawn();
    int size = drawn.stream().mapToInt(OperationContract::resultSize).max().orElse(0);
    Set<WrongRule> exact = EnumSet.allOf(WrongRule.class);
    exact.removeIf(wrong -> !wrong.isWrongFor(size));
    Set<WrongRule> differences = EnumSet.copyOf(exact);
    differences.remove(WrongRule.SLIGHTLY_OFF);
    for (Case sampled : drawn) {
      exact.removeIf(wrong -> caught(sampled, wrong, Oracle.FORWARD_MODE));
      differences.removeIf(wrong -> caught(sampled, wrong, Oracle.DIFFERENCES));
    }
    if (!exact.isEmpty() || !differences.isEmpty()) {
      throw new AssertionError(
          operation.id()
              + ": wrong rules that nobody noticed in "
              + CASES_TO_CATCH
              + " cases\n  forward mode  "
              + exact
              + "\n  differences   "
              + differences);
    }
  }

  private static int resultSize(Case sampled) {
    return sampled.application().apply(sampled.operands()).numel();
  }

  private static boolean caught(Case sampled, WrongRule wrong, Oracle oracle) {
    return GradientCheck.of(wrong.of(Subject.ofTensors(sampled.title(), sampled.application())))
        .withDefinition(sampled.definition())
        .at(operands(sampled))
        .tally(oracle)
        .map(tally -> tally.failures() > 0)
        .orElse(false);
  }

  @AfterContainer
  static void writeEvidence() {
    Evidence.write();
  }

  private static List<Operand> operands(Case sampled) {
    return sampled.operands().stream().map(x -> Operand.of("x", x)).toList();
  }

  private static void requireSame(String what, double[] before, Tensor after) {
    if (!Arrays.equals(before, after.detach().toArray())) {
      throw new AssertionError(
          what
              + " was changed\n  before  "
              + Arrays.toString(before)
              + "\n  after   "
              + after.detach());
    }
  }

  private static void requireVersion(Tensor leaf) {
    if (leaf.version() != 0) {
      throw new AssertionError("an operand was changed in place: version " + leaf.version());
    }
  }
}
