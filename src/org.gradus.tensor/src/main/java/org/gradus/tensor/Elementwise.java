package org.gradus.tensor;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.gradus.tensor.internal.ops.Add;
import org.gradus.tensor.internal.ops.Atan2;
import org.gradus.tensor.internal.ops.Clamp;
import org.gradus.tensor.internal.ops.Compare;
import org.gradus.tensor.internal.ops.Copy;
import org.gradus.tensor.internal.ops.Div;
import org.gradus.tensor.internal.ops.Exp;
import org.gradus.tensor.internal.ops.Maximum;
import org.gradus.tensor.internal.ops.Minimum;
import org.gradus.tensor.internal.ops.Mul;
import org.gradus.tensor.internal.ops.PowTensor;
import org.gradus.tensor.internal.ops.Relu;
import org.gradus.tensor.internal.ops.ShapeCheck;
import org.gradus.tensor.internal.ops.Sub;
import org.gradus.tensor.internal.ops.Suspicion;
import org.gradus.tensor.op.Op;

/**
 * Arithmetic that works element by element and so keeps the face: a matrix stays a matrix over the
 * same axes.
 *
 * <p>Tensors broadcast; typed faces must have equal lengths. A trailing underscore changes this in
 * place, raises its version and returns it. Each function's formula and reverse rule stand in the
 * class of its name.
 *
 * @param <F> the face itself
 */
