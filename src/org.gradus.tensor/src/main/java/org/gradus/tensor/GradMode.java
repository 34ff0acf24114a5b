package org.gradus.tensor;

import org.jspecify.annotations.Nullable;

/** Whether operations are recorded; each thread has its own answer, and starts with yes. */
final class GradMode {
  private static final ThreadLocal<@Nullable Boolean> PAUSED = new ThreadLocal<>();

  private GradMode() {}

  static boolean isRecording() {
    return !Boolean.TRUE.equals(PAUSED.get());
  }

  /** Set the mode and return the one before. */
  static boolean set(boolean recording) {
    boolean before = isRecording();
    PAUSED.set(!recording);
    return before;
  }
}
