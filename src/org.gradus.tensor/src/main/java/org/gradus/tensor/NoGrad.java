package org.gradus.tensor;

/**
 * Block in which operations are not recorded: their results require no gradient.
 *
 * <pre>
 *   try (var off = NoGrad.on()) {
 *     a.sub_(a.grad().mul(0.1));
 *   }
 * </pre>
 *
 * <p>Blocks nest, belong to their thread, and restore the mode before them, also after an
 * exception. Tensors created inside may still be made to require a gradient.
 */
// [impl->autograd~no-grad~1]
public final class NoGrad implements AutoCloseable {
  private final Switch mode;

  private NoGrad(Switch mode) {
    this.mode = mode;
  }

  /** Stop recording until the block is closed. */
  public static NoGrad on() {
    Mode before = Mode.current();
    return new NoGrad(new Switch(before, before.withRecording(false)));
  }

  /**
   * Restore the mode before; a second call changes nothing.
   *
   * @throws IllegalStateException if blocks are not closed in the reverse order of their opening,
   *     or this is another thread
   */
  @Override
  public void close() {
    mode.close("NoGrad");
  }
}
