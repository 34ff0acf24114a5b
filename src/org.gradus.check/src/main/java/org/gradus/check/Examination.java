package org.gradus.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.gradus.check.internal.Directions;

/** One check at one point, from the first call to the report. */
// [impl->check~gradient-check~2]
final class Examination {
  /** Noise of values that were computed in doubles stays far below, that of floats far above. */
  private static final double MOST_NOISE = 1e-10;

  /** Thirteen points at this part of the step lie within the smallest step of the differences. */
  private static final double NOISE_DISTANCE = 0x1p-10;

  private final GradientCheck.Settings settings;
  private final Claims claims;
  private final List<Operand> x;
  private final RandomGenerator random;
  private final Judge judge;
  private final List<Judgement> judgements = new ArrayList<>();
  private final List<List<Judgement>> byClaim = new ArrayList<>();
  private final List<Comparison> comparisons = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private boolean kinked;

  Examination(GradientCheck.Settings settings, List<Operand> x) {
    this.settings = settings;
    this.claims = settings.claims();
    this.x = x;
    this.random = Directions.generator(settings.seed());
    this.judge = new Judge(settings.step());
  }

  Report report() {
    try {
      return examine();
    } catch (Fault fault) {
      return Report.unfit(claims.name(), fault);
    }
  }

  private Report examine() {
    requireFinite(x);
    Plan plan = plan();
    Site site = new Site(claims, x, plan, random);
    requireFinite(site.y());
    requireSteady(site);
    if (site.y().length == 0 || site.size() == 0) {
      return Report.of(claims.name(), List.of());
    }
    for (Claim claim : claims.claims()) {
      judge(claim, site);
    }
    comparisons.addAll(Values.compare(claims, x, site.y(), 0, ""));
    if (!settings.onlyHere()) {
      new Surroundings(claims, random).requireUntouched(site);
    }
    if (comparisons.stream().allMatch(Comparison::agrees)) {
      List<Comparison> further =
          settings.onlyHere() ? List.of() : new Surroundings(claims, random).compare(site, judge);
      requireProof(further);
      comparisons.addAll(further);
    }
    Report report = Report.of(claims.name(), comparisons);
    if (!report.agrees()) {
      explain(site);
    }
    return report.noting(notes);
  }

  private Plan plan() {
    OptionalInt asked = settings.directions();
    if (asked.isPresent()) {
      notes.add("along " + asked.getAsInt() + " random directions alone");
      return new Plan(0, asked.getAsInt(), true);
    }
    Plan plan = Plan.of(x);
    if (Content.size(x) > Plan.MOST_ELEMENTS) {
      notes.add(
          Content.size(x)
              + " elements: "
              + plan.perOperand()
              + " of each operand were moved alone, all together along "
              + plan.directions()
              + " random directions; alongDirections(k) draws k");
    }
    return plan;
  }

  private void judge(Claim claim, Site site) {
    if (claim.isSecondOrder() && kinked) {
      notes.add("kink: no " + claim.title() + " was judged");
      return;
    }
    boolean wrong = false;
    int before = judgements.size();
    for (Line line : claim.lines(site)) {
      boolean many = kinked && site.size() > Kink.MOST_ELEMENTS;
      if (line.spot().isDirection() && (wrong || many)) {
        continue;
      }
      Judgement judgement = judge.judge(line);
      judgements.add(judgement);
      if (judgement.isKink()) {
        Kink kink = Kink.of(judgement, random);
        kinked = true;
        comparisons.add(kink.compare(line));
        if (!line.spot().isDirection()) {
          notes.add(kink.text(line));
        }
      } else {
        comparisons.addAll(judgement.comparisons());
      }
      if (!judgement.agrees()) {
        wrong = true;
        if (line.spot().isDirection() && line.slopes().length > 0) {
          comparisons.addAll(0, locate(site, line));
        }
      }
    }
    byClaim.add(List.copyOf(judgements.subList(before, judgements.size())));
    if (!kinked && !claim.isSecondOrder()) {
      requirePrecision(judgements.get(judgements.size() - 1));
    }
  }

