package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** A result requires a gradient exactly if one of its operands does, for every operation. */
// [proof->autograd~contagion~1]
// [proof->behavior~B22~1]
class ContagionTest {

  @Test
  void oneOperandIsEnoughAndNoneIsNot() {
    AtomicInteger runs = new AtomicInteger();
    OperationCases.each(
        (operation, one) -> {
          for (boolean[] required : OperationCases.subsets(one)) {
            List<Tensor> operands = OperationCases.operands(one, required);
            Tensor y = one.application().apply(operands);
            boolean any = operands.stream().anyMatch(Tensor::requiresGrad);
            assertThat(y.requiresGrad()).as(one.title()).isEqualTo(any);
            assertThat(y.gradientFunction().isPresent()).as(one.title()).isEqualTo(any);
            runs.incrementAndGet();
          }
        });
    assertThat(runs.get()).isGreaterThan(4000);
  }

  @Test
  void operandsThatAskForAGradientGetOneOfTheirShapeAndNoOtherDoes() {
    OperationCases.each(
        (operation, one) -> {
          for (boolean[] required : OperationCases.subsets(one)) {
            List<Tensor> operands = OperationCases.operands(one, required);
            Tensor y = one.application().apply(operands);
            if (y.requiresGrad()) {
              y.backward(OperationCases.cotangent(y));
            }
            for (int i = 0; i < required.length; i++) {
              Tensor operand = operands.get(i);
              assertThat(operand.hasGrad()).as(one.title()).isEqualTo(required[i]);
              if (required[i]) {
                assertThat(operand.grad().shape()).as(one.title()).isEqualTo(operand.shape());
              }
            }
          }
        });
  }

  @Test
  void gradientOfAnOperandDoesNotDependOnWhoElseAsks() {
    OperationCases.each(
        (operation, one) -> {
          List<List<double[]>> seen = new ArrayList<>();
          for (int i = 0; i < one.operands().size(); i++) {
            seen.add(new ArrayList<>());
          }
          for (boolean[] required : OperationCases.subsets(one)) {
            List<Tensor> operands = OperationCases.operands(one, required);
            Tensor y = one.application().apply(operands);
            if (y.requiresGrad()) {
              y.backward(OperationCases.cotangent(y));
            }
            for (int i = 0; i < required.length; i++) {
              if (required[i]) {
                seen.get(i).add(operands.get(i).grad().toArray());
              }
            }
          }
          for (List<double[]> gradients : seen) {
            assertThat(gradients)
                .as(one.title())
                .allSatisfy(g -> assertThat(g).containsExactly(gradients.get(0)));
          }
        });
  }

  @Test
  void nothingIsRecordedInANoGradBlock() {
    OperationCases.each(
        (operation, one) -> {
          boolean[] all = new boolean[one.operands().size()];
          Arrays.fill(all, true);
          try (var off = NoGrad.on()) {
            Tensor y = one.application().apply(OperationCases.operands(one, all));
            assertThat(y.gradientFunction()).as(one.title()).isEmpty();
            assertThat(y.requiresGrad()).as(one.title()).isFalse();
          }
        });
  }
}
