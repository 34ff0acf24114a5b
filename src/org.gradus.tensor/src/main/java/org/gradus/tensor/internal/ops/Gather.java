package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Layout;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.UnaryOp;

/**
 * Elements along an axis, each chosen by an index of its own.
 *
 * <pre>
 *   y[i, …, j, …, k] = x[i, …, index[i, …, j, …, k], …, k]      the index stands in for one axis
 *   x̄[i, …, l, …, k] = Σ ȳ[i, …, j, …, k] over all j with index[i, …, j, …, k] = l
 * </pre>
 *
 * <p>The result has the shape of the index. A negative index counts from the end; an index that
 * repeats accumulates.
 */
// [impl->op~gather~1]
public record Gather(Tensor x, int axis, IndexTensor index) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "gather",
          "y[…, j, …] = x[…, index[…, j, …], …]",
          "x̄[…, l, …] = Σ ȳ[…, j, …] over index[…, j, …] = l",
          draw -> sample(draw, Tensor::gather));

  /**
   * Check axis and index.
   *
   * @throws IndexOutOfBoundsException if there is no such axis, or an index is out of range
   * @throws org.gradus.tensor.ShapeException if the index has another rank than {@code x}, or is
   *     longer along another axis
   */
  public static Gather checked(Tensor x, int axis, IndexTensor index) {
    int a = AxisCheck.axis("gather", axis, x);
    ShapeCheck.gatherable(index, a, x);
    AxisCheck.indices("gather", index, a, x);
    return new Gather(x, a, index);
  }

  @Override
  public Tensor forward() {
    return x.flatten().index(positions());
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x,
        () ->
            Tensor.apply(new IndexAdd(yBar, new int[] {x.numel()}, 0, positions()))
                .reshape(x.shape()));
  }

  /** Row-major positions in x of what the index points to. */
  private IndexTensor positions() {
    int[] shape = x.shape();
    int[] positions = index.toArray();
    for (int i = 0; i < positions.length; i++) {
      int[] at = Shapes.index(index.shape(), i);
      at[axis] = Math.floorMod(positions[i], shape[axis]);
      positions[i] = Layout.rowMajor(shape).position(at);
    }
    return IndexTensor.of(index.shape(), positions);
  }

  /** A case of gather, computed by {@code application}. */
  public static Case sample(Draw draw, IndexSelect.Call application) {
    int rank = draw.rank(1, 3);
    int axis = draw.option("axis", draw.between(0, rank - 1));
    int[] shape = Sample.shape(draw, rank, axis, 1);
    int[] indexShape = shape.clone();
    Arrays.setAll(indexShape, a -> shape[a] > 1 && draw.yes() ? 1 : shape[a]);
    indexShape[axis] = draw.length(0);
    int[] index = new int[Shapes.size(indexShape)];
    Arrays.setAll(index, i -> draw.whole(-shape[axis], shape[axis] - 1));
    IndexTensor tensor = IndexTensor.of(indexShape, index);
    int named = Folding.fromEitherEnd(draw, axis, shape.length);
    return Case.of(
        "gather " + Arrays.toString(shape) + " axis " + named + " at " + tensor,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.of(t, named, tensor),
        Moved.of(
            indexShape,
            at -> {
              int position = 0;
              for (int a = 0; a < at.length; a++) {
                position = position * indexShape[a] + at[a];
              }
              int[] source = at.clone();
              source[axis] = index[position] + (index[position] < 0 ? shape[axis] : 0);
              return source;
            }));
  }
}