  /**
   * Look for the element whose derivative is wrong, where a direction says that one is: of the
   * halves of a direction, one at least is wrong, too.
   */
  private List<Comparison> locate(Site site, Line wrong) {
    double[] u = wrong.direction().clone();
    int from = 0;
    int to = u.length;
    while (to - from > 1) {
      int middle = (from + to) / 2;
      double[] left = new double[u.length];
      System.arraycopy(u, from, left, from, middle - from);
      boolean here = !judge.judge(part(site, wrong, left, Line.Spot.DIRECTION)).agrees();
      from = here ? from : middle;
      to = here ? middle : to;
    }
    Judgement found = judge.judge(part(site, wrong, site.unit(from), new Line.Spot(from, -1)));
    judgements.add(found);
    return found.agrees() ? List.of() : found.comparisons();
  }

  private static Line part(Site site, Line whole, double[] u, Line.Spot spot) {
    double claimed = Directions.inner(whole.slopes(), u);
    String what = spot.isDirection() ? whole.what() : "gradient by " + site.element(spot.input());
    return site.line(what, u, whole.weights(), claimed, whole.slopes(), spot);
  }

  private void requirePrecision(Judgement judgement) {
    DoubleUnaryOperator g = judgement.line().curve();
    double step = judgement.step();
    double size = Math.max(Math.abs(g.applyAsDouble(step)), Math.abs(g.applyAsDouble(-step)));
    double scale = Math.max(size, judgement.line().terms());
    double noise =
        scale == 0 ? 0 : Noise.of(t -> g.applyAsDouble(t) / scale, step * NOISE_DISTANCE);
    if (noise > MOST_NOISE) {
      throw Fault.imprecise(noise);
    }
  }

  /**
   * Insist that a wrong derivative would have shown: at the point, or, as for a branch where a
   * function is constant, at a further one.
   */
  private void requireProof(List<Comparison> further) {
    boolean first = claims.claims().stream().anyMatch(claim -> !claim.isSecondOrder());
    List<Comparison> derivatives =
        judgements.stream()
            .filter(judgement -> !first || judgement.line().order() == 1)
            .flatMap(judgement -> judgement.comparisons().stream())
            .toList();
    if (kinked || derivatives.stream().anyMatch(Comparison::isTelling)) {
      return;
    }
    if (further.stream().anyMatch(c -> c.oracle().isOfGradient() && c.isTelling())) {
      notes.add(
          "at the point itself each derivative is zero or negligible; further ones were seen");
    } else {
      double largest = derivatives.stream().mapToDouble(c -> Math.abs(c.actual())).max().orElse(0);
      Optional<Judgement> last = judgements.stream().reduce((before, after) -> after);
      double terms =
          judgements.stream()
              .mapToDouble(
                  j -> Math.max(j.line().terms(), Math.abs(j.line().curve().applyAsDouble(0))))
              .max()
              .orElse(0);
      Function<String, String> call = "\ncall withStep(%s)"::formatted;
      throw new Fault(
          "nothing was proven: "
              + derivatives.size()
              + " numbers agree, but none would have shown a relative error of "
              + Comparison.TELLING
              + "\n  largest derivative  "
              + largest
              + "\n  size of the terms   "
              + terms
              + last.flatMap(j -> judge.betterStep(j.line(), j.line().curve()))
                  .map(call)
                  .orElse("\ncheck where the derivative is of the size of the value"));
    }
  }

  private void explain(Site site) {
    for (List<Judgement> of : byClaim) {
      if (!of.stream().allMatch(Judgement::agrees)) {
        Explanation.of(site, of).ifPresent(sentence -> notes.add("likely: " + sentence));
      }
    }
    notes.add("seed " + settings.seed() + ", the same with withSeed(" + settings.seed() + ")");
  }

  private void requireSteady(Site site) {
    double[] first = site.y();
    double[] second = claims.value().apply(x);
    if (first.length != second.length) {
      throw Fault.unsteady("the number of values", first.length, second.length);
    }
    int at = Arrays.mismatch(first, second);
    if (at >= 0) {
      throw Fault.unsteady("the value y[" + at + "]", first[at], second[at]);
    }
  }

  private static void requireFinite(List<Operand> x) {
    for (Operand operand : x) {
      for (int i = 0; i < operand.size(); i++) {
        if (!Double.isFinite(operand.values()[i])) {
          throw Fault.notFinite("the operand " + operand.element(i), operand.values()[i]);
        }
      }
    }
  }

  private static void requireFinite(double[] y) {
    for (int j = 0; j < y.length; j++) {
      if (!Double.isFinite(y[j])) {
        throw Fault.notFinite("the value y[" + j + "]", y[j]);
      }
    }
  }
}
