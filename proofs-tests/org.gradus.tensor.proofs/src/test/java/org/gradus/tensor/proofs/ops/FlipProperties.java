package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~flip~1]
class FlipProperties extends OperationContract {

  FlipProperties() {
    super("flip");
  }

  @Example
  void sixByHand() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    same(Tensor.of(new double[][] {{4, 5, 6}, {1, 2, 3}}), x.flip(0));
    same(Tensor.of(new double[][] {{3, 2, 1}, {6, 5, 4}}), x.flip(-1));
    same(Tensor.of(new double[][] {{6, 5, 4}, {3, 2, 1}}), x.flip(0, 1));
    same(Tensor.of(new double[][] {{3, 6}, {2, 5}, {1, 4}}), x.t().flip(0));
    same(Tensor.of(new double[][] {{5, 4}}), x.slice(0, 1, 2).slice(1, 0, 2).flip(1));
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void twiceGivesTheElementsBack(@ForAll("cases") Case sampled) {
    Tensor y = sampled.application().apply(sampled.operands());
    same(sampled.operands().get(0), sampled.application().apply(List.of(y)));
  }

  @Property
  void allAxesReverseTheRowMajorOrder(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    int[] all = IntStream.range(0, x.ndim()).toArray();
    same(x.flatten().flip(0), x.flip(all).flatten());
  }

  @Example
  void theResultHasMemoryOfItsOwn() {
    Tensor x = Tensor.of(1, 2);
    x.flip().zero_();
    x.flip(0).zero_();
    bits(x, 1, 2);
    assertThat(x.flip(0).sharesStorageWith(x)).isFalse();
  }

  @Example
  void aNumberAndNothingHaveNoOrder() {
    bits(Tensor.scalar(3).flip(), 3);
    assertThat(Tensor.zeros(2, 0).flip(0, 1).shape()).containsExactly(2, 0);
  }
}
