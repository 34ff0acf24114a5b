package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;

/** What operations owe to the memory of their callers. */
// [proof->check~laws~1]
class LawsTest {
  private static final List<Tensor> OPERANDS = List.of(Tensor.of(0.7, -1.1), Tensor.of(0.4, 0.9));

  @Test
  void aRuleThatWritesIntoTheResultIsFoundOut() {
    Report report =
        OperationCheck.check(
            new Case(
                "a rule that writes",
                OPERANDS,
                t -> Mistaken.apply(t, LawsTest::twice, LawsTest::write),
                Definition.elementwise(LawsTest::define, 2)),
            1);
    assertThat(report.tally(Oracle.UNTOUCHED).orElseThrow().failures()).isEqualTo(1);
    assertThat(report).asString().contains("result, element 0\n");
  }

  private static List<Tensor> write(List<Tensor> x, Tensor y, Tensor yBar) {
    y.detach().fill_(7);
    return List.of(yBar.mul(2), yBar.mul(0));
  }

  @Test
  void anOperandThatIsNotUsedLacksAGradientAndIsUntouched() {
    Report report =
        OperationCheck.check(
            new Case(
                "twice the first of two",
                OPERANDS,
                LawsTest::twice,
                Definition.elementwise(LawsTest::define, 2)),
            1);
    assertThat(report.tally(Oracle.REQUESTED).orElseThrow().failures()).isEqualTo(3);
    assertThat(report.tally(Oracle.UNTOUCHED).orElseThrow().failures()).isZero();
  }

  @Test
  void aGradientThatIsRightOnlyTogetherWithTheOtherIsFoundOut() {
    Report report =
        OperationCheck.check(
            product((x, y, yBar) -> List.of(yBar.mul(x.get(1)), yBar.mul(x.get(0)).mul(share(x)))),
            1);
    assertThat(report.tally(Oracle.REQUESTED).orElseThrow().failures()).isEqualTo(1);
    assertThat(report).asString().contains("  gradient by x1[0], asked of x1\n");
  }

  /** Two where the first operand needs no gradient. */
  private static double share(List<Tensor> x) {
    return x.get(0).requiresGrad() ? 1 : 2;
  }

  @Test
  void aResultThatRequiresAGradientUnaskedIsFoundOut() {
    Case eager =
        product((x, y, yBar) -> List.of(yBar.mul(x.get(1)), yBar.mul(x.get(0))))
            .applied(right -> x -> right.apply(x).add(Tensor.zeros(2).requiresGrad_()));
    Report report = OperationCheck.check(eager, 1);
    assertThat(report.tally(Oracle.REQUESTED).orElseThrow().failures()).isEqualTo(1);
    assertThat(report)
        .asString()
        .contains("  whether the result requires a gradient, asked of none\n");
  }

  private static Case product(Mistaken.Rule rule) {
    return new Case(
        "product",
        OPERANDS,
        t -> Mistaken.apply(t, x -> x.get(0).mul(x.get(1)), rule),
        Definition.elementwise(LawsTest::multiply, 2));
  }

  private static <S extends Real<S>> S multiply(S a, S b) {
    return a.mul(b);
  }

  private static Tensor twice(List<Tensor> x) {
    return x.get(0).mul(2);
  }

  private static <S extends Real<S>> S define(S a, S b) {
    return a.mul(2);
  }
}
