package org.gradus.check.operation;

import org.gradus.check.internal.Directions;

/** Where a suite takes the gradient of the loss by a result from. */
@FunctionalInterface
public interface Cotangents {
  /** Random numbers of size one and both signs, as every check here takes them. */
  Cotangents RANDOM = (seed, size) -> Directions.draw(Directions.generator(seed), size);

  /** Ones, as the sum of a result has it: errors that ȳ should show stay hidden. */
  Cotangents ONES = (seed, size) -> Directions.ones(size);

  /** The cotangent of a result with so many elements. */
  double[] of(long seed, int size);
}
