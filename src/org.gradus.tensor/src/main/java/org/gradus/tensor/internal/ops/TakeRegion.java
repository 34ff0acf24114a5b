package org.gradus.tensor.internal.ops;

import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.UnaryOp;

/**
 * Copy of a region: the adjoint of {@link PlaceRegion}.
 *
 * <pre>
 *   y = x[region]
 *   x̄ = zeros with ȳ placed at the region
 * </pre>
 *
 * @param like layout that the region is a part of
 */
public record TakeRegion(Tensor x, Layout like, UnaryOperator<Layout> region) implements UnaryOp {

  @Override
  public Tensor forward() {
    return Kernels.region(x, like, region);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.apply(new PlaceRegion(yBar, like, region)));
  }
}
