package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~amax~1]
class AmaxProperties extends OperationContract {
  private static final double NAN = Double.NaN;

  AmaxProperties() {
    super("amax");
  }

  @Example
  void overOneAxisAndOverAll() {
    Tensor x = Tensor.of(new double[][] {{1, 3, 2}, {4, 0, 4}});
    bits(x.amax(0), 4, 3, 4);
    same(Tensor.of(new double[][] {{3}, {4}}), x.amax(new int[] {-1}, true));
    bits(x.amax(0, 1), 4);
    bits(x.amax(), 4);
    same(x, x.amax(new int[0], false));
  }

  @Property
  void theOtherExtremeOfTheNegativeIsItsNegative(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() > 0) {
      same(x.neg().amin().neg(), x.amax());
      same(x.max(), x.amax());
      for (int axis = 0; axis < x.ndim(); axis++) {
        same(x.max(axis).values(), x.amax(axis));
      }
    }
  }

  @Example
  void aTieIsSharedAlongAnAxisToo() {
    bits(slope(x -> x.amax(0), 1, 1, 0), 0.5, 0.5, 0);
    bits(slope(x -> x.reshape(2, 2).amax(0), 1, 2, 1, 0), 0.5, 1, 0.5, 0);
    bits(slope(x -> x.reshape(2, 2).amax(0, 1), 5, 5, 5, 0), 1 / 3.0, 1 / 3.0, 1 / 3.0, 0);
    bits(slope(x -> x.amax(0), 0.0, -0.0), 0.5, 0.5);
  }

  @Example
  void nanWinsAndMakesItsLineNaN() {
    bits(Tensor.of(1, NAN, 2).amax(), NAN);
    bits(slope(x -> x.reshape(2, 2).amax(1), 1, NAN, 2, 3), NAN, NAN, 0, 1);
  }

  @Example
  void infinitiesAreNumbersHere() {
    double infinity = Double.POSITIVE_INFINITY;
    bits(Tensor.of(-infinity, infinity).amax(), infinity);
    bits(slope(x -> x.amax(), -infinity, -infinity), 0.5, 0.5);
  }
}
