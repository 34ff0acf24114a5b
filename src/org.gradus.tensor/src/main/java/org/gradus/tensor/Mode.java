package org.gradus.tensor;

import org.jspecify.annotations.Nullable;

/**
 * What holds for the operations of one thread.
 *
 * @param recording whether operations are recorded
 * @param placing whether the lines of calls are kept
 * @param checking whether a backward pass looks for NaN
 * @param paused where recording was stopped, if lines were kept then
 */
record Mode(boolean recording, boolean placing, boolean checking, @Nullable Place paused) {
  private static final Mode START = new Mode(true, false, false, null);
  private static final Mode PAUSED = new Mode(false, false, false, null);
  private static final ThreadLocal<@Nullable Mode> CURRENT = new ThreadLocal<>();

  static Mode current() {
    Mode mode = CURRENT.get();
    return mode == null ? START : mode;
  }

  static boolean isRecording() {
    return current().recording;
  }

  /** Let this hold from now on. */
  void set() {
    CURRENT.set(this);
  }

  /** The same, recording or not. */
  Mode withRecording(boolean on) {
    if (!placing && !checking) {
      return on ? START : PAUSED;
    }
    return new Mode(on, placing, checking, on || !placing ? null : Place.here());
  }

  /** The same with recording as in another, without a new place. */
  Mode inside(boolean create) {
    if (create == recording) {
      return this;
    }
    if (!placing && !checking && paused == null) {
      return create ? START : PAUSED;
    }
    return new Mode(create, placing, checking, paused);
  }

  /** The same, keeping the lines of calls. */
  Mode withPlaces() {
    return new Mode(recording, true, checking, paused);
  }

  /** The same, keeping the lines of calls and looking for NaN. */
  Mode withChecks() {
    return new Mode(recording, true, true, paused);
  }

  /** Line that is being run, if lines are kept. */
  @Nullable Place place() {
    return placing ? Place.here() : null;
  }
}
