package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~sin~1]
class SinProperties extends OperationContract {
  /**
   * Bound: sine and cosine are off by an ulp of 2⁻⁵³ each, their squares by twice that, three
   * roundings more.
   */
  private static final double CIRCLE = 8 * 0x1p-53;

  SinProperties() {
    super("sin");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::sin, Math::sin);
  }

  @Property
  void sineAndCosineLieOnTheUnitCircle(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    relative(CIRCLE, x.mul(0).add(1), x.sin().square().add(x.cos().square()));
  }

  @Property
  void theSineIsOdd(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.sin().neg(), x.neg().sin());
  }
}
