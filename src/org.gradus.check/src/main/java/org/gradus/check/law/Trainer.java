package org.gradus.check.law;

import java.util.List;

/** A training loop with its update, as a trajectory sees it. */
// [impl->check~update-laws~1]
@FunctionalInterface
public interface Trainer {

  /**
   * Train by the gradients of the whole loss.
   *
   * @param start parameters before the first step; it is not changed
   * @param steps number of steps, a count
   * @return parameters after each step
   */
  List<double[]> run(UpdateRule rule, Bowl loss, double[] start, int steps);
}
