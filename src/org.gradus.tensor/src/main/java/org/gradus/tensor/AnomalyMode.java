package org.gradus.tensor;

/**
 * Block in which a backward pass stops at the first rule that returns NaN.
 *
 * <pre>
 *   try (var on = AnomalyMode.on()) {
 *     loss(x).backward();
 *   }
 * </pre>
 *
 * <p>The error names the operation, the operand whose gradient is NaN, the line of the forward call
 * and the operand's value there; lines are kept as under {@link Places}. It costs a look at every
 * gradient, and the call stack at every operation: for the search of a fault only. Blocks nest,
 * belong to their thread, and restore the mode before them.
 */
// [impl->autograd~anomaly~1]
public final class AnomalyMode implements AutoCloseable {
  private final Switch mode;

  private AnomalyMode(Switch mode) {
    this.mode = mode;
  }

  /** Keep the lines of calls and look for NaN until the block is closed. */
  public static AnomalyMode on() {
    Mode before = Mode.current();
    return new AnomalyMode(new Switch(before, before.withChecks()));
  }

  /**
   * Restore the mode before; a second call changes nothing.
   *
   * @throws IllegalStateException if blocks are not closed in the reverse order of their opening,
   *     or this is another thread
   */
  @Override
  public void close() {
    mode.close("AnomalyMode");
  }
}
