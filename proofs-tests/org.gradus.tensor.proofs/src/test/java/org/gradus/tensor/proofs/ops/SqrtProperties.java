package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~sqrt~1]
class SqrtProperties extends OperationContract {
  /** Bound: the root is off by 2⁻⁵³, its square by twice that and one rounding more. */
  private static final double SQUARED = 3.5 * 0x1p-53;

  SqrtProperties() {
    super("sqrt");
  }

  @Example
  void specialPointsAreThoseOfMath() {
    Special.agree(Tensor::sqrt, Math::sqrt);
  }

  @Property
  void theSquareOfTheRootIsTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    relative(SQUARED, x, x.sqrt().square());
  }

  @Example
  void theGradientIsInfiniteAtZeroAndNanBelow() {
    bits(slope(Tensor::sqrt, 4, 0, -1), 0.25, Double.POSITIVE_INFINITY, Double.NaN);
  }
}
