package org.gradus.tensor.op;

/** What a mistaken operation shows: the proof that looks there must catch it. */
public enum Symptom {
  /** The value is wrong, and the gradient may well belong to it. */
  VALUE,
  /** The gradient is wrong where the value is right. */
  GRADIENT,
  /**
   * The gradient is right for a cotangent of ones, or for no cotangent that differs from another.
   */
  COTANGENT,
  /** The gradient is right, its own derivative is wrong. */
  SECOND_DERIVATIVE,
  /** The gradient at a kink, a tie or another special point is not the declared one. */
  KINK,
  /** The result has another shape than it must have, or a gradient another than its operand. */
  SHAPE,
  /** An operand or the cotangent is written into. */
  CHANGED_OPERAND,
  /** The same call gives another gradient the second time. */
  UNSTEADY,
  /** The rule reads an operand that may have changed since. */
  UNSAVED
}
