package org.gradus.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;

/**
 * Check of a gradient at a point, by all oracles that can be asked.
 *
 * <pre>
 *   GradientCheck.of(Subject.ofTensors("softplus", t -&gt; t.get(0).exp().log1p()))
 *       .at(Tensor.of(-1, 0.5, 2))
 *       .requirePassed();
 * </pre>
 *
 * <p>The cotangent is random, never all ones: a rule that ignores or averages it is found out.
 * Differences are taken along single elements and along random directions; with a definition every
 * partial derivative is compared exactly.
 */
// [impl->check~gradient-check~1]
// [impl->check~adjoint~1]
public final class GradientCheck {
  private static final long SEED = 42;
  private static final double STEP = 0.045;

  /** A definition may cancel: that of expm1 loses what x is smaller than one by. */
  private static final double LEAST_VALUE_SCALE = 1e-2;

  private final Subject subject;
  private final Optional<Definition> definition;
  private final long seed;
  private final double step;

  private GradientCheck(Subject subject, Optional<Definition> definition, long seed, double step) {
    this.subject = subject;
    this.definition = definition;
    this.seed = seed;
    this.step = step;
  }

  /**
   * Check of a function by differences; the seed of cotangents and directions is {@value #SEED}.
   */
  public static GradientCheck of(Subject subject) {
    return new GradientCheck(subject, Optional.empty(), SEED, STEP);
  }

  /** The same check, also against a definition, interpreted exactly. */
  public GradientCheck withDefinition(Definition naive) {
    return new GradientCheck(subject, Optional.of(naive), seed, step);
  }

  /** The same check with cotangents and directions from another seed. */
  public GradientCheck withSeed(long otherSeed) {
    return new GradientCheck(subject, definition, otherSeed, step);
  }

  /**
   * The same check with another largest step of the differences, {@value #STEP} unless said.
   *
   * @param largest distance within which the function has no kink, in units of the operands
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public GradientCheck withStep(double largest) {
    if (!(largest > 0) || Double.isInfinite(largest)) {
      throw new IllegalArgumentException(
          "withStep: the step must be positive and finite\n  given  " + largest);
    }
    return new GradientCheck(subject, definition, seed, largest);
  }

  /** Check at tensors; those without a name are called x0, x1, … */
  public Report at(Tensor... x) {
    return at(Operand.list(List.of(x)));
  }

  /** Check at an array. */
  public Report at(double... x) {
    return at(List.of(Operand.of("x", x)));
  }

  /** Check at several arrays, called x0, x1, … */
  public Report at(double[]... x) {
    return at(Operand.list(x));
  }

  /**
   * Check at operands.
   *
   * <p>A function that no check can judge, because it changes its operands, differs from call to
   * call, is not computed in double precision, has a kink there and the like, gives a report that
   * says so and has not passed. So does one whose gradients are all negligible.
   */
  public Report at(List<Operand> x) {
    try {
      return compare(x);
    } catch (Fault fault) {
      return Report.of(subject.name(), fault);
    }
  }

  private Report compare(List<Operand> x) {
    requireStep(x);
    Watched watched = new Watched(subject);
    RandomGenerator random = Directions.generator(seed);
    double[] y = watched.value(x);
    boolean alone = definition.isEmpty();
    if (alone) {
      requireFinite(x, y);
    }
    double[] cotangent =
        subject.takesCotangent() ? Directions.draw(random, y.length) : Directions.ones(y.length);
    List<double[]> gradient = watched.gradient(x, cotangent);
    watched.requireSteady(x, y, cotangent, gradient);
    List<Comparison> comparisons = new ArrayList<>();
    definition.ifPresent(
        naive -> {
          comparisons.addAll(values(naive, x, y));
          comparisons.addAll(exact(Jacobian.of(naive, x), x, cotangent, gradient, random));
        });
    if (y.length == 0 || x.stream().allMatch(operand -> operand.size() == 0)) {
      return Report.of(subject.name(), comparisons);
    }
    Differences differences = new Differences(watched, x, y, cotangent, gradient, step);
    comparisons.addAll(differences.compare(random, alone));
    Report report = Report.of(subject.name(), comparisons);
    if (alone && report.agrees() && report.isVacuous()) {
      throw differences.vacuity(report.numbers());
    }
    return report;
  }

