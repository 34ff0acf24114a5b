package org.gradus.tensor.internal.kernel;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Numbers in memory, shared by a tensor, its views and its detached aliases.
 *
 * <p>The version counts the changes made in place, so that a saved value that was changed later is
 * found out.
 */
public final class Storage {
  final double[] data;
  private int version;
  private @Nullable Change last;

  Storage(double[] data) {
    this.data = data;
  }

  /** Number of changes in place so far, a count. */
  public int version() {
    return version;
  }

  /** Count one more change in place. */
  public void changed(Change change) {
    version++;
    last = change;
  }

  /** The latest change in place; empty before the first. */
  public Optional<Change> lastChange() {
    return Optional.ofNullable(last);
  }
}
