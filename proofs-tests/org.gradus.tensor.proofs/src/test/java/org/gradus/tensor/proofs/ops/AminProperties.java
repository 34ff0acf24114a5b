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

// [proof->op~amin~1]
class AminProperties extends OperationContract {
  private static final double NAN = Double.NaN;

  AminProperties() {
    super("amin");
  }

  @Example
  void overOneAxisAndOverAll() {
    Tensor x = Tensor.of(new double[][] {{1, 3, 2}, {4, 0, 4}});
    bits(x.amin(0), 1, 0, 2);
    same(Tensor.of(new double[][] {{1}, {0}}), x.amin(new int[] {-1}, true));
    bits(x.amin(0, 1), 0);
    bits(x.amin(), 0);
    same(x, x.amin(new int[0], false));
  }

  @Property
  void theOtherExtremeOfTheNegativeIsItsNegative(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() > 0) {
      same(x.neg().amax().neg(), x.amin());
      same(x.min(), x.amin());
      for (int axis = 0; axis < x.ndim(); axis++) {
        same(x.min(axis).values(), x.amin(axis));
      }
    }
  }

  @Example
  void aTieIsSharedAlongAnAxisToo() {
    bits(slope(x -> x.amin(0), 0, 0, 1), 0.5, 0.5, 0);
    bits(slope(x -> x.reshape(2, 2).amin(0), 1, -2, 1, 0), 0.5, 1, 0.5, 0);
    bits(slope(x -> x.reshape(2, 2).amin(0, 1), 5, 5, 5, 9), 1 / 3.0, 1 / 3.0, 1 / 3.0, 0);
    bits(slope(x -> x.amin(0), 0.0, -0.0), 0.5, 0.5);
  }

  @Example
  void nanWinsAndMakesItsLineNaN() {
    bits(Tensor.of(1, NAN, 2).amin(), NAN);
    bits(slope(x -> x.reshape(2, 2).amin(1), 1, NAN, 3, 2), NAN, NAN, 0, 1);
  }

  @Example
  void infinitiesAreNumbersHere() {
    double infinity = Double.POSITIVE_INFINITY;
    bits(Tensor.of(-infinity, infinity).amin(), -infinity);
    bits(slope(x -> x.amin(), infinity, infinity), 0.5, 0.5);
  }
}
