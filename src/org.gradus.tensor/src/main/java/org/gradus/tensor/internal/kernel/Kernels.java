package org.gradus.tensor.internal.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * Forward loops of the operations.
 *
 * <p>Every result is a fresh row-major tensor without history, views excepted. Sums run in
 * row-major order of the elements that are added, one after the other. Shapes are trusted: the
 * operations check them first.
 */
public final class Kernels {
  private static @Nullable Access access;

  private Kernels() {}

  /** Let kernels see the numbers of a tensor; {@link Tensor} calls it once, when it is loaded. */
  public static void connect(Access way) {
    access = way;
  }

  private static Access access() {
    Access way = access;
    if (way == null) {
      throw new IllegalStateException("Tensor connects the kernels when it is loaded");
    }
    return way;
  }

  static NdArray array(Tensor tensor) {
    return access().array(tensor);
  }

  static Tensor tensor(double[] data, int... shape) {
    return access().tensor(NdArray.of(data, shape));
  }

  /** y = f(x), element by element. */
  public static Tensor map(Tensor x, DoubleUnaryOperator f) {
    double[] from = array(x).dense();
    double[] y = new double[from.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = f.applyAsDouble(from[i]);
    }
    return tensor(y, x.shape());
  }

  /** y = f(a, b), element by element after broadcasting. */
  public static Tensor zip(Tensor a, Tensor b, DoubleBinaryOperator f) {
    int[] shape = Shapes.broadcast(a.shape(), b.shape()).orElseThrow();
    double[] y = new double[Shapes.size(shape)];
    NdArray left = array(a);
    NdArray right = array(b);
    if (left.size() == y.length && right.size() == y.length) {
      double[] l = left.dense();
      double[] r = right.dense();
      for (int i = 0; i < y.length; i++) {
        y[i] = f.applyAsDouble(l[i], r[i]);
      }
    } else {
      double[] l = left.storage().data;
      double[] r = right.storage().data;
      Loops.each(
          shape,
          left.layout().expand(shape),
          right.layout().expand(shape),
          (i, at, bt) -> y[i] = f.applyAsDouble(l[at], r[bt]));
    }
    return tensor(y, shape);
  }

  /** y = a where c is not zero, else b; all three broadcast. */
  public static Tensor where(Tensor condition, Tensor a, Tensor b) {
    int[] pair = Shapes.broadcast(a.shape(), b.shape()).orElseThrow();
    int[] shape = Shapes.broadcast(condition.shape(), pair).orElseThrow();
    double[] c = array(condition).view(array(condition).layout().expand(shape)).toArray();
    double[] y = new double[c.length];
    double[] left = array(a).storage().data;
    double[] right = array(b).storage().data;
    Loops.each(
        shape,
        array(a).layout().expand(shape),
        array(b).layout().expand(shape),
        (i, at, bt) -> y[i] = c[i] != 0 ? left[at] : right[bt]);
    return tensor(y, shape);
  }

  /**
   * Fold the reduced axes away.
   *
   * @param reduced whether each axis of {@code x} is reduced
   * @param start value of an empty fold
   */
  public static Tensor reduce(
      Tensor x, boolean[] reduced, boolean keep, double start, DoubleBinaryOperator f) {
    NdArray from = array(x);
    int[] target = Shapes.reduce(x.shape(), reduced, true);
    double[] y = new double[Shapes.size(target)];
    Arrays.fill(y, start);
    double[] data = from.storage().data;
    Loops.each(
        x.shape(),
        from.layout(),
        Layout.rowMajor(target).expand(x.shape()),
        (count, at, to) -> y[to] = f.applyAsDouble(y[to], data[at]));
    return tensor(y, Shapes.reduce(x.shape(), reduced, keep));
  }

  /** yᵢ = x₀ + … + xᵢ along an axis. */
  public static Tensor runningSum(Tensor x, int axis) {
    double[] y = array(x).toArray();
    int inner = 1;
    for (int a = axis + 1; a < x.ndim(); a++) {
      inner *= x.size(a);
    }
    int line = inner * x.size(axis);
    for (int i = 0; i < y.length; i++) {
      if (i % line >= inner) {
        y[i] += y[i - inner];
      }
    }
    return tensor(y, x.shape());
  }

