package org.gradus.cli.prove;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.gradus.check.Json;
import org.gradus.check.Report;
import org.gradus.check.operation.OperationCheck;
import org.gradus.learn.state.WholeFile;
import org.gradus.tensor.op.Operation;

/**
 * Right operations before every oracle and law over many seeds, each of which should be silent.
 *
 * @param version name and version of the program
 * @param operations the operations, in the order they are checked
 * @param first the first seed
 * @param cases cases for each operation and seed, a count
 */
// [impl->cli~prove-seeds~1]
public record FalseAlarms(String version, List<Operation> operations, long first, int cases) {
  private static final Pattern LINE =
      Pattern.compile(
          "\\{\"seed\": (-?\\d+), \"cases\": (\\d+), \"numbers\": (\\d+), \"failures\": \\[(.*)]}");
  private static final Pattern FAILURE = Pattern.compile("\"([^\"]*)\"");

  /**
   * What one seed has shown.
   *
   * @param seed the seed
   * @param cases number of cases, a count
   * @param numbers how many numbers were compared
   * @param failures operation and number of each case in which something disagreed, for example
   *     {@code matmul 3}
   */
  public record Seed(long seed, int cases, long numbers, List<String> failures) {
    private String json() {
      return Json.object(
          Json.member("seed", seed),
          Json.member("cases", cases),
          Json.member("numbers", numbers),
          Json.member("failures", Json.array(failures.stream().map(Json::text))));
    }

    /** The commands that run each failed case again. */
    public List<String> replays() {
      return failures.stream()
          .map(failure -> failure.split(" "))
          .map(parts -> Checked.replay(parts[0], seed, Integer.parseInt(parts[1])))
          .toList();
    }
  }

  /** First line of the journal of this run: how many seeds it has is open. */
  String head() {
    return Json.object(
        Json.member("run", Json.text("false alarms")),
        Json.member("version", Json.text(version)),
        Json.member("first", first),
        Json.member("cases", cases),
        Json.member("operations", Json.array(operations.stream().map(o -> Json.text(o.id())))));
  }

  /**
   * Check seeds one after another; those that the journal holds are read from it.
   *
   * @param count number of seeds
   * @param journal where to keep the results
   * @param after called with each seed that was run
   * @throws JournalException if the journal does not hold what this run writes
   */
  public List<Seed> run(
      int count, Optional<Journal> journal, InOrder threads, Consumer<Seed> after) {
    List<Seed> seeds = new ArrayList<>();
    journal.ifPresent(kept -> seeds.addAll(read(kept, count)));
    while (seeds.size() < count) {
      Seed seed = check(first + seeds.size(), threads);
      journal.ifPresent(kept -> kept.append(seed.json()));
      seeds.add(seed);
      after.accept(seed);
    }
    return List.copyOf(seeds);
  }

  /**
   * Open the journal of this run.
   *
   * @throws JournalException if it cannot be gone on with
   */
  public Journal journal(Path file) {
    return Journal.open(file, head());
  }

  private List<Seed> read(Journal journal, int count) {
    List<Seed> seeds = new ArrayList<>();
    List<String> lines = journal.lines();
    for (int i = 0; i < Math.min(count, lines.size()); i++) {
      String line = lines.get(i);
      long expected = first + i;
      int number = i + 2;
      seeds.add(
          parse(line)
              .filter(seed -> seed.seed() == expected && seed.json().equals(line))
              .orElseThrow(
                  () ->
                      JournalException.malformed(
                          journal.file(), number, "seed " + expected, line)));
    }
    return seeds;
  }

  /** A group that every match has. */
  private static String part(Matcher parts, int group) {
    return String.valueOf(parts.group(group));
  }

  private static Optional<Seed> parse(String line) {
    Matcher parts = LINE.matcher(line);
    try {
      return parts.matches()
          ? Optional.of(
              new Seed(
                  Long.parseLong(part(parts, 1)),
                  Integer.parseInt(part(parts, 2)),
                  Long.parseLong(part(parts, 3)),
                  FAILURE
                      .matcher(part(parts, 4))
                      .results()
                      .map(found -> String.valueOf(found.group(1)))
                      .toList()))
          : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private Seed check(long seed, InOrder threads) {
    long[] numbers = new long[1];
    List<String> failures = new ArrayList<>();
    threads.each(
        operations,
        operation -> check(operation, seed),
        one -> {
          numbers[0] += one.numbers();
          failures.addAll(one.failures());
        });
    return new Seed(seed, operations.size() * cases, numbers[0], List.copyOf(failures));
  }

  private Seed check(Operation operation, long seed) {
    OperationCheck check = OperationCheck.of(operation);
    List<Report> reports =
        IntStream.range(0, cases).mapToObj(number -> check.checkCase(seed, number)).toList();
    return new Seed(
        seed,
        cases,
        reports.stream().mapToLong(Report::numbers).sum(),
        IntStream.range(0, cases)
            .filter(number -> !reports.get(number).agrees())
            .mapToObj(number -> operation.id() + " " + number)
            .toList());
  }

  /**
   * Write {@code false-alarms.json}, what is recorded of a run.
   *
   * @param folder where to; it is made where it is missing
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void write(Path folder, Versions versions, List<Seed> seeds) {
    WholeFile.write(
        folder.resolve("false-alarms.json"),
        Evidence.of(versions, this, seeds).getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What all seeds together show, in one sentence.
   *
   * <p>Where none of n failed, fewer than 3/n of all seeds do, with 95 % confidence: the rule of
   * three, for (1 − 3/n)ⁿ is less than e⁻³ = 5 %.
   */
  public static String summary(List<Seed> seeds) {
    long alarms = seeds.stream().filter(seed -> !seed.failures().isEmpty()).count();
    return String.format(
        Locale.ROOT,
        "seeds %d to %d: %,d cases, %,d numbers; %s",
        seeds.get(0).seed(),
        seeds.get(seeds.size() - 1).seed(),
        seeds.stream().mapToLong(Seed::cases).sum(),
        seeds.stream().mapToLong(Seed::numbers).sum(),
        alarms == 0
            ? "no false alarm, so fewer than "
                + bound(seeds.size())
                + " of all seeds raise one, with 95 % confidence"
            : String.format(Locale.ROOT, "%,d of %,d seeds raised an alarm", alarms, seeds.size()));
  }

  private static String bound(int seeds) {
    return seeds < 4 ? "100 %" : String.format(Locale.ROOT, "%.2g %%", 300.0 / seeds);
  }
}
