package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.check.Comparison;
import org.gradus.check.Fault;
import org.gradus.check.Json;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Operation;

/**
 * Check of an operation in every small case, so that nothing small is left to chance.
 *
 * <pre>
 *   every rank up to 3 · every length from 0 to 3 · every pair of shapes that broadcast ·
 *   every set of axes, kept or not · every order of axes · every option ·
 *   every set of operands asked for a gradient
 * </pre>
 *
 * <p>Structures are walked whole, values are random. In each structure shape and value are held
 * against the definition, each gradient against exact forward mode and the adjoint identity, and
 * the gradients of some operands alone against those of all.
 */
// [impl->check~small-scope~1]
public final class SmallScope {
  private static final Set<Oracle> WITNESSES =
      EnumSet.of(Oracle.VALUE, Oracle.FORWARD_MODE, Oracle.ADJOINT, Oracle.REQUESTED);

  private final Operation operation;

  private SmallScope(Operation operation) {
    this.operation = operation;
  }

  /**
   * What was seen.
   *
   * @param report the comparisons
   * @param structures number of structures that were checked, a count
   * @param complete whether these are all there are
   * @param requests number of times that some operands, or none, were asked for a gradient
   */
  public record Outcome(Report report, int structures, boolean complete, long requests) {

    /** The report, then how much was looked at. */
    @Override
    public String toString() {
      return report
          + String.format(
              Locale.ROOT,
              "%n%,d structures, %s; %,d requests",
              structures,
              complete ? "complete" : "bounded",
              requests);
    }

    /** This outcome as one JSON object. */
    public String json() {
      return Json.object(
          Json.member("operation", Json.text(report.subject())),
          Json.member("structures", structures),
          Json.member("scope", Json.text(complete ? "complete" : "bounded")),
          Json.member("requests", requests),
          Json.member("numbers", report.numbers()),
          Json.member("report", report.json()));
    }
  }

  /** Small scope of an operation. */
  public static SmallScope of(Operation operation) {
    return new SmallScope(operation);
  }

  /**
   * One case of every structure; where there are more than {@code limit}, of at most that many
   * different ones.
   *
   * @param seed seed of the values
   * @param limit largest number of structures, a count
   * @throws IllegalArgumentException if the limit is not positive
   * @throws IllegalStateException if a structure depends on a value
   */
  public List<Case> cases(long seed, int limit) {
    Structures structures = structures(seed, limit);
    return IntStream.range(0, structures.paths().size())
        .mapToObj(number -> structures.draw(number, random(seed, number)))
        .toList();
  }

  /**
   * Check every structure; where there are more than {@code limit}, at most that many different
   * ones.
   *
   * @param seed seed of the values
   * @param limit largest number of structures, a count
   * @param progress called after each structure
   * @throws IllegalArgumentException if the limit is not positive
   * @throws IllegalStateException if a structure depends on a value
   */
  public Outcome run(long seed, int limit, Runnable progress) {
    Structures structures = structures(seed, limit);
    int size = structures.paths().size();
    Report report = Report.of(operation.id(), List.of());
    long requests = 0;
    for (int number = 0; number < size; number++) {
      RandomGenerator random = random(seed, number);
      Case sampled = structures.draw(number, random);
      report = report.plus(check(sampled, random.nextLong()));
      requests += 1L << sampled.operands().size();
      progress.run();
    }
    return new Outcome(report, size, structures.complete(), requests);
  }

  private Structures structures(long seed, int limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(
          "small scope of "
              + operation.id()
              + ": at least one structure must be allowed\n  given  "
              + limit);
    }
    return Structures.of(operation, seed, limit);
  }

  private static RandomGenerator random(long seed, int number) {
    return Directions.generator(OperationCheck.caseSeed(seed, number));
  }

  private static Report check(Case sampled, long seed) {
    try {
      Trial trial = new Trial(sampled, seed);
      List<Comparison> comparisons = new ArrayList<>();
      for (Witness witness : Witnesses.all()) {
        if (WITNESSES.contains(witness.oracle())) {
          comparisons.addAll(witness.testify(trial));
        }
      }
      return Report.of(sampled.title(), comparisons.stream().map(c -> titled(sampled, c)).toList());
    } catch (Fault | GradientException unfit) {
      String why = sampled.title() + ": " + unfit.getMessage();
      return Report.unfit(sampled.title(), new Fault(why));
    }
  }

  /** A disagreement says in which case it was met. */
  private static Comparison titled(Case sampled, Comparison c) {
    return c.agrees()
        ? c
        : new Comparison(
            c.oracle(),
            sampled.title() + ": " + c.what(),
            c.expected(),
            c.actual(),
            c.scale(),
            c.allowed());
  }
}
