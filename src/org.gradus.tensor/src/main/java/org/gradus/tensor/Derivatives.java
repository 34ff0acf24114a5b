package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Derivatives of functions of one tensor: Jacobian, Hessian, and their products with a vector.
 *
 * <pre>
 *   J = ∂f/∂x     Jᵢⱼ = ∂yᵢ/∂xⱼ           [*y, *x]
 *   H = ∂²f/∂x²   Hᵢⱼ = ∂²f/∂xᵢ∂xⱼ        [*x, *x], f a single number
 *   vjp = vᵀ·J    jvp = J·v   hvp = H·v
 * </pre>
 *
 * <p>The function is called with a leaf that has the numbers of {@code x}; results have no history,
 * and no gradient accumulates. For a third derivative nest {@link Autograd} with {@code
 * createGraph()}. The layout is the numerator layout: a row for each element of y.
 */
// [impl->autograd~derivatives~1]
public final class Derivatives {
  private Derivatives() {}

  /** Jacobian, of the shape of y followed by that of x; one backward pass for each element of y. */
  public static Tensor jacobian(Function<Tensor, Tensor> f, Tensor x) {
    Tensor leaf = leaf(x);
    Tensor y = recorded(f, leaf);
    return rows(y, leaf);
  }

  /** Jacobian of a function from vectors to vectors. */
  public static <Y extends Axis, X extends Axis> Matrix<Y, X> jacobian(
      Function<Vector<X>, Vector<Y>> f, Vector<X> x) {
    Vector<X> leaf = x.face(leaf(x.tensor()));
    Vector<Y> y;
    try (EnableGrad on = EnableGrad.on()) {
      y = f.apply(leaf);
    }
    return Matrix.of(y.dim(), x.dim(), rows(y.tensor(), leaf.tensor()));
  }

  /**
   * Hessian of a function whose result is a single number, of the shape of x twice.
   *
   * @throws GradientException if the result has more than one element
   */
  public static Tensor hessian(Function<Tensor, Tensor> f, Tensor x) {
    Tensor leaf = leaf(x);
    return rows(gradient("hessian", recorded(f, leaf), leaf), leaf);
  }

  /** Hessian of a function from vectors to numbers. */
  public static <X extends Axis> Matrix<X, X> hessian(Function<Vector<X>, Scalar> f, Vector<X> x) {
    return Matrix.of(x.dim(), x.dim(), hessian(t -> f.apply(x.face(t)).tensor(), x.tensor()));
  }

  /**
   * Vector-Jacobian product vᵀ·J, of the shape of x: one backward pass.
   *
   * @param v as many numbers as y has, in its shape
   * @throws ShapeException if {@code v} has another shape than y
   */
  public static Tensor vjp(Function<Tensor, Tensor> f, Tensor x, Tensor v) {
    Tensor leaf = leaf(x);
    Tensor y = recorded(f, leaf);
    fits("vjp", "result y", y, v);
    return product(y, v, leaf);
  }

  /**
   * Jacobian-vector product J·v, of the shape of y: the derivative of f along v.
   *
   * <p>Two backward passes: uᵀ·J is linear in u, and its derivative by u along v is J·v.
   *
   * @param v as many numbers as x has, in its shape
   * @throws ShapeException if {@code v} has another shape than x
   */
  public static Tensor jvp(Function<Tensor, Tensor> f, Tensor x, Tensor v) {
    fits("jvp", "argument x", x, v);
    Tensor leaf = leaf(x);
    Tensor y = recorded(f, leaf);
    Tensor u = Tensor.zeros(y.shape()).requiresGrad_();
    if (!y.requiresGrad()) {
      return Tensor.zeros(y.shape());
    }
    Tensor g = Autograd.of(y).seeds(u).createGraph().zeroIfUnused().grad(leaf).get(0);
    return product(g, v, u);
  }

  /**
   * Hessian-vector product H·v, of the shape of x: two backward passes, and no Hessian.
   *
   * @param v as many numbers as x has, in its shape
   * @throws ShapeException if {@code v} has another shape than x
   * @throws GradientException if the result has more than one element
   */
  public static Tensor hvp(Function<Tensor, Tensor> f, Tensor x, Tensor v) {
    fits("hvp", "argument x", x, v);
    Tensor leaf = leaf(x);
    return product(gradient("hvp", recorded(f, leaf), leaf), v, leaf);
  }

  private static Tensor leaf(Tensor x) {
    return x.detach().requiresGrad_();
  }

  private static Tensor recorded(Function<Tensor, Tensor> f, Tensor leaf) {
    try (EnableGrad on = EnableGrad.on()) {
      return f.apply(leaf);
    }
  }

  /** Gradient of a single number, recorded; zeros where it does not depend on the leaf. */
  private static Tensor gradient(String call, Tensor y, Tensor leaf) {
    if (y.numel() != 1) {
      throw new GradientException(
          call
              + ": the function must return a single number, and it returned "
              + y.signature()
              + " of "
              + y.numel()
              + " elements\nreduce it by sum() or mean()");
    }
    if (!y.requiresGrad()) {
      return Tensor.zeros(leaf.shape());
    }
    return Autograd.of(y).createGraph().zeroIfUnused().grad(leaf).get(0);
  }

  private static Tensor product(Tensor y, Tensor v, Tensor leaf) {
    if (!y.requiresGrad()) {
      return Tensor.zeros(leaf.shape());
    }
    return Autograd.of(y).seeds(v).retainGraph().zeroIfUnused().grad(leaf).get(0);
  }

  private static Tensor rows(Tensor y, Tensor leaf) {
    List<Tensor> rows = new ArrayList<>();
    double[] unit = new double[y.numel()];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = 1;
      rows.add(product(y, Tensor.of(unit).reshape(y.shape()), leaf));
      unit[i] = 0;
    }
    int[] shape = IntStream.concat(Arrays.stream(y.shape()), Arrays.stream(leaf.shape())).toArray();
    return rows.isEmpty() ? Tensor.zeros(shape) : Tensor.stack(rows, 0).reshape(shape);
  }

  private static void fits(String call, String role, Tensor like, Tensor v) {
    if (!Arrays.equals(like.shape(), v.shape())) {
      throw new ShapeException(
          call
              + ": v must have the shape of the "
              + role
              + "\n  "
              + role
              + "  "
              + like.signature()
              + "\n  v"
              + " ".repeat(role.length() + 1)
              + v.signature());
    }
  }
}
