package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.commons.math3.dfp.Dfp;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~erf~1]
class ErfProperties extends OperationContract {

  ErfProperties() {
    super("erf");
  }

  @Example
  void specialPointsAreTheLimits() {
    bits(
        Tensor.of(0.0, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, -6.1).erf(),
        0,
        -0.0,
        Double.MIN_VALUE,
        1,
        -1);
    bits(
        Tensor.of(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN).erf(),
        1,
        -1,
        Double.NaN);
  }

  @Example
  void tabledValuesAreMet() {
    bits(
        Tensor.of(0.5, 1, 2, 3).erf(),
        0.5204998778130465,
        0.8427007929497149,
        0.9953222650189527,
        0.9999779095030014);
  }

  @Example
  void allDigitsAreRightBetweenTheJointsAndBesideThem() {
    double[] between =
        IntStream.range(0, 400).mapToDouble(i -> Math.pow(6, i / 200.0 - 1)).toArray();
    double[] joints =
        IntStream.rangeClosed(1, 96)
            .mapToDouble(k -> k / 16.0)
            .flatMap(joint -> DoubleStream.of(Math.nextDown(joint), joint, Math.nextUp(joint)))
            .toArray();
    assertThat(Digits.ulps(Tensor::erf, ErfProperties::series, between)).isLessThan(1);
    assertThat(Digits.ulps(Tensor::erf, ErfProperties::series, joints)).isLessThan(1);
  }

  /** 2/√π·Σ (−1)ⁿ·x²ⁿ⁺¹/(n!·(2n + 1)); below 6 no term exceeds 10¹⁴, so 35 digits are left. */
  private static Dfp series(Dfp x) {
    Dfp power = x;
    Dfp sum = x;
    for (int n = 1; power.abs().greaterThan(x.multiply(x.newInstance("1e-40"))); n++) {
      power = power.multiply(x).multiply(x).divide(n).negate();
      sum = sum.add(power.divide(2 * n + 1));
    }
    return sum.multiply(2).divide(x.getField().getPi().sqrt());
  }

  @Property
  void theFunctionIsOdd(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    same(x.erf().neg(), x.neg().erf());
  }

  @Example
  void theGradientIsTheBellCurve() {
    double top = 2 / Math.sqrt(Math.PI);
    bits(
        slope(Tensor::erf, 0, 1, -1, 1000, Double.NEGATIVE_INFINITY),
        top,
        Math.exp(-1) * top,
        Math.exp(-1) * top,
        0,
        0);
  }
}
