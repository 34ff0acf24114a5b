package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.TensorOp;

/**
 * Rows of a table, looked up by number.
 *
 * <pre>
 *   y[…, j] = w[index[…], j]        w: [V, D]   y: shape of the index, then D
 *   w̄[i, j] = Σ ȳ[…, j] over index[…] = i, 0 for the padding row
 * </pre>
 *
 * @param padding row that learns nothing, counted from 0
 */
// [impl->op~embedding~1]
public record Embedding(Tensor w, IndexTensor index, OptionalInt padding) implements TensorOp {
  static final Operation OPERATION =
      Operation.of(
          "embedding",
          "y[…, j] = w[index[…], j]",
          "w̄[i, j] = Σ ȳ[…, j] over index[…] = i, 0 for the padding row",
          Embedding::sample);

  /**
   * Check index and padding.
   *
   * @throws org.gradus.tensor.ShapeException if the table is no matrix
   * @throws IndexOutOfBoundsException if an index or the padding is no row of it
   */
  public static Embedding checked(Tensor w, IndexTensor index, OptionalInt padding) {
    LayerCheck.rows(index, w);
    return new Embedding(
        w,
        index,
        padding.isEmpty() ? padding : OptionalInt.of(LayerCheck.padding(padding.getAsInt(), w)));
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(w);
  }

  @Override
  public Tensor forward() {
    return Kernels.take(w, 0, index);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(w, () -> Tensor.apply(new IndexAdd(learning(yBar), w.shape(), 0, index)));
  }

  /** ȳ with zeros where the padding row was looked up. */
  private Tensor learning(Tensor yBar) {
    if (padding.isEmpty()) {
      return yBar;
    }
    Tensor row = Tensor.scalar(padding.getAsInt());
    return Tensor.where(index.toTensor().eq(row).unsqueeze(-1), Tensor.scalar(0), yBar);
  }

  private static Case sample(Draw draw) {
    int rows = draw.length(0);
    int width = draw.length(0);
    int[] shape = rows == 0 ? new int[] {0} : Sample.shape(draw, draw.rank(0, 2));
    int[] index = new int[Shapes.size(shape)];
    Arrays.setAll(index, i -> draw.whole(0, rows - 1));
    IndexTensor looked = IndexTensor.of(shape, index);
    return Case.of(
        "embedding " + rows + " rows of " + width + " at " + looked,
        Sample.tensor(draw, Domain.AROUND_ZERO, rows, width),
        w -> Layers.embedding(looked, w),
        new Naive(shape, index));
  }

  private record Naive(int[] shape, int[] index) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> w = operands.get(0);
      int[] wider = Arrays.copyOf(shape, shape.length + 1);
      wider[shape.length] = w.shape()[1];
      return Cells.of(
          wider,
          at -> {
            int position = 0;
            for (int axis = 0; axis < shape.length; axis++) {
              position = position * shape[axis] + at[axis];
            }
            return w.at(index[position], at[shape.length]);
          });
    }
  }
}
