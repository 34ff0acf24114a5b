package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.TensorOp;

/**
 * A gradient of a rule that is differentiable only once: the same numbers, and an error where they
 * are differentiated.
 *
 * @param gradient what the rule returned
 * @param rule name of the operation
 * @param sources what the rule was computed from
 */
// [impl->autograd~once-differentiable~1]
public record OnlyOnce(Tensor gradient, String rule, List<Tensor> sources) implements TensorOp {

  @Override
  public List<Tensor> inputs() {
    List<Tensor> inputs = new ArrayList<>();
    inputs.add(gradient);
    inputs.addAll(sources);
    return inputs;
  }

  @Override
  public Tensor forward() {
    return Kernels.copy(gradient);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    throw new GradientException(
        "backward: the rule of "
            + rule
            + " is only differentiable once\n"
            + "write it in tensor operations and leave onceDifferentiable() false for a second"
            + " derivative");
  }
}
