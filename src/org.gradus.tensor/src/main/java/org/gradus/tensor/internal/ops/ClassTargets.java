package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/**
 * What a loss asks of the log-probability of each class, where each sample has one class.
 *
 * <pre>
 *   l = −Σⱼ qⱼ·ln pⱼ      qⱼ = w[j]·((1 − ε)·[j = y] + ε/C)
 *   y: class, w: weights, ε: smoothing, C: number of classes; q = 0 where the sample is left out
 * </pre>
 *
 * @param axis axis of the classes
 * @param q factors, of the shape of the log-probabilities
 * @param asked 1 where a log-probability is read, else 0: there it may be infinite
 * @param weight Σ w[y] over the samples that are not left out
 */
public record ClassTargets(int axis, Tensor q, Tensor asked, double weight) {

  /**
   * Targets of scores x: [classes], [n, classes] or [n, classes, …].
   *
   * @throws org.gradus.tensor.ShapeException if there is not one class for each sample, or one
   *     weight for each class
   * @throws IndexOutOfBoundsException if a class is out of range
   * @throws org.gradus.tensor.GradientException if the weights require a gradient
   */
  static ClassTargets of(String operation, Tensor x, IndexTensor labels, ClassOptions options) {
    ClassCheck.labels(operation, x, labels, options.ignored());
    ClassCheck.weights(operation, x, options);
    int axis = ClassCheck.axis(operation, x);
    int[] shape = x.shape();
    int classes = shape[axis];
    int inner = Shapes.size(Arrays.copyOfRange(shape, axis + 1, shape.length));
    double[] w = options.weights().orElseGet(() -> Tensor.ones(classes)).toArray();
    double spread = options.smoothing() / classes;
    double[] q = new double[x.numel()];
    double[] asked = new double[q.length];
    double weight = 0;
    for (int sample = 0; sample < labels.size(); sample++) {
      int label = labels.at(sample);
      if (label != options.ignored()) {
        int first = sample / inner * classes * inner + sample % inner;
        weight += w[label];
        for (int j = 0; j < classes; j++) {
          double share = (j == label ? 1 - options.smoothing() : 0) + spread;
          q[first + j * inner] = w[j] * share;
          asked[first + j * inner] = share == 0 ? 0 : 1;
        }
      }
    }
    return new ClassTargets(
        axis, Tensor.of(q).reshape(shape), Tensor.of(asked).reshape(shape), weight);
  }

  /** Loss of each sample, from log-probabilities. */
  Tensor losses(Tensor logProbabilities) {
    return Tensor.where(asked, logProbabilities.neg().mul(q), Tensor.scalar(0)).sum(axis);
  }

  /** The way from the losses of the samples to one loss, and back. */
  LossFold fold(LossReduction reduction) {
    return new LossFold(reduction, Shapes.replace(q.shape(), axis), weight);
  }

  /** Σⱼ qⱼ of each sample, along an axis of length one. */
  Tensor mass() {
    return q.sum(new int[] {axis}, true);
  }

  /** Not zero for each sample that is not left out, along an axis of length one. */
  Tensor kept() {
    return asked.sum(new int[] {axis}, true);
  }
}
