package org.gradus.whole.proofs.behaviors;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One behavior that autograd's users know, and the examples that show it.
 *
 * @param number its number in the list, from 1
 * @param title what it is, in a few words
 * @param verdict how Gradus stands to it
 * @param why the reason, or what is better; empty where all is the same
 * @param examples the cases of the fixture, and some more; the first is the telling one
 */
record Behavior(int number, String title, Verdict verdict, String why, List<Example> examples) {

  /** Statements that are expected to fail. */
  interface Steps {
    void run() throws Exception;
  }

  static Behavior of(int number, String title, Verdict verdict, String why) {
    return new Behavior(number, title, verdict, why, List.of());
  }

  static Behavior same(int number, String title) {
    return of(number, title, Verdict.SAME, "");
  }

  /** Name as the list has it. */
  String id() {
    return "B" + number;
  }

  // ---------------------------------------------------------------- examples

  /** A case that returns here what it returns there. */
  Behavior agrees(String evidence, Callable<?> program) {
    return with(evidence, () -> Run.of(program), new Example.Expected.AsThere(), "");
  }

  /** A case that is refused on both sides. */
  Behavior refuses(String evidence, Class<? extends Exception> type, Steps steps, String message) {
    return with(evidence, () -> Run.of(failing(steps)), refusal(type, message), "");
  }

  /** A case that returns something else here. */
  Behavior differs(String evidence, String why, Callable<?> program, Object value) {
    return with(evidence, () -> Run.of(program), new Example.Expected.Value(Datum.of(value)), why);
  }

  /** A case that is refused here alone. */
  Behavior refusesInstead(
      String evidence, String why, Class<? extends Exception> type, Steps steps, String message) {
    return with(evidence, () -> Run.of(failing(steps)), refusal(type, message), why);
  }

  /** A case that is refused there and cannot be written in Java: what javac says of it. */
  Behavior doesNotCompile(String evidence, String statement, String words) {
    return doesNotCompile(evidence, "", statement, words);
  }

  /** A case that cannot be written in Java, for a reason: what javac says of it. */
  Behavior doesNotCompile(String evidence, String why, String statement, String words) {
    return with(
        evidence, () -> Run.ofStatement(statement), new Example.Expected.NoProgram(words), why);
  }

  /** A case with no counterpart. */
  Behavior lacks(String evidence, String why) {
    Supplier<Run> nothing =
        () -> {
          throw new IllegalStateException(evidence + " has no counterpart to run");
        };
    return with(evidence, nothing, new Example.Expected.Nothing(), why);
  }

  private static Callable<?> failing(Steps steps) {
    return () -> {
      steps.run();
      return "nothing has failed";
    };
  }

  private static Example.Expected refusal(Class<? extends Exception> type, String message) {
    return new Example.Expected.Refusal(type, message);
  }

  private Behavior with(
      String evidence, Supplier<Run> program, Example.Expected expected, String reason) {
    return with(new Example(evidence, program, expected, List.of(), reason), examples);
  }

  private Behavior with(Example example, List<Example> before) {
    List<Example> more = new ArrayList<>(before);
    more.add(example);
    return new Behavior(number, title, verdict, why, List.copyOf(more));
  }

  /** The last example warns, in these words. */
  Behavior warning(String text) {
    return last(example -> example.warning(text));
  }

  private Behavior last(UnaryOperator<Example> change) {
    int last = examples.size() - 1;
    return with(change.apply(examples.get(last)), examples.subList(0, last));
  }
}
