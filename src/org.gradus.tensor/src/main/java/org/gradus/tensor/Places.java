package org.gradus.tensor;

/**
 * Block in which every operation, block without recording and change in place keeps the line that
 * called it, so that messages and {@link Face#explain} can name it.
 *
 * <pre>
 *   try (var on = Places.on()) {
 *     …
 *   }
 * </pre>
 *
 * <p>Off, which is the default, it costs nothing; on, each operation reads the call stack. Blocks
 * nest, belong to their thread, and restore the mode before them. {@link AnomalyMode} does the same
 * and looks for NaN besides.
 */
// [impl->autograd~places~1]
public final class Places implements AutoCloseable {
  private final Switch mode;

  private Places(Switch mode) {
    this.mode = mode;
  }

  /** Keep the lines of calls until the block is closed. */
  public static Places on() {
    Mode before = Mode.current();
    return new Places(new Switch(before, before.withPlaces()));
  }

  /**
   * Restore the mode before; a second call changes nothing.
   *
   * @throws IllegalStateException if blocks are not closed in the reverse order of their opening,
   *     or this is another thread
   */
  @Override
  public void close() {
    mode.close("Places");
  }
}
