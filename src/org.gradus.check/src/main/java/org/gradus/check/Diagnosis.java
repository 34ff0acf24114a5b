package org.gradus.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * What the numbers of a wrong derivative look like, over all entries: the likely mistake, in a
 * sentence, or none.
 *
 * <p>A wrong hint is worse than none: a pattern speaks only where every entry fits it, to six
 * digits.
 */
// [impl->check~diagnosis~1]
public final class Diagnosis {
  /** Fewer entries fit any constant. */
  private static final int ENOUGH = 3;

  /** Relative error of numbers that were rounded to floats, or taken by a difference quotient. */
  private static final double COARSE = 1e-5;

  /** Relative error of numbers that were computed in doubles, and of oracles, is below. */
  private static final double FINE = 1e-9;

  private static final List<Pattern> PATTERNS =
      List.of(
          Diagnosis::notANumber,
          Diagnosis::zero,
          Diagnosis::coarse,
          Diagnosis::factor,
          Diagnosis::alternative,
          Diagnosis::given,
          Diagnosis::sign,
          Diagnosis::transposed,
          Diagnosis::diagonal,
          Diagnosis::moved,
          Diagnosis::offset,
          Diagnosis::operand,
          Diagnosis::end,
          Diagnosis::branch);

  private Diagnosis() {}

  private interface Pattern {
    Optional<String> of(Evidence evidence);
  }

  /** The first pattern that all entries fit, as a sentence; empty where none does. */
  public static Optional<String> of(Evidence evidence) {
    if (evidence.largest() == 0) {
      return Optional.empty();
    }
    if (all(evidence, evidence::right)) {
      return coarse(evidence);
    }
    return PATTERNS.stream().flatMap(pattern -> pattern.of(evidence).stream()).findFirst();
  }

  private static Optional<String> say(boolean whether, String sentence) {
    return whether ? Optional.of(sentence) : Optional.empty();
  }

  private static boolean all(Evidence evidence, IntPredicate predicate) {
    return IntStream.range(0, evidence.size()).allMatch(predicate);
  }

  private static Optional<String> notANumber(Evidence e) {
    int count = (int) Arrays.stream(e.actual()).filter(Double::isNaN).count();
    return say(
        count > 0,
        (count == e.size() ? "every entry is" : "there is a")
            + " NaN: does the formula divide 0 by 0, or subtract infinities?");
  }

  private static Optional<String> zero(Evidence e) {
    return say(
        all(e, i -> e.actual()[i] == 0),
        "every entry is 0: is it detached from the operands, or never written?");
  }

  private static Optional<String> coarse(Evidence e) {
    boolean close =
        all(
            e,
            i -> Math.abs(e.actual()[i] - e.expected()[i]) <= COARSE * Math.abs(e.expected()[i]));
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (int i = 0; i < e.size(); i++) {
      double ratio = e.expected()[i] == 0 ? 1 : e.actual()[i] / e.expected()[i];
      least = Math.min(least, ratio);
      most = Math.max(most, ratio);
    }
    boolean floats = all(e, i -> (float) e.actual()[i] == e.actual()[i]);
    boolean regular = most - least <= COARSE * Math.abs(most - 1);
    return say(
        close && Math.max(most - 1, 1 - least) > FINE && (floats || e.size() >= ENOUGH && !regular),
        "every entry agrees to "
            + (int) Math.floor(-Math.log10(Math.max(most - 1, 1 - least)))
            + " digits: is something computed in single precision, or by a difference quotient?");
  }

  /** One factor in all entries; those that should be 0 are. */
  private static Optional<String> factor(Evidence e) {
    double[] ratios =
        IntStream.range(0, e.size())
            .filter(e::counts)
            .mapToDouble(i -> e.actual()[i] / e.expected()[i])
            .toArray();
    double ratio = ratios[0];
    if (!all(e, i -> e.same(e.actual()[i], ratio * e.expected()[i]))) {
      return Optional.empty();
    }
    if (near(ratio, -1)) {
      return Optional.of("every entry has the opposite sign: is a minus missing, or one too many?");
    }
    if (near(ratio, 0.5)) {
      return Optional.of("every entry is half of what it should be: is a factor 2 missing?");
    }
    if (near(ratio, 2)) {
      return Optional.of(
          "every entry is twice what it should be: is there a factor 2 too many, or is it added"
              + " twice?");
    }
    Optional<String> count = count(e, ratio);
    return count.isPresent()
        ? count
        : say(
            ratios.length >= ENOUGH && !near(ratio, 1),
            String.format(
                Locale.ROOT,
                "every entry is %.6g times what it should be: is a constant factor wrong?",
                ratio));
  }

  private static Optional<String> count(Evidence e, double ratio) {
    int[] counts = {e.size(), e.y().length};
    String[] whose = {"entries", "values"};
    for (int k = 0; k < counts.length; k++) {
      int n = counts[k];
      if (n > 2 && near(ratio, 1.0 / n)) {
        return Optional.of(
            "every entry is 1/%d of what it should be, and there are %d %s: is it a mean for a sum?"
                .formatted(n, n, whose[k]));
      }
      if (n > 2 && near(ratio, n)) {
        return Optional.of(
            "every entry is %d times what it should be, and there are %d %s: is it a sum for a mean?"
                .formatted(n, n, whose[k]));
      }
    }
    return Optional.empty();
  }

