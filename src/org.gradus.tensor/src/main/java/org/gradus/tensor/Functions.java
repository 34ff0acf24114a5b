package org.gradus.tensor;

import org.gradus.tensor.internal.ops.Abs;
import org.gradus.tensor.internal.ops.Clamp;
import org.gradus.tensor.internal.ops.Clone;
import org.gradus.tensor.internal.ops.Cos;
import org.gradus.tensor.internal.ops.Exp;
import org.gradus.tensor.internal.ops.Expm1;
import org.gradus.tensor.internal.ops.Log;
import org.gradus.tensor.internal.ops.Log1p;
import org.gradus.tensor.internal.ops.Neg;
import org.gradus.tensor.internal.ops.Pow;
import org.gradus.tensor.internal.ops.Reciprocal;
import org.gradus.tensor.internal.ops.Relu;
import org.gradus.tensor.internal.ops.Sigmoid;
import org.gradus.tensor.internal.ops.Sin;
import org.gradus.tensor.internal.ops.Sqrt;
import org.gradus.tensor.internal.ops.Square;
import org.gradus.tensor.internal.ops.Tanh;

/**
 * Functions of one variable, applied element by element.
 *
 * <p>Each function's formula and reverse rule stand in the class of its name.
 *
 * @param <F> the face itself
 */
// [impl->shape~typed-elementwise~1]
public abstract sealed class Functions<F extends Functions<F>> extends Face<F> permits Elementwise {
  Functions() {}

  /** y = −x. */
  public F neg() {
    return made(new Neg(tensor()));
  }

  /** y = xⁿ for a constant n; NaN for a negative x and a fractional n. */
  public F pow(double n) {
    return made(new Pow(tensor(), n));
  }

  /** y = eˣ. */
  public F exp() {
    return made(new Exp(tensor()));
  }

  /** y = ln x; −∞ at 0, NaN below. */
  public F log() {
    return made(new Log(tensor()));
  }

  /** y = ln(1 + x), accurate for small x. */
  public F log1p() {
    return made(new Log1p(tensor()));
  }

  /** y = eˣ − 1, accurate for small x. */
  public F expm1() {
    return made(new Expm1(tensor()));
  }

  /** y = √x; NaN below 0. */
  public F sqrt() {
    return made(new Sqrt(tensor()));
  }

  /** y = |x|. */
  public F abs() {
    return made(new Abs(tensor()));
  }

  /** y = x². */
  public F square() {
    return made(new Square(tensor()));
  }

  /** y = 1/x. */
  public F reciprocal() {
    return made(new Reciprocal(tensor()));
  }

  /** y = sin x, x in radians. */
  public F sin() {
    return made(new Sin(tensor()));
  }

  /** y = cos x, x in radians. */
  public F cos() {
    return made(new Cos(tensor()));
  }

  /** y = tanh x. */
  public F tanh() {
    return made(new Tanh(tensor()));
  }

  /** y = 1/(1 + e⁻ˣ). */
  public F sigmoid() {
    return made(new Sigmoid(tensor()));
  }

  /** y = max(x, 0). */
  public F relu() {
    return made(new Relu(tensor()));
  }

  /** y = min(max(x, low), high); high where low exceeds it. */
  public F clamp(double low, double high) {
    return made(new Clamp(tensor(), low, high));
  }

  /** A copy with storage and version of its own; gradients flow through it. */
  @Override
  public F clone() {
    return made(new Clone(tensor()));
  }
}
