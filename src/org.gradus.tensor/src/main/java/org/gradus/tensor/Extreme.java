package org.gradus.tensor;

/**
 * Extremes along an axis.
 *
 * @param values largest or smallest element of each line
 * @param indices where the first of them stands in its line
 */
public record Extreme(Tensor values, IndexTensor indices) {}
