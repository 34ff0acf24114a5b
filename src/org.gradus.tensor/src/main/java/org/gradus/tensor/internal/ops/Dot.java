package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Saved;

/**
 * Inner product.
 *
 * <pre>
 *   y = Σ aᵢ·bᵢ        a: [K]   b: [K]   y: []
 *   ā = ȳ·b
 *   b̄ = ȳ·a
 * </pre>
 */
// [impl->op~dot~1]
public record Dot<K extends Axis>(Vector<K> a, Vector<K> b) implements Op<Scalar> {
  static final Operation OPERATION =
      Operation.of("dot", "y = Σ aᵢ·bᵢ", "ā = ȳ·b, b̄ = ȳ·a", Products::sampleDot);

  /** Check the operands. */
  public Dot {
    ShapeCheck.typedProduct("dot", a.tensor(), b.tensor());
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(a.tensor(), b.tensor());
  }

  @Override
  public Tensor forward() {
    return Kernels.dot(a.tensor(), b.tensor());
  }

  @Override
  public Scalar face(Tensor tensor) {
    return Scalar.of(tensor);
  }

  @Override
  public void backward(Scalar y, Scalar yBar, Gradients gradients) {
    gradients.add(a, () -> b.scale(yBar));
    gradients.add(b, () -> a.scale(yBar));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(a, b.requiresGrad()).and(b, a.requiresGrad());
  }
}
