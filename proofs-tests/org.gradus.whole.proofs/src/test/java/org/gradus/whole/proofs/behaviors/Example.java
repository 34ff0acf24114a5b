package org.gradus.whole.proofs.behaviors;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.ShapeException;
import org.gradus.whole.proofs.behaviors.Evidence.Outcome;
import org.gradus.whole.proofs.behaviors.Run.Result;

/**
 * One case of a behavior: what PyTorch did, and a program that does the same here.
 *
 * @param title name of the case of the fixture, or a few words where there is none
 * @param program what is run
 * @param expected what must come of it
 * @param warnings what must be warned of, each word for word
 * @param why why the outcome is not that of the fixture; empty where it is
 */
record Example(
    String title, Supplier<Run> program, Expected expected, List<String> warnings, String why) {

  /** What must come of an example. */
  sealed interface Expected {

    /** The value of the fixture. */
    record AsThere() implements Expected {}

    /** A value that is written down. */
    record Value(Datum value) implements Expected {}

    /** A refusal with its whole message. */
    record Refusal(Class<? extends Exception> type, String message) implements Expected {}

    /** javac refuses the program; lines of what it says. */
    record NoProgram(String words) implements Expected {}

    /** There is nothing to run. */
    record Nothing() implements Expected {}
  }

  Example warning(String text) {
    return new Example(title, program, expected, List.of(text), why);
  }

  /** Runs the program and tells what is not as claimed; empty where all is. */
  Optional<String> fault(Optional<Evidence> evidence) {
    if (expected instanceof Expected.Nothing) {
      return Optional.empty();
    }
    Run run = program.get();
    Optional<String> fault = unexpected(run.result(), evidence);
    if (fault.isPresent()) {
      return fault;
    }
    if (!run.warnings().equals(warnings)) {
      return Optional.of("it must warn of " + warnings + ", and warned of " + run.warnings());
    }
    return evidence.flatMap(there -> unlike(run, there));
  }

  private Optional<String> unexpected(Result result, Optional<Evidence> evidence) {
    if (expected instanceof Expected.AsThere) {
      return evidence
          .map(there -> disagreement(there.outcome(), result))
          .orElse(Optional.of("there is no case " + title + " in the fixture"));
    }
    if (expected instanceof Expected.Value value && result instanceof Result.Value found) {
      return value.value().difference(found.value());
    }
    if (expected instanceof Expected.Refusal refusal && result instanceof Result.Refusal found) {
      return refusal.type() == found.type() && refusal.message().equals(found.message())
          ? Optional.empty()
          : Optional.of("it must fail with\n" + refusal + "\nand failed with\n" + found);
    }
    if (expected instanceof Expected.NoProgram words && result instanceof Result.NoProgram found) {
      return words.words().lines().allMatch(line -> found.messages().contains(line))
          ? Optional.empty()
          : Optional.of("javac must say\n" + words.words() + "\nand said\n" + found.messages());
    }
    return Optional.of("it must end with\n" + expected + "\nand ended with\n" + result);
  }

  /** What is claimed to be as in the fixture must be, and what is claimed to differ must differ. */
  private Optional<String> unlike(Run run, Evidence evidence) {
    Optional<String> disagreement = disagreement(evidence.outcome(), run.result());
    boolean silent = run.warnings().isEmpty() && !evidence.warnings().isEmpty();
    if (why.isEmpty() && disagreement.isPresent()) {
      return disagreement;
    }
    if (why.isEmpty() && silent) {
      return Optional.of("PyTorch warns of " + evidence.warnings() + ", and Gradus is silent");
    }
    boolean louder = !run.warnings().isEmpty() && evidence.warnings().isEmpty();
    if (!why.isEmpty() && disagreement.isEmpty() && !silent && !louder) {
      return Optional.of("it is claimed to differ from PyTorch, and does not: " + why);
    }
    return Optional.empty();
  }

  private static Optional<String> disagreement(Outcome there, Result here) {
    if (there instanceof Outcome.Returned returned && here instanceof Result.Value value) {
      return returned.value().difference(value.value());
    }
    if (there instanceof Outcome.Raised raised && here instanceof Result.Refusal refusal) {
      return counterparts(raised).contains(refusal.type())
          ? Optional.empty()
          : Optional.of(raised.type() + " there, " + refusal.type().getSimpleName() + " here");
    }
    if (there instanceof Outcome.Raised && here instanceof Result.NoProgram) {
      return Optional.empty();
    }
    return Optional.of("PyTorch ended with\n" + there + "\nand Gradus with\n" + here);
  }

  /**
   * Exceptions that stand for one of Python. Whatever is said of None is an absent gradient, and a
   * state that is loaded is an argument.
   */
  private static List<Class<? extends Exception>> counterparts(Outcome.Raised raised) {
    if (raised.message().contains("NoneType")) {
      return List.of(GradientException.class);
    }
    if (raised.message().startsWith("Error(s) in loading state_dict")) {
      return List.of(IllegalArgumentException.class);
    }
    return switch (raised.type()) {
      case "RuntimeError" -> List.of(GradientException.class, ShapeException.class);
      case "IndexError" -> List.of(IndexOutOfBoundsException.class);
      case "ValueError" -> List.of(IllegalArgumentException.class, ShapeException.class);
      case "TypeError" -> List.of(IllegalArgumentException.class);
      default -> List.of();
    };
  }

  /** Name of the case of the fixture, without a part. */
  String caseName() {
    return Objects.requireNonNull(title.split("/", 2)[0]);
  }
}
