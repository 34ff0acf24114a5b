package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.check.jqwik.Cases;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;

// [proof->op~flatten~1]
class FlattenProperties {

  @Provide
  Arbitrary<Case> cases() {
    return Cases.of(Catalogue.operation("reshape"));
  }

  @Property
  void allAxesBecomeOne(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    assertThat(x.flatten().shape()).containsExactly(x.numel());
    bits(x.flatten(), x.toArray());
  }

  @Property
  void someAxesBecomeOne(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    for (int first = 0; first < x.ndim(); first++) {
      for (int last = first; last < x.ndim(); last++) {
        Tensor y = x.flatten(first, last - x.ndim());
        assertThat(y.ndim()).isEqualTo(x.ndim() - (last - first));
        same(x, y.reshape(x.shape()));
      }
    }
  }

  @Example
  void gradientsComeBackUnderTheOldShape() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}}).requiresGrad_();
    x.t().flatten().backward(Tensor.of(1, 2, 3, 4));
    same(Tensor.of(new double[][] {{1, 3}, {2, 4}}), x.grad());
  }

  @Example
  void axesInTheWrongOrderAreRefused() {
    assertThatThrownBy(() -> Tensor.zeros(2, 3).flatten(1, 0))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            "flatten: the last axis must not come before the first"
                + "\n  first  1\n  last   0\n  given  [2, 3]");
  }
}
