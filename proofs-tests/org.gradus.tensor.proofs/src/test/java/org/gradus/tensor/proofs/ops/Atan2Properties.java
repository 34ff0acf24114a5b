package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~atan2~1]
class Atan2Properties extends OperationContract {
  /** Bound: 64 elements give two terms of at most ½ each, rounded 8 times and added in 64 steps. */
  private static final double UPRIGHT = 64 * 72 * 0x1p-53;

  Atan2Properties() {
    super("atan2");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::atan2, Math::atan2);
  }

  @Example
  void everyQuadrantHasItsAngle() {
    Tensor a = Tensor.of(1, 1, -1, -1);
    Tensor b = Tensor.of(1, -1, -1, 1);
    bits(a.atan2(b), Math.PI / 4, 3 * Math.PI / 4, -3 * Math.PI / 4, -Math.PI / 4);
  }

  @Property
  void aMirroredPointHasTheNegativeAngleAndAFartherOneTheSame(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0);
    Tensor b = sampled.operands().get(1);
    same(a.atan2(b).neg(), a.neg().atan2(b));
    same(a.atan2(b), a.mul(4).atan2(b.mul(4)));
  }

  @Property
  void theGradientStandsUprightOnTheRay(@ForAll("cases") Case sampled) {
    Tensor a = sampled.operands().get(0).clone().requiresGrad_();
    Tensor b = sampled.operands().get(1).clone().requiresGrad_();
    a.atan2(b).sum().backward();
    double along = a.grad().mul(a.detach()).sum().item() + b.grad().mul(b.detach()).sum().item();
    assertThat(along).isCloseTo(0, offset(UPRIGHT));
  }

  @Example
  void onTheAxesOneOfBothGradientsIsZeroAndAtTheOriginBothAreNaN() {
    Tensor a = Tensor.of(0.0, 0, 3, -4, 0).requiresGrad_();
    Tensor b = Tensor.of(2.0, -2, 0, 0, 0).requiresGrad_();
    a.atan2(b).sum().backward();
    same(Tensor.of(0.5, -0.5, 0, 0, Double.NaN), a.grad());
    same(Tensor.of(0, 0, -1.0 / 3, 0.25, Double.NaN), b.grad());
  }
}
