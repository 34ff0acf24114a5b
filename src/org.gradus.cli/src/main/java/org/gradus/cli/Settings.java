package org.gradus.cli;

/**
 * How a model is trained.
 *
 * @param learningRate η, per step
 * @param epochs passes over all rows, a count
 * @param batch rows of a batch, a count
 * @param seed the seed of every random number
 */
record Settings(double learningRate, int epochs, int batch, long seed) {

  /** Tells whether each step is taken on all rows. */
  boolean isFull(Problem problem) {
    return batch == problem.count();
  }
}
