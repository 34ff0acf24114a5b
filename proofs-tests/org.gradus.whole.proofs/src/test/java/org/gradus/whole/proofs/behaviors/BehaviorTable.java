package org.gradus.whole.proofs.behaviors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.whole.proofs.behaviors.Evidence.Outcome;
import org.gradus.whole.proofs.behaviors.Example.Expected;

/**
 * The behaviors as the docs show them, with what running the first example of each has said: the
 * first line of PyTorch, and the first two of Gradus, the second of which says why or what to do.
 */
final class BehaviorTable {

  private static final int WIDTH = 120;
  private static final String WARNS = "<br>and warns<br>";

  private BehaviorTable() {}

  /** How many behaviors have which verdict, and how much was run. */
  static String counts() {
    List<Example> examples =
        Behaviors.all().stream().flatMap(behavior -> behavior.examples().stream()).toList();
    long run = examples.stream().filter(e -> !(e.expected() instanceof Expected.Nothing)).count();
    return Arrays.stream(Verdict.values())
            .map(verdict -> "%3d  %s%n".formatted(count(verdict), verdict.words()))
            .collect(Collectors.joining())
        + "\n%3d  cases executed with PyTorch%n%3d  programs run here, with javac or Java"
            .formatted(Behaviors.fixture().size(), run);
  }

  private static long count(Verdict verdict) {
    return Behaviors.all().stream().filter(behavior -> behavior.verdict() == verdict).count();
  }

  static String backwardCalls() {
    return rows(BackwardCalls.BEHAVIORS);
  }

  static String gradCalls() {
    return rows(GradCalls.BEHAVIORS);
  }

  static String leaves() {
    return rows(Leaves.BEHAVIORS);
  }

  static String accumulation() {
    return rows(Accumulation.BEHAVIORS);
  }

  static String modes() {
    return rows(Modes.BEHAVIORS);
  }

  static String inPlace() {
    return rows(InPlace.BEHAVIORS);
  }

  static String viewsInPlace() {
    return rows(ViewsInPlace.BEHAVIORS);
  }

  static String broadcasting() {
    return rows(Broadcasting.BEHAVIORS);
  }

  static String higherOrder() {
    return rows(HigherOrder.BEHAVIORS);
  }

  static String hooksAndGraph() {
    return rows(HooksAndGraph.BEHAVIORS);
  }

  static String kinks() {
    return rows(Kinks.BEHAVIORS);
  }

  static String lossCalls() {
    return rows(LossCalls.BEHAVIORS);
  }

  static String optimizerCalls() {
    return rows(OptimizerCalls.BEHAVIORS);
  }

  static String modules() {
    return rows(Modules.BEHAVIORS);
  }

  private static String rows(List<Behavior> behaviors) {
    return "\n| | behavior | case | PyTorch 2.13 | Gradus | |\n| --- | --- | --- | --- | --- | --- |\n"
        + behaviors.stream().map(BehaviorTable::row).collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String row(Behavior behavior) {
    Example example = behavior.examples().get(0);
    String why = behavior.why().isEmpty() ? "" : ": " + behavior.why();
    return "| %s | %s | %s | %s | %s | **%s**%s |"
        .formatted(
            behavior.id(),
            behavior.title(),
            example.title(),
            Behaviors.evidence(example).map(BehaviorTable::there).orElse(""),
            here(example),
            behavior.verdict().words(),
            why);
  }

  private static String there(Evidence evidence) {
    String outcome =
        evidence.outcome() instanceof Outcome.Raised raised
            ? raised.message()
            : ((Outcome.Returned) evidence.outcome()).value().toString();
    Optional<String> warning = evidence.warnings().stream().findFirst();
    return lines(outcome, 1)
        + warning.map(text -> WARNS + lines(withoutCategory(text), 1)).orElse("");
  }

  private static String withoutCategory(String warning) {
    return warning.replaceFirst("^\\w+: ", "");
  }

  private static String here(Example example) {
    if (example.expected() instanceof Expected.Nothing) {
      return "";
    }
    Run run = example.program().get();
    if (example.expected() instanceof Expected.NoProgram javac) {
      String first = run.result().toString().lines().findFirst().orElse("");
      return lines(first.contains(javac.words()) ? first : first + "\n" + javac.words(), 2);
    }
    Optional<String> warning = run.warnings().stream().findFirst();
    return lines(run.result().toString(), 2)
        + warning.map(text -> WARNS + lines(text, 2)).orElse("");
  }

  /** The first lines of a text, each as much as the table takes, as code. */
  private static String lines(String text, int count) {
    return text.lines().limit(count).map(BehaviorTable::code).collect(Collectors.joining("<br>"));
  }

  private static String code(String line) {
    String bare = line.strip();
    int end = bare.length() <= WIDTH ? -1 : bare.lastIndexOf(' ', WIDTH);
    String shown = end < 0 ? bare : bare.substring(0, end) + " …";
    String fence = shown.contains("`") ? "``" : "`";
    String room = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
    return fence + room + shown.replace("|", "\\|") + room + fence;
  }
}
