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

// [proof->op~reciprocal~1]
class ReciprocalProperties extends OperationContract {
  /** Bound: two quotients, each rounded once. */
  private static final double TWO_ROUNDINGS = 2.5 * 0x1p-53;

  ReciprocalProperties() {
    super("reciprocal");
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::reciprocal, x -> 1 / x);
  }

  @Property
  void twiceTakenItIsTheOperand(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    relative(TWO_ROUNDINGS, x, x.reciprocal().reciprocal());
  }

  @Example
  void theGradientAtZeroOfEitherSignIsMinusInfinity() {
    bits(
        slope(Tensor::reciprocal, 0.0, -0.0, 2),
        Double.NEGATIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        -0.25);
  }
}
