package org.gradus.tensor;

/** How the losses of single elements become the loss of all. */
// [impl->tensor~loss-reduction~1]
public enum LossReduction {
  /** The sum over the number of losses, with weighted classes over the sum of weights. */
  MEAN,

  /** The sum; 0 of none. */
  SUM,

  /** The sum over the length of axis 0, the number of samples. */
  BATCH_MEAN,

  /** All of them, one for each element. */
  NONE
}
