package org.gradus.tensor;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where warnings go: what is allowed and hardly ever meant.
 *
 * <p>They go to the logger {@code org.gradus.tensor}, unless a listener takes them:
 *
 * <pre>
 *   List&lt;String&gt; heard = new ArrayList&lt;&gt;();
 *   try (var listening = Warnings.to(heard::add)) {
 *     …
 *   }
 * </pre>
 *
 * <p>A listener belongs to its thread, and the one before is restored when it is closed.
 */
// [impl->autograd~warnings~1]
public final class Warnings implements AutoCloseable {
  private static final System.Logger LOGGER = System.getLogger("org.gradus.tensor");
  private static final ThreadLocal<@Nullable Consumer<String>> LISTENER = new ThreadLocal<>();

  private final @Nullable Consumer<String> before;

  private Warnings(@Nullable Consumer<String> before) {
    this.before = before;
  }

  /** Send warnings to a listener until the block is closed. */
  public static Warnings to(Consumer<String> listener) {
    Warnings listening = new Warnings(LISTENER.get());
    LISTENER.set(listener);
    return listening;
  }

  static void warn(String message) {
    Consumer<String> listener = LISTENER.get();
    if (listener == null) {
      LOGGER.log(System.Logger.Level.WARNING, message);
    } else {
      listener.accept(message);
    }
  }

  @Override
  public void close() {
    LISTENER.set(before);
  }
}
