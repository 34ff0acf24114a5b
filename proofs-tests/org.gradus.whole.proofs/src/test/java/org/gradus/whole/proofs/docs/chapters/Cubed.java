package org.gradus.whole.proofs.docs.chapters;

import java.util.Arrays;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

// region cubed
/**
 * Third power, with a rule that leaves the graph.
 *
 * <pre>
 *   y = x³
 *   x̄ = ȳ·3·x²
 * </pre>
 */
record Cubed(Tensor x) implements UnaryOp {

  static Tensor of(Tensor x) {
    return Tensor.apply(new Cubed(x));
  }

  @Override
  public Tensor forward() {
    return x.pow(3);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    double[] slope = Arrays.stream(x.detach().toArray()).map(v -> 3 * v * v).toArray();
    gradients.add(x, () -> yBar.mul(Tensor.of(slope).reshape(x.shape())));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  @Override
  public boolean onceDifferentiable() {
    return true;
  }
}
// endregion