  /** Y = A·B for A: [n, k] and B: [k, m]. */
  public static Tensor matmul(Tensor a, Tensor b) {
    int n = a.size(0);
    int m = b.size(1);
    double[] y = new double[n * m];
    multiply(array(a).dense(), 0, array(b).dense(), 0, y, 0, new int[] {n, a.size(1), m});
    return tensor(y, n, m);
  }

  /** Y[i] = A[i]·B[i] for A: [c, n, k] and B: [c, k, m]. */
  public static Tensor batchMatmul(Tensor a, Tensor b) {
    int count = a.size(0);
    int n = a.size(1);
    int k = a.size(2);
    int m = b.size(2);
    double[] left = array(a).dense();
    double[] right = array(b).dense();
    double[] y = new double[count * n * m];
    for (int c = 0; c < count; c++) {
      multiply(left, c * n * k, right, c * k * m, y, c * n * m, new int[] {n, k, m});
    }
    return tensor(y, count, n, m);
  }

  /** Y += A·B for A: [n, k] and B: [k, m], each from a position of its array on. */
  static void multiply(double[] a, int aAt, double[] b, int bAt, double[] y, int yAt, int[] nkm) {
    int k = nkm[1];
    int m = nkm[2];
    for (int row = 0; row < nkm[0]; row++) {
      for (int inner = 0; inner < k; inner++) {
        double factor = a[aAt + row * k + inner];
        int from = bAt + inner * m;
        int to = yAt + row * m;
        for (int column = 0; column < m; column++) {
          y[to + column] += factor * b[from + column];
        }
      }
    }
  }

  /** y = A·x for A: [n, k] and x: [k]. */
  public static Tensor mv(Tensor a, Tensor x) {
    int n = a.size(0);
    int k = a.size(1);
    double[] matrix = array(a).dense();
    double[] vector = array(x).dense();
    double[] y = new double[n];
    for (int row = 0; row < n; row++) {
      double sum = 0;
      for (int inner = 0; inner < k; inner++) {
        sum += matrix[row * k + inner] * vector[inner];
      }
      y[row] = sum;
    }
    return tensor(y, n);
  }

  /** y = Σ aᵢ·bᵢ. */
  public static Tensor dot(Tensor a, Tensor b) {
    double[] left = array(a).dense();
    double[] right = array(b).dense();
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return tensor(new double[] {sum});
  }

  /**
   * Slices of {@code axis} in the order of an index tensor, whose axes take the place of {@code
   * axis}.
   */
  public static Tensor take(Tensor x, int axis, IndexTensor index) {
    int[] flat = Shapes.replace(x.shape(), axis, index.size());
    double[] y = new double[Shapes.size(flat)];
    double[] from = array(x).dense();
    walkTaken(flat, axis, index, x.size(axis), (to, at) -> y[to] = from[at]);
    return tensor(y, Shapes.replace(x.shape(), axis, index.shape()));
  }

  /**
   * Adjoint of {@link #take}: add every slice of {@code y} where it was taken from, in an array of
   * zeros.
   */
  public static Tensor putAdd(Tensor y, int[] shape, int axis, IndexTensor index) {
    double[] x = new double[Shapes.size(shape)];
    double[] from = array(y).dense();
    int[] flat = Shapes.replace(shape, axis, index.size());
    walkTaken(flat, axis, index, shape[axis], (at, to) -> x[to] += from[at]);
    return tensor(x, shape);
  }

  private interface Pair {
    void at(int taken, int source);
  }

  private static void walkTaken(int[] taken, int axis, IndexTensor index, int length, Pair body) {
    int outer = 1;
    for (int a = 0; a < axis; a++) {
      outer *= taken[a];
    }
    int inner = 1;
    for (int a = axis + 1; a < taken.length; a++) {
      inner *= taken[a];
    }
    int[] rows = index.toArray();
    for (int o = 0; o < outer; o++) {
      for (int i = 0; i < rows.length; i++) {
        int row = rows[i] < 0 ? rows[i] + length : rows[i];
        for (int e = 0; e < inner; e++) {
          body.at((o * rows.length + i) * inner + e, (o * length + row) * inner + e);
        }
      }
    }
  }

