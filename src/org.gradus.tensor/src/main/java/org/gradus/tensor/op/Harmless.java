package org.gradus.tensor.op;

/**
 * Statement that a misconception of every operation changes nothing in a certain one.
 *
 * @param misconception name of the misconception
 * @param reason why it makes no difference, for example {@code the gradient is zero everywhere}
 */
public record Harmless(String misconception, String reason) {}
