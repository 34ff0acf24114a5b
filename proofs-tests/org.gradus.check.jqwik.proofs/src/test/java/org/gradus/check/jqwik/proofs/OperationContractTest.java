package org.gradus.check.jqwik.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.UnaryOp;
import org.junit.jupiter.api.Test;

/** The contract passes for a right operation, and each way to be wrong breaks a law. */
// [proof->check~operation-contract~5]
// [proof->check~laws~1]
class OperationContractTest {
  private static final String AGREES = "everyOracleAgrees";
  private static final String KINKS = "kinksHaveTheDeclaredGradient";
  private static final String PROVES = "theCasesProveSomething";
  private static final String REACHED = "everySideOfASingularityIsReached";
  private static final String WHOLE = "noSingularityIsUndeclared";
  private static final String CAUGHT = "misconceptionsAreCaught";

  static class Right extends OperationContract {
    Right() {
      super(Cube.operation(Cube::line, Cube::rule));
    }
  }

  @Test
  void theRightOperationFulfilsEveryLaw() {
    Contracts right = Contracts.run(Right.class);
    assertThat(right.failed()).isEmpty();
    assertThat(right.passed()).containsOnlyKeys(AGREES, KINKS, REACHED, WHOLE, PROVES, CAUGHT);
  }

  static class OffByABillionth extends OperationContract {
    OffByABillionth() {
      super(Cube.operation(Cube::line, (x, yBar) -> Cube.rule(x, yBar).mul(1 + 1e-9)));
    }
  }

  @Test
  void aRuleOffByABillionthIsCaughtInACaseOfOneElement() {
    Map<String, String> failed = Contracts.run(OffByABillionth.class).failed();
    assertThat(failed).containsKeys(AGREES, PROVES);
    assertThat(failed.get(AGREES)).startsWith("cube, cube []").contains(", seed ");
  }

  static class CotangentDropped extends OperationContract {
    CotangentDropped() {
      super(Cube.operation(Cube::line, (x, yBar) -> x.mul(x).mul(3)));
    }
  }

  @Test
  void aDroppedCotangentIsCaught() {
    Map<String, String> failed = Contracts.run(CotangentDropped.class).failed();
    assertThat(failed).containsKeys(AGREES, PROVES);
    assertThat(failed.get(AGREES)).contains("for a sum of cotangents");
  }

  static class WrongBranch extends OperationContract {
    WrongBranch() {
      super(
          Cube.operation(
              Cube::line,
              (x, yBar) -> x.numel() < 3 ? Cube.rule(x, yBar) : Cube.rule(x, yBar).mul(2)));
    }
  }

  /** Shrinking ends where no single choice can be made less, at three or four elements. */
  @Test
  void whatFailsFromThreeElementsOnShrinksToThemAndNamesTheSeed() {
    String said = Contracts.run(WrongBranch.class).failed().get(AGREES);
    assertThat(said)
        .matches("(?s)cube, cube \\[(1, )?([34]|1, 3|2, 2)(, 1)*\\], seed -?[0-9]+: .*")
        .contains("gradient by x0[0", "(forward mode)", "relative error");
  }

  static class OperandChanged extends OperationContract {
    OperandChanged() {
      super(Cube.operation(x -> Cube.line(x.detach().mul_(1)), Cube::rule));
    }
  }

  @Test
  void aChangedOperandIsCaught() {
    assertThat(Contracts.run(OperandChanged.class).failed().get(AGREES))
        .contains(": the function changes its operand x0, which belongs to the caller");
  }

  static class CotangentChanged extends OperationContract {
    CotangentChanged() {
      super(Cube.operation(Cube::line, (x, yBar) -> yBar.mul_(x.mul(x).mul(3))));
    }
  }

  @Test
  void aChangedCotangentIsCaught() {
    assertThat(Contracts.run(CotangentChanged.class).failed().get(AGREES))
        .contains("cotangent, element 0\n    expected  0.75  (untouched)");
  }

  /** The third power, whose rule reads an operand that it has not named. */
  private record Unsaved(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return Cube.line(x);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> Cube.rule(x, yBar));
    }
  }

  static class Forgetful extends OperationContract {
    Forgetful() {
      super(Cube.operation(x -> Tensor.apply(new Unsaved(x))));
    }
  }

  @Test
  void anOperandThatIsReadAndNotSavedIsCaught() {
    Map<String, String> failed = Contracts.run(Forgetful.class).failed();
    assertThat(failed.get(AGREES))
        .contains("1 of ", "gradient by x0 after an unnoticed change of x0", "(saved)");
  }

  static class Random extends OperationContract {
    private static final SplittableRandom RANDOM = new SplittableRandom(1);

    Random() {
      super(
          Cube.operation(
              Cube::line, (x, yBar) -> Cube.rule(x, yBar).mul(1 + 1e-14 * RANDOM.nextDouble())));
    }
  }

  @Test
  void aRuleThatDiffersFromCallToCallIsCaught() {
    Map<String, String> failed = Contracts.run(Random.class).failed();
    assertThat(failed.get(AGREES)).contains("second gradient by x0", "(steady)");
  }

  static class Vanishing extends OperationContract {
    Vanishing() {
      super(Cube.operation(Cube::line, (x, yBar) -> Tensor.zeros(x.shape())));
    }
  }

  @Test
  void noGradientAtAllIsCaught() {
    assertThat(Contracts.run(Vanishing.class).failed()).containsKeys(AGREES, PROVES);
  }

  static class Constant extends OperationContract {
    Constant() {
      super(Cube.operation(Cube::line, Cube::rule).sampled(Constant::sample));
    }

    private static Case sample(Draw draw) {
      Case drawn = Cube.operation(Cube::line, Cube::rule).sampler().apply(draw);
      Tensor same = Tensor.full(1.5, drawn.operands().get(0).shape());
      return new Case(drawn.title(), List.of(same), drawn.application(), drawn.definition());
    }
  }

  @Test
  void casesThatProveTooLittleAreRefused() {
    Map<String, String> failed = Contracts.run(Constant.class).failed();
    assertThat(failed).containsOnlyKeys(PROVES);
    assertThat(failed.get(PROVES))
        .isEqualTo(
            """
            cube: the elements of the results must differ
              at least  25.0 %
              measured  0.0 %
            draw operands at which the operation has different values""");
  }
}
