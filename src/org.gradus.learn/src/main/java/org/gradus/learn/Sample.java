package org.gradus.learn;

import org.gradus.tensor.Axis;

/** The axis of the samples, one a row of the data. */
public interface Sample extends Axis {}
