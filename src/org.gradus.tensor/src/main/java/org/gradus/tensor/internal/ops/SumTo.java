package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
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
import org.gradus.tensor.op.UnaryOp;

/**
 * Sum over the axes that were broadcast: the adjoint of {@link Expand}.
 *
 * <pre>
 *   y = Σ x over the axes that shape s lacks or has with length one
 *   x̄ = ȳ repeated to the shape of x
 * </pre>
 */
// [impl->op~sumTo~1]
public record SumTo(Tensor x, int[] shape) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "sumTo",
          "y = Σ x down to shape s",
          "x̄ = ȳ repeated",
          draw -> sample(draw, Tensor::sumTo));

  @Override
  public Tensor forward() {
    int[] own = x.shape();
    int lead = own.length - shape.length;
    boolean[] reduced = new boolean[own.length];
    for (int axis = 0; axis < own.length; axis++) {
      reduced[axis] = axis < lead || shape[axis - lead] != own[axis];
    }
    Tensor sum = Kernels.reduce(x, reduced, true, 0, Double::sum);
    return Kernels.view(sum, layout -> layout.reshape(shape).orElseThrow());
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.expand(x.shape()));
  }

  /** A case of sumTo, computed by {@code application}. */
  public static Case sample(Draw draw, BiFunction<Tensor, int[], Tensor> application) {
    int[] shape = Sample.shape(draw);
    int[] target = Sample.part(draw, shape);
    return Case.of(
        "sumTo " + Arrays.toString(shape) + " to " + Arrays.toString(target),
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> application.apply(t, target),
        new Naive(target));
  }

  private record Naive(int[] shape) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      int lead = x.rank() - shape.length;
      boolean[] reduced = new boolean[x.rank()];
      for (int axis = 0; axis < reduced.length; axis++) {
        reduced[axis] = axis < lead || shape[axis - lead] == 1;
      }
      return new Cells<>(shape, x.fold(reduced, true, line -> Sum.define(numbers, line)).values());
    }
  }
}
