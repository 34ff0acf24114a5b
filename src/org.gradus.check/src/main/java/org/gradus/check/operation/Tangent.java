package org.gradus.check.operation;

import java.util.Arrays;
import org.gradus.tensor.op.Real;

/**
 * A number with its mixed derivatives along up to three directions, and the size of the terms that
 * each of them is made of: forward mode written here, without a library.
 *
 * <pre>
 *   x + u₁·δ₁ + u₂·δ₂ + u₃·δ₃      δₖ² = 0
 *   a·b         parts  Σ a[A]·b[B]                       over all A and B that make up a set
 *               sizes  Σ |a[A]|·m_b[B] + m_a[A]·|b[B]|
 *   a + b       sizes  m_a + m_b
 *   f(a)        f(a₀) + f′(a₀)·(a − a₀) + …              size of f⁽ᵏ⁾(a₀): |f⁽ᵏ⁺¹⁾(a₀)|·m_a + |f⁽ᵏ⁾(a₀)|
 * </pre>
 *
 * <p>The sizes are those of a running error analysis: where every number has an error of ε relative
 * to its size, so has every result.
 *
 * @param parts value and derivatives, one for each set of directions, the set as a binary number
 * @param sizes size of the terms of each
 */
// [impl->check~terms~1]
record Tangent(double[] parts, double[] sizes) implements Real<Tangent> {

  /** A number that moves along some directions, at the given speeds. */
  static Tangent moving(double value, double... speeds) {
    double[] parts = new double[1 << speeds.length];
    parts[0] = value;
    for (int k = 0; k < speeds.length; k++) {
      parts[1 << k] = speeds[k];
    }
    return new Tangent(parts, magnitudes(parts));
  }

  /** Derivative along all directions at once. */
  double mixed() {
    return parts[parts.length - 1];
  }

  /** Size of the terms of that derivative. */
  double mixedSize() {
    return sizes[sizes.length - 1];
  }

  @Override
  public double value() {
    return parts[0];
  }

  @Override
  public Tangent constant(double constant) {
    double[] other = new double[parts.length];
    other[0] = constant;
    return new Tangent(other, magnitudes(other));
  }

  @Override
  public Tangent add(Tangent other) {
    return new Tangent(sum(parts, other.parts), sum(sizes, other.sizes));
  }

  @Override
  public Tangent sub(Tangent other) {
    return add(other.neg());
  }

  @Override
  public Tangent neg() {
    return new Tangent(scaled(parts, -1), sizes);
  }

  @Override
  public Tangent mul(Tangent other) {
    double[] product = new double[parts.length];
    double[] size = new double[parts.length];
    for (int set = 0; set < parts.length; set++) {
      for (int part = 0; part <= set; part++) {
        if ((part & set) == part) {
          double a = parts[part];
          double b = other.parts[set - part];
          product[set] += a * b;
          size[set] += Math.abs(a) * other.sizes[set - part] + sizes[part] * Math.abs(b);
        }
      }
    }
    return new Tangent(product, size);
  }

  @Override
  public Tangent mul(double constant) {
    return new Tangent(scaled(parts, constant), scaled(sizes, Math.abs(constant)));
  }

  @Override
  public Tangent div(Tangent other) {
    return mul(other.pow(-1));
  }

  @Override
  public Tangent exp() {
    return of(Slopes.exp(parts[0]));
  }

  @Override
  public Tangent log() {
    return of(Slopes.log(parts[0]));
  }

  @Override
  public Tangent sqrt() {
    return pow(0.5);
  }

  @Override
  public Tangent sin() {
    return of(Slopes.sin(parts[0]));
  }

  @Override
  public Tangent cos() {
    return of(Slopes.cos(parts[0]));
  }

  @Override
  public Tangent atan() {
    return of(Slopes.atan(parts[0]));
  }

  @Override
  public Tangent erf() {
    return of(Slopes.erf(parts[0]));
  }

  @Override
  public Tangent pow(double exponent) {
    return of(Slopes.power(parts[0], exponent));
  }

  private Tangent of(double... slopes) {
    return of(0, slopes);
  }

  /** f⁽ᵏ⁾ of this: f(b + c·δ) = f(b) + f′(b)·c·δ, b and c without the last direction. */
  private Tangent of(int order, double... slopes) {
    if (parts.length == 1) {
      double size = Math.abs(slopes[order + 1]) * sizes[0] + Math.abs(slopes[order]);
      return new Tangent(new double[] {slopes[order]}, new double[] {size});
    }
    Tangent still = half(0);
    return still.of(order, slopes).with(still.of(order + 1, slopes).mul(half(parts.length / 2)));
  }

  private Tangent half(int from) {
    int to = from + parts.length / 2;
    return new Tangent(Arrays.copyOfRange(parts, from, to), Arrays.copyOfRange(sizes, from, to));
  }

  private Tangent with(Tangent last) {
    return new Tangent(joined(parts, last.parts), joined(sizes, last.sizes));
  }

  private static double[] joined(double[] first, double[] second) {
    double[] joined = Arrays.copyOf(first, 2 * first.length);
    System.arraycopy(second, 0, joined, first.length, first.length);
    return joined;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + b[i]);
    return sum;
  }

  private static double[] scaled(double[] numbers, double factor) {
    return Arrays.stream(numbers).map(number -> number * factor).toArray();
  }

  private static double[] magnitudes(double... numbers) {
    return Arrays.stream(numbers).map(Math::abs).toArray();
  }
}
