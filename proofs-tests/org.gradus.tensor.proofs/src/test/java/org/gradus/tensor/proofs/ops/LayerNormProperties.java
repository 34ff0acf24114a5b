package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~layerNorm~1]
class LayerNormProperties extends OperationContract {
  private static final Normalization STANDARD = Normalization.standard();

  /** Of numbers whose deviation is above the rounding of their mean. */
  private static final double LEAST_VARIANCE = 1e-4;

  /**
   * Bound: sums of at most 64 standardized numbers of size at most 8 in two orders, at a deviation
   * of 0.003 or more.
   */
  private static final double ORDERS = 1e-12;

  LayerNormProperties() {
    super("layerNorm");
  }

  @Example
  void oneLineByHand() {
    Tensor x = Tensor.of(1, 3).requiresGrad_();
    Tensor w = Tensor.of(10, 20).requiresGrad_();
    Tensor b = Tensor.of(5, 7).requiresGrad_();
    Normalization normalization = STANDARD.weight(w).bias(b).eps(3);
    Tensor y = Layers.layerNorm(x, new int[] {2}, normalization);
    bits(y.detach(), 0, 17);
    y.backward(Tensor.of(1, 2));
    bits(w.grad(), -0.5, 1);
    bits(b.grad(), 1, 2);
    bits(x.grad(), -5.625, 5.625);
  }

  @Property
  void everyExampleIsNormalizedAlone(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.ndim() > 1 && x.size(0) > 0) {
      int[] last = x.select(0, 0).shape();
      Tensor all = Layers.layerNorm(x, last);
      same(Layers.layerNorm(x.select(0, x.size(0) - 1), last), all.select(0, x.size(0) - 1));
    }
  }

  @Property
  void severalAxesAreOneLongOne(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() > 0) {
      Tensor flat = Layers.layerNorm(x.flatten(), x.numel());
      relative(ORDERS, flat.reshape(x.shape()).add(10), Layers.layerNorm(x, x.shape()).add(10));
    }
  }

  @Property
  void itIsBatchNormOfTheTransposedWhereWeightsAreLeftOut(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.ndim() == 2 && x.size(1) > 1 && x.size(0) > 0) {
      Tensor channels = Layers.batchNorm(x.t(), STANDARD);
      relative(ORDERS, channels.t().add(10), Layers.layerNorm(x, x.size(1)).add(10));
    }
  }

  @Property
  void aPositiveFactorChangesNothingWithoutEps(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.numel() > 1 && x.flatten().var(new int[] {0}, 0, false).item() > LEAST_VARIANCE) {
      int[] all = x.shape();
      Tensor scaled = Layers.layerNorm(x.mul(3), all, STANDARD.eps(0));
      relative(ORDERS, Layers.layerNorm(x, all, STANDARD.eps(0)).add(10), scaled.add(10));
    }
  }

  @Example
  void oneElementIsItsOwnMean() {
    Tensor x = Tensor.of(3, -7).reshape(2, 1).requiresGrad_();
    Tensor y = Layers.layerNorm(x, 1);
    same(Tensor.zeros(2, 1), y);
    y.backward(Tensor.of(1, 2).reshape(2, 1));
    same(Tensor.zeros(2, 1), x.grad());
  }

  @Example
  void oneNanMakesItsExampleNanAndNoOther() {
    Tensor x = Tensor.of(new double[][] {{1, Double.NaN}, {-4, 4}});
    Tensor y = Layers.layerNorm(x, new int[] {2}, STANDARD.eps(0));
    bits(y.flatten(), Double.NaN, Double.NaN, -1, 1);
  }

  @Example
  void noExampleLeavesGradientsOfZero() {
    Tensor w = Tensor.ones(3).requiresGrad_();
    Layers.layerNorm(Tensor.zeros(0, 3), new int[] {3}, STANDARD.weight(w)).sum().backward();
    same(Tensor.zeros(3), w.grad());
  }
}
