package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Layout;
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
 * Tensors of one shape joined along a new axis.
 *
 * <pre>
 *   y[…, i, …] = xᵢ[…, …]
 *   x̄ᵢ = ȳ[…, i, …]
 * </pre>
 */
// [impl->op~stack~1]
public record Stack(List<Tensor> inputs, int axis) implements TensorOp {
  static final Operation OPERATION =
      Operation.of(
          "stack", "y[…, i, …] = xᵢ[…]", "x̄ᵢ = ȳ[…, i, …]", draw -> sample(draw, Tensor::stack));

  /**
   * Check operands and axis.
   *
   * @throws org.gradus.tensor.ShapeException if there is no operand, or their shapes differ
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public static Stack checked(List<Tensor> tensors, int axis) {
    ShapeCheck.some("stack", tensors);
    for (Tensor x : tensors) {
      ShapeCheck.same("stack", tensors.get(0), x);
    }
    return new Stack(List.copyOf(tensors), AxisCheck.newAxis("stack", axis, tensors.get(0)));
  }

  @Override
  public Tensor forward() {
    List<Tensor> parts = new ArrayList<>();
    for (Tensor x : inputs) {
      parts.add(Kernels.view(x, this::lifted));
    }
    return Kernels.cat(parts, axis);
  }

  private Layout lifted(Layout layout) {
    return new Layout(
        layout.offset(),
        Shapes.insert(layout.shape(), axis, 1),
        Shapes.insert(layout.strides(), axis, 1));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    for (int i = 0; i < inputs.size(); i++) {
      int index = i;
      gradients.add(inputs.get(i), () -> yBar.select(axis, index));
    }
  }

  /** A case of stack, computed by {@code application}. */
  public static Case sample(Draw draw, BiFunction<List<Tensor>, Integer, Tensor> application) {
    int[] shape = Sample.shape(draw);
    int axis = draw.option("axis", draw.between(0, shape.length));
    int count = draw.option("parts", draw.between(1, 3));
    List<Tensor> parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(Sample.tensor(draw, Domain.AROUND_ZERO, shape));
    }
    return new Case(
        "stack " + count + " of " + Arrays.toString(shape) + " along axis " + axis,
        parts,
        t -> application.apply(t, axis),
        new Naive(axis));
  }

  private record Naive(int axis) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      int[] part = operands.get(0).shape();
      int[] shape = new int[part.length + 1];
      Arrays.setAll(shape, i -> i < axis ? part[i] : i == axis ? operands.size() : part[i - 1]);
      return Cells.of(shape, index -> operands.get(index[axis]).at(without(axis, index)));
    }

    private static int[] without(int axis, int... index) {
      return IntStream.range(0, index.length).filter(i -> i != axis).map(i -> index[i]).toArray();
    }
  }
}
