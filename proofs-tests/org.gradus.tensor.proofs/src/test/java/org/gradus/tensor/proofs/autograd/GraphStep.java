package org.gradus.tensor.proofs.autograd;

import org.gradus.tensor.proofs.tensor.ViewStep;

/**
 * One step of a random computation; its numbers are taken modulo what there is to choose from.
 *
 * @param kind what is done
 * @param on which tensor so far
 * @param with which other one
 * @param choice which function
 * @param view the view, where one is made
 */
record GraphStep(Kind kind, int on, int with, int choice, ViewStep view) {

  /** What a step does. */
  enum Kind {
    FUNCTION,
    TWO_OPERANDS,
    MEAN,
    GATHER,
    JOIN,
    VIEW,
    CHANGE_IN_PLACE
  }
}
