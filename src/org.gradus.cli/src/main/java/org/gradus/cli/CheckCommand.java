package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradus.check.Json;
import org.gradus.cli.prove.Checked;
import org.gradus.tensor.op.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code gradus check}: every operation against every oracle, one line each. */
// [impl->cli~check~1]
@Command(
    name = "check",
    description = {
      "Check the gradient of operations by every oracle, over random cases.",
      "",
      "A number is the worst relative error an oracle has seen; - where it had nothing to compare."
          + " Sensitivity is the largest relative error of the rule that could have gone unnoticed."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every number agreed",
      "1:a check failed; its report names the command that replays it",
      "2:bad usage or input"
    })
final class CheckCommand implements Callable<Integer> {
  private static final String DEFAULT_TRIES = "500";

  private final Main main;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "op",
      description = "Operations to check; all of the catalogue unless named.",
      completionCandidates = Chosen.Ids.class)
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "42",
      description = "Seed of the random cases, ${DEFAULT-VALUE} unless given.")
  private long seed;

  @Option(
      names = "--tries",
      paramLabel = "N",
      defaultValue = DEFAULT_TRIES,
      description = "Random cases for each operation, ${DEFAULT-VALUE} unless given.")
  private int tries;

  @Option(
      names = "--case",
      paramLabel = "T",
      description = "Only case T, from 0: replays what a report names.")
  private Optional<Integer> only = Optional.empty();

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write everything as JSON to FILE, or with - to standard output instead.")
  private Optional<String> json = Optional.empty();

  @Option(names = "--list", description = "List the operations with their formulas and rules.")
  private boolean list;

  CheckCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    PrintWriter out = main.out();
    List<Operation> operations = Chosen.operations(ids, spec);
    if (list) {
      operations.forEach(operation -> out.println(entry(operation)));
      out.flush();
      return 0;
    }
    requireCounts();
    json.ifPresent(this::requireFile);
    boolean toOut = json.equals(Optional.of("-"));
    PrintWriter text = toOut ? new PrintWriter(Writer.nullWriter()) : out;
    CheckTable table = new CheckTable(operations);
    text.println(table.head());
    List<Checked> all = new ArrayList<>();
    for (Operation operation : operations) {
      Checked checked = check(operation);
      all.add(checked);
      text.println(table.line(checked));
      text.flush();
    }
    text.println(table.foot(all, seed));
    all.stream().flatMap(checked -> checked.failure().stream()).forEach(text::println);
    text.flush();
    if (toOut) {
      out.println(json(all));
      out.flush();
    } else {
      json.ifPresent(file -> write(file, all));
    }
    return all.stream().allMatch(Checked::passed) ? 0 : 1;
  }

  private Checked check(Operation operation) {
    int count = only.isEmpty() ? tries : 1;
    String remedy = only.isEmpty() ? "raise --tries, now " + tries : "choose another --case";
    try (Progress.Bar bar = main.progress().start(operation.id(), count)) {
      return Checked.of(operation, seed, only.orElse(0), count, remedy, bar::tick);
    }
  }

  private static String entry(Operation operation) {
    return String.format(
        Locale.ROOT,
        "%-14s %-34s %s",
        operation.id(),
        operation.formula().replaceAll("\\s+", " "),
        operation.rule().replaceAll("\\s+", " "));
  }

  private void requireCounts() {
    if (tries < 1) {
      throw bad("--tries must be at least 1, the number of cases\n  given  " + tries);
    }
    if (only.orElse(0) < 0) {
      throw bad("--case must be at least 0, the number of a case\n  given  " + only.orElse(0));
    }
  }

  /** Tells before the work what would refuse its result after it. */
  private void requireFile(String file) {
    if (file.equals("-")) {
      return;
    }
    Path path;
    try {
      path = Path.of(file).toAbsolutePath();
    } catch (InvalidPathException e) {
      throw bad("--json: the path of a file must be given\n  given  " + file);
    }
    Path folder = path.getParent();
    if (file.isBlank() || Files.isDirectory(path) || folder == null || !Files.isWritable(folder)) {
      throw bad(
          "--json: a file in a folder that exists and can be written must be given\n  given  "
              + file);
    }
  }

  private String json(List<Checked> all) {
    return Json.object(
        Json.member("seed", seed),
        Json.member("tries", only.isEmpty() ? tries : 1),
        Json.member("passed", all.stream().allMatch(Checked::passed)),
        Json.member(
            "operations", Json.array(all.stream().map(checked -> checked.report().json()))));
  }

  private void write(String file, List<Checked> all) {
    try {
      Files.writeString(Path.of(file), json(all) + "\n", StandardCharsets.UTF_8);
    } catch (IOException | InvalidPathException e) {
      throw bad("--json: the file could not be written\n  file   " + file + "\n  cause  " + e);
    }
  }

  private ParameterException bad(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
