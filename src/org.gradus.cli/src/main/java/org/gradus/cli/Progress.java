package org.gradus.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * The bar that shows how far the work is, on a terminal alone.
 *
 * <p>It is drawn over itself on one line and is gone when the work is done. In a pipe, a file or a
 * dumb terminal nothing is written.
 */
// [impl->cli~progress~1]
final class Progress {

  private static final int WIDTH = 30;

  private final Optional<PrintWriter> terminal;

  private Progress(Optional<PrintWriter> terminal) {
    this.terminal = terminal;
  }

  /** Returns bars that nobody sees. */
  static Progress none() {
    return new Progress(Optional.empty());
  }

  /** Returns bars drawn to a writer. */
  static Progress on(PrintWriter terminal) {
    return new Progress(Optional.of(terminal));
  }

  /** Returns bars drawn to a writer if a person sits before it. */
  static Progress onTerminal(PrintWriter writer) {
    return isTerminal() && !"dumb".equals(System.getenv("TERM")) ? on(writer) : none();
  }

  /**
   * Begins a piece of work.
   *
   * @param name what is done, at most a few words
   * @param total how many ticks it takes, a count
   */
  Bar start(String name, int total) {
    return new Bar(name, total, done -> "");
  }

  /**
   * Goes on with a long piece of work, whose bar says how long it is still likely to take.
   *
   * @param name what is done, at most a few words
   * @param total how many ticks all of it takes, a count
   * @param done how many of them were done before, a count
   * @param clock tells how fast it is
   */
  Bar resume(String name, int total, int done, Clock clock) {
    Instant start = clock.instant();
    Bar bar = new Bar(name, total, now -> left(start, clock.instant(), now - done, total - now));
    bar.done = done;
    return bar;
  }

  /** As long again for each tick that is left as it took for one. */
  private static String left(Instant start, Instant now, int done, int left) {
    long seconds = Duration.between(start, now).toSeconds() * left / Math.max(done, 1);
    if (seconds >= 3600) {
      return ", %d h %d min left".formatted(seconds / 3600, seconds / 60 % 60);
    }
    return seconds >= 60
        ? ", %d min left".formatted(seconds / 60)
        : ", %d s left".formatted(seconds);
  }

  /** From JDK 22 to 24 there is a console in a pipe too, and a question for the difference. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      Method question = Console.class.getMethod("isTerminal");
      return Boolean.TRUE.equals(question.invoke(console));
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }

  /** The bar of one piece of work; closing it clears the line. */
  final class Bar implements AutoCloseable {

    private final String name;
    private final int total;
    private final IntFunction<String> note;
    private int done;
    private String shown = "";

    private Bar(String name, int total, IntFunction<String> note) {
      this.name = name;
      this.total = total;
      this.note = note;
    }

    /** Moves on by one; the line is drawn again when its picture changes. */
    void tick() {
      done++;
      int percent = (int) (100L * done / Math.max(total, 1));
      int full = WIDTH * percent / 100;
      String bar =
          "%s [%s%s] %3d%%%s"
              .formatted(
                  name, "#".repeat(full), "-".repeat(WIDTH - full), percent, note.apply(done));
      if (!bar.equals(shown)) {
        String rest = " ".repeat(Math.max(0, shown.length() - bar.length()));
        shown = bar;
        write("\r" + bar + rest);
      }
    }

    /** Wipes the line, so that another one can be printed; the next tick draws it again. */
    void clear() {
      if (!shown.isEmpty()) {
        write("\r" + " ".repeat(shown.length()) + "\r");
        shown = "";
      }
    }

    @Override
    public void close() {
      clear();
    }

    private void write(String text) {
      terminal.ifPresent(
          writer -> {
            writer.print(text);
            writer.flush();
          });
    }
  }
}
