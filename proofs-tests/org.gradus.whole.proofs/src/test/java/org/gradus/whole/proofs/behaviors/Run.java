package org.gradus.whole.proofs.behaviors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.gradus.tensor.Warnings;
import org.gradus.whole.proofs.lesson.Javac;
import org.jspecify.annotations.Nullable;

/**
 * What came of an example.
 *
 * @param result what happened
 * @param warnings what was warned of
 */
record Run(Result result, List<String> warnings) {

  /** Lines of the examples move; which file they are in does not. */
  private static final Pattern LINE = Pattern.compile("(\\w+\\.java):\\d+");

  /** What happened. */
  sealed interface Result {

    /** A value was returned. */
    record Value(Datum value) implements Result {
      @Override
      public String toString() {
        return value.toString();
      }
    }

    /** An exception was thrown; the numbers of lines in its message are left out. */
    record Refusal(Class<?> type, String message) implements Result {
      @Override
      public String toString() {
        return message;
      }
    }

    /** The program does not compile; what javac says. */
    record NoProgram(String messages) implements Result {
      @Override
      public String toString() {
        return messages;
      }
    }
  }

  /** Runs an example. */
  static Run of(Callable<?> example) {
    List<String> warnings = new ArrayList<>();
    try (Warnings listening = Warnings.to(warning -> warnings.add(withoutLines(warning)))) {
      return new Run(new Result.Value(Datum.of(example.call())), warnings);
    } catch (Exception e) {
      return new Run(new Result.Refusal(e.getClass(), withoutLines(e.getMessage())), warnings);
    }
  }

  /** Asks javac about a statement. */
  static Run ofStatement(String statement) {
    String messages = Javac.messages(statement);
    return new Run(
        messages.isEmpty()
            ? new Result.Value(new Datum.Text("it compiles"))
            : new Result.NoProgram(messages),
        List.of());
  }

  private static String withoutLines(@Nullable String text) {
    return text == null ? "" : LINE.matcher(text).replaceAll("$1:N");
  }
}
