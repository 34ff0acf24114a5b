package org.gradus.tensor;

import org.gradus.tensor.internal.ops.Abs;
import org.gradus.tensor.internal.ops.Atan;
import org.gradus.tensor.internal.ops.Clamp;
import org.gradus.tensor.internal.ops.Clone;
import org.gradus.tensor.internal.ops.Cos;
import org.gradus.tensor.internal.ops.Elu;
import org.gradus.tensor.internal.ops.Erf;
import org.gradus.tensor.internal.ops.Exp;
import org.gradus.tensor.internal.ops.Expm1;
import org.gradus.tensor.internal.ops.Floor;
import org.gradus.tensor.internal.ops.Gelu;
import org.gradus.tensor.internal.ops.GeluByTanh;
import org.gradus.tensor.internal.ops.LeakyRelu;
import org.gradus.tensor.internal.ops.Log;
import org.gradus.tensor.internal.ops.Log10;
import org.gradus.tensor.internal.ops.Log1p;
import org.gradus.tensor.internal.ops.Log2;
import org.gradus.tensor.internal.ops.LogSigmoid;
import org.gradus.tensor.internal.ops.Neg;
import org.gradus.tensor.internal.ops.Pow;
import org.gradus.tensor.internal.ops.Reciprocal;
import org.gradus.tensor.internal.ops.Relu;
import org.gradus.tensor.internal.ops.Round;
import org.gradus.tensor.internal.ops.Rsqrt;
import org.gradus.tensor.internal.ops.Sigmoid;
import org.gradus.tensor.internal.ops.Sign;
import org.gradus.tensor.internal.ops.Silu;
import org.gradus.tensor.internal.ops.Sin;
import org.gradus.tensor.internal.ops.Softplus;
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

  /** y = log₂ x; −∞ at 0, NaN below. */
  public F log2() {
    return made(new Log2(tensor()));
  }

  /** y = log₁₀ x; −∞ at 0, NaN below. */
  public F log10() {
    return made(new Log10(tensor()));
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

  /** y = 1/√x; ∞ at 0, NaN below. */
  public F rsqrt() {
    return made(new Rsqrt(tensor()));
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

  /** y = arctan x, in radians from −π/2 to π/2. */
  public F atan() {
    return made(new Atan(tensor()));
  }

  /** y = tanh x. */
  public F tanh() {
    return made(new Tanh(tensor()));
  }

  /** y = 1/(1 + e⁻ˣ). */
  public F sigmoid() {
    return made(new Sigmoid(tensor()));
  }

  /** y = ln(1/(1 + e⁻ˣ)), without overflow. */
  public F logSigmoid() {
    return made(new LogSigmoid(tensor()));
  }

  /** Error function y = 2/√π·∫₀ˣ exp(−t²) dt. */
  public F erf() {
    return made(new Erf(tensor()));
  }

  /** y = ln(1 + eˣ), and x beyond 20. */
  public F softplus() {
    return softplus(1, 20);
  }

  /** y = ln(1 + e^(β·x))/β, and x where β·x exceeds {@code threshold}. */
  public F softplus(double beta, double threshold) {
    return made(new Softplus(tensor(), beta, threshold));
  }

  /** y = x/(1 + e⁻ˣ). */
  public F silu() {
    return made(new Silu(tensor()));
  }

  /** y = x·Φ(x), Φ being the distribution of the standard normal. */
  public F gelu() {
    return made(new Gelu(tensor()));
  }

  /** y = x·(1 + tanh u)/2 with u = √(2/π)·(x + 0.044715·x³), close to {@link #gelu}. */
  public F geluByTanh() {
    return made(new GeluByTanh(tensor()));
  }

  /** y = max(x, 0). */
  public F relu() {
    return made(new Relu(tensor()));
  }

  /** y = x above 0, {@code slope}·x below. */
  public F leakyRelu(double slope) {
    return made(new LeakyRelu(tensor(), slope));
  }

  /** y = x above 0, α·(eˣ − 1) below. */
  public F elu(double alpha) {
    return made(new Elu(tensor(), alpha));
  }

  /** y = 1 above 0, −1 below, 0 at 0 and at NaN; the gradient is 0. */
  public F sign() {
    return made(new Sign(tensor()));
  }

  /** Nearest integer, a half to the even neighbor; the gradient is 0. */
  public F round() {
    return made(new Round(tensor()));
  }

  /** Largest integer that does not exceed x; the gradient is 0. */
  public F floor() {
    return made(new Floor(tensor()));
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
