package org.gradus.tensor.internal.kernel;

import java.util.Arrays;

/** Numbers under a layout: what a tensor holds, without any memory of how it came about. */
public record NdArray(Storage storage, Layout layout) {

  /** Row-major array over {@code data}, which is taken and not copied. */
  public static NdArray of(double[] data, int... shape) {
    return new NdArray(new Storage(data), Layout.rowMajor(shape));
  }

  /** Array of zeros. */
  public static NdArray zeros(int... shape) {
    return of(new double[Shapes.size(shape)], shape);
  }

  /** Array of zeros of a layout, which must not overlap. */
  static NdArray zeros(Layout like) {
    return new NdArray(new Storage(new double[like.extent()]), like.atOrigin());
  }

  /** The same storage under another layout. */
  public NdArray view(Layout other) {
    return new NdArray(storage, other);
  }

  public int[] shape() {
    return layout.shape();
  }

  public int size() {
    return layout.size();
  }

  /** Element at an index. */
  public double at(int... index) {
    return storage.data[layout.position(index)];
  }

  /** Elements in row-major order; a copy. */
  public double[] toArray() {
    if (size() == 0) {
      return new double[0];
    }
    if (layout.isRowMajor()) {
      return Arrays.copyOfRange(storage.data, layout.offset(), layout.offset() + size());
    }
    double[] copy = new double[size()];
    Loops.each(shape(), layout, layout, (to, from, unused) -> copy[to] = storage.data[from]);
    return copy;
  }

  /**
   * Elements in row-major order, only for reading: the storage itself where they fill it in this
   * order, else a copy.
   */
  double[] dense() {
    boolean whole = layout.isRowMajor() && storage.data.length == size();
    return whole ? storage.data : toArray();
  }

  /** Write {@code values}, which is of the same shape, and count the change. */
  public void change(NdArray values, Change change) {
    write(values);
    storage.changed(change);
  }

  /** Write {@code values}, which is of the same shape, into an array that nobody has seen yet. */
  void write(NdArray values) {
    double[] from = values.dense();
    double[] data = storage.data;
    if (size() > 0 && layout.isRowMajor()) {
      System.arraycopy(from, 0, data, layout.offset(), from.length);
    } else {
      Loops.each(shape(), layout, layout, (index, to, unused) -> data[to] = from[index]);
    }
  }
}
