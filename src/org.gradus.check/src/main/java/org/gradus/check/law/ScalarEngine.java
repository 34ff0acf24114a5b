package org.gradus.check.law;

/**
 * An engine as a program of single numbers sees it: what it follows on the way forward, and what it
 * leaves at the leaves.
 */
// [impl->check~engine-laws~1]
public interface ScalarEngine {

  /** A leaf that collects a gradient. */
  Value leaf(double value);

  /** A number that an engine follows. */
  interface Value {

    double value();

    Value plus(Value other);

    Value times(Value other);

    /** The same number, which the engine does not follow. */
    Value detached();

    /** Change it in place, unseen by the graph. */
    void set(double value);

    /**
     * Change it in place, as an operation of the graph.
     *
     * @throws org.gradus.tensor.GradientException if this is a leaf that collects a gradient
     */
    void increase(double by);

    /**
     * Walk back from here, and add to the gradient of each leaf.
     *
     * @param retain whether the same graph may be walked again
     * @throws org.gradus.tensor.GradientException if it was walked before and not retained, or a
     *     number that a rule reads was changed since
     */
    void backward(boolean retain);

    boolean hasGradient();

    double gradient();

    void clearGradient();
  }
}
