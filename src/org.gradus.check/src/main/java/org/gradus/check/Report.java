package org.gradus.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Outcome of a gradient check.
 *
 * @param subject what was checked
 * @param tallies what each oracle has seen, in the order of {@link Oracle}
 * @param failures the disagreements, as they were met; at most {@value #MOST_FAILURES} are kept
 * @param faults why the subject could not be judged, each a text of some lines; at most {@value
 *     #MOST_FAILURES} are kept
 * @param notes what a reader has to know of the check, a line each: kinks, what was left out, what
 *     the numbers look like, how to replay; at most {@value #MOST_FAILURES} are kept
 */
// [impl->check~report~1]
public record Report(
    String subject,
    List<Tally> tallies,
    List<Comparison> failures,
    List<String> faults,
    List<String> notes) {
  /** How many disagreements a report keeps, a count. */
  public static final int MOST_FAILURES = 20;

  /** Report without notes. */
  public Report(
      String subject, List<Tally> tallies, List<Comparison> failures, List<String> faults) {
    this(subject, tallies, failures, faults, List.of());
  }

  /** Report of comparisons. */
  public static Report of(String subject, List<Comparison> comparisons) {
    Map<Oracle, Tally> tallies = new EnumMap<>(Oracle.class);
    List<Comparison> failures = new ArrayList<>();
    for (Comparison comparison : comparisons) {
      tallies.merge(comparison.oracle(), Tally.of(comparison), Tally::plus);
      if (!comparison.agrees() && failures.size() < MOST_FAILURES) {
        failures.add(comparison);
      }
    }
    return new Report(subject, List.copyOf(tallies.values()), List.copyOf(failures), List.of());
  }

  /** Report of a subject that cannot be judged. */
  public static Report unfit(String subject, Fault fault) {
    return new Report(subject, List.of(), List.of(), List.of(fault.text()));
  }

  /** Both outcomes under the name of this. */
  public Report plus(Report other) {
    Map<Oracle, Tally> merged = new EnumMap<>(Oracle.class);
    tallies.forEach(tally -> merged.merge(tally.oracle(), tally, Tally::plus));
    other.tallies.forEach(tally -> merged.merge(tally.oracle(), tally, Tally::plus));
    return new Report(
        subject,
        List.copyOf(merged.values()),
        first(failures, other.failures),
        first(faults, other.faults),
        first(notes, other.notes));
  }

  private static <T> List<T> first(List<T> these, List<T> those) {
    return Stream.concat(these.stream(), those.stream()).limit(MOST_FAILURES).toList();
  }

  /** The same outcome under another name. */
  public Report named(String other) {
    return new Report(other, tallies, failures, faults, notes);
  }

  /** The same outcome with more notes. */
  Report noting(List<String> more) {
    return new Report(subject, tallies, failures, faults, first(notes, more));
  }

  /** Whether nothing speaks against the gradient; true also where nothing speaks for it. */
  public boolean agrees() {
    return faults.isEmpty() && wrong() == 0;
  }

  /** Whether every number agreed, there was one, and they prove something. */
  public boolean passed() {
    return agrees() && numbers() > 0 && !isVacuous();
  }

  /**
   * Whether derivatives were compared, but none would have shown a relative error of {@value
   * Comparison#TELLING}: all are zero, or negligible against the tolerance.
   */
  public boolean isVacuous() {
    return ofGradient().mapToLong(Tally::numbers).sum() > 0
        && ofGradient().mapToLong(Tally::telling).sum() == 0
        && tally(Oracle.ONE_SIDED).isEmpty();
  }

  private Stream<Tally> ofGradient() {
    return tallies.stream().filter(tally -> tally.oracle().isOfGradient());
  }

  private long wrong() {
    return tallies.stream().mapToLong(Tally::failures).sum();
  }

  /** How many numbers were compared. */
  public long numbers() {
    return tallies.stream().mapToLong(Tally::numbers).sum();
  }

  /**
   * Largest relative error of the rule, the same in every number, that every oracle of the gradient
   * could have missed: the least {@link Tally#sensitivity} of them; infinite if there is none.
   */
  public double sensitivity() {
    return ofGradient().mapToDouble(Tally::sensitivity).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** What one oracle has seen; empty if it was not asked. */
  public Optional<Tally> tally(Oracle oracle) {
    return tallies.stream().filter(tally -> tally.oracle() == oracle).findFirst();
  }

  /**
   * Insist that the gradient is right.
   *
   * @throws AssertionError if it is not, or nothing was proven; the message is that of this report
   */
  public void verify() {
    if (!passed()) {
      throw new AssertionError(toString());
    }
  }

  /**
   * Insist that nothing speaks against the gradient: what one case of many must fulfil, of which a
   * single one may prove nothing.
   *
   * @throws AssertionError if a number disagrees or the subject cannot be judged; the message is
   *     that of this report
   */
  public void requireAgreement() {
    if (!agrees()) {
      throw new AssertionError(toString());
    }
  }

  /** This report as one JSON object, numbers that are not finite as strings. */
  public String json() {
    return Json.object(
        Json.member("subject", Json.text(subject)),
        Json.member("passed", passed()),
        Json.member("sensitivity", Json.number(sensitivity())),
        Json.member("oracles", Json.array(tallies.stream().map(Report::json))),
        Json.member("failures", Json.array(failures.stream().map(Report::json))),
        Json.member("faults", Json.array(faults.stream().map(Json::text))),
        Json.member("notes", Json.array(notes.stream().map(Json::text))));
  }

  private static String json(Tally tally) {
    return Json.object(
        Json.member("oracle", Json.text(tally.oracle().title())),
        Json.member("numbers", tally.numbers()),
        Json.member("telling", tally.telling()),
        Json.member("failures", tally.failures()),
        Json.member("worstError", Json.number(tally.worstError())),
        Json.member("sensitivity", Json.number(tally.sensitivity())));
  }

  private static String json(Comparison failure) {
    return Json.object(
        Json.member("oracle", Json.text(failure.oracle().title())),
        Json.member("what", Json.text(failure.what())),
        Json.member("expected", Json.number(failure.expected())),
        Json.member("actual", Json.number(failure.actual())),
        Json.member("relativeError", Json.number(failure.error())),
        Json.member("allowed", Json.number(failure.allowed())));
  }

  /** The subject, each disagreement with both numbers and their relative error, and the notes. */
  @Override
  public String toString() {
    return subject
        + ": "
        + verdict()
        + grouped().stream()
            .map(group -> "\n" + Comparison.text(group).indent(2).stripTrailing())
            .collect(Collectors.joining())
        + notes.stream().map("\n"::concat).collect(Collectors.joining());
  }

  /** Disagreements, those of several oracles on one number together. */
  private List<List<Comparison>> grouped() {
    List<List<Comparison>> groups = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= failures.size(); to++) {
      if (to == failures.size() || !failures.get(to).isOfTheSame(failures.get(from))) {
        groups.add(failures.subList(from, to));
        from = to;
      }
    }
    return groups;
  }

  private String verdict() {
    if (!faults.isEmpty()) {
      return String.join("\n", faults);
    }
    if (numbers() == 0) {
      return "nothing was compared; the operands or the result have no element";
    }
    if (wrong() > 0) {
      return wrong() + " of " + numbers() + " numbers disagree";
    }
    if (isVacuous()) {
      return numbers()
          + " numbers agree, but nothing was proven: each derivative is zero or negligible against"
          + " the tolerance";
    }
    return numbers()
        + " numbers agree"
        + (Double.isFinite(sensitivity())
            ? String.format(
                Locale.ROOT,
                "; a relative error of the gradient above %.1e would have been noticed",
                sensitivity())
            : "");
  }
}
