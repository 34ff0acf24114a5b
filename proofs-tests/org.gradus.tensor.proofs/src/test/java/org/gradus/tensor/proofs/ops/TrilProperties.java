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

// [proof->op~tril~1]
class TrilProperties extends OperationContract {

  TrilProperties() {
    super("tril");
  }

  @Example
  void twelveByHand() {
    Tensor x = Tensor.arange(12).add(1).reshape(4, 3);
    same(Tensor.of(new double[][] {{1, 0, 0}, {4, 5, 0}, {7, 8, 9}, {10, 11, 12}}), x.tril());
    same(Tensor.of(new double[][] {{0, 0, 0}, {4, 0, 0}, {7, 8, 0}, {10, 11, 12}}), x.tril(-1));
    same(Tensor.of(new double[][] {{1, 2, 0}, {4, 5, 6}, {7, 8, 9}, {10, 11, 12}}), x.tril(1));
    same(x, x.tril(Integer.MAX_VALUE));
    same(Tensor.zeros(4, 3), x.tril(Integer.MIN_VALUE));
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void bothTrianglesMakeTheMatrix(
      @ForAll("cases") Case sampled, @ForAll @IntRange(min = -4, max = 4) int diagonal) {
    Tensor x = sampled.operands().get(0);
    same(x, x.tril(diagonal).add(x.triu(diagonal + 1)));
    same(x.tril(diagonal), x.transpose(-1, -2).triu(-diagonal).transpose(-1, -2));
  }

  @Example
  void whatGoesIsGoneEvenIfItIsNaN() {
    double nan = Double.NaN;
    bits(Tensor.of(new double[][] {{1, nan}, {2, nan}}).tril(), 1, 0, 2, nan);
  }

  @Example
  void nothingStaysNothing() {
    assertThat(Tensor.zeros(3, 0).tril().shape()).containsExactly(3, 0);
    assertThat(Tensor.zeros(0, 2, 2).tril().shape()).containsExactly(0, 2, 2);
  }
}
