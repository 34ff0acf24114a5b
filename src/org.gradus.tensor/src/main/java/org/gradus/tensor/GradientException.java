package org.gradus.tensor;

/** A gradient that does not exist, is not allowed, or would be wrong. */
// [impl->autograd~messages~1]
public class GradientException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** State what was asked, what must hold, what was given, and the remedy. */
  public GradientException(String message) {
    super(message);
  }
}
