package org.gradus.tensor.internal.ops;

import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;

/**
 * Cross-entropy of two classes, of a logit a = x against a target b = y.
 *
 * <pre>
 *   l = w·((1 − y)·x − m·ln σ(x))      m = 1 + (q − 1)·y
 *     = −w·(q·y·ln σ(x) + (1 − y)·ln σ(−x))
 *   x̄ = l̄·w·(m·σ(x) − q·y)
 *   ȳ = −l̄·w·(x + (q − 1)·ln σ(x))
 * </pre>
 *
 * <p>ln σ(x) = min(x, 0) − ln(1 + exp(−|x|)), so nothing overflows. The difference rounds to within
 * an ulp of x, as in PyTorch.
 */
// [impl->op~binaryCrossEntropyWithLogits~1]
public record BinaryCrossEntropyWithLogits(
    Tensor a, Tensor b, BinaryOptions options, LossReduction reduction) implements BinaryLoss {
  /** At 0 the gradient by the target is zero, and at ±40 the probability is 1 or next to 0. */
  private static final Domain LOGITS = Domain.between(-4, 4).and(0, 40, -40);

  private static final Domain TARGETS = Domain.between(0, 1).and(0, 1);

  static final Operation OPERATION =
      Operation.of(
          "binaryCrossEntropyWithLogits",
          "l = −w·(q·y·ln σ(x) + (1 − y)·ln σ(−x))",
          "x̄ = l̄·w·((1 + (q − 1)·y)·σ(x) − q·y), ȳ = −l̄·w·(x + (q − 1)·ln σ(x))",
          BinaryCrossEntropyWithLogits::sample);

  /** Check the operands. */
  public BinaryCrossEntropyWithLogits {
    LossCheck.pair("binaryCrossEntropyWithLogits", a, b, reduction);
    LossCheck.weights("binaryCrossEntropyWithLogits", options, a);
  }

  @Override
  public Tensor forward() {
    Tensor miss = Kernels.zip(a, b, (x, y) -> (1 - y) * x);
    Tensor both = Kernels.zip(a, mass(), (x, m) -> m * logSigmoid(x));
    return reduced(weighted(Kernels.zip(miss, both, (l, r) -> l - r)));
  }

  private static double logSigmoid(double x) {
    return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> weighted(share(yBar)).mul(a.sigmoid().mul(mass()).sub(positive(b))));
    gradients.add(b, () -> weighted(share(yBar)).mul(tilt()).neg());
  }

  /** x + (q − 1)·ln σ(x). */
  private Tensor tilt() {
    return options.positiveWeights().map(q -> a.logSigmoid().mul(q.sub(1)).add(a)).orElse(a);
  }

  private static Case sample(Draw draw) {
    return BinaryCases.sample(
        "binaryCrossEntropyWithLogits",
        draw,
        LOGITS,
        Sigmoid::stable,
        TARGETS,
        Losses::binaryCrossEntropyWithLogits,
        BinaryCrossEntropyWithLogits::defineHit,
        BinaryCrossEntropyWithLogits::defineMiss);
  }

  static <S extends Real<S>> S defineHit(S x) {
    return x.neg().exp().add(1).log().neg();
  }

  static <S extends Real<S>> S defineMiss(S x) {
    return x.exp().add(1).log().neg();
  }
}