  private static boolean near(double ratio, double wanted) {
    return Math.abs(ratio - wanted) <= 1e-6 * Math.abs(wanted);
  }

  private static Optional<String> alternative(Evidence e) {
    return e.alternatives().stream()
        .filter(other -> e.actualIs(other.numbers()))
        .map(Evidence.Alternative::sentence)
        .findFirst();
  }

  private static Optional<String> given(Evidence e) {
    if (e.actualIs(e.x())) {
      return Optional.of("every entry is the operand itself: is it returned for its gradient?");
    }
    boolean value =
        e.y().length == 1 && all(e, i -> e.same(e.actual()[i], e.y()[0]))
            || e.y().length == e.size() && e.actualIs(e.y());
    return say(value, "every entry is the value itself: is it returned for its derivative?");
  }

  private static Optional<String> sign(Evidence e) {
    double[] sizes = Arrays.stream(e.expected()).map(Math::abs).toArray();
    return say(
        e.counting() >= ENOUGH && e.actualIs(sizes),
        "every entry is right but for its sign, and none is negative: is a sign lost in a square or"
            + " a size?");
  }

  private static Optional<String> transposed(Evidence e) {
    int n = e.columns();
    if (n < 2 || n * n != e.size()) {
      return Optional.empty();
    }
    double[] transposed = new double[e.size()];
    Arrays.setAll(transposed, k -> e.expected()[k % n * n + k / n]);
    return say(e.actualIs(transposed), "rows and columns are exchanged: is a transpose missing?");
  }

  private static Optional<String> diagonal(Evidence e) {
    int n = e.columns();
    return say(
        n >= 2
            && n * n == e.size()
            && all(e, k -> k % n == k / n ? e.right(k) : e.actual()[k] == 0),
        "the diagonal is right and everything beside it 0: does each value depend on all operands?");
  }

  /** The right numbers in other places. */
  private static Optional<String> moved(Evidence e) {
    int n = e.size();
    if (e.counting() < ENOUGH || e.columns() > 0) {
      return Optional.empty();
    }
    double[] right = e.expected();
    if (e.actualIs(filled(n, i -> right[(i + 1) % n]))
        || e.actualIs(filled(n, i -> right[(i + n - 1) % n]))) {
      return Optional.of("every entry is that of its neighbor: is an index off by one?");
    }
    if (e.actualIs(filled(n, i -> right[n - 1 - i]))) {
      return Optional.of("the entries are in reverse order: is an index counted from the end?");
    }
    double[] sorted = e.actual().clone();
    double[] wanted = right.clone();
    Arrays.sort(sorted);
    Arrays.sort(wanted);
    return say(
        IntStream.range(0, n).allMatch(i -> e.same(sorted[i], wanted[i])),
        "the entries are right, but in other places: are they in another order, such as column by"
            + " column?");
  }

  private interface Numbers {
    double at(int i);
  }

  private static double[] filled(int n, Numbers numbers) {
    double[] filled = new double[n];
    Arrays.setAll(filled, numbers::at);
    return filled;
  }

  private static Optional<String> offset(Evidence e) {
    if (e.size() < ENOUGH) {
      return Optional.empty();
    }
    double first = e.actual()[0] - e.expected()[0];
    if (all(e, i -> e.same(e.actual()[i], e.expected()[i] + first))) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "every entry is off by the same %.6g: is a constant added that should not be?",
              first));
    }
    double decay = first / e.x()[0];
    return say(
        Double.isFinite(decay)
            && all(e, i -> e.same(e.actual()[i], e.expected()[i] + decay * e.x()[i])),
        String.format(
            Locale.ROOT,
            "every entry is off by %.6g of its operand: is a penalty, such as weight decay, in the"
                + " gradient or in the function alone?",
            decay));
  }

  private static Optional<String> operand(Evidence e) {
    for (String name : e.operands()) {
      boolean alone =
          all(e, i -> e.operands().get(i).equals(name) ? e.actual()[i] == 0 : e.right(i));
      boolean others = e.operands().stream().anyMatch(other -> !other.equals(name));
      if (alone && others) {
        return Optional.of(
            "every entry of "
                + name
                + " is 0, and all others are right: is "
                + name
                + " detached, or its part forgotten?");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> end(Evidence e) {
    int last = e.size() - 1;
    for (int wrong : new int[] {0, last}) {
      boolean alone =
          e.size() >= ENOUGH && e.actual()[wrong] == 0 && all(e, i -> i == wrong || e.right(i));
      if (alone) {
        return Optional.of(
            "all but %s are right, and that is 0: does a loop %s?"
                .formatted(e.names().get(wrong), wrong == 0 ? "begin at 1" : "end too early"));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> branch(Evidence e) {
    for (int side : new int[] {1, -1}) {
      long here = IntStream.range(0, e.size()).filter(i -> side * e.x()[i] > 0).count();
      boolean split =
          here >= 2 && e.size() - here >= 2 && all(e, i -> side * e.x()[i] > 0 == e.right(i));
      if (split) {
        return Optional.of(
            "entries are right where x is %s and wrong where it is not: is a branch missing?"
                .formatted(side > 0 ? "positive" : "negative"));
      }
    }
    return Optional.empty();
  }
}
