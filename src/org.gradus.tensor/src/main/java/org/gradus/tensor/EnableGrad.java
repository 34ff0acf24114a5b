package org.gradus.tensor;

/**
 * Block in which operations are recorded, inside a {@link NoGrad} block too.
 *
 * <p>It nests and restores as {@link NoGrad} does.
 */
// [impl->autograd~no-grad~1]
public final class EnableGrad implements AutoCloseable {
  private final boolean before;

  private EnableGrad(boolean before) {
    this.before = before;
  }

  /** Record until the block is closed. */
  public static EnableGrad on() {
    return new EnableGrad(GradMode.set(true));
  }

  @Override
  public void close() {
    GradMode.set(before);
  }
}
