package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
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
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/**
 * The same elements in the same order under another shape; a view.
 *
 * <pre>
 *   y = x with shape s
 *   x̄ = ȳ with the shape of x
 * </pre>
 */
// [impl->op~reshape~1]
public record Reshape(Tensor x, int[] shape) implements ViewOp {
  static final Operation OPERATION =
      Operation.of(
          "reshape",
          "y = x with shape s",
          "x̄ = ȳ with the shape of x",
          draw -> sample(draw, Tensor::reshape));

  /** A view of {@code x} if its strides allow one, else a view of a copy. */
  public static Op<?> of(Tensor x, int[] shape) {
    boolean viewable = Kernels.layout(x).reshape(shape).isPresent();
    return new Reshape(viewable ? x : x.clone(), shape);
  }

  @Override
  public Layout region(Layout layout) {
    return layout.reshape(shape).orElseThrow();
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.reshape(x.shape()));
  }

  /** A case of reshape, computed by {@code application}. */
  public static Case sample(Draw draw, BiFunction<Tensor, int[], Tensor> application) {
    int[] shape = Sample.shape(draw);
    boolean transposed = shape.length > 1 && draw.yes();
    int[] target = target(draw, shape);
    return Case.of(
        "reshape "
            + Arrays.toString(shape)
            + (transposed ? " transposed" : "")
            + " to "
            + Arrays.toString(target),
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.apply(transposed ? t.transpose(0, 1) : t, target),
        new Naive(transposed, target));
  }

  private static int[] target(Draw draw, int[] shape) {
    List<Integer> lengths = new ArrayList<>();
    int rest = Shapes.size(shape);
    for (int factor = 2; factor <= rest; factor++) {
      while (rest % factor == 0) {
        if (!lengths.isEmpty() && draw.yes()) {
          lengths.set(0, lengths.get(0) * factor);
        } else {
          lengths.add(factor);
        }
        rest /= factor;
      }
    }
    lengths.add(draw.between(0, lengths.size()), rest);
    return lengths.stream().mapToInt(Integer::intValue).toArray();
  }

  private record Naive(boolean transposed, int[] shape) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      if (!transposed) {
        return new Cells<>(shape, x.values());
      }
      int[] swapped = x.shape().clone();
      swapped[0] = x.shape()[1];
      swapped[1] = x.shape()[0];
      Cells<S> turned =
          Cells.of(
              swapped,
              at -> {
                int[] source = at.clone();
                source[0] = at[1];
                source[1] = at[0];
                return x.at(source);
              });
      return new Cells<>(shape, turned.values());
    }
  }
}
