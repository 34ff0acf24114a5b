package org.gradus.tensor.op;

/** Source of the numbers of one system. */
public interface Numbers<S extends Real<S>> {

  /** A constant, whose derivatives are all zero. */
  S constant(double value);
}
