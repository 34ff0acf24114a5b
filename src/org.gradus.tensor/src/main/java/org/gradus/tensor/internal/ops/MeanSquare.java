package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;

/**
 * Mean squared error of a prediction a = ŷ against a target b = y.
 *
 * <pre>
 *   L = Σ (a − b)² / n      n: number of elements
 *   ā = L̄·2·(a − b)/n      b̄ = −ā
 * </pre>
 *
 * <p>The shapes must be equal: a broadcast in a loss is a mistake. The error of no element is NaN.
 */
// [impl->op~mse~1]
public record MeanSquare(Tensor a, Tensor b) implements BinaryOp {
  static final Operation OPERATION =
      Operation.of("mse", "L = Σ (ŷ − y)² / n", "ŷ̄ = L̄·2·(ŷ − y)/n, ȳ = −ŷ̄", MeanSquare::sample);

  /** Check the operands. */
  public MeanSquare {
    ShapeCheck.same("mse", a, b);
  }

  @Override
  public Tensor forward() {
    Tensor squares = Kernels.zip(a, b, (l, r) -> (l - r) * (l - r));
    double n = a.numel();
    Tensor sum = Kernels.reduce(squares, AxisCheck.all(a), false, 0, Double::sum);
    return Kernels.map(sum, s -> s / n);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    double n = a.numel();
    gradients.add(a, () -> yBar.mul(a.sub(b).mul(2 / n)));
    gradients.add(b, () -> yBar.mul(b.sub(a).mul(2 / n)));
  }

  @Override
  public Saved saved() {
    return Saved.of(a).and(b, true);
  }

  private static Case sample(Draw draw) {
    int[] shape = Sample.shape(draw);
    return new Case(
        "mse " + Arrays.toString(shape),
        List.of(
            Sample.tensor(draw, Domain.AROUND_ZERO, shape),
            Sample.tensor(draw, Domain.AROUND_ZERO, shape)),
        t -> t.get(0).mse(t.get(1)),
        MeanSquare::define);
  }

  static <S extends Real<S>> Cells<S> define(Numbers<S> numbers, List<Cells<S>> operands) {
    Cells<S> a = operands.get(0);
    S sum = numbers.constant(0);
    for (int[] at : Cells.indices(a.shape())) {
      S error = a.at(at).sub(operands.get(1).at(at));
      sum = sum.add(error.mul(error));
    }
    S mean = sum.div(numbers.constant(a.values().size()));
    return new Cells<>(new int[0], List.of(mean));
  }
}
