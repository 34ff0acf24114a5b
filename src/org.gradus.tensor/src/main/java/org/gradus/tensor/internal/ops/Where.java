package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
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

/**
 * Choice between two tensors.
 *
 * <pre>
 *   y = a where c ≠ 0, else b
 *   ā = ȳ where c ≠ 0, else 0      b̄ = ȳ where c = 0, else 0
 * </pre>
 *
 * <p>All three broadcast; a gradient is summed back to the shape of its operand. The condition gets
 * none. It does not protect against a NaN in the gradient of the branch that was not chosen: guard
 * the argument of that branch instead.
 */
// [impl->op~where~1]
public record Where(Tensor condition, Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Operation.of(
          "where",
          "y = a where c ≠ 0, else b",
          "ā = ȳ where c ≠ 0, else 0, b̄ = ȳ where c = 0, else 0",
          Where::sample);

  /** Check the operands. */
  public Where {
    ShapeCheck.choice(condition, a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.where(condition, a, b);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    Tensor zero = Tensor.scalar(0);
    gradients.add(a, () -> Tensor.where(condition, yBar, zero).sumTo(a.shape()));
    gradients.add(b, () -> Tensor.where(condition, zero, yBar).sumTo(b.shape()));
  }

  @Override
  public Saved saved() {
    return Saved.of(condition);
  }

  private static Case sample(Draw draw) {
    int[] left = Sample.shape(draw);
    int[] right = Sample.partner(draw, left);
    int[] both = Sample.broadcast(left, right);
    int[] condition = Sample.partner(draw, both);
    int[] shape = Sample.broadcast(both, condition);
    Tensor a = Sample.tensor(draw, Domain.AROUND_ZERO, left);
    Tensor b = Sample.tensor(draw, Domain.AROUND_ZERO, right);
    Tensor c = coins(draw, condition);
    double[] chosen = c.toArray();
    return new Case(
        "where "
            + Arrays.toString(c.shape())
            + " "
            + Arrays.toString(a.shape())
            + " "
            + Arrays.toString(b.shape()),
        List.of(a, b),
        t -> Tensor.where(c, t.get(0), t.get(1)),
        new Naive(c.shape(), chosen, shape));
  }

  static Tensor coins(Draw draw, int... shape) {
    double[] values = Tensor.zeros(shape).toArray();
    Arrays.setAll(values, i -> draw.whole(0, 1));
    return Tensor.of(values).reshape(shape);
  }

  private record Naive(int[] conditionShape, double[] condition, int[] shape)
      implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> c =
          new Cells<>(
              conditionShape, Arrays.stream(condition).mapToObj(numbers::constant).toList());
      return Cells.of(
          shape,
          index -> operands.get(c.repeated(index).value() == 1 ? 0 : 1).repeated(index).mul(1));
    }
  }
}
