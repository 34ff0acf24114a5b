package org.gradus.whole.proofs.docs.chapters;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Consumer;

/** What the example of a page prints, the same in every country. */
final class Printed {

  private Printed() {}

  /** Returns what an example prints to the stream it is given. */
  static String by(Consumer<PrintStream> example) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    example.accept(
        new PrintStream(bytes, true, StandardCharsets.UTF_8) {
          @Override
          public PrintStream printf(String format, Object... args) {
            return format(Locale.ROOT, format, args);
          }
        });
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /**
   * Returns the exception an example ends with, as the end of a program prints it.
   *
   * @throws IllegalStateException if the example ends without one
   */
  static String refusal(Runnable example) {
    try {
      example.run();
    } catch (RuntimeException refusal) {
      return refusal.toString();
    }
    throw new IllegalStateException("the example was expected to be refused, and ran");
  }
}
