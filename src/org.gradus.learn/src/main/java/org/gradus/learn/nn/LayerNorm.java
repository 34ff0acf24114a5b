package org.gradus.learn.nn;

import java.util.Arrays;
import java.util.Optional;
import org.gradus.learn.Module;
import org.gradus.learn.Parameter;
import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.Tensor;

/**
 * Standardizing of each sample over its last axes.
 *
 * <pre>
 *   Y = weight·(X − m)/√(v + ε) + bias      X, Y: […, shape]   weight, bias: [shape]
 *     m, v    mean and biased variance over the last axes
 * </pre>
 *
 * <p>The weight begins with ones, the bias with zeros. It computes the same in training and
 * afterwards. Source: Ba, Kiros and Hinton, <em>Layer normalization</em>.
 */
// [impl->learn~layer-norm~1]
public final class LayerNorm extends Module<Tensor, Tensor> {

  private final Parameter<Tensor> weight;
  private final Parameter<Tensor> bias;
  private final double eps;

  private LayerNorm(double eps, int[] shape) {
    HyperparameterCheck.notNegative("layer norm", "eps", eps, "1e-5");
    weight = Parameter.of(Tensor.ones(shape));
    bias = Parameter.of(Tensor.zeros(shape));
    this.eps = eps;
    register("weight", weight);
    register("bias", bias);
  }

  /** Standardize over last axes of these lengths, with ε = 10⁻⁵. */
  public static LayerNorm of(int... shape) {
    return withEps(1e-5, shape);
  }

  /**
   * Standardize over last axes of these lengths.
   *
   * @param eps ε, keeps the divisor from being zero, in the unit of a variance
   * @throws IllegalArgumentException if ε is negative or not finite
   */
  public static LayerNorm withEps(double eps, int... shape) {
    return new LayerNorm(eps, shape);
  }

  /**
   * Compute the value.
   *
   * @throws org.gradus.tensor.ShapeException if the last axes of x have not these lengths
   */
  @Override
  public Tensor forward(Tensor x) {
    Tensor w = weight.value();
    return Layers.layerNorm(
        x, w.shape(), new Normalization(Optional.of(w), Optional.of(bias.value()), eps));
  }

  @Override
  protected String settings() {
    return "shape=%s, eps=%s".formatted(Arrays.toString(weight.value().shape()), eps);
  }
}
