package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~gather~1]
class GatherProperties extends OperationContract {

  GatherProperties() {
    super("gather");
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Example
  void theIndexStandsInForOneAxis() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    IndexTensor index = IndexTensor.of(new int[] {2, 2}, new int[] {0, 2, 1, -3});
    same(Tensor.of(new double[][] {{1, 3}, {5, 4}}), x.gather(1, index));
    same(Tensor.of(new double[][] {{1, 2, 6}}), x.gather(-2, row(0, 0, 1)));
    same(Tensor.of(new double[][] {{4, 2, 3}}), x.gather(0, row(1, 0, -2)));
    same(Tensor.of(new double[][] {{4}}), x.t().gather(1, row(1)));
  }

  private static IndexTensor row(int... index) {
    return IndexTensor.of(new int[] {1, index.length}, index);
  }

  @Example
  void anIndexThatRepeatsAccumulates() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}}).requiresGrad_();
    x.gather(1, row(2, 0, -1, 2)).backward(Tensor.of(new double[][] {{1, 10, 100, 1000}}));
    bits(x.grad(), 10, 0, 1101);
  }

  @Property
  void atThePlacesOfTheLargestItGivesTheLargest(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    for (int axis = 0; axis < x.ndim(); axis++) {
      if (x.size(axis) > 0) {
        same(x.max(axis, true).values(), x.gather(axis, x.argmax(axis, true)));
        same(x.min(axis, true).values(), x.gather(axis, x.argmin(axis, true)));
      }
    }
  }

  @Example
  void nothingIsGatheredFromNowhere() {
    IndexTensor none = IndexTensor.of(new int[] {2, 0}, new int[0]);
    assertThat(Tensor.zeros(2, 3).gather(1, none).shape()).containsExactly(2, 0);
    assertThat(Tensor.zeros(2, 0).gather(1, none).shape()).containsExactly(2, 0);
    assertThat(Tensor.zeros(2, 3).gather(0, none).shape()).containsExactly(2, 0);
  }
}
