package org.gradus.tensor;

/**
 * Block in which operations are recorded, inside a {@link NoGrad} block too.
 *
 * <p>It nests and restores as {@link NoGrad} does.
 */
// [impl->autograd~no-grad~1]
public final class EnableGrad implements AutoCloseable {
  private final Mode before;

  private EnableGrad(Mode before) {
    this.before = before;
  }

  /** Record until the block is closed. */
  public static EnableGrad on() {
    Mode before = Mode.current();
    before.withRecording(true).set();
    return new EnableGrad(before);
  }

  @Override
  public void close() {
    before.set();
  }
}
