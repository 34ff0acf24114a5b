package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.UnaryOp;

/**
 * Slices of an axis in the order of an index, a gather.
 *
 * <pre>
 *   y[…, i, …] = x[…, index[i], …]
 *   x̄[…, j, …] = Σ ȳ[…, i, …] over all i with index[i] = j
 * </pre>
 *
 * <p>The axes of the index take the place of the axis. A negative index counts from the end; an
 * index that repeats accumulates.
 */
// [impl->op~index~1]
public record IndexSelect(Tensor x, int axis, IndexTensor index) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "index",
          "y[…, i, …] = x[…, index[i], …]",
          "x̄[…, j, …] = Σ ȳ[…, i, …] over index[i] = j",
          draw -> sample(draw, Tensor::indexSelect));

  /**
   * Check axis and index.
   *
   * @throws IndexOutOfBoundsException if there is no such axis, or an index is out of range
   */
  public static IndexSelect checked(String operation, Tensor x, int axis, IndexTensor index) {
    int a = AxisCheck.axis(operation, axis, x);
    AxisCheck.indices(operation, index, a, x);
    return new IndexSelect(x, a, index);
  }

  @Override
  public Tensor forward() {
    return Kernels.take(x, axis, index);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.apply(new IndexAdd(yBar, x.shape(), axis, index)));
  }

  /** How it is called: operand, axis and index. */
  public interface Call {
    Tensor of(Tensor x, int axis, IndexTensor index);
  }

  /** A case of indexSelect, computed by {@code application}. */
  public static Case sample(Draw draw, Call application) {
    int operandRank = draw.rank(1, 3);
    int axis = draw.option("axis", draw.between(0, operandRank - 1));
    int[] shape = Sample.shape(draw, operandRank, axis, 1);
    int[] indexShape = Sample.shape(draw, draw.rank(0, 2));
    int[] index = new int[Shapes.size(indexShape)];
    Arrays.setAll(index, i -> draw.whole(-shape[axis], shape[axis] - 1));
    IndexTensor tensor = IndexTensor.of(indexShape, index);
    int rank = indexShape.length;
    return Case.of(
        "index " + Arrays.toString(shape) + " axis " + axis + " at " + tensor,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.of(t, axis, tensor),
        Moved.of(
            Shapes.replace(shape, axis, indexShape),
            at -> {
              int position = 0;
              for (int i = 0; i < rank; i++) {
                position = position * indexShape[i] + at[axis + i];
              }
              int[] source = new int[shape.length];
              System.arraycopy(at, 0, source, 0, axis);
              source[axis] = Math.floorMod(index[position], shape[axis]);
              System.arraycopy(at, axis + rank, source, axis + 1, shape.length - axis - 1);
              return source;
            }));
  }
}
