package org.gradus.check;

import java.util.List;

/** Derivatives that somebody claims. */
interface Claim {

  /** What is claimed, in a word or two. */
  String title();

  /**
   * Compute what is claimed at a point, as the derivatives along lines.
   *
   * @throws Fault if it has the wrong size, differs from call to call, or changes an argument
   */
  List<Line> lines(Site site);

  /**
   * Call it once, for what it does to its arguments.
   *
   * @param values number of values of the function
   * @param special every number of a cotangent or a tangent
   */
  void call(List<Operand> x, int values, double special);

  /** Whether it is of the second derivative. */
  default boolean isSecondOrder() {
    return false;
  }
}
