package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~cumsum~1]
class CumsumProperties extends OperationContract {

  CumsumProperties() {
    super("cumsum");
  }

  @Example
  void threeByHand() {
    bits(Tensor.of(1, 2, 4).cumsum(0), 1, 3, 7);
    bits(slope(x -> x.cumsum(0), 1, 2, 4), 3, 2, 1);
  }

  @Example
  void alongEitherAxis() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    same(Tensor.of(new double[][] {{1, 2, 3}, {5, 7, 9}}), x.cumsum(0));
    same(Tensor.of(new double[][] {{1, 3, 6}, {4, 9, 15}}), x.cumsum(-1));
    same(Tensor.of(new double[][] {{1, 4}, {3, 9}}), x.t().slice(0, 0, 2).cumsum(0).mul(1));
  }

  @Property
  void theReverseRuleIsTheAdjoint(@ForAll("cases") Case sampled) {
    adjoint(sampled);
  }

  @Property
  void theLastIsTheSumAndDifferencesGiveTheElementsBack(@ForAll("cases") Case sampled) {
    Tensor x = whole(sampled.operands().get(0));
    Tensor y = x.cumsum(0);
    int n = x.size(0);
    if (n > 0) {
      same(x.sum(0), y.select(0, n - 1));
      same(x.slice(0, 1, n), y.slice(0, 1, n).sub(y.slice(0, 0, n - 1)));
    }
  }

  @Example
  void elementsAreAddedInAscendingOrder() {
    bits(Tensor.of(1e16, 1, -1e16, 1).cumsum(0), 1e16, 1e16, 0, 1);
  }

  @Example
  void nanAndInfinityGoOnFromWhereTheyStand() {
    bits(Tensor.of(1, Double.NaN, 1).cumsum(0), 1, Double.NaN, Double.NaN);
    bits(
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY).cumsum(0),
        Double.POSITIVE_INFINITY,
        Double.NaN);
  }

  @Example
  void nothingHasNoSums() {
    assertThat(Tensor.zeros(0).cumsum(0).shape()).containsExactly(0);
    assertThat(Tensor.zeros(2, 0).cumsum(0).shape()).containsExactly(2, 0);
  }
}
