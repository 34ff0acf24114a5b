package org.gradus.tensor;

/** A change of the mode of a thread, to be taken back. */
// [impl->autograd~no-grad~1]
// [impl->autograd~block-order~1]
final class Switch {
  private final Mode before;
  private final Mode inside;
  private boolean closed;

  /** Let {@code inside} hold from now on. */
  Switch(Mode before, Mode inside) {
    this.before = before;
    this.inside = inside;
    inside.set();
  }

  /**
   * Let hold what held before; a second call changes nothing.
   *
   * @throws IllegalStateException if a block that was opened later is still open, or this is
   *     another thread
   */
  void close(String block) {
    if (closed) {
      return;
    }
    if (Mode.current() != inside) {
      throw new IllegalStateException(
          block
              + ": blocks must be closed in the reverse order of their opening, on their own thread\n"
              + "open each in a try of its own: try (var block = "
              + block
              + ".on()) { … }");
    }
    closed = true;
    before.set();
  }
}
