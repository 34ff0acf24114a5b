package org.gradus.cli.conform;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/** Views, pieces and joins as PyTorch calls them. */
final class Shaping {

  private Shaping() {}

  static Tensor transpose(Call c) {
    int a = c.attrs().integer("dim0");
    int b = c.attrs().integer("dim1");
    return c.alongAxes(x -> x.transpose(a, b));
  }

  /** A reshape that must copy, for its elements lie in another order. */
  static Tensor reshapeOfTranspose(Call c) {
    int a = c.attrs().integer("dim0", 0);
    int b = c.attrs().integer("dim1", 1);
    Tensor turned = c.x().transpose(a, b);
    return c.attrs().has("shape") ? turned.reshape(c.attrs().integers("shape")) : turned.flatten();
  }

  static int[] order(Call c) {
    return Arrays.stream(c.attrs().integers("dims"))
        .map(axis -> positive(axis, c.x().ndim()))
        .toArray();
  }

  static Tensor flatten(Call c) {
    int first = c.attrs().integer("start_dim", 0);
    int last = c.attrs().integer("end_dim", -1);
    return c.x().ndim() == 0 ? c.x().reshape(1) : c.x().flatten(first, last);
  }

  /** Drops the named axes that have length one; all of them where none is named. */
  static Tensor squeeze(Call c) {
    if (!c.attrs().has("dim")) {
      return c.x().squeeze();
    }
    int[] axes =
        Arrays.stream(c.attrs().integers("dim"))
            .map(axis -> positive(axis, Math.max(1, c.x().ndim())))
            .sorted()
            .toArray();
    return c.alongAxes(
        x -> {
          Tensor squeezed = x;
          for (int i = axes.length - 1; i >= 0; i--) {
            squeezed = squeezed.squeeze(axes[i]);
          }
          return squeezed;
        });
  }

  /** One [start, stop, step] for each leading axis. */
  static Tensor slice(Call c) {
    Tensor slice = c.x();
    List<Fields> slices = c.attrs().rows("slices");
    for (int axis = 0; axis < slices.size(); axis++) {
      Fields bounds = slices.get(axis);
      int start = bounds.integer("0", 0);
      int stop = bounds.integer("1", slice.size(axis));
      slice = slice.slice(axis, start, stop, bounds.integer("2", 1));
    }
    return slice;
  }

  /** Joins tensors; one of shape [0] joins tensors of any rank, as in PyTorch. */
  static Tensor cat(List<Tensor> tensors, int dim) {
    int[] shape =
        tensors.stream()
            .map(Tensor::shape)
            .filter(s -> !Arrays.equals(s, new int[] {0}))
            .findFirst()
            .orElse(new int[] {0});
    int axis = positive(dim, shape.length);
    return Tensor.cat(
        tensors.stream()
            .map(x -> x.ndim() == 1 && x.numel() == 0 ? x.reshape(emptied(shape, axis)) : x)
            .toList(),
        dim);
  }

  /** A single index stands for a list of it. */
  static Tensor indexSelect(Call c) {
    IndexTensor given = c.indices(1);
    IndexTensor index = given.shape().length == 0 ? IndexTensor.of(given.toArray()) : given;
    return c.alongAxes(x -> x.indexSelect(c.axis(), index));
  }

  /** An index of a number is a number, or has one axis. */
  static Tensor gather(Call c) {
    Tensor x = c.x().ndim() == 0 ? c.x().reshape(1) : c.x();
    IndexTensor index = c.indices(1);
    return index.shape().length == 0
        ? x.gather(c.axis(), IndexTensor.of(index.toArray())).reshape()
        : x.gather(c.axis(), index);
  }

  /** Both broadcast, as in PyTorch. */
  static Tensor maskedFill(Call c, double value) {
    int[] shape = c.x().detach().add(c.y()).shape();
    Tensor x = Arrays.equals(shape, c.x().shape()) ? c.x() : c.x().expand(shape);
    return x.maskedFill(c.y(), value);
  }

  private static int[] emptied(int[] shape, int axis) {
    return IntStream.range(0, shape.length).map(i -> i == axis ? 0 : shape[i]).toArray();
  }

  /** The axis itself where it is not of these; whoever uses it says so. */
  private static int positive(int axis, int rank) {
    return axis < 0 ? axis + rank : axis;
  }
}
