package org.gradus.tensor.internal.ops;

import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.UnaryOp;

/**
 * Zeros with x added at a region: the adjoint of {@link TakeRegion}. An element that the region
 * repeats gets the sum.
 *
 * <pre>
 *   y = 0, y[region] += x
 *   x̄ = ȳ[region]
 * </pre>
 *
 * @param like layout of the result
 */
public record PlaceRegion(Tensor x, Layout like, UnaryOperator<Layout> region) implements UnaryOp {

  @Override
  public Tensor forward() {
    return Kernels.place(x, like, region);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.apply(new TakeRegion(yBar, like, region)));
  }
}
