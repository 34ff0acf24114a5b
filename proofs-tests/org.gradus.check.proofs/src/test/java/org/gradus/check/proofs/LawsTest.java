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

  private static Tensor twice(List<Tensor> x) {
    return x.get(0).mul(2);
  }

  private static <S extends Real<S>> S define(S a, S b) {
    return a.mul(2);
  }
}
