package org.gradus.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * A source of truth that shares no code with what it judges.
 *
 * <p>Each tolerance is relative to the size of the terms that are added up, not to their sum, which
 * may cancel.
 */
public enum Oracle {
  /**
   * The definition, evaluated in doubles: y itself.
   *
   * <p>Tolerance 10⁻¹⁴: the size of the terms tells how much an error grows; what is left is how
   * many roundings of 2⁻⁵³ follow each other, at most ninety.
   */
  VALUE("value", 1e-14),

  /**
   * The definition, evaluated in truncated Taylor series by Apache Commons Math: every partial
   * derivative, exact.
   *
   * <p>Tolerance 10⁻¹⁴, as for the value: two exact evaluations differ by rounding alone.
   */
  FORWARD_MODE("forward mode", 1e-14),

  /**
   * Central differences, extrapolated to step zero; the tolerance is the error that the
   * extrapolation states of itself, {@value #SAFETY} times, and never below 10⁻¹¹.
   */
  DIFFERENCES("differences", 1e-11),

  /**
   * The adjoint identity ⟨ȳ, J·u⟩ = ⟨Jᵀ·ȳ, u⟩ for random ȳ and u, J·u by a forward mode written for
   * it, without a library.
   *
   * <p>Tolerance 10⁻¹⁴, as for the forward mode.
   */
  ADJOINT("adjoint", 1e-14),

  /**
   * The second derivative along two random directions, by exact forward mode of order two, against
   * the gradient of the gradient.
   *
   * <p>Tolerance 10⁻¹³: two rules run one after the other, and some of the second have larger terms
   * than the definition; ten times as many roundings as for the first are let pass.
   */
  SECOND_ORDER("second order", 1e-13),

  /**
   * The third derivative along three random directions, by exact forward mode of order three,
   * against the gradient of the gradient of the gradient.
   *
   * <p>Tolerance 10⁻¹³, as for the second.
   */
  THIRD_ORDER("third order", 1e-13),

  /**
   * The rule itself for other cotangents: rule(α·ȳ + β·z̄) = α·rule(ȳ) + β·rule(z̄), and rule(0) =
   * 0.
   *
   * <p>Tolerance 10⁻¹⁴, as for the forward mode.
   */
  LINEARITY("linearity", 1e-14),

  /**
   * The definition in sixty decimal digits: the value, also where it is near overflow, and
   * derivatives by differences at a step of 10⁻²⁵, whose error is near 10⁻³⁵.
   *
   * <p>Tolerance as for the forward mode; it works on a fraction of the cases.
   */
  SIXTY_DIGITS("sixty digits", 1e-14),

  /**
   * The definition in fractions, where it is a polynomial: value and derivative are equal, the
   * derivative interpolated and not differentiated.
   *
   * <p>Tolerance 0; it works on a fraction of the cases.
   */
  RATIONAL("rational", 0),

  /** The gradient declared at a kink; it is met exactly. */
  DECLARED("declared", 0),

  /** The engine, which takes a gradient of exactly the operand's shape and nothing else. */
  REFUSED("shape", 0),

  /**
   * Operands, result and cotangent before the operation and its rule: both leave them as they were,
   * and share no memory with them.
   */
  UNTOUCHED("untouched", 0),

  /** The same rule, run again: it gives the same bits. */
  STEADY("steady", 0),

  /**
   * The same rule after an operand was changed in place: the change is found out, or makes no
   * difference.
   */
  SAVED("saved", 0),

  /**
   * The same rule, asked for the gradients of some operands alone: they are those of all operands
   * together, and the others get none.
   */
  REQUESTED("requested", 0),

  /**
   * Differences over five points, at the step that states the least error; the tolerance is that
   * error, {@value #SAFETY} times, and never below 10⁻¹⁰.
   */
  FIVE_POINT("five points", 1e-10),

  /**
   * The definition a hair from a singularity, in truncated Taylor series: the derivative of the
   * side on which the operands lie.
   *
   * <p>Tolerance 10⁻¹², as for the forward mode.
   */
  BESIDE("beside", 1e-12),

  /**
   * The derivatives beside a kink: what is claimed at it lies between them.
   *
   * <p>Tolerance 10⁻⁴ of the distance between them: beside a kink there is room for small steps
   * alone.
   */
  ONE_SIDED("one-sided", 1e-4);

  /**
   * How often a stated error may be exceeded; extrapolation states the size of an error, not a
   * bound.
   */
  static final double SAFETY = 16;

  private final String title;
  private final double tolerance;

  Oracle(String title, double tolerance) {
    this.title = title;
    this.tolerance = tolerance;
  }

  /**
   * Whether it judges the first derivative by another source: such an oracle sees a wrong factor on
   * the rule.
   */
  public boolean isOfGradient() {
    return switch (this) {
      case FORWARD_MODE, DIFFERENCES, ADJOINT, FIVE_POINT, SIXTY_DIGITS, RATIONAL -> true;
      default -> false;
    };
  }

  /** Whether it is a law that concerns memory and requests, not numbers; it is met exactly. */
  public boolean isLaw() {
    return this == REFUSED
        || this == UNTOUCHED
        || this == STEADY
        || this == SAVED
        || this == REQUESTED;
  }

  /** All that judge operations: at a kink of an operation its declared gradient is met. */
  public static List<Oracle> ofOperations() {
    return Stream.of(values()).filter(oracle -> oracle != ONE_SIDED).toList();
  }

  /** Name in reports. */
  public String title() {
    return title;
  }

  /** Largest relative error that is let pass, a pure number. */
  public double tolerance() {
    return tolerance;
  }
}
