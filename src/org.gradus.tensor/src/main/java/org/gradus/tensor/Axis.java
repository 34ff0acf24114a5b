package org.gradus.tensor;

/**
 * Name of an axis, such as sample or coefficient; it carries no data.
 *
 * <p>One declares {@code interface Sample extends Axis {}}, also inside a method, and javac keeps
 * axes of different names apart.
 */
public interface Axis {}