  /** The step must move the largest operand by at least a million roundings. */
  private void requireStep(List<Operand> x) {
    double largest =
        x.stream()
            .flatMapToDouble(o -> Arrays.stream(o.values()))
            .map(Math::abs)
            .filter(Double::isFinite)
            .max()
            .orElse(0);
    double needed = largest * 0x1p-53 * 1e6;
    if (step < needed) {
      throw new Fault(
          "the step of the differences is lost in the rounding of an operand\n  step     "
              + step
              + "\n  operand  "
              + largest
              + "\ncall withStep("
              + Math.pow(10, Math.ceil(Math.log10(needed)))
              + ") or larger, if there is no kink within it");
    }
  }

  private static void requireFinite(List<Operand> x, double[] y) {
    for (Operand operand : x) {
      for (int i = 0; i < operand.size(); i++) {
        if (!Double.isFinite(operand.values()[i])) {
          throw Fault.notFinite("the operand " + operand.element(i), operand.values()[i]);
        }
      }
    }
    for (int j = 0; j < y.length; j++) {
      if (!Double.isFinite(y[j])) {
        throw Fault.notFinite("the value y[" + j + "]", y[j]);
      }
    }
  }

  private List<Comparison> values(Definition naive, List<Operand> x, double[] y) {
    List<Cells<Plain>> cells =
        x.stream()
            .map(
                operand ->
                    new Cells<>(
                        operand.shape(),
                        Arrays.stream(operand.values()).mapToObj(Plain::new).toList()))
            .toList();
    double[] expected =
        naive.of(Plain::new, cells).values().stream().mapToDouble(Plain::value).toArray();
    if (expected.length != y.length) {
      throw new Fault(
          "the result must have as many elements as that of the definition\n  definition  "
              + expected.length
              + "\n  result      "
              + y.length);
    }
    return IntStream.range(0, y.length)
        .mapToObj(
            j ->
                Comparison.of(
                    Oracle.VALUE,
                    "value " + j,
                    expected[j],
                    y[j],
                    Math.max(Math.abs(expected[j]), LEAST_VALUE_SCALE)))
        .toList();
  }

  private List<Comparison> exact(
      Jacobian jacobian,
      List<Operand> x,
      double[] cotangent,
      List<double[]> gradient,
      RandomGenerator random) {
    List<Comparison> comparisons = new ArrayList<>();
    List<double[]> direction = Directions.draw(random, x);
    double reverse = 0;
    double scale = 0;
    for (int operand = 0; operand < x.size(); operand++) {
      int size = x.get(operand).size();
      double[] expected = jacobian.gradient(operand, size, cotangent);
      double[] scales = jacobian.scale(operand, size, cotangent);
      for (int i = 0; i < size; i++) {
        comparisons.add(
            Comparison.of(
                Oracle.FORWARD_MODE,
                "gradient by " + x.get(operand).element(i),
                expected[i],
                gradient.get(operand)[i],
                scales[i]));
        scale += scales[i] * Math.abs(direction.get(operand)[i]);
      }
      reverse += Jacobian.inner(gradient.get(operand), direction.get(operand));
    }
    if (scale > 0) {
      double forward = Jacobian.inner(cotangent, jacobian.along(direction));
      comparisons.add(
          Comparison.of(Oracle.ADJOINT, "⟨ȳ, J·u⟩ = ⟨Jᵀ·ȳ, u⟩", forward, reverse, scale));
    }
    return comparisons;
  }
}
