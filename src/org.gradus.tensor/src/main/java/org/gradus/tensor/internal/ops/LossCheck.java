package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** What must hold of the operands of a loss, and the message where it does not. */
// [impl->tensor~losses~1]
// [impl->tensor~messages~1]
final class LossCheck {
  private LossCheck() {}

  /** Prediction and target of one shape, which the reduction can reduce. */
  static void pair(String operation, Tensor prediction, Tensor target, LossReduction reduction) {
    ShapeCheck.same(operation, prediction, target);
    batch(operation, reduction, prediction.shape());
  }

  /** Losses with an axis of samples, if it is asked for their number. */
  static void batch(String operation, LossReduction reduction, int... shape) {
    if (reduction == LossReduction.BATCH_MEAN && shape.length == 0) {
      throw new ShapeException(
          operation
              + ": BATCH_MEAN divides by the length of axis 0, and the losses have no axis\n"
              + "  losses  []\n"
              + "call it with MEAN instead");
    }
  }

  /** A constant of a loss that must be greater than zero, or at least zero. */
  static void constant(String operation, String name, double value, boolean zero) {
    if (!(zero ? value >= 0 : value > 0)) {
      throw new IllegalArgumentException(
          operation
              + ": "
              + name
              + " must be "
              + (zero ? "at least" : "greater than")
              + " 0\n  "
              + name
              + "  "
              + value);
    }
  }

  /** Numbers that are probabilities. */
  static void probabilities(String operation, String role, Tensor x) {
    double[] values = x.detach().toArray();
    for (int i = 0; i < values.length; i++) {
      if (!(values[i] >= 0 && values[i] <= 1)) {
        throw new IllegalArgumentException(
            operation
                + ": the "
                + role
                + " must lie between 0 and 1\n  given  "
                + x.signature()
                + " with "
                + values[i]
                + " at "
                + Arrays.toString(Shapes.index(i, x.shape())));
      }
    }
  }

  /** Weights of two classes that are repeated to the shape of the prediction. */
  static void weights(String operation, BinaryOptions options, Tensor prediction) {
    options.weights().ifPresent(w -> repeated(operation, "weights", w, prediction));
    options.positiveWeights().ifPresent(q -> repeated(operation, "positiveWeights", q, prediction));
  }

  private static void repeated(String operation, String role, Tensor weights, Tensor prediction) {
    constant(operation, role, weights);
    if (!Shapes.expands(weights.shape(), prediction.shape())) {
      throw new ShapeException(
          operation
              + ": the "
              + role
              + " must broadcast to the shape of the prediction\n  prediction  "
              + prediction.signature()
              + "\n  weights     "
              + weights.signature()
              + BroadcastRemedy.into(prediction, weights, "weights"));
    }
  }

  /** Weights that ask for no gradient: a loss has none by them. */
  static void constant(String operation, String role, Tensor weights) {
    if (weights.requiresGrad()) {
      throw new GradientException(
          operation
              + ": the "
              + role
              + " get no gradient, and "
              + weights.signature()
              + " requires one\ncall detach() on them");
    }
  }

  /** Operands of a density that broadcast together. */
  static void density(Tensor x, Tensor mean, Tensor deviation) {
    ShapeCheck.together(
        "normalLogDensity: all three operands must broadcast together",
        List.of("x", "mean", "deviation"),
        List.of(x, mean, deviation));
  }
}
