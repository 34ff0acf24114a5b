package org.gradus.tensor;

import java.util.Optional;

/**
 * What follows the division by the deviation, and what keeps it from being zero.
 *
 * <pre>
 *   y = weight·(x − m)/√(v + eps) + bias
 * </pre>
 *
 * @param weight scale after it, 1 where there is none
 * @param bias shift after it, 0 where there is none
 * @param eps added to the variance, in its unit
 */
public record Normalization(Optional<Tensor> weight, Optional<Tensor> bias, double eps) {

  /**
   * Check eps.
   *
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public Normalization {
    if (!(eps >= 0)) {
      throw new IllegalArgumentException(
          "eps of a normalization: must not be negative\n  given  " + eps);
    }
  }

  /** No weight, no bias, eps = 10⁻⁵. */
  public static Normalization standard() {
    return new Normalization(Optional.empty(), Optional.empty(), 1e-5);
  }

  /** This with a scale. */
  public Normalization weight(Tensor scale) {
    return new Normalization(Optional.of(scale), bias, eps);
  }

  /** This with a shift. */
  public Normalization bias(Tensor shift) {
    return new Normalization(weight, Optional.of(shift), eps);
  }

  /**
   * This with another eps.
   *
   * @throws IllegalArgumentException if it is negative or NaN
   */
  public Normalization eps(double other) {
    return new Normalization(weight, bias, other);
  }
}
