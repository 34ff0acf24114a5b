package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~mv~1]
class MvProperties extends OperationContract {

  MvProperties() {
    super("mv");
  }

  @Example
  void twoByTwoByHand() {
    same(Tensor.of(17, 39), Tensor.of(new double[][] {{1, 2}, {3, 4}}).mv(Tensor.of(5, 6)));
  }

  @Property
  void aVectorIsAMatrixOfOneColumn(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor x = sampled.operands().get(1);
    same(a.matmul(x.unsqueeze(1)).squeeze(1), a.mv(x));
    same(a.mv(x), x.matmul(a.t()));
  }

  @Example
  void otherRanksAreRefused() {
    assertThatThrownBy(() -> Tensor.zeros(2).mv(Tensor.zeros(2)))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("mv: the operands must have rank 2 and rank 1");
  }
}
