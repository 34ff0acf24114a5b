package org.gradus.tensor;

import java.util.Optional;

/**
 * What a loss over classes makes of its classes.
 *
 * <pre>
 *   ClassOptions.standard().weights(w).smoothing(0.1)
 * </pre>
 *
 * @param weights weight of each class, [classes]; 1 where there is none
 * @param ignored class whose samples are left out, −100 as in PyTorch if no other is named
 * @param smoothing share ε of a target that is spread evenly over all classes, from 0 to 1
 */
// [impl->tensor~loss-options~1]
public record ClassOptions(Optional<Tensor> weights, int ignored, double smoothing) {

  /**
   * Check the smoothing.
   *
   * @throws IllegalArgumentException if it does not lie between 0 and 1
   */
  public ClassOptions {
    if (!(smoothing >= 0 && smoothing <= 1)) {
      throw new IllegalArgumentException(
          "ClassOptions: the smoothing must lie between 0 and 1\n  given  " + smoothing);
    }
  }

  /** Equal weights, samples of class −100 left out, no smoothing. */
  public static ClassOptions standard() {
    return new ClassOptions(Optional.empty(), -100, 0);
  }

  /** These with a weight for each class. */
  public ClassOptions weights(Face<?> w) {
    return new ClassOptions(Optional.of(w.tensor()), ignored, smoothing);
  }

  /** These with another class whose samples are left out. */
  public ClassOptions ignoring(int label) {
    return new ClassOptions(weights, label, smoothing);
  }

  /**
   * These with a share of the target spread evenly over all classes.
   *
   * @throws IllegalArgumentException if it does not lie between 0 and 1
   */
  public ClassOptions smoothing(double share) {
    return new ClassOptions(weights, ignored, share);
  }
}
