package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
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
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * One value where a mask is set.
 *
 * <pre>
 *   y = c where m ≠ 0, else x
 *   x̄ = 0 where m ≠ 0, else ȳ
 * </pre>
 *
 * <p>Operand and mask broadcast; the gradient is summed back to the shape of the operand. The mask
 * gets none.
 */
// [impl->op~maskedFill~1]
public record MaskedFill(Tensor x, Tensor mask, double value) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "maskedFill",
          "y = c where m ≠ 0, else x",
          "x̄ = 0 where m ≠ 0, else ȳ",
          MaskedFill::sample);

  /** Check the operands. */
  public MaskedFill {
    ShapeCheck.broadcast("maskedFill", x, mask);
  }

  @Override
  public Tensor forward() {
    return Kernels.where(mask, Tensor.scalar(value), x);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.maskedFill(mask, 0).sumTo(x.shape()));
  }

  @Override
  public Saved saved() {
    return Saved.of(mask);
  }

  private static Case sample(Draw draw) {
    int[] own = Sample.shape(draw);
    int[] met = Sample.partner(draw, own);
    int[] shape = Sample.broadcast(own, met);
    double value = draw.option("value", draw.oneOf(List.of(0.0, 1.5, -3.0)));
    Tensor x = Sample.tensor(draw, Domain.AROUND_ZERO, own);
    Tensor mask = Where.coins(draw, met);
    return Case.of(
        "maskedFill " + Arrays.toString(x.shape()) + " at " + Arrays.toString(mask.shape()),
        x,
        t -> t.maskedFill(mask, value),
        new Naive(mask.shape(), mask.toArray(), value, shape));
  }

  private record Naive(int[] maskShape, double[] mask, double value, int[] shape)
      implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> set =
          new Cells<>(maskShape, Arrays.stream(mask).mapToObj(numbers::constant).toList());
      return Cells.of(
          shape,
          index ->
              set.repeated(index).value() == 1
                  ? numbers.constant(value)
                  : operands.get(0).repeated(index).mul(1));
    }
  }
}
