package org.gradus.tensor.internal.ops;

import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Gradients;

/**
 * Base with a region replaced: what a change in place through a view makes of the base.
 *
 * <pre>
 *   y = a, y[region] = b
 *   ā = ȳ, ā[region] = 0      b̄ = ȳ[region]
 * </pre>
 *
 * @param like layout of a that the region is a part of
 */
// [impl->autograd~in-place-view~1]
public record ReplaceRegion(Tensor a, Tensor b, Layout like, UnaryOperator<Layout> region)
    implements BinaryOp {

  @Override
  public Tensor forward() {
    return Kernels.replace(a, b, like, region);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        a, () -> Tensor.apply(new ReplaceRegion(yBar, Tensor.zeros(b.shape()), like, region)));
    gradients.add(b, () -> Tensor.apply(new TakeRegion(yBar, like, region)));
  }
}
