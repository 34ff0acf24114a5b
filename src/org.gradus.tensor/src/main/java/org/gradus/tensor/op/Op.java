package org.gradus.tensor.op;

import java.util.List;
import org.gradus.tensor.Face;
import org.gradus.tensor.Tensor;

/**
 * One application of a differentiable operation: its operands, its forward line and its reverse
 * rule.
 *
 * <pre>
 *   y = f(x₁, …, xₙ)
 *   x̄ᵢ = (∂y/∂xᵢ)ᵀ·ȳ        ȳ: gradient of the loss by y, of y's shape; x̄ᵢ: by xᵢ, of xᵢ's shape
 * </pre>
 *
 * <p>The rule is written in tensor operations, so that it can be differentiated itself. It returns
 * a gradient of exactly the operand's shape: nothing is reduced or repaired afterwards. {@link
 * Tensor#apply} runs an operation and records it.
 *
 * @param <Y> face of the result, {@link Tensor} or a typed one, so that a wrong transpose in a rule
 *     does not compile
 */
// [impl->shape~typed-rule~1]
public interface Op<Y extends Face<Y>> {

  /** Operands, in the order of the formula. */
  List<Tensor> inputs();

  /**
   * Compute the result; nothing is recorded while it runs.
   *
   * @throws org.gradus.tensor.ShapeException if the shapes of the operands do not fit
   */
  Tensor forward();

  /** Show an untyped tensor as the face the rule is written in. */
  Y face(Tensor tensor);

  /**
   * Add the gradient of each operand.
   *
   * @param y result of {@link #forward}, if {@link #saved} names it; else NaN of its shape
   * @param yBar gradient of the loss by the result, of the result's shape
   * @param gradients takes the gradient of each operand that asks for one
   */
  void backward(Y y, Y yBar, Gradients gradients);

  /** Values whose numbers the rule reads; changing them in place before backward is an error. */
  default Saved saved() {
    return Saved.nothing();
  }

  /**
   * Whether the rule may be differentiated no further, because it computes outside of the graph;
   * then a second derivative through it is an error, where else it would be wrong in silence.
   */
  default boolean onceDifferentiable() {
    return false;
  }

  /** Name, as messages and the graph show it; the name of the class. */
  default String name() {
    return getClass().getSimpleName();
  }
}
