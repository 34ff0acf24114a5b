package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.tensor.proofs.ops.Agreement.bits;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Warnings;
import org.gradus.tensor.op.Case;

// [proof->op~normalLogDensity~1]
class NormalLogDensityProperties extends OperationContract {
  /** Bound: roundings of one term on both ways; those of the sums are one for each term. */
  private static final int ROUNDINGS = 16;

  /** Bound: the trapezoids of step σ/8 miss by e^(−2·(8π)²); the rest are 320 roundings. */
  private static final double TRAPEZOIDS = 320 * 0x1p-52;

  NormalLogDensityProperties() {
    super("normalLogDensity");
  }

  @Property
  void theLikelihoodOfASampleIsThatOfItsSumOfSquares(
      @ForAll("cases") Case sampled,
      @ForAll @DoubleRange(min = -2, max = 2) double mean,
      @ForAll @DoubleRange(min = 0.5, max = 3) double deviation) {
    Tensor x = sampled.operands().get(0);
    int n = x.numel();
    double variance = deviation * deviation;
    double squares = x.sub(mean).square().sum().item();
    double expected = 0.5 * n * Math.log(2 * Math.PI * variance) + squares / (2 * variance);
    double actual = -density(x, mean, deviation).sum().item();
    double logarithms = Math.abs(Math.log(deviation)) + 0.5 * Math.log(2 * Math.PI);
    double terms = n * logarithms + squares / (2 * variance);
    assertThat(actual).isCloseTo(expected, within((n + ROUNDINGS) * 0x1p-53 * terms));
  }

  @Property
  void theDensityIntegratesToOne(
      @ForAll @DoubleRange(min = -2, max = 2) double mean,
      @ForAll @DoubleRange(min = 0.5, max = 3) double deviation) {
    double step = deviation / 8;
    Tensor x = Tensor.arange(321).sub(160).mul(step).add(mean);
    double integral = density(x, mean, deviation).exp().sum().item() * step;
    assertThat(integral).isCloseTo(1, within(TRAPEZOIDS));
  }

  @Example
  void everyPairOfPointsAndMeansIsMeant() {
    List<String> heard = new ArrayList<>();
    try (var listening = Warnings.to(heard::add)) {
      Tensor x = Tensor.of(new double[][] {{1}, {2}}).requiresGrad_();
      Losses.normalLogDensity(x, Tensor.of(0, 3), Tensor.scalar(1)).sum().backward();
    }
    assertThat(heard).isEmpty();
  }

  @Example
  void theLikeliestParametersAreMeanAndDeviationOfTheSample() {
    Tensor x = Tensor.of(1, 3, 5, 7);
    Tensor mean = Tensor.scalar(4).requiresGrad_();
    Tensor deviation = Tensor.scalar(Math.sqrt(5)).requiresGrad_();
    Losses.normalLogDensity(x, mean, deviation).sum().backward();
    assertThat(mean.grad().item()).isZero();
    assertThat(deviation.grad().item()).isCloseTo(0, within(1e-15));
  }

  @Example
  void twoByHand() {
    bits(density(Tensor.of(0, 2), 0, 1), -0.9189385332046727, -2.9189385332046727);
    bits(density(Tensor.of(3), 1, 2), -0.5 - Math.log(2) - 0.9189385332046727);
  }

  @Example
  void theTailsAreFiniteWhereTheDensityIsZero() {
    bits(density(Tensor.of(1e6), 0, 1), -5e11 - 0.9189385332046727);
    bits(density(Tensor.of(1e6), 0, 1).exp(), 0);
  }

  @Example
  void aDeviationThatIsNotPositiveHasNoDensity() {
    bits(density(Tensor.of(0, 1), 0, 0), Double.NaN, Double.NaN);
    bits(density(Tensor.of(0, 1), 0, -1), Double.NaN, Double.NaN);
  }

  private static Tensor density(Tensor x, double mean, double deviation) {
    return Losses.normalLogDensity(x, Tensor.scalar(mean), Tensor.scalar(deviation));
  }
}
