package org.gradus.tensor;

import org.gradus.tensor.internal.ops.ShapeCheck;

/** A single number, the typed face of a tensor of rank 0; a loss is one. */
public final class Scalar extends Elementwise<Scalar> {
  private final Tensor tensor;

  private Scalar(Tensor tensor) {
    this.tensor = tensor;
  }

  /** A number. */
  public static Scalar of(double value) {
    return new Scalar(Tensor.scalar(value));
  }

  /**
   * A tensor of rank 0 as a number.
   *
   * @throws ShapeException if the rank is not 0
   */
  public static Scalar of(Tensor tensor) {
    ShapeCheck.rank("Scalar.of", 0, tensor);
    return new Scalar(tensor);
  }

  /** The number. */
  public double toDouble() {
    return tensor.item();
  }

  @Override
  public Tensor tensor() {
    return tensor;
  }

  @Override
  Scalar face(Tensor other) {
    return new Scalar(other);
  }

  @Override
  Scalar self() {
    return this;
  }

  @Override
  public String toString() {
    return tensor.toString();
  }
}
