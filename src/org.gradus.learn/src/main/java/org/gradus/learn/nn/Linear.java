package org.gradus.learn.nn;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.learn.Parameter;
import org.gradus.learn.Sample;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * Linear map of the features of each sample.
 *
 * <pre>
 *   Y = X·Wᵀ + b      X: [sample, inputs]   W: [outputs, inputs]   b: [outputs]   Y: [sample, outputs]
 * </pre>
 *
 * <p>W and b are drawn uniformly from ±1/√inputs, W first, row after row.
 *
 * @param <I> axis of the inputs
 * @param <O> axis of the outputs
 */
// [impl->learn~linear~1]
public final class Linear<I extends Axis, O extends Axis>
    extends Module<Matrix<Sample, I>, Matrix<Sample, O>> {

  private final Parameter<Matrix<O, I>> weight;
  private final Optional<Parameter<Vector<O>>> bias;

  private Linear(Matrix<O, I> weight, Optional<Vector<O>> bias) {
    this.weight = Parameter.of(weight);
    this.bias = bias.map(Parameter::of);
    register("weight", this.weight);
    if (this.bias.isPresent()) {
      register("bias", this.bias.get());
    }
  }

  /** Draw the weights and the bias. */
  public static <I extends Axis, O extends Axis> Linear<I, O> of(
      Dim<I> inputs, Dim<O> outputs, RandomGenerator random) {
    double bound = bound(inputs);
    Matrix<O, I> weight = Matrix.zeros(outputs, inputs).uniform_(-bound, bound, random);
    return of(weight, Vector.zeros(outputs).uniform_(-bound, bound, random));
  }

  /** Draw the weights of a map without a bias. */
  public static <I extends Axis, O extends Axis> Linear<I, O> withoutBias(
      Dim<I> inputs, Dim<O> outputs, RandomGenerator random) {
    double bound = bound(inputs);
    return new Linear<>(
        Matrix.zeros(outputs, inputs).uniform_(-bound, bound, random), Optional.empty());
  }

  /**
   * Begin with a weight and a bias, whose storage the parameters share.
   *
   * @throws ShapeException if the outputs of both differ in length
   */
  public static <I extends Axis, O extends Axis> Linear<I, O> of(
      Matrix<O, I> weight, Vector<O> bias) {
    if (bias.length() != weight.rowDim().length()) {
      throw new ShapeException(
          "linear: weight and bias must have the same outputs\n  weight  "
              + weight.signature()
              + "\n  bias    "
              + bias.signature());
    }
    return new Linear<>(weight, Optional.of(bias));
  }

  /** 1/√inputs; 0 where there is no input, and nothing to draw but a bias. */
  private static double bound(Dim<?> inputs) {
    return inputs.length() == 0 ? 0 : 1 / Math.sqrt(inputs.length());
  }

  /** Return W. */
  public Parameter<Matrix<O, I>> weight() {
    return weight;
  }

  /** Return b; empty for a map without one. */
  public Optional<Parameter<Vector<O>>> bias() {
    return bias;
  }

  @Override
  public Matrix<Sample, O> forward(Matrix<Sample, I> x) {
    Matrix<O, I> w = weight.value();
    return bias.map(b -> Layers.linear(x, w, b.value())).orElseGet(() -> Layers.linear(x, w));
  }

  /**
   * Compute the value along the last axis of a tensor of any rank but 0.
   *
   * @throws ShapeException if that axis has not the length of the inputs
   */
  public Tensor forward(Tensor x) {
    Tensor w = weight.value().tensor();
    return bias.map(b -> Layers.linear(x, w, b.value().tensor()))
        .orElseGet(() -> Layers.linear(x, w));
  }

  @Override
  protected String settings() {
    Matrix<O, I> w = weight.value();
    return "inputs=%d, outputs=%d, bias=%s"
        .formatted(w.columnDim().length(), w.rowDim().length(), bias.isPresent());
  }
}
