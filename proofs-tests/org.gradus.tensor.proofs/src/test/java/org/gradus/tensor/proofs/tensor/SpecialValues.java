package org.gradus.tensor.proofs.tensor;

/** Numbers at which functions misbehave, and plain ones between them. */
final class SpecialValues {
  static final double[] ALL = {
    0.0,
    -0.0,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL / 2,
    Double.MIN_NORMAL,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    1,
    -1,
    0.5,
    -0.5,
    2,
    -2,
    3,
    1e-17,
    -1e-17,
    709.7,
    710,
    -745.2,
    -746,
    1e16,
    Math.PI,
  };

  private SpecialValues() {}
}
