package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.near;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~binaryCrossEntropy~1]
class BinaryCrossEntropyProperties extends OperationContract {
  private static final BinaryOptions STANDARD = BinaryOptions.standard();

  /** Bound: a loss is at most 3, made of a few roundings of numbers of that size. */
  private static final double SMALL = 3 * 16 * 0x1p-53;

  BinaryCrossEntropyProperties() {
    super("binaryCrossEntropy");
  }

  @Property
  void theClassesMayBeExchanged(@ForAll("cases") Case sampled) {
    Tensor p = sampled.operands().get(0);
    Tensor y = sampled.operands().get(1);
    near(SMALL, of(p, y), of(p.neg().add(1), y.neg().add(1)));
  }

  @Property
  void aWeightOfThePositiveCountsItsPartAsManyTimes(@ForAll("cases") Case sampled) {
    Tensor p = sampled.operands().get(0);
    Tensor y = sampled.operands().get(1);
    BinaryOptions twice = STANDARD.positiveWeights(Tensor.scalar(2));
    Tensor part = of(p, y).sub(of(p, y.mul(0)).mul(y.neg().add(1)));
    near(4 * SMALL, of(p, y).add(part), Losses.binaryCrossEntropy(p, y, twice, LossReduction.NONE));
  }

  @Example
  void threeByHand() {
    Tensor y = Tensor.of(1, 0, 0.5);
    bits(of(Tensor.of(0.5, 0.5, 0.5), y), -Math.log(0.5), -Math.log1p(-0.5), -Math.log(0.5));
    bits(slope(p -> of(p, y), 0.5, 0.5, 0.5), -2, 2, 0);
    BinaryOptions weighted = STANDARD.weights(Tensor.of(1, 2, 4));
    bits(slope(p -> of(p, y, weighted), 0.5, 0.5, 0.25), -2, 4, -4 / 0.75);
    same(
        of(Tensor.of(0.5, 0.5, 0.5), y).mean(),
        Losses.binaryCrossEntropy(Tensor.of(0.5, 0.5, 0.5), y).tensor());
  }

  @Example
  void certaintyCostsNothingWhereItIsRightAndAHundredWhereItIsWrong() {
    Tensor p = Tensor.of(0, 0, 1, 1);
    Tensor y = Tensor.of(0, 1, 0, 1);
    same(Tensor.of(0, 100, 100, 0), of(p, y));
    bits(slope(x -> of(x, y), 0, 0, 1, 1), 0, -1 / (double) 1e-12f, 1 / (double) 1e-12f, 0);
    bits(slope(t -> of(p, t), 0, 1, 0, 1), 100, 100, -100, -100);
  }

  @Example
  void aNearlyCertainPredictionHasItsLogarithm() {
    bits(of(Tensor.of(1e-40), Tensor.of(1)), -Math.log(1e-40));
    bits(of(Tensor.of(1e-50), Tensor.of(1)), 100);
    bits(of(Tensor.of(1e-20), Tensor.of(0)), 1e-20);
  }

  private static Tensor of(Tensor p, Tensor y) {
    return of(p, y, STANDARD);
  }

  private static Tensor of(Tensor p, Tensor y, BinaryOptions options) {
    return Losses.binaryCrossEntropy(p, y, options, LossReduction.NONE);
  }
}
