package org.gradus.tensor;

/** Option of a backward pass. */
// [impl->autograd~retain-graph~1]
// [impl->autograd~create-graph~1]
public enum Backward {
  /** Keep the saved values, so that the same graph can be walked again. */
  RETAIN_GRAPH,

  /**
   * Record the backward pass itself, so that gradients can be differentiated; keeps the saved
   * values too.
   */
  CREATE_GRAPH
}
