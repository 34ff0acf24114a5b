package org.gradus.learn.data;

/**
 * Some rows of a data set, inputs beside targets.
 *
 * @param <X> the inputs: a tensor or a matrix, one row a sample
 * @param <Y> the targets: classes, numbers or rows of numbers, one a sample
 * @param x the inputs
 * @param y the targets, in the order of the inputs
 * @param size the number of samples, at least 1
 */
public record Batch<X, Y>(X x, Y y, int size) {}
