package org.gradus.whole.proofs.behaviors;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gradus.whole.proofs.behaviors.Evidence.Outcome;
import org.gradus.whole.proofs.behaviors.Example.Expected;

/** The behaviors as the docs show them, with what running the first example of each has said. */
final class BehaviorTable {

  private static final int WIDTH = 120;

  private BehaviorTable() {}

  /** How many behaviors have which verdict. */
  static String counts() {
    return Arrays.stream(Verdict.values())
        .map(
            verdict ->
                "%3d  %s"
                    .formatted(
                        Behaviors.all().stream().filter(b -> b.verdict() == verdict).count(),
                        verdict.words()))
        .collect(Collectors.joining("\n"));
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
            example.caseName(),
            Behaviors.evidence(example).map(BehaviorTable::there).orElse(""),
            here(example),
            behavior.verdict().words(),
            why);
  }

  private static String there(Evidence evidence) {
    return cell(
        evidence.outcome() instanceof Outcome.Raised raised
            ? raised.message()
            : ((Outcome.Returned) evidence.outcome()).value().toString(),
        evidence.warnings().stream().findFirst().map(BehaviorTable::withoutCategory));
  }

  private static String withoutCategory(String warning) {
    return warning.replaceFirst("^\\w+: ", "");
  }

  private static String here(Example example) {
    if (example.expected() instanceof Expected.Nothing) {
      return "";
    }
    Run run = example.program().get();
    return cell(run.result().toString(), run.warnings().stream().findFirst());
  }

  private static String cell(String outcome, Optional<String> warning) {
    return code(outcome) + warning.map(text -> " and warns " + code(text)).orElse("");
  }

  /** The first line or as much of it as the table takes, as code. */
  private static String code(String text) {
    String line = text.lines().findFirst().orElse("");
    int end = line.length() <= WIDTH ? -1 : line.lastIndexOf(' ', WIDTH);
    String shown = end < 0 ? line : line.substring(0, end) + " …";
    String fence = shown.contains("`") ? "``" : "`";
    String room = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
    return fence + room + shown.replace("|", "\\|") + room + fence;
  }
}
