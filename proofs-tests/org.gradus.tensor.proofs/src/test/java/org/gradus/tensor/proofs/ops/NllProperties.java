package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.slope;

import java.util.List;
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

// [proof->op~nll~1]
class NllProperties extends OperationContract {
  /** Bound: both sides add the same terms, all of one sign, at most 64, a few roundings each. */
  private static final double LINEAR = 72 * 0x1p-52;

  private static final ClassOptions STANDARD = ClassOptions.standard();
  private static final Tensor X = Tensor.of(new double[][] {{-1, -2, -3}, {-4, -5, -6}});

  NllProperties() {
    super("nll");
  }

  @Example
  void theLogProbabilityOfTheClassIsTaken() {
    bits(nll(X, STANDARD, LossReduction.NONE, 2, 0), 3, 4);
    bits(nll(X, STANDARD, LossReduction.SUM, 2, 0), 7);
    bits(nll(X, STANDARD, LossReduction.MEAN, 2, 0), 3.5);
    bits(Losses.nll(X, IndexTensor.of(2, 0)).tensor(), 3.5);
  }

  @Example
  void theMeanIsWeighted() {
    ClassOptions weighted = STANDARD.weights(Tensor.of(1, 2, 3));
    bits(nll(X, weighted, LossReduction.NONE, 2, 0), 9, 4);
    bits(nll(X, weighted, LossReduction.MEAN, 2, 0), 13.0 / 4);
    bits(nll(X, weighted, LossReduction.BATCH_MEAN, 2, 0), 6.5);
  }

  @Example
  void aSampleLeftOutCountsForNothing() {
    bits(nll(X, STANDARD, LossReduction.NONE, 2, -100), 3, 0);
    bits(nll(X, STANDARD, LossReduction.MEAN, 2, -100), 3);
    bits(nll(X, STANDARD.ignoring(2), LossReduction.MEAN, 2, 0), 4);
    bits(nll(X, STANDARD.ignoring(-1), LossReduction.BATCH_MEAN, -1, 0), 2);
    bits(gradient(STANDARD, LossReduction.MEAN, 2, -100).flatten(), 0, 0, -1, 0, 0, 0);
  }

  @Example
  void ofNoSampleTheMeanIsNanAndTheGradientZero() {
    bits(nll(X, STANDARD, LossReduction.MEAN, -100, -100), Double.NaN);
    bits(nll(X, STANDARD, LossReduction.SUM, -100, -100), 0);
    bits(gradient(STANDARD, LossReduction.MEAN, -100, -100).flatten(), 0, 0, 0, 0, 0, 0);
    bits(nll(Tensor.zeros(0, 3), STANDARD, LossReduction.MEAN), Double.NaN);
    bits(nll(Tensor.zeros(0, 3), STANDARD, LossReduction.SUM), 0);
  }

  @Example
  void theOtherClassesMayBeImpossible() {
    double inf = Double.POSITIVE_INFINITY;
    IndexTensor first = IndexTensor.of(new int[0], new int[] {0});
    bits(Losses.nll(Tensor.of(-1, -inf, Double.NaN), first).tensor(), 1);
    bits(slope(x -> Losses.nll(x, first).tensor(), -1, -inf, Double.NaN), -1, 0, 0);
  }

  @Example
  void classesOfPixelsLieAlongAxisOne() {
    Tensor x = Tensor.arange(-12, 0, 1).reshape(2, 3, 2);
    IndexTensor classes = IndexTensor.of(new int[] {2, 2}, new int[] {0, 1, 2, -100});
    Tensor losses = Losses.nll(x, classes, STANDARD, LossReduction.NONE);
    same(Tensor.of(new double[][] {{12, 9}, {2, 0}}), losses);
    bits(Losses.nll(x, classes).tensor(), 23.0 / 3);
  }

  @Property
  void theLossIsLinear(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor leaf = x.clone().requiresGrad_();
    Tensor loss = sampled.application().apply(List.of(leaf)).sum();
    loss.backward();
    if (x.numel() > 0) {
      relative(LINEAR, loss.detach(), leaf.grad().mul(x).sum());
    }
  }

  private static Tensor gradient(ClassOptions options, LossReduction reduction, int... classes) {
    Tensor leaf = X.clone().requiresGrad_();
    nll(leaf, options, reduction, classes).backward();
    return leaf.grad();
  }

  private static Tensor nll(
      Tensor x, ClassOptions options, LossReduction reduction, int... classes) {
    return Losses.nll(x, IndexTensor.of(classes), options, reduction);
  }
}
