package org.gradus.tensor.internal.ops;

import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.Gradients;

/**
 * View of any region.
 *
 * <pre>
 *   y = x[region]
 *   x̄ = zeros with ȳ placed at the region
 * </pre>
 */
public record Region(Tensor x, UnaryOperator<Layout> region) implements ViewOp {

  @Override
  public Layout region(Layout layout) {
    return region.apply(layout);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.apply(new PlaceRegion(yBar, Kernels.layout(x), region)));
  }
}
