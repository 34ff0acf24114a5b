package org.gradus.check.law;

/**
 * A loss whose descent is known.
 *
 * <pre>
 *   L(w) = Σᵢ hᵢ·(wᵢ − cᵢ)²/2     ∂L/∂wᵢ = hᵢ·(wᵢ − cᵢ)
 * </pre>
 *
 * @param curvature h, positive
 * @param bottom c
 */
public record Bowl(double[] curvature, double[] bottom) {

  /** Gradient by one parameter. */
  double slope(int i, double w) {
    return curvature[i] * (w - bottom[i]);
  }
}
