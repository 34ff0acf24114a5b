package org.gradus.tensor.internal.ops;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;

/**
 * What functions share that are constant between jumps, so that their gradient is zero.
 *
 * <p>No relative error can be seen in a zero. Their cases add the operand: x + f(x) has the
 * derivative 1, and whatever else a rule gives shows in it.
 *
 * @param value the function between its jumps, written naively
 */
record Step(DoubleUnaryOperator value) implements Definition.Unary {

  /**
   * Row of a step function.
   *
   * @param nearest the jump nearest to a number
   * @param domain where the operand is drawn from, with jumps as ends of pieces
   * @param jump the jump in the table of kinks
   */
  static Operation operation(
      String id,
      String formula,
      UnaryOperator<Tensor> application,
      DoubleUnaryOperator value,
      DoubleUnaryOperator nearest,
      Domain domain,
      double jump) {
    Distance distance =
        Distance.of("x − nearest jump", Definition.elementwise(new Beyond(nearest)));
    Case at =
        Case.of(
                "x = " + jump,
                Tensor.scalar(jump),
                application,
                Definition.elementwise(new Flat(value)))
            .with(distance);
    return Operation.unary(
            id, formula, "x̄ = 0", x -> x.add(application.apply(x)), new Step(value), domain)
        .with(distance)
        .with(Kink.subgradient(at, "constant on both sides", Tensor.scalar(0)));
  }

  /** The intervals between neighboring jumps. */
  static Domain between(double... jumps) {
    return new Domain(
        IntStream.range(1, jumps.length)
            .mapToObj(i -> new Domain.Piece(jumps[i - 1], jumps[i]))
            .toList());
  }

  @Override
  public <S extends Real<S>> S of(S x) {
    return x.add(value.applyAsDouble(x.value()));
  }

  private record Flat(DoubleUnaryOperator value) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.mul(0).add(value.applyAsDouble(x.value()));
    }
  }

  private record Beyond(DoubleUnaryOperator nearest) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.add(-nearest.applyAsDouble(x.value()));
    }
  }
}
