package org.gradus.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.util.Optional;

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
    return new Bar(name, total);
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
    private int done;
    private int shown = -1;

    private Bar(String name, int total) {
      this.name = name;
      this.total = total;
    }

    /** Moves on by one; the line is drawn again when its picture changes. */
    void tick() {
      done++;
      int percent = (int) (100L * done / Math.max(total, 1));
      if (percent != shown) {
        shown = percent;
        terminal.ifPresent(writer -> draw(writer, percent));
      }
    }

    @Override
    public void close() {
      if (shown >= 0) {
        terminal.ifPresent(
            writer -> {
              writer.print("\r" + " ".repeat(name.length() + WIDTH + 8) + "\r");
              writer.flush();
            });
      }
    }

    private void draw(PrintWriter writer, int percent) {
      int full = WIDTH * percent / 100;
      writer.print(
          "\r%s [%s%s] %3d%%".formatted(name, "#".repeat(full), "-".repeat(WIDTH - full), percent));
      writer.flush();
    }
  }
}
