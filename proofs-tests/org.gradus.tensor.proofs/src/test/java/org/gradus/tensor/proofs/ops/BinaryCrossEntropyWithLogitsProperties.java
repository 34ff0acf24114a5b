package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.near;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~binaryCrossEntropyWithLogits~1]
class BinaryCrossEntropyWithLogitsProperties extends OperationContract {
  private static final BinaryOptions STANDARD = BinaryOptions.standard();

  /** Logits so small that 1 − σ(x) keeps its digits: it is at least 1/110. */
  private static final double MOST = 4;

  /**
   * Bound, in 2⁻⁵³: σ(x) is off by 5, ln(1 − σ(x)) by 110 times as much, weighted by 2; ln σ(x) by
   * 110 too, weighted by 6; and a loss of at most 33 has a few roundings.
   */
  private static final double OF_SIGMOID = (2 * 550 + 6 * 550 + 33 * 16) * 0x1p-53;

  /** Bound: a loss of at most |x| + 1, with a few roundings of numbers of that size. */
  private static final double ROUNDED = 16 * 0x1p-53;

  BinaryCrossEntropyWithLogitsProperties() {
    super("binaryCrossEntropyWithLogits");
  }

  @Property
  void itIsTheLossOfTheSigmoid(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).clamp(-MOST, MOST);
    Tensor y = sampled.operands().get(1);
    BinaryOptions options = STANDARD.weights(Tensor.scalar(2)).positiveWeights(Tensor.scalar(3));
    near(
        OF_SIGMOID,
        Losses.binaryCrossEntropy(x.sigmoid(), y, options, LossReduction.NONE),
        Losses.binaryCrossEntropyWithLogits(x, y, options, LossReduction.NONE));
  }

  @Property
  void itIsTheCrossEntropyOfTwoClassesOneOfWhichHasTheLogitZero(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).flatten();
    Tensor y = sampled.operands().get(1).flatten();
    Tensor logits = Tensor.stack(List.of(x, x.mul(0)), 1);
    Tensor probabilities = Tensor.stack(List.of(y, y.neg().add(1)), 1);
    ofTerms(
        ROUNDED,
        x.abs().add(1),
        Losses.crossEntropy(logits, probabilities, ClassOptions.standard(), LossReduction.NONE),
        of(x, y));
  }

  @Example
  void logitsOfAnySizeHaveAFiniteLoss() {
    Tensor x = Tensor.of(-1000, -1000, 1000, 1000);
    Tensor y = Tensor.of(0, 1, 0, 1);
    bits(of(x, y), 0, 1000, 1000, 0);
    bits(slope(t -> of(t, y), -1000, -1000, 1000, 1000), 0, -1, 1, 0);
    bits(slope(t -> of(x, t), 0, 1, 0, 1), 1000, 1000, -1000, -1000);
  }

  @Example
  void threeByHand() {
    Tensor y = Tensor.of(1, 0, 0.5);
    Tensor zero = Tensor.zeros(3);
    double bit = Math.log1p(1);
    bits(of(zero, y), bit, bit, bit);
    bits(slope(x -> of(x, y), 0, 0, 0), -0.5, 0.5, 0);
    BinaryOptions weighted = STANDARD.weights(Tensor.of(1, 2, 4)).positiveWeights(Tensor.scalar(3));
    bits(slope(x -> of(x, y, weighted), 0, 0, 0), -1.5, 1, -2);
    bits(slope(t -> of(zero, t, weighted), 1, 0, 0.5), 2 * bit, 4 * bit, 8 * bit);
    same(of(zero, y).mean(), Losses.binaryCrossEntropyWithLogits(zero, y).tensor());
  }

  private static Tensor of(Tensor x, Tensor y) {
    return of(x, y, STANDARD);
  }

  private static Tensor of(Tensor x, Tensor y, BinaryOptions options) {
    return Losses.binaryCrossEntropyWithLogits(x, y, options, LossReduction.NONE);
  }
}