// [impl->shape~typed-elementwise~1]
// [impl->tensor~in-place~1]
// [impl->tensor~special-values~1]
public abstract sealed class Elementwise<F extends Elementwise<F>> extends Functions<F>
    permits Reductions, Scalar, Vector, Matrix {
  Elementwise() {}

  /** y = a + b. */
  public F add(F b) {
    return both("add", b, Add::new);
  }

  /** y = a + c. */
  public F add(double c) {
    return made(new Add(tensor(), Tensor.scalar(c)));
  }

  /**
   * y = a − b.
   *
   * <p>A column [n, 1] and n numbers [n] broadcast to every pair [n, n]; a {@link Warnings warning}
   * says so.
   */
  public F sub(F b) {
    Suspicion.grownDifference(tensor(), b.tensor()).ifPresent(Warnings::warn);
    return both("sub", b, Sub::new);
  }

  /** y = a − c. */
  public F sub(double c) {
    return made(new Sub(tensor(), Tensor.scalar(c)));
  }

  /** y = a·b, element by element. */
  public F mul(F b) {
    return both("mul", b, Mul::new);
  }

  /** y = a·c. */
  public F mul(double c) {
    return made(new Mul(tensor(), Tensor.scalar(c)));
  }

  /** y = c·x for a number c that may require a gradient. */
  public F scale(Scalar c) {
    return made(new Mul(tensor(), c.tensor()));
  }

  /** y = a/b; dividing by zero gives an infinity or NaN. */
  public F div(F b) {
    return both("div", b, Div::new);
  }

  /** y = a/c. */
  public F div(double c) {
    return made(new Div(tensor(), Tensor.scalar(c)));
  }

  /** y = aᵇ; NaN for a negative a and a fractional b. */
  public F pow(F b) {
    return both("pow", b, PowTensor::new);
  }

  /** y = max(a, b), element by element; NaN wins. */
  public F maximum(F b) {
    return both("maximum", b, Maximum::new);
  }

  /** y = min(a, b), element by element; NaN wins. */
  public F minimum(F b) {
    return both("minimum", b, Minimum::new);
  }

  /** y = angle of the point (b, a), in radians from −π to π. */
  public F atan2(F b) {
    return both("atan2", b, Atan2::new);
  }

  /** 1 where a = b, else 0; requires no gradient. */
  public F eq(F b) {
    return compare("eq", b, Compare.EQ);
  }

  /** 1 where a ≠ b, else 0; requires no gradient. */
  public F ne(F b) {
    return compare("ne", b, Compare.NE);
  }

  /** 1 where a &lt; b, else 0; requires no gradient. */
  public F lt(F b) {
    return compare("lt", b, Compare.LT);
  }

  /** 1 where a ≤ b, else 0; requires no gradient. */
  public F le(F b) {
    return compare("le", b, Compare.LE);
  }

  /** 1 where a &gt; b, else 0; requires no gradient. */
  public F gt(F b) {
    return compare("gt", b, Compare.GT);
  }

  /** 1 where a ≥ b, else 0; requires no gradient. */
  public F ge(F b) {
    return compare("ge", b, Compare.GE);
  }

  /** a ← a + b. */
  public F add_(F b) {
    return bothInPlace("add_", b, Add::new);
  }

  /** a ← a + c. */
  public F add_(double c) {
    return inPlace("add_", a -> new Add(a, Tensor.scalar(c)));
  }

  /** a ← a − b. */
  public F sub_(F b) {
    return bothInPlace("sub_", b, Sub::new);
  }

  /** a ← a − c. */
  public F sub_(double c) {
    return inPlace("sub_", a -> new Sub(a, Tensor.scalar(c)));
  }

  /** a ← a·b. */
  public F mul_(F b) {
    return bothInPlace("mul_", b, Mul::new);
  }

  /** a ← a·c. */
  public F mul_(double c) {
    return inPlace("mul_", a -> new Mul(a, Tensor.scalar(c)));
  }

  /** a ← a/b. */
  public F div_(F b) {
    return bothInPlace("div_", b, Div::new);
  }

  /** a ← a/c. */
  public F div_(double c) {
    return inPlace("div_", a -> new Div(a, Tensor.scalar(c)));
  }

  /** x ← min(max(x, low), high). */
  public F clamp_(double low, double high) {
    return inPlace("clamp_", a -> new Clamp(a, low, high));
  }

  /** x ← max(x, 0). */
  public F relu_() {
    return inPlace("relu_", Relu::new);
  }

  /** x ← eˣ. */
  public F exp_() {
    return inPlace("exp_", Exp::new);
  }

  /** x ← 0. */
  public F zero_() {
    return fill_("zero_", 0);
  }

  /** x ← c. */
  public F fill_(double c) {
    return fill_("fill_", c);
  }

  /** x ← b; a gradient flows to b. */
  public F copy_(F b) {
    return bothInPlace("copy_", b, Copy::new);
  }

  /**
   * x ← numbers drawn uniformly from [low, high).
   *
   * @throws IllegalArgumentException if {@code low} exceeds {@code high}
   */
  public F uniform_(double low, double high, RandomGenerator random) {
    Random.checkRange(low, high);
    return inPlace("uniform_", a -> new Copy(a, Random.uniform(low, high, random, shape())));
  }

  /**
   * x ← numbers drawn from the normal distribution.
   *
   * @throws IllegalArgumentException if {@code deviation} is negative
   */
  public F normal_(double mean, double deviation, RandomGenerator random) {
    Random.checkDeviation(deviation);
    return inPlace("normal_", a -> new Copy(a, Random.normal(mean, deviation, random, shape())));
  }

  private F fill_(String name, double c) {
    return inPlace(name, a -> new Copy(a, Tensor.scalar(c)));
  }

  private F both(String name, F b, BiFunction<Tensor, Tensor, Op<?>> op) {
    checkLengths(name, b);
    return made(op.apply(tensor(), b.tensor()));
  }

  private F compare(String name, F b, Compare comparison) {
    checkLengths(name, b);
    Tensor y = comparison.of(tensor(), b.tensor());
    y.history().origin(Origin.COMPARED, false);
    return face(y);
  }

  private F bothInPlace(String name, F b, BiFunction<Tensor, Tensor, Op<?>> op) {
    checkLengths(name, b);
    ShapeCheck.fits(name, tensor(), b.tensor());
    return inPlace(name, a -> op.apply(a, b.tensor()));
  }

  // [impl->op~in-place~1]
  private F inPlace(String name, Function<Tensor, Op<?>> change) {
    Engine.applyInPlace(name, tensor(), change);
    return self();
  }

  private void checkLengths(String name, F b) {
    boolean holds = self() instanceof Tensor || Arrays.equals(shape(), b.shape());
    ShapeCheck.oneLength(name, holds, tensor(), b.tensor());
  }
}
