package org.gradus.tensor;

/**
 * Block in which operations are recorded, inside a {@link NoGrad} block too.
 *
 * <p>It nests and restores as {@link NoGrad} does.
 */
// [impl->autograd~no-grad~1]
public final class EnableGrad implements AutoCloseable {
  private final Switch mode;

  private EnableGrad(Switch mode) {
    this.mode = mode;
  }

  /** Record until the block is closed. */
  public static EnableGrad on() {
    Mode before = Mode.current();
    return new EnableGrad(new Switch(before, before.withRecording(true)));
  }

  /**
   * Restore the mode before; a second call changes nothing.
   *
   * @throws IllegalStateException if blocks are not closed in the reverse order of their opening,
   *     or this is another thread
   */
  @Override
  public void close() {
    mode.close("EnableGrad");
  }
}
