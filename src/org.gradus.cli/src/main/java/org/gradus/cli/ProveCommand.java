package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.gradus.cli.prove.Checked;
import org.gradus.cli.prove.FalseAlarms;
import org.gradus.cli.prove.FalseAlarms.Seed;
import org.gradus.cli.prove.InOrder;
import org.gradus.cli.prove.Journal;
import org.gradus.cli.prove.LawProof;
import org.gradus.cli.prove.ProjectFiles;
import org.gradus.cli.prove.Proof;
import org.gradus.cli.prove.PublishedRule.Judged;
import org.gradus.cli.prove.Recorded;
import org.gradus.cli.prove.Run;
import org.gradus.cli.prove.Scope;
import org.gradus.cli.prove.Versions;
import org.gradus.tensor.op.Operation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code gradus prove}: that operations are right, and that the proofs can fail. */
// [impl->cli~prove~1]
@Command(
    name = "prove",
    description = {
      "Prove operations, and show how sharp the proofs are.",
      "",
      "Every operation is checked by every oracle, as gradus check does. --kill-matrix makes every"
          + " known mistake on purpose, each of which the proof that looks there must catch."
          + " --small-scope walks through every small case, so that nothing small is left to chance."
          + " --seeds repeats the checks over many seeds, in which right operations must raise no"
          + " alarm."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:every number agreed, and every mistake was caught by the proof that should",
      "1:a check or a small case failed, a mistake survived, or a seed raised an alarm",
      "2:bad usage or input"
    })
final class ProveCommand implements Callable<Integer> {
  private static final int TRIES = 500;
  private static final int TRIES_OF_A_SEED = 5;
  private static final int SCOPE_LIMIT = 8000;

