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
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/** What the lower and the upper triangle share: a part of each matrix, and zeros elsewhere. */
public final class Triangle {
  private Triangle() {}

  /** Which elements stay: those for whose {@code column − row} this holds. */
  interface Stays {
    boolean at(int offset);
  }

  /** Elements that stay, in matrices of the last two axes, and zeros. */
  static Tensor of(Tensor x, Stays stays) {
    Tensor row = Tensor.arange(x.size(-2)).unsqueeze(1);
    Tensor column = Tensor.arange(x.size(-1));
    Tensor mask = Kernels.zip(row, column, (i, j) -> stays.at((int) (j - i)) ? 1 : 0);
    return Kernels.where(mask, x, Tensor.scalar(0));
  }

  /** How such an operation is called: operand and diagonal. */
  public interface Call {
    Tensor of(Tensor x, int diagonal);
  }

  /** Which elements stay for a diagonal. */
  interface Side {
    boolean stays(int offset, int diagonal);
  }

  static Case sample(String id, Draw draw, Call call, Side side) {
    int[] shape = Sample.shape(draw, draw.rank(2, 3));
    int diagonal = draw.option("diagonal", draw.between(-2, 2));
    return Case.of(
        id + " " + Arrays.toString(shape) + " diagonal " + diagonal,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        t -> call.of(t, diagonal),
        new Naive(diagonal, side));
  }

  private record Naive(int diagonal, Side side) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      return Cells.of(
          x.shape(),
          at -> {
            int offset = at[at.length - 1] - at[at.length - 2];
            return side.stays(offset, diagonal) ? x.at(at).mul(1) : numbers.constant(0);
          });
    }
  }
}
