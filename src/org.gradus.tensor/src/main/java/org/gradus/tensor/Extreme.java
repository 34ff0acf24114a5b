package org.gradus.tensor;

/**
 * Extremes along an axis, or of the windows of a plane.
 *
 * @param values largest or smallest element of each line or window
 * @param indices where the first of them stands in its line or plane
 */
public record Extreme(Tensor values, IndexTensor indices) {}
