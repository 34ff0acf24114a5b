package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~cos~1]
class CosProperties extends OperationContract {
  /**
   * Bound: cosine of 2x within 2⁻⁵³; the square within 2·2⁻⁵³, doubled; the last difference rounds
   * once.
   */
  private static final double DOUBLED = 8 * 0x1p-53;

  CosProperties() {
    super("cos");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::cos, Math::cos);
  }

  @Property
  void theCosineIsEven(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.cos(), x.neg().cos());
  }

  @Property
  void theCosineOfTheDoubledAngleIsASquare(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    relative(DOUBLED, x.mul(2).cos().add(1).add(1), x.cos().square().mul(2).add(1));
  }
}
