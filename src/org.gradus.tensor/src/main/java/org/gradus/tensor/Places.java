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
  private final Mode before;

  private Places(Mode before) {
    this.before = before;
  }

  /** Keep the lines of calls until the block is closed. */
  public static Places on() {
    Mode before = Mode.current();
    before.withPlaces().set();
    return new Places(before);
  }

  @Override
  public void close() {
    before.set();
  }
}
