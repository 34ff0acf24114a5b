package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~triu~1]
class TriuProperties extends OperationContract {

  TriuProperties() {
    super("triu");
  }

  @Example
  void twelveByHand() {
    Tensor x = Tensor.arange(12).add(1).reshape(4, 3);
    same(Tensor.of(new double[][] {{1, 2, 3}, {0, 5, 6}, {0, 0, 9}, {0, 0, 0}}), x.triu());
    same(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}, {0, 8, 9}, {0, 0, 12}}), x.triu(-1));
    same(Tensor.of(new double[][] {{0, 2, 3}, {0, 0, 6}, {0, 0, 0}, {0, 0, 0}}), x.triu(1));
    same(Tensor.zeros(4, 3), x.triu(Integer.MAX_VALUE));
    same(x, x.triu(Integer.MIN_VALUE));
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void onceIsEnough(
      @ForAll("cases") Case sampled, @ForAll @IntRange(min = -4, max = 4) int diagonal) {
    Tensor once = sampled.operands().get(0).triu(diagonal);
    same(once, once.triu(diagonal));
    same(Tensor.zeros(once.shape()), once.tril(diagonal - 1));
  }

  @Example
  void whatGoesIsGoneEvenIfItIsNaN() {
    double nan = Double.NaN;
    bits(Tensor.of(new double[][] {{nan, 1}, {nan, 2}}).triu(), nan, 1, 0, 2);
  }

  @Example
  void nothingStaysNothing() {
    assertThat(Tensor.zeros(3, 0).triu().shape()).containsExactly(3, 0);
    assertThat(Tensor.zeros(0, 2, 2).triu().shape()).containsExactly(0, 2, 2);
  }
}
