package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;

/**
 * Power with a tensor as exponent.
 *
 * <pre>
 *   y = aᵇ
 *   ā = ȳ·b·aᵇ⁻¹ (0 where b = 0)      b̄ = ȳ·y·ln a (0 where a = 0 and b ≥ 0)
 * </pre>
 *
 * <p>The operands broadcast; a gradient is summed back to the shape of its operand. A negative a
 * with a fractional b gives NaN. Where b = 0, ā grows with b by 1/a, so that it is a constant 0 in
 * derivatives of it only where a is 0 or NaN.
 */
// [impl->op~pow~1]
public record PowTensor(Tensor a, Tensor b) implements BinaryOp {
  private static final Distance BORDER = Distance.ofOperand("a", 0, 0).fromAbove();

  static final Operation OPERATION =
      Operation.binary(
              "pow",
              "y = aᵇ",
              "ā = ȳ·b·aᵇ⁻¹, b̄ = ȳ·y·ln a",
              Tensor::pow,
              PowTensor::define,
              Domain.POSITIVE.and(1),
              Domain.AROUND_ZERO)
          .with(BORDER)
          .with(
              Kink.convention(
                  at("a = 0, b = 0", 0),
                  "the power is 1 for every a, and 0 for every b above 0",
                  Tensor.scalar(0),
                  Tensor.scalar(0)))
          .with(
              Kink.limit(
                  at("a = 0, b = 2", 2),
                  "the power is 0 for every b above 0",
                  Tensor.scalar(0),
                  Tensor.scalar(0)));

  /** Check the operands. */
  public PowTensor {
    ShapeCheck.broadcast("pow", a, b);
  }

  @Override
  public Tensor forward() {
    return Kernels.zip(a, b, Powers::of);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(a, () -> yBar.mul(byBase()).sumTo(a.shape()));
    gradients.add(b, () -> yBar.mul(byExponent(y)).sumTo(b.shape()));
  }

  @Override
  public Saved saved() {
    return new Saved(b.requiresGrad(), List.of(a, b));
  }

  private Tensor byBase() {
    Tensor unknown =
        Kernels.zip(a, b, (base, power) -> power == 0 && !(Math.abs(base) > 0) ? 1 : 0);
    return Tensor.where(unknown, Tensor.scalar(0), b.mul(a.pow(b.sub(1))));
  }

  private Tensor byExponent(Tensor y) {
    Tensor zero = Kernels.zip(a, b, (base, power) -> base == 0 && power >= 0 ? 1 : 0);
    Tensor logarithm = Tensor.where(zero, Tensor.scalar(1), a).log();
    return Tensor.where(zero, Tensor.scalar(0), y.mul(logarithm));
  }

  private static Case at(String title, double b) {
    return new Case(
        title,
        List.of(Tensor.scalar(0), Tensor.scalar(b)),
        t -> t.get(0).pow(t.get(1)),
        Definition.elementwise(PowTensor::define, new int[0]),
        List.of(BORDER));
  }

  static <S extends Real<S>> S define(S a, S b) {
    return a.log().mul(b).exp();
  }
}
