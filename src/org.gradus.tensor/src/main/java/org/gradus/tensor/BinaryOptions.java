package org.gradus.tensor;

import java.util.Optional;

/**
 * Weights of a loss of two classes.
 *
 * <pre>
 *   BinaryOptions.standard().positiveWeights(Tensor.scalar(10))
 * </pre>
 *
 * @param weights factor w of each element's loss, repeated to the shape of the prediction; 1 where
 *     there is none
 * @param positiveWeights factor q of the part of the loss that belongs to the target 1, repeated
 *     likewise; 1 where there is none
 */
// [impl->tensor~loss-options~1]
public record BinaryOptions(Optional<Tensor> weights, Optional<Tensor> positiveWeights) {

  /** All elements and both classes count alike. */
  public static BinaryOptions standard() {
    return new BinaryOptions(Optional.empty(), Optional.empty());
  }

  /** These with a weight for each element. */
  public BinaryOptions weights(Face<?> w) {
    return new BinaryOptions(Optional.of(w.tensor()), positiveWeights);
  }

  /** These with a weight of the target 1. */
  public BinaryOptions positiveWeights(Face<?> q) {
    return new BinaryOptions(weights, Optional.of(q.tensor()));
  }
}
