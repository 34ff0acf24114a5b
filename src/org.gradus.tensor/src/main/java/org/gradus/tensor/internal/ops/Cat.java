package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
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
 * Tensors joined along an axis.
 *
 * <pre>
 *   y = [x₁; …; xₙ]
 *   x̄ᵢ = the part of ȳ where xᵢ went
 * </pre>
 */
// [impl->op~cat~1]
public record Cat(List<Tensor> inputs, int axis) implements TensorOp {
  static final Operation OPERATION =
      Operation.of(
          "cat",
          "y = [x₁; …; xₙ]",
          "x̄ᵢ = the part of ȳ where xᵢ went",
          draw -> sample(draw, Tensor::cat));

  /**
   * Check operands and axis.
   *
   * @throws org.gradus.tensor.ShapeException if there is no operand, or they differ in more than
   *     the length of the axis
   * @throws IndexOutOfBoundsException if there is no such axis
   */
  public static Cat checked(List<Tensor> tensors, int axis) {
    ShapeCheck.some("cat", tensors);
    int a = AxisCheck.axis("cat", axis, tensors.get(0));
    ShapeCheck.joinable(tensors, a);
    return new Cat(List.copyOf(tensors), a);
  }

  @Override
  public Tensor forward() {
    return Kernels.cat(inputs, axis);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    int start = 0;
    for (Tensor x : inputs) {
      int from = start;
      int to = start + x.size(axis);
      gradients.add(x, () -> yBar.slice(axis, from, to));
      start = to;
    }
  }

  /** A case of cat, computed by {@code application}. */
  public static Case sample(Draw draw, BiFunction<List<Tensor>, Integer, Tensor> application) {
    int rank = draw.rank(1, 3);
    int axis = draw.option("axis", draw.between(0, rank - 1));
    int[] others = Sample.shape(draw, rank - 1);
    int count = draw.option("parts", draw.between(1, 3));
    List<Tensor> parts = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int[] part = Shapes.insert(others, axis, draw.length(0));
      parts.add(Sample.tensor(draw, Domain.AROUND_ZERO, part));
      titles.add(parts.get(i).signature());
    }
    return new Case(
        "cat " + titles + " along axis " + axis,
        parts,
        t -> application.apply(t, axis),
        new Naive(axis));
  }

  private record Naive(int axis) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      int[] shape = operands.get(0).shape().clone();
      shape[axis] = operands.stream().mapToInt(x -> x.shape()[axis]).sum();
      return Cells.of(
          shape,
          index -> {
            int[] at = index.clone();
            int part = 0;
            while (at[axis] >= operands.get(part).shape()[axis]) {
              at[axis] -= operands.get(part++).shape()[axis];
            }
            return operands.get(part).at(at);
          });
    }
  }
}
