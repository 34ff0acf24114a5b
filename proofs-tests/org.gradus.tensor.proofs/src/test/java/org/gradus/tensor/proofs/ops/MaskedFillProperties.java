package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~maskedFill~1]
class MaskedFillProperties extends OperationContract {

  MaskedFillProperties() {
    super("maskedFill");
  }

  @Example
  void threeByHand() {
    Tensor mask = Tensor.of(0, 1, 0);
    bits(Tensor.of(1, 2, 3).maskedFill(mask, 9), 1, 9, 3);
    bits(slope(x -> x.maskedFill(mask, 9), 1, 2, 3), 1, 0, 1);
  }

  @Example
  void operandAndMaskBroadcast() {
    Tensor mask = Tensor.of(new double[][] {{0, 1}, {0, 0}, {1, 0}});
    same(Tensor.of(new double[][] {{1, 9}, {1, 2}, {9, 2}}), Tensor.of(1, 2).maskedFill(mask, 9));
    bits(slope(x -> x.maskedFill(mask, 9), 1, 2), 2, 2);
    same(Tensor.full(9, 3, 2), mask.maskedFill(Tensor.scalar(1), 9));
  }

  @Property
  void aChoiceAgainstAConstant(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor mask = x.lt(Tensor.scalar(0));
    same(Tensor.where(mask, Tensor.scalar(9), x), x.maskedFill(mask, 9));
    same(x.relu(), x.maskedFill(mask, 0));
    same(x, x.maskedFill(mask, 0).add(x.maskedFill(x.ge(Tensor.scalar(0)), 0)));
  }

  @Example
  void everyNumberButZeroIsSet() {
    Tensor mask = Tensor.of(0.0, -0.0, 1, -1, Double.MIN_VALUE, Double.NaN);
    bits(Tensor.zeros(6).maskedFill(mask, 1), 0, 0, 1, 1, 1, 1);
  }

  @Example
  void whatWasFilledIsForgottenEvenIfItIsNaN() {
    Tensor mask = Tensor.of(1, 0);
    bits(slope(x -> x.log().maskedFill(mask, 0), 2, 4), 0, 0.25);
    bits(Tensor.of(Double.NaN, 1).maskedFill(mask, 0), 0, 1);
    bits(slope(x -> x.maskedFill(mask, Double.NaN), 2, 4), 0, 1);
    bits(slope(x -> x.maskedFill(mask, Double.NEGATIVE_INFINITY).softmax(0).square(), 2, 4), 0, 0);
  }

  @Example
  void theMaskGetsNoGradient() {
    Tensor mask = Tensor.of(1, 0).requiresGrad_();
    assertThat(Tensor.of(1, 2).maskedFill(mask, 0).requiresGrad()).isFalse();
  }

  @Example
  void aMaskChangedBeforeTheWayBackIsFoundOut() {
    Tensor mask = Tensor.of(1, 0);
    Tensor y = Tensor.of(1, 2).requiresGrad_().maskedFill(mask, 0).sum();
    mask.fill_(1);
    assertThatThrownBy(y::backward)
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("changed in place afterwards");
  }
}
