package org.gradus.tensor.internal.ops;

import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Shapes;

/**
 * The way from the losses of single elements to one loss, and of its gradient back to each.
 *
 * <pre>
 *   L = Σ lᵢ / d      l̄ᵢ = L̄/d
 *   d = 1 for a sum, Σ wᵢ for a mean, the length of axis 0 for a mean over the batch
 * </pre>
 *
 * <p>Without a reduction L = l. Losses are added in row-major order.
 *
 * @param shape shape of the losses
 * @param weight sum of the weights wᵢ, which is the number of losses where all of them are one
 */
// [impl->tensor~loss-reduction~1]
record LossFold(LossReduction reduction, int[] shape, double weight) {

  /** Reduction of losses that count alike. */
  static LossFold of(LossReduction reduction, Tensor losses) {
    return new LossFold(reduction, losses.shape(), losses.numel());
  }

  /** The loss of all. */
  Tensor reduced(Tensor losses) {
    if (reduction == LossReduction.NONE) {
      return losses;
    }
    Tensor sum = Kernels.reduce(losses, AxisCheck.all(losses), false, 0, Double::sum);
    double divisor = divisor();
    return Kernels.map(sum, s -> s / divisor);
  }

  /** Gradient by the loss of each element. */
  Tensor share(Tensor yBar) {
    if (reduction == LossReduction.NONE) {
      return yBar;
    }
    // Where there is no loss nobody gets a share, and the share of nobody is no 0/0.
    return yBar.div(Shapes.size(shape) == 0 ? 1 : divisor()).expand(shape);
  }

  /** The divisor d; 1 without a reduction. */
  double divisor() {
    return switch (reduction) {
      case MEAN -> weight;
      case BATCH_MEAN -> shape[0];
      case SUM, NONE -> 1;
    };
  }
}