  /** Join along an axis; all other lengths agree. */
  public static Tensor cat(List<Tensor> parts, int axis) {
    int total = parts.stream().mapToInt(part -> part.size(axis)).sum();
    int[] shape = Shapes.replace(parts.get(0).shape(), axis, total);
    NdArray y = NdArray.zeros(shape);
    int start = 0;
    for (Tensor part : parts) {
      int length = part.size(axis);
      y.view(y.layout().slice(axis, start, length, 1)).write(array(part));
      start += length;
    }
    return access().tensor(NdArray.of(y.dense(), shape));
  }

  /** A copy with storage of its own. */
  public static Tensor copy(Tensor x) {
    return tensor(array(x).toArray(), x.shape());
  }

  /** The same storage under another layout. */
  public static Tensor view(Tensor x, UnaryOperator<Layout> region) {
    NdArray array = array(x);
    return access().tensor(array.view(region.apply(array.layout())));
  }

  /** Layout of a tensor. */
  public static Layout layout(Tensor x) {
    return array(x).layout();
  }

  /**
   * Zeros of the layout {@code like}, with {@code part} added into a region of it: a cell that the
   * region repeats gets the sum.
   */
  public static Tensor place(Tensor part, Layout like, UnaryOperator<Layout> region) {
    NdArray whole = NdArray.zeros(like);
    Layout target = region.apply(whole.layout());
    double[] data = whole.storage().data;
    double[] from = array(part).dense();
    Loops.each(target.shape(), target, target, (i, to, unused) -> data[to] += from[i]);
    return access().tensor(whole);
  }

  /**
   * A copy of {@code base} in the layout {@code like}, with {@code part} written into a region of
   * it.
   */
  public static Tensor replace(
      Tensor base, Tensor part, Layout like, UnaryOperator<Layout> region) {
    NdArray whole = arranged(base, like);
    whole.view(region.apply(whole.layout())).write(array(part));
    return access().tensor(new NdArray(new Storage(whole.storage().data), whole.layout()));
  }

  /** A copy of a region of {@code whole}, which is arranged in the layout {@code like} first. */
  public static Tensor region(Tensor whole, Layout like, UnaryOperator<Layout> region) {
    NdArray arranged = arranged(whole, like);
    NdArray part = arranged.view(region.apply(arranged.layout()));
    return tensor(part.toArray(), part.shape());
  }

  private static NdArray arranged(Tensor x, Layout like) {
    NdArray whole = NdArray.zeros(like);
    whole.write(array(x));
    return whole;
  }

  /**
   * Index of the first extreme along an axis; NaN counts as more extreme than any number.
   *
   * @param sign 1 for the largest, −1 for the smallest
   */
  public static IndexTensor argExtreme(Tensor x, int axis, int sign, boolean keep) {
    boolean[] reduced = new boolean[x.ndim()];
    reduced[axis] = true;
    NdArray array = array(x);
    double[] data = array.storage().data;
    int[] best = new int[Shapes.size(Shapes.reduce(x.shape(), reduced, false))];
    Layout line = array.layout();
    int stride = line.strides()[axis];
    Layout rest = line.select(axis, 0);
    Loops.each(
        rest.shape(),
        rest,
        rest,
        (i, at, unused) -> {
          int found = 0;
          for (int k = 1; k < line.shape()[axis]; k++) {
            if (exceeds(data[at + k * stride], data[at + found * stride], sign)) {
              found = k;
            }
          }
          best[i] = found;
        });
    return IndexTensor.of(Shapes.reduce(x.shape(), reduced, keep), best);
  }

  private static boolean exceeds(double candidate, double best, int sign) {
    return !Double.isNaN(best) && (Double.isNaN(candidate) || sign * candidate > sign * best);
  }
}
