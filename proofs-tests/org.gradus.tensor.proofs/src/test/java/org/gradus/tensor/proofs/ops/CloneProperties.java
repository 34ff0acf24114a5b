package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~clone~1]
class CloneProperties extends OperationContract {

  CloneProperties() {
    super("clone");
  }

  @Example
  void specialPointsStayAsTheyAre() {
    Special.agree(Tensor::clone, x -> x);
  }

  @Property
  void aCloneHasStorageAndVersionOfItsOwn(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor copy = x.clone();
    copy.fill_(7);
    same(sampled.application().apply(sampled.operands()), x);
    assertThat(copy.sharesStorageWith(x)).isFalse();
    assertThat(x.version()).isZero();
    assertThat(copy.version()).isEqualTo(1);
  }
}
