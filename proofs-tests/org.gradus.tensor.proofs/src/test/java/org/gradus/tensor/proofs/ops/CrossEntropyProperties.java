package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.near;
import static org.gradus.tensor.proofs.ops.Agreement.ofTerms;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~crossEntropy~1]
class CrossEntropyProperties extends OperationContract {
  private static final double INF = Double.POSITIVE_INFINITY;
  private static final ClassOptions STANDARD = ClassOptions.standard();

  /** Bound: a loss is at most 10, made of a few roundings of numbers of that size. */
  private static final double SMALL = 10 * 16 * 0x1p-53;

  /** Bound: a logit of at most 40 moved by at most 100 is rounded, and a probability by as much. */
  private static final double MOVED = 140 * 16 * 0x1p-53;

  /** Bound: a few roundings of numbers of the size of the logits, or of one. */
  private static final double OF_LOGITS = 16 * 0x1p-53;

  private static final Tensor X = Tensor.of(new double[][] {{1, 2, 3}, {3, 2, 1}});

  CrossEntropyProperties() {
    super("crossEntropy");
  }

  @Property
  void itIsTheLogarithmOfTheSumOfPowersLessTheLogit(@ForAll("cases") Case sampled) {
    Tensor x = rows(sampled);
    IndexTensor classes = classes(x);
    Tensor chosen = x.mul(oneHot(x, classes)).sum(1);
    ofTerms(
        OF_LOGITS,
        x.abs().max(1).values().add(1),
        x.logSumExp(1).sub(chosen),
        Losses.crossEntropy(x, classes, STANDARD, LossReduction.NONE));
  }

  @Property
  void itsGradientIsTheSoftmaxLessTheClassOverN(@ForAll("cases") Case sampled) {
    Tensor x = rows(sampled).requiresGrad_();
    IndexTensor classes = classes(x);
    Losses.crossEntropy(x, classes).backward();
    Tensor powers = x.detach().exp();
    Tensor softmax = powers.div(powers.sum(new int[] {1}, true));
    near(SMALL, softmax.sub(oneHot(x, classes)).div(x.size(0)), x.grad());
  }

  @Property
  void itIsTheNegativeLogLikelihoodOfTheLogSoftmax(@ForAll("cases") Case sampled) {
    Tensor x = rows(sampled);
    IndexTensor classes = classes(x);
    ClassOptions options =
        STANDARD.weights(Tensor.arange(x.size(1)).add(1)).ignoring(0).smoothing(0.25);
    for (LossReduction reduction : LossReduction.values()) {
      same(
          Losses.nll(x.logSoftmax(1), classes, options, reduction),
          Losses.crossEntropy(x, classes, options, reduction));
    }
  }

  @Property
  void aShiftOfTheLogitsChangesNothing(
      @ForAll("cases") Case sampled, @ForAll @DoubleRange(min = -100, max = 100) double shift) {
    Tensor x = rows(sampled).requiresGrad_();
    Tensor moved = x.detach().add(shift).requiresGrad_();
    IndexTensor classes = classes(x);
    Tensor loss = Losses.crossEntropy(x, classes, STANDARD, LossReduction.NONE);
    Tensor other = Losses.crossEntropy(moved, classes, STANDARD, LossReduction.NONE);
    near(MOVED, loss, other);
    loss.sum().backward();
    other.sum().backward();
    near(MOVED, x.grad(), moved.grad());
  }

  @Example
  void reductionsWeightsSmoothingAndSamplesLeftOut() {
    double loss = 0.4076059644443803;
    near(SMALL, Tensor.of(loss, loss), of(STANDARD, LossReduction.NONE, 2, 0));
    near(SMALL, Tensor.scalar(loss), of(STANDARD, LossReduction.MEAN, 2, 0));
    near(SMALL, Tensor.scalar(2 * loss), of(STANDARD, LossReduction.SUM, 2, 0));
    near(SMALL, Tensor.scalar(loss), of(STANDARD, LossReduction.MEAN, 2, -100));
    near(SMALL, Tensor.scalar(loss + 0.1), of(STANDARD.smoothing(0.1), LossReduction.MEAN, 2, 0));
    ClassOptions weighted = STANDARD.weights(Tensor.of(1, 2, 3));
    near(SMALL, Tensor.scalar(loss), of(weighted, LossReduction.MEAN, 2, 0));
    near(SMALL, Tensor.of(3 * loss, loss), of(weighted, LossReduction.NONE, 2, 0));
  }

