package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.near;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~crossEntropyOfProbabilities~1]
class CrossEntropyOfProbabilitiesProperties extends OperationContract {
  private static final ClassOptions STANDARD = ClassOptions.standard();

  /** Below any probability drawn but 0, so that 0·ln 0 is 0. */
  private static final double LEAST = 1e-300;

  /** Roundings of one term of p·ln p or p·ln q, next to those of the sums. */
  private static final int ROUNDINGS = 16;

  /** Bound: at most 64 terms of size 10, each with a few roundings. */
  private static final double SUMS = 64 * 10 * 8 * 0x1p-53;

  private static final Tensor X = Tensor.of(new double[][] {{1, 2, 3}, {3, 2, 1}});

  CrossEntropyOfProbabilitiesProperties() {
    super("crossEntropyOfProbabilities");
  }

  @Property
  void itIsTheDivergenceAndTheEntropyOfTheTarget(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor p = sampled.operands().get(1);
    Tensor logs = x.logSoftmax(x.ndim() == 1 ? 0 : 1);
    Tensor information = p.clamp(LEAST, 1).log().mul(p);
    Tensor entropy = information.sum().neg();
    Tensor divergence = Losses.klDivergence(logs, p, LossReduction.SUM);
    Tensor terms = logs.abs().add(2).mul(p).add(information.abs()).sum();
    ofTerms(
        (p.numel() + ROUNDINGS) * 0x1p-53,
        terms,
        divergence.add(entropy),
        Losses.crossEntropy(x, p, STANDARD, LossReduction.SUM));
  }

  @Example
  void certaintyIsAClass() {
    Tensor certain = Tensor.of(new double[][] {{0, 0, 1}, {1, 0, 0}});
    ClassOptions options = STANDARD.smoothing(0.1).weights(Tensor.of(1, 2, 3));
    for (LossReduction reduction : new LossReduction[] {LossReduction.NONE, LossReduction.SUM}) {
      near(
          SUMS,
          Losses.crossEntropy(X, IndexTensor.of(2, 0), options, reduction),
          Losses.crossEntropy(X, certain, options, reduction));
    }
  }

  @Example
  void theMeanDividesByTheNumberOfSamplesWhateverTheirWeights() {
    Tensor p = Tensor.of(new double[][] {{0, 0, 1}, {1, 0, 0}});
    ClassOptions options = STANDARD.weights(Tensor.of(1, 2, 3));
    near(
        SUMS,
        Losses.crossEntropy(X, p, options, LossReduction.SUM).div(2),
        Losses.crossEntropy(X, p, options, LossReduction.MEAN));
    bits(Losses.crossEntropy(Tensor.zeros(0, 3), Tensor.zeros(0, 3)).tensor(), Double.NaN);
  }

  @Example
  void theTargetMayBeTheSoftmaxItself() {
    near(1e-15, Tensor.scalar(0.8323955818399389), Losses.crossEntropy(X, X.softmax(1)).tensor());
  }
}
