package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~reshape~1]
class ReshapeProperties extends OperationContract {

  ReshapeProperties() {
    super("reshape");
  }

  @Property
  void elementsKeepTheirRowMajorOrder(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor y = x.reshape(x.numel());
    bits(y, x.toArray());
    same(x, y.reshape(x.shape()));
  }

  @Example
  void oneLengthIsComputed() {
    assertThat(Tensor.zeros(2, 6).reshape(3, -1).shape()).containsExactly(3, 4);
  }

  @Example
  void aViewWhereStridesAllowElseACopy() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    assertThat(x.reshape(3, 2).sharesStorageWith(x)).isTrue();
    assertThat(x.t().reshape(6).sharesStorageWith(x)).isFalse();
    bits(x.t().reshape(6), 1, 4, 2, 5, 3, 6);
  }
}
