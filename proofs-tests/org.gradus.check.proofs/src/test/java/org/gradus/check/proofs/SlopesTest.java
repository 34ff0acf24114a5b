package org.gradus.check.proofs;

import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The formulas of derivatives that exact oracles use, up to the third order, against the rules of
 * the operations and differences: only if all of them are right, they agree.
 */
// [proof->check~forward-mode~2]
class SlopesTest {

  @ParameterizedTest
  @ValueSource(strings = {"exp", "log", "sin", "cos", "atan", "erf", "pow", "tanh"})
  void theyAgreeWithTheRuleAndWithDifferences(String operation) {
    OperationCheck.of(Catalogue.operation(operation)).run(3, 20, () -> {}).verify();
  }

  @Test
  void farFromZeroTheErrorFunctionIsFlat() {
    OperationCheck.check(
            Case.of("erf", Tensor.of(6.5, -7), Tensor::erf, Definition.elementwise(new Erf())), 1)
        .requireAgreement();
  }

  private record Erf() implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.erf();
    }
  }
}
