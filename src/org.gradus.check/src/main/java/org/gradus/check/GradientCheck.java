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
public final class GradientCheck {
  private static final long SEED = 42;
  private static final double STEP = 0.045;
  private static final int ELEMENTS = 8;

  /** A definition may cancel: that of expm1 loses what x is smaller than one by. */
  private static final double LEAST_VALUE_SCALE = 1e-2;

  private static final int DIRECTIONS = 2;

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

  /**
   * Check at operands.
   *
   * @throws IllegalArgumentException if the gradient has another number or size of parts than the
   *     operands, or the step of the differences would be lost in the rounding of an operand
   */
  public Report at(List<Operand> x) {
    checkStep(x);
    RandomGenerator random = Directions.generator(seed);
    double[] y = subject.value(x);
    double[] cotangent = Directions.draw(random, y.length);
    List<double[]> gradient = gradient(x, cotangent);
    List<Comparison> comparisons = new ArrayList<>();
    definition.ifPresent(
        naive -> {
          comparisons.addAll(values(naive, x, y));
          comparisons.addAll(exact(Jacobian.of(naive, x), x, cotangent, gradient, random));
        });
    comparisons.addAll(differences(x, y, cotangent, gradient, random));
    return Report.of(subject.name(), comparisons);
  }

  /** The step must move the largest operand by at least a million roundings. */
  private void checkStep(List<Operand> x) {
    double largest =
        x.stream().flatMapToDouble(o -> Arrays.stream(o.values())).map(Math::abs).max().orElse(0);
    double needed = largest * 0x1p-53 * 1e6;
    if (step < needed) {
      throw new IllegalArgumentException(
          subject.name()
              + ": the step of the differences is lost in the rounding of an operand\n  step     "
              + step
              + "\n  operand  "
              + largest
              + "\ncall withStep("
              + needed
              + ") or larger, if there is no kink within it");
    }
  }

  private List<double[]> gradient(List<Operand> x, double[] cotangent) {
    List<double[]> gradient = subject.gradient(x, cotangent);
    int[] wanted = x.stream().mapToInt(Operand::size).toArray();
    int[] given = gradient.stream().mapToInt(part -> part.length).toArray();
    if (!Arrays.equals(wanted, given)) {
      throw new IllegalArgumentException(
          subject.name()
              + ": the gradient must have one part for each operand, of its size\n  operands  "
              + Arrays.toString(wanted)
              + "\n  gradient  "
              + Arrays.toString(given));
    }
    return gradient;
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
      throw new IllegalArgumentException(
          subject.name()
              + ": the result must have as many elements as that of the definition\n  definition  "
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

  private List<Comparison> differences(
      List<Operand> x,
      double[] y,
      double[] cotangent,
      List<double[]> gradient,
      RandomGenerator random) {
    List<Comparison> comparisons = new ArrayList<>();
    if (y.length == 0 || x.stream().allMatch(operand -> operand.size() == 0)) {
      return comparisons;
    }
    double terms = size(cotangent, y);
    for (int operand = 0; operand < x.size(); operand++) {
      terms += size(gradient.get(operand), x.get(operand).values());
    }
    for (int operand = 0; operand < x.size(); operand++) {
      int size = x.get(operand).size();
      int start = size <= ELEMENTS ? 0 : random.nextInt(size);
      for (int k = 0; k < Math.min(size, ELEMENTS); k++) {
        int i = (start + k * Math.max(size / ELEMENTS, 1)) % size;
        List<double[]> unit = zeros(x);
        unit.get(operand)[i] = 1;
        comparisons.add(
            difference(
                "gradient by " + x.get(operand).element(i),
                x,
                unit,
                cotangent,
                terms,
                gradient.get(operand)[i]));
      }
    }
    for (int k = 0; k < DIRECTIONS; k++) {
      List<double[]> direction = Directions.draw(random, x);
      double actual = 0;
      for (int operand = 0; operand < x.size(); operand++) {
        actual += Jacobian.inner(gradient.get(operand), direction.get(operand));
      }
      comparisons.add(
          difference("gradient along a random direction", x, direction, cotangent, terms, actual));
    }
    return comparisons;
  }

  /** Σ |aᵢ·bᵢ|: rounding of a result, or of an operand that is moved, is relative to it. */
  private static double size(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += Math.abs(a[i] * b[i]);
    }
    return sum;
  }

  private Comparison difference(
      String what,
      List<Operand> x,
      List<double[]> direction,
      double[] cotangent,
      double terms,
      double actual) {
    Derivative derivative =
        Derivative.of(
            t -> {
              List<Operand> moved = new ArrayList<>();
              for (int operand = 0; operand < x.size(); operand++) {
                moved.add(x.get(operand).moved(direction.get(operand), t));
              }
              return Jacobian.inner(cotangent, subject.value(moved));
            },
            0,
            step,
            terms);
    double size = Math.max(Math.abs(derivative.value()), Math.abs(actual));
    double allowed =
        Math.max(Oracle.SAFETY * derivative.error(), Oracle.DIFFERENCES.tolerance() * size);
    double scale = Math.max(size, derivative.terms());
    return new Comparison(Oracle.DIFFERENCES, what, derivative.value(), actual, scale, allowed);
  }

  private static List<double[]> zeros(List<Operand> x) {
    return x.stream().map(operand -> new double[operand.size()]).toList();
  }
}
