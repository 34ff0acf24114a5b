package org.gradus.tensor.internal.ops;

import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
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

  /** Row of a step function; {@code domain} has its jumps as ends of pieces. */
  static Operation operation(
      String id,
      String formula,
      UnaryOperator<Tensor> application,
      DoubleUnaryOperator value,
      Domain domain) {
    return Operation.unary(
        id, formula, "x̄ = 0", x -> x.add(application.apply(x)), new Step(value), domain);
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
}
