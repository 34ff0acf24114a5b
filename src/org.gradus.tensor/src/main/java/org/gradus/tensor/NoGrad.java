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
  private final Mode before;

  private NoGrad(Mode before) {
    this.before = before;
  }

  /** Stop recording until the block is closed. */
  public static NoGrad on() {
    Mode before = Mode.current();
    before.withRecording(false).set();
    return new NoGrad(before);
  }

  @Override
  public void close() {
    before.set();
  }
}