  private final Main main;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      arity = "0..*",
      paramLabel = "op",
      description = "Operations to prove, or engine, or optimizers; all of them unless named.",
      completionCandidates = Chosen.Ids.class)
  private List<String> ids = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description =
          "Seed of the random cases, or the first of --seeds; ${DEFAULT-VALUE} unless given.")
  private long seed;

  @Option(
      names = "--tries",
      paramLabel = "N",
      description =
          "Random cases for each operation, "
              + TRIES
              + " unless given; with --seeds for each operation and seed, "
              + TRIES_OF_A_SEED
              + " unless given.")
  private Optional<Integer> tries = Optional.empty();

  @Option(
      names = "--kill-matrix",
      description = "Make every known mistake on purpose, and see which oracles and laws catch it.")
  private boolean mistakes;

  @Option(
      names = "--small-scope",
      description =
          "Walk through every small case: each shape up to rank 3 with lengths from 0 to 3, each pair"
              + " that broadcasts, each set of axes.")
  private boolean small;

  @Option(
      names = "--scope-limit",
      paramLabel = "N",
      description =
          "Largest number of small cases of each operation, "
              + SCOPE_LIMIT
              + " unless given; operations with more are walked through in part.")
  private Optional<Integer> scopeLimit = Optional.empty();

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Check over N seeds instead, and count the false alarms.")
  private Optional<Integer> seeds = Optional.empty();

  @Option(
      names = "--journal",
      paramLabel = "FILE",
      description =
          "Keep each seed in FILE; the same command goes on where a run was stopped or killed.")
  private Optional<Path> journal = Optional.empty();

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write evidence.json, index.html and comparison.html to DIR; with --seeds"
              + " false-alarms.json.")
  private Optional<Path> report = Optional.empty();

  ProveCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() throws IOException {
    List<String> subjects =
        ids.isEmpty()
            ? LawProof.SUBJECTS
            : ids.stream().filter(LawProof.SUBJECTS::contains).toList();
    List<String> named = ids.stream().filter(id -> !subjects.contains(id)).toList();
    List<Operation> operations =
        named.isEmpty() && !ids.isEmpty() ? List.of() : Chosen.operations(named, spec);
    requireOptions();
    if (seeds.isPresent() && !ids.isEmpty() && !subjects.isEmpty()) {
      throw UsageException.seedsOfNoOperation(seeds.get(), subjects.get(0));
    }
    boolean holds =
        seeds.isPresent() ? countAlarms(operations, seeds.get()) : prove(operations, subjects);
    return holds ? 0 : 1;
  }

  private void requireOptions() {
    tries.filter(given -> given < 1).ifPresent(given -> refuseCount("--tries", "cases", given));
    seeds.filter(given -> given < 1).ifPresent(given -> refuseCount("--seeds", "seeds", given));
    if (seeds.isEmpty() && journal.isPresent()) {
      throw UsageException.journalWithoutSeeds(journal.get());
    }
    scopeLimit
        .filter(given -> given < 1)
        .ifPresent(given -> refuseCount("--scope-limit", "structures", given));
    if (scopeLimit.isPresent() && !small) {
      throw UsageException.limitWithoutScope(scopeLimit.get());
    }
    if (seeds.isPresent() && mistakes) {
      throw UsageException.seedsBeside("--kill-matrix", seeds.get());
    }
    if (seeds.isPresent() && small) {
      throw UsageException.seedsBeside("--small-scope", seeds.get());
    }
    report.ifPresent(folder -> Folders.require("--report", folder));
  }

  private static void refuseCount(String option, String what, int given) {
    throw UsageException.fewerThanOne(option, what, given);
  }

  private boolean prove(List<Operation> operations, List<String> subjects) throws IOException {
    OptionalInt scope =
        small ? OptionalInt.of(scopeLimit.orElse(SCOPE_LIMIT)) : OptionalInt.empty();
    Proof.Plan plan = new Proof.Plan(seed, tries.orElse(TRIES), mistakes, scope);
    List<Proof> proofs = operations.isEmpty() ? List.of() : prove(operations, plan);
    List<LawProof> laws = LawProof.of(plan, subjects);
    PrintWriter out = main.out();
    LawTable lawTable = new LawTable(laws);
    lawTable.verdicts().forEach(out::println);
    if (mistakes && !laws.isEmpty()) {
      out.println();
      lawTable.kills().forEach(out::println);
    }
    out.flush();
    boolean judgedRight = report.isEmpty() || write(report.get(), plan, proofs, laws);
    return judgedRight
        && proofs.stream().allMatch(Proof::holds)
        && laws.stream().allMatch(LawProof::holds);
  }

  private List<Proof> prove(List<Operation> operations, Proof.Plan plan) {
    PrintWriter out = main.out();
    CheckTable table = new CheckTable(operations);
    out.println(table.head());
    out.flush();
    List<Proof> proofs = new ArrayList<>();
    try (Progress.Bar bar = main.progress().start("proving", operations.size())) {
      plan.run(
          operations,
          InOrder.onAllProcessors(),
          proof -> {
            proofs.add(proof);
            bar.clear();
            out.println(table.line(proof.checked()));
            out.flush();
            bar.tick();
          });
    }
    List<Checked> checked = proofs.stream().map(Proof::checked).toList();
    out.println(table.foot(checked, seed));
    checked.stream().flatMap(one -> one.failure().stream()).forEach(out::println);
    proofs.stream()
        .map(Proof::vacuity)
        .filter(vacuity -> !vacuity.lacking().isEmpty())
        .forEach(vacuity -> out.println("\n" + vacuity));
    if (mistakes) {
      out.println();
      new KillTable(proofs).lines().forEach(out::println);
    }
    if (small) {
      out.println();
      new ScopeTable(proofs, Scope.of(plan.scope(), proofs)).lines().forEach(out::println);
    }
    out.flush();
    return proofs;
  }

  /** Returns whether the published rules were judged as they should be. */
  private boolean write(Path folder, Proof.Plan plan, List<Proof> proofs, List<LawProof> laws)
      throws IOException {
    List<Judged> judged = Run.judge(plan, InOrder.onAllProcessors());
    Run run = new Run(versions(), plan, proofs, laws, judged, Recorded.bundled());
    run.write(folder, ProjectFiles.around(Path.of("")));
    main.out().println();
    main.out().println(run.comparison());
    main.out().printf("Written to %s: index.html, comparison.html, evidence.json%n", folder);
    main.out().flush();
    return judged.stream().allMatch(Judged::isRight);
  }

  private static Versions versions() throws IOException {
    return Versions.of(new Version().getVersion()[0], Clock.systemUTC());
  }

  private boolean countAlarms(List<Operation> operations, int count) throws IOException {
    FalseAlarms run =
        new FalseAlarms(versions().gradus(), operations, seed, tries.orElse(TRIES_OF_A_SEED));
    List<Seed> found;
    if (journal.isPresent()) {
      try (Journal kept = run.journal(journal.get())) {
        found = countAlarms(run, count, Optional.of(kept));
      }
    } else {
      found = countAlarms(run, count, Optional.empty());
    }
    PrintWriter out = main.out();
    out.println(FalseAlarms.summary(found));
    found.stream()
        .flatMap(one -> one.replays().stream())
        .forEach(command -> out.println("replay: " + command));
    if (report.isPresent()) {
      run.write(report.get(), versions(), found);
      out.printf("Written to %s: false-alarms.json%n", report.get());
    }
    out.flush();
    return found.stream().allMatch(one -> one.failures().isEmpty());
  }

  private List<Seed> countAlarms(FalseAlarms run, int count, Optional<Journal> kept) {
    int done = Math.min(count, kept.map(journal -> journal.lines().size()).orElse(0));
    try (Progress.Bar bar = main.progress().resume("seeds", count, done, Clock.systemUTC())) {
      return run.run(count, kept, InOrder.onAllProcessors(), one -> bar.tick());
    }
  }
}
