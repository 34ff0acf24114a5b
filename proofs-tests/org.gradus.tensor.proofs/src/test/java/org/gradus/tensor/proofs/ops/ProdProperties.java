package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~prod~1]
class ProdProperties extends OperationContract {
  /** Bound: at most 64 factors, each product rounded. */
  private static final double ROUNDED = 70 * 0x1p-53;

  ProdProperties() {
    super("prod");
  }

  @Example
  void threeByHand() {
    bits(Tensor.of(2, 3, 4).prod(), 24);
    bits(slope(Tensor::prod, 2, 3, 4), 12, 8, 6);
  }

  @Example
  void alongEitherAxis() {
    Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
    bits(x.prod(0, false), 4, 10, 18);
    same(Tensor.of(new double[][] {{6}, {120}}), x.prod(-1, true));
    bits(x.prod(), 720);
  }

  @Example
  void zerosAreExactInEveryOrder() {
    bits(slope(Tensor::prod, 0, 2, 3), 6, 0, 0);
    bits(slope(Tensor::prod, 0, 2, 0), 0, 0, 0);
    bits(slope(Tensor::prod, 5, 0, 2, 3, 7), 0, 210, 0, 0, 0);
    bits(Derivatives.hessian(Tensor::prod, Tensor.of(0, 2, 3)), 0, 3, 2, 3, 0, 0, 2, 0, 0);
    bits(Derivatives.hessian(Tensor::prod, Tensor.of(0, 0, 3)), 0, 3, 0, 3, 0, 0, 0, 0, 0);
    bits(Derivatives.hessian(Tensor::prod, Tensor.of(0, 0, 0)), new double[9]);
  }

  @Property
  void everyElementTimesItsGradientIsTheProduct(@ForAll("cases") Case sampled) {
    double[] x = sampled.operands().get(0).toArray();
    double[] gradient = slope(Tensor::prod, x);
    Tensor product = Tensor.of(x).prod();
    for (int i = 0; i < x.length; i++) {
      relative(ROUNDED, product, Tensor.scalar(x[i] * gradient[i]));
    }
  }

  @Property
  void axisByAxisGivesTheProductOfAll(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor y = x;
    while (y.ndim() > 0) {
      y = y.prod(-1, false);
    }
    relative(ROUNDED, x.prod(), y);
  }

  @Example
  void longLinesCostNeitherDepthNorSquares() {
    double[] x = new double[100_000];
    Arrays.fill(x, 1);
    x[77_777] = 0;
    double[] gradient = slope(Tensor::prod, x);
    assertThat(Arrays.stream(gradient).sum()).isEqualTo(1);
    assertThat(gradient[77_777]).isEqualTo(1);
  }

  @Example
  void ofNoElementItIsOne() {
    bits(Tensor.zeros(2, 0).prod(1, false), 1, 1);
    bits(Tensor.zeros(0).prod(), 1);
    bits(Tensor.scalar(3).prod(), 3);
    assertThat(Tensor.zeros(0, 2).prod(1, false).shape()).containsExactly(0);
    assertThat(slope(x -> x.reshape(2, 0).prod(1, false))).isEmpty();
  }

  @Example
  void nanAndInfinityStay() {
    bits(Tensor.of(2, Double.NaN).prod(), Double.NaN);
    bits(Tensor.of(0, Double.POSITIVE_INFINITY).prod(), Double.NaN);
    bits(slope(Tensor::prod, 2, Double.POSITIVE_INFINITY), Double.POSITIVE_INFINITY, 2);
  }
}
