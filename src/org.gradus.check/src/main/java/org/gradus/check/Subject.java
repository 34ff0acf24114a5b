package org.gradus.check;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * A function with a gradient, seen from outside: plain numbers go in and come out.
 *
 * <pre>
 *   y  = f(x₁, …, xₙ)
 *   x̄ᵢ = (∂y/∂xᵢ)ᵀ·ȳ        ȳ: cotangent, one number for each of y
 * </pre>
 *
 * <p>The factories cover arrays; implement it for anything else.
 */
public interface Subject {

  /** Name in reports. */
  String name();

  /** Compute y, in row-major order. */
  double[] value(List<Operand> x);

  /** Compute the gradient of ⟨ȳ, y⟩ by each operand, in row-major order: what is to be checked. */
  List<double[]> gradient(List<Operand> x, double[] cotangent);

  /**
   * Whether the gradient is multiplied by a cotangent; if not, y is one number and ȳ is 1.
   *
   * <p>A check draws the cotangent at random, so that a rule which ignores it is found out.
   */
  default boolean takesCotangent() {
    return true;
  }

  /**
   * Function of one array, with a gradient written by hand or by any library.
   *
   * @param gradient from x and ȳ to x̄
   */
  static Subject ofArray(
      String name, UnaryOperator<double[]> f, BiFunction<double[], double[], double[]> gradient) {
    return ofArrays(
        name,
        x -> f.apply(x.get(0)),
        (x, cotangent) -> List.of(gradient.apply(x.get(0), cotangent)));
  }

  /**
   * Function of one array with a single number as its value, such as a loss.
   *
   * @param gradient from x to ∂y/∂x
   */
  static Subject ofScalar(
      String name, ToDoubleFunction<double[]> f, UnaryOperator<double[]> gradient) {
    return new ScalarSubject(name, f, gradient);
  }

  /**
   * Function of several arrays, with a gradient written by hand or by any library.
   *
   * @param gradient from x₁, …, xₙ and ȳ to x̄₁, …, x̄ₙ
   */
  static Subject ofArrays(
      String name,
      Function<List<double[]>, double[]> f,
      BiFunction<List<double[]>, double[], List<double[]>> gradient) {
    return new ArraySubject(name, f, gradient);
  }

  /** Function of one array with a single number as its value. */
  record ScalarSubject(String name, ToDoubleFunction<double[]> f, UnaryOperator<double[]> rule)
      implements Subject {

    @Override
    public double[] value(List<Operand> x) {
      return new double[] {f.applyAsDouble(x.get(0).values())};
    }

    @Override
    public List<double[]> gradient(List<Operand> x, double[] cotangent) {
      return List.of(rule.apply(x.get(0).values()));
    }

    @Override
    public boolean takesCotangent() {
      return false;
    }
  }

  /** Function of arrays. */
  record ArraySubject(
      String name,
      Function<List<double[]>, double[]> f,
      BiFunction<List<double[]>, double[], List<double[]>> rule)
      implements Subject {

    @Override
    public double[] value(List<Operand> x) {
      return f.apply(arrays(x));
    }

    @Override
    public List<double[]> gradient(List<Operand> x, double[] cotangent) {
      return rule.apply(arrays(x), cotangent);
    }

    private static List<double[]> arrays(List<Operand> x) {
      return x.stream().map(Operand::values).toList();
    }
  }
}
