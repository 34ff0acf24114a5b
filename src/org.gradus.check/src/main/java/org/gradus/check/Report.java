package org.gradus.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Outcome of a gradient check.
 *
 * @param subject what was checked
 * @param tallies what each oracle has seen, in the order of {@link Oracle}
 * @param failures the disagreements, as they were met; at most {@value #MOST_FAILURES} are kept
 */
public record Report(String subject, List<Tally> tallies, List<Comparison> failures) {
  /** How many disagreements a report keeps, a count. */
  public static final int MOST_FAILURES = 20;

  /** Report of comparisons. */
  static Report of(String subject, List<Comparison> comparisons) {
    Map<Oracle, Tally> tallies = new EnumMap<>(Oracle.class);
    List<Comparison> failures = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      tallies.merge(
          comparison.oracle(), Tally.none(comparison.oracle()).with(comparison), Tally::plus);
      if (!comparison.agrees() && failures.size() < MOST_FAILURES) {
        failures.add(comparison);
      }
    }
    return new Report(subject, List.copyOf(tallies.values()), List.copyOf(failures));
  }

  /** Both outcomes under the name of this. */
  public Report plus(Report other) {
    Map<Oracle, Tally> merged = new EnumMap<>(Oracle.class);
    tallies.forEach(tally -> merged.merge(tally.oracle(), tally, Tally::plus));
    other.tallies.forEach(tally -> merged.merge(tally.oracle(), tally, Tally::plus));
    List<Comparison> all = new ArrayList<>(failures);
    all.addAll(other.failures);
    return new Report(
        subject,
        List.copyOf(merged.values()),
        List.copyOf(all.subList(0, Math.min(all.size(), MOST_FAILURES))));
  }

  /** The same outcome under another name. */
  public Report named(String other) {
    return new Report(other, tallies, failures);
  }

  /** Whether every number agreed, and there was one. */
  public boolean passed() {
    return numbers() > 0 && tallies.stream().allMatch(tally -> tally.failures() == 0);
  }

  /** How many numbers were compared. */
  public long numbers() {
    return tallies.stream().mapToLong(Tally::numbers).sum();
  }

  /** What one oracle has seen; empty if it was not asked. */
  public Optional<Tally> tally(Oracle oracle) {
    return tallies.stream().filter(tally -> tally.oracle() == oracle).findFirst();
  }

  /**
   * Insist that the gradient is right.
   *
   * @throws AssertionError if it is not, or nothing was compared; the message is that of this
   *     report
   */
  public void requirePassed() {
    if (!passed()) {
      throw new AssertionError(toString());
    }
  }

  /** This report as one JSON object, numbers that are not finite as strings. */
  public String json() {
    return "{\"subject\": "
        + Json.text(subject)
        + ", \"passed\": "
        + passed()
        + ", \"oracles\": ["
        + tallies.stream().map(Report::json).collect(Collectors.joining(", "))
        + "], \"failures\": ["
        + failures.stream()
            .map(failure -> Json.text(failure.toString()))
            .collect(Collectors.joining(", "))
        + "]}";
  }

  private static String json(Tally tally) {
    return "{\"oracle\": "
        + Json.text(tally.oracle().title())
        + ", \"numbers\": "
        + tally.numbers()
        + ", \"failures\": "
        + tally.failures()
        + ", \"worstError\": "
        + Json.number(tally.worstError())
        + ", \"sensitivity\": "
        + Json.number(tally.sensitivity())
        + "}";
  }

  /** The subject, and each disagreement with both numbers and their relative error. */
  @Override
  public String toString() {
    if (numbers() == 0) {
      return subject + ": nothing was compared; the operands or the result have no element";
    }
    long wrong = tallies.stream().mapToLong(Tally::failures).sum();
    String head =
        subject
            + ": "
            + (wrong == 0
                ? numbers() + " numbers agree"
                : wrong + " of " + numbers() + " numbers disagree");
    return head
        + failures.stream()
            .map(failure -> "\n" + failure.toString().indent(2).stripTrailing())
            .collect(Collectors.joining());
  }
}
