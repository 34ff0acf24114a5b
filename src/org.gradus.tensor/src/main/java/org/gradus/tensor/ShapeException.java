package org.gradus.tensor;

/** Shapes that do not fit together, or do not fit what is asked of them. */
public class ShapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** State what was asked, what must hold, what was given, and the remedy. */
  public ShapeException(String message) {
    super(message);
  }
}
