package org.gradus.tensor;

/** A hook that was registered, to be removed again. */
// [impl->autograd~hooks~1]
public final class Hook {
  private final Runnable removal;

  Hook(Runnable removal) {
    this.removal = removal;
  }

  /** Take the hook away; a second call changes nothing. */
  public void remove() {
    removal.run();
  }
}
