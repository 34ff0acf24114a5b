package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** What must hold of the operands of a loss over classes, and the message where it does not. */
// [impl->tensor~losses~1]
// [impl->tensor~messages~1]
final class ClassCheck {
  private ClassCheck() {}

  /** Axis of the classes: 0 of [classes], else 1. */
  static int axis(String operation, Tensor x) {
    if (x.ndim() == 0) {
      throw new ShapeException(
          operation + ": there must be an axis of classes\n  given  " + x.signature());
    }
    return x.ndim() == 1 ? 0 : 1;
  }

  /** One class for each sample, and each of them in range or left out. */
  static void labels(String operation, Tensor x, IndexTensor labels, int ignored) {
    int axis = axis(operation, x);
    int[] samples = Shapes.replace(x.shape(), axis);
    if (!Arrays.equals(samples, labels.shape())) {
      throw new ShapeException(
          operation
              + ": there must be one class for each sample\n  scores   "
              + x.signature()
              + ", which takes classes of shape "
              + Arrays.toString(samples)
              + "\n  classes  "
              + Arrays.toString(labels.shape()));
    }
    int classes = x.size(axis);
    for (int i = 0; i < labels.size(); i++) {
      int label = labels.at(i);
      if (label != ignored && (label < 0 || label >= classes)) {
        throw new IndexOutOfBoundsException(
            operation
                + ": class "
                + label
                + " at "
                + Arrays.toString(Shapes.index(i, samples))
                + " is out of range\n  scores   "
                + x.signature()
                + ", "
                + range(classes)
                + " along axis "
                + axis
                + "\n  ignored  "
                + ignored);
      }
    }
  }

  private static String range(int classes) {
    return classes == 0 ? "no class" : "classes 0 to " + (classes - 1);
  }

  /** A probability for each class of each sample. */
  static void probabilities(String operation, Tensor x, Tensor target, ClassOptions options) {
    int axis = axis(operation, x);
    if (!Arrays.equals(x.shape(), target.shape())) {
      boolean labels = Arrays.equals(Shapes.replace(x.shape(), axis), target.shape());
      throw new ShapeException(
          operation
              + ": there must be one probability for each class of each sample\n  scores         "
              + x.signature()
              + "\n  probabilities  "
              + target.signature()
              + (labels ? "\nclasses are given as an IndexTensor" : ""));
    }
    if (options.ignored() >= 0) {
      throw new IllegalArgumentException(
          operation
              + ": no sample can be left out by its class where the target is probabilities"
              + "\n  ignored  "
              + options.ignored()
              + "\ngive such a sample the probability 0 of every class");
    }
  }

  /** One weight for each class, if there are any. */
  static void weights(String operation, Tensor x, ClassOptions options) {
    int classes = x.size(axis(operation, x));
    options
        .weights()
        .ifPresent(
            w -> {
              LossCheck.constant(operation, "weights", w);
              if (!Arrays.equals(w.shape(), new int[] {classes})) {
                throw new ShapeException(
                    operation
                        + ": there must be one weight for each class\n  scores   "
                        + x.signature()
                        + ", "
                        + classes
                        + " classes\n  weights  "
                        + w.signature());
              }
            });
  }
}
