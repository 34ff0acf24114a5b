package org.gradus.learn;

import org.gradus.tensor.Axis;

/**
 * The axis of the coefficients of a linear model: a weight for each feature, then the intercept.
 */
public interface Coefficient extends Axis {}
