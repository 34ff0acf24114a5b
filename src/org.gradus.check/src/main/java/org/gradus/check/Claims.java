package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A function, and all that is claimed of it.
 *
 * @param name name in reports
 * @param value from operands to y, in row-major order
 * @param claims the derivatives that are to be judged
 * @param gradient from operands and a cotangent to x̄, all operands one after the other; empty
 *     where none is claimed
 * @param exact the function in exact numbers, where it is given
 * @param reference a second function for y, where it is given
 */
record Claims(
    String name,
    Function<List<Operand>, double[]> value,
    List<Claim> claims,
    Optional<BiFunction<List<Operand>, double[], double[]>> gradient,
    Optional<Exact> exact,
    Optional<Function<List<Operand>, double[]>> reference) {

  /** Nothing claimed yet. */
  static Claims of(Function<List<Operand>, double[]> value) {
    return new Claims("f", value, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same and one more claim. */
  Claims and(Claim claim) {
    List<Claim> more = new ArrayList<>(claims);
    more.add(claim);
    return new Claims(name, value, List.copyOf(more), gradient, exact, reference);
  }

  /** The same with a gradient, which is claimed, too. */
  Claims and(BiFunction<List<Operand>, double[], double[]> rule, boolean takesCotangent) {
    Claims with = new Claims(name, value, claims, Optional.of(rule), exact, reference);
    return with.and(new GradientClaim(rule, takesCotangent));
  }

  Claims named(String other) {
    return new Claims(other, value, claims, gradient, exact, reference);
  }

  Claims exactly(Exact function) {
    return new Claims(name, value, claims, gradient, Optional.of(function), reference);
  }

  Claims reference(Function<List<Operand>, double[]> second) {
    return new Claims(name, value, claims, gradient, exact, Optional.of(second));
  }
}
