package org.gradus.check;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Check of claimed derivatives at a point, by oracles that share no code with them.
 *
 * <pre>
 *   GradientCheck.of(x -&gt; x[0] * x[0]).gradient(x -&gt; new double[] {2 * x[0]}).at(1.5).verify();
 * </pre>
 *
 * <p>Every element is moved alone, up to {@value Plan#MOST_ELEMENTS} of them, and all together
 * along random directions. Where the point agrees, others are looked at: mirrored and moved ones at
 * which the function is finite and smooth. Where a function takes a cotangent it is random, never
 * all ones: a rule that ignores or averages it is found out.
 */
// [impl->check~gradient-check~2]
public sealed class GradientCheck permits ScalarClaims, VectorClaims {
  /** Seed of cotangents and directions unless another is set. */
  public static final long SEED = 42;

  private final Settings settings;

  GradientCheck(Settings settings) {
    this.settings = settings;
  }

  /**
   * What is checked, and how.
   *
   * @param form makes operands of arrays
   */
  record Settings(
      Claims claims,
      Form<?> form,
      long seed,
      OptionalDouble step,
      OptionalInt directions,
      boolean onlyHere) {

    static Settings of(Claims claims, Form<?> form) {
      return new Settings(claims, form, SEED, OptionalDouble.empty(), OptionalInt.empty(), false);
    }

    Settings with(Claims others) {
      return new Settings(others, form, seed, step, directions, onlyHere);
    }
  }

  /** Function of one array with one number as its value, such as a loss. */
  public static ScalarFunction<double[]> of(ToDoubleFunction<double[]> f) {
    return new ScalarFunction<>(Form.ARRAY, f);
  }

  /** Function of a matrix, given by rows, with one number as its value. */
  public static ScalarFunction<double[][]> ofMatrix(ToDoubleFunction<double[][]> f) {
    return new ScalarFunction<>(Form.MATRIX, f);
  }

  /** Function of several arrays with one number as its value. */
  public static ScalarFunction<List<double[]>> ofAll(ToDoubleFunction<List<double[]>> f) {
    return new ScalarFunction<>(Form.ARRAYS, f);
  }

  /** Check of a function and its gradient that come together. */
  public static GradientCheck of(Subject subject) {
    Form<List<Operand>> form = Form.OPERANDS;
    Function<List<Operand>, double[]> value =
        x -> Watched.call("the function", form, x, subject::value);
    Claims claims =
        Claims.of(value)
            .named(subject.name())
            .and(
                (x, cotangent) ->
                    Content.flat(
                        sized(
                            Watched.call(
                                "the gradient",
                                form,
                                x,
                                "cotangent",
                                cotangent.clone(),
                                subject::gradient),
                            x)),
                subject.takesCotangent());
    return new GradientCheck(Settings.of(claims, form));
  }

  /** Insist on a gradient of one part for each operand. */
  static List<double[]> sized(List<double[]> gradient, List<Operand> x) {
    List<Integer> wanted = x.stream().map(Operand::size).toList();
    List<Integer> given = gradient.stream().map(part -> part.length).toList();
    if (!wanted.equals(given)) {
      throw new Fault(
          "the gradient must have one part for each operand, of its size\n  operands  "
              + wanted
              + "\n  gradient  "
              + given);
    }
    return gradient;
  }

  Settings settings() {
    return settings;
  }

  /** The same check under a name, which reports begin with. */
  public GradientCheck named(String name) {
    return new GradientCheck(settings.with(settings.claims.named(name)));
  }

  /** The same check with cotangents and directions from another seed than {@value #SEED}. */
  public GradientCheck withSeed(long seed) {
    return new GradientCheck(
        new Settings(
            settings.claims,
            settings.form,
            seed,
            settings.step,
            settings.directions,
            settings.onlyHere));
  }

  /**
   * The same check with a largest step of the differences, instead of one that is looked for.
   *
   * @param largest distance within which the function has no kink, in units of the operands
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public GradientCheck withStep(double largest) {
    if (!(largest > 0) || Double.isInfinite(largest)) {
      throw new IllegalArgumentException(
          "withStep: the step must be positive and finite\n  given  " + largest);
    }
    return new GradientCheck(
        new Settings(
            settings.claims,
            settings.form,
            settings.seed,
            OptionalDouble.of(largest),
            settings.directions,
            settings.onlyHere));
  }

  /**
   * The same check along random directions alone, for large operands.
   *
   * @param count number of directions, a count
   * @throws IllegalArgumentException if it is not positive
   */
  public GradientCheck alongDirections(int count) {
    if (count < 1) {
      throw new IllegalArgumentException(
          "alongDirections: there must be at least one\n  given  " + count);
    }
    return new GradientCheck(
        new Settings(
            settings.claims,
            settings.form,
            settings.seed,
            settings.step,
            OptionalInt.of(count),
            settings.onlyHere));
  }

  /** The same check at the point alone, without a look at others, nor at signed zeros and NaN. */
  public GradientCheck onlyHere() {
    return new GradientCheck(
        new Settings(
            settings.claims,
            settings.form,
            settings.seed,
            settings.step,
            settings.directions,
            true));
  }

  /** Check at an array. */
  public Report at(double... x) {
    return at(List.of(Operand.of("x", x)));
  }

  /**
   * Check at the rows of a matrix, for a function of a matrix, or at several arrays, called x0, x1,
   * …
   *
   * @throws IllegalArgumentException if the rows of a matrix differ in length, or the function
   *     takes one array and is given several
   */
  public Report at(double[]... x) {
    return at(settings.form.operands(x));
  }

  /** Check at operands, with the names and shapes they have. */
  public Report at(Operand... x) {
    return at(List.of(x));
  }

  /**
   * Check at operands.
   *
   * <p>A function that no check can judge, because it changes its operands, differs from call to
   * call, is not computed in double precision, jumps there and the like, gives a report that says
   * so and has not passed. So does one whose derivatives are all negligible.
   *
   * @throws IllegalArgumentException if the function does not take such operands
   */
  public Report at(List<Operand> x) {
    return new Examination(settings, x).report();
  }
}