  @Example
  void theGradientByHand() {
    double a = 0.09003057317038046;
    double b = 0.24472847105479764;
    double c = 0.6652409557748218;
    Tensor leaf = X.clone().requiresGrad_();
    Losses.crossEntropy(leaf, IndexTensor.of(2, 0)).backward();
    Tensor expected = Tensor.of(new double[][] {{a, b, c - 1}, {c - 1, b, a}}).div(2);
    near(SMALL, expected, leaf.grad());
  }

  @Example
  void ofNoSampleTheMeanIsNanAndTheGradientZero() {
    bits(of(STANDARD, LossReduction.MEAN, -100, -100), Double.NaN);
    bits(of(STANDARD, LossReduction.SUM, -100, -100), 0);
    bits(of(STANDARD.smoothing(0.5), LossReduction.NONE, -100, -100), 0, 0);
    Tensor leaf = X.clone().requiresGrad_();
    Losses.crossEntropy(leaf, IndexTensor.of(-100, -100)).backward();
    bits(leaf.grad().flatten(), 0, 0, 0, 0, 0, 0);
    Tensor none = Tensor.zeros(0, 3).requiresGrad_();
    Losses.crossEntropy(none, IndexTensor.of()).backward();
    bits(none.grad().flatten());
  }

  @Example
  void logitsOfAnySizeHaveAFiniteLoss() {
    IndexTensor last = IndexTensor.of(new int[0], new int[] {2});
    bits(Losses.crossEntropy(Tensor.of(1000, 0, -1000), last).tensor(), 2000);
    bits(slope(x -> Losses.crossEntropy(x, last).tensor(), 1000, 0, -1000), 1, 0, -1);
    bits(Losses.crossEntropy(Tensor.of(-1000, -1000, 1000), last).tensor(), 0);
    bits(Losses.crossEntropy(Tensor.of(0, 0, -INF), last).tensor(), INF);
    bits(Losses.crossEntropy(Tensor.of(-INF, -INF, 0), last).tensor(), 0);
    bits(Losses.crossEntropy(Tensor.of(-INF, -INF, -INF), last).tensor(), Double.NaN);
  }

  @Example
  void classesOfPixelsLieAlongAxisOne() {
    Tensor pixels = X.t().unsqueeze(0);
    IndexTensor classes = IndexTensor.of(new int[] {1, 2}, new int[] {2, 0});
    Tensor losses = Losses.crossEntropy(pixels, classes, STANDARD, LossReduction.NONE);
    relative(0, of(STANDARD, LossReduction.NONE, 2, 0).unsqueeze(0), losses);
  }

  private static Tensor of(ClassOptions options, LossReduction reduction, int... classes) {
    return Losses.crossEntropy(X, IndexTensor.of(classes), options, reduction);
  }

  /** Logits of the case as samples and classes. */
  private static Tensor rows(Case sampled) {
    Tensor x = sampled.operands().get(0);
    return switch (x.ndim()) {
      case 1 -> x.unsqueeze(0).clone();
      case 2 -> x.clone();
      default -> x.permute(0, 2, 1).clone().reshape(-1, x.size(1)).clone();
    };
  }

  /** A class for each row, the last for the first. */
  private static IndexTensor classes(Tensor rows) {
    int[] classes = new int[rows.size(0)];
    Arrays.setAll(classes, i -> rows.size(1) - 1 - i % rows.size(1));
    return IndexTensor.of(classes);
  }

  private static Tensor oneHot(Tensor rows, IndexTensor classes) {
    double[] hot = new double[rows.numel()];
    for (int i = 0; i < classes.size(); i++) {
      hot[i * rows.size(1) + classes.at(i)] = 1;
    }
    return Tensor.of(hot).reshape(rows.shape());
  }
}
