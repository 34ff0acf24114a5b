package org.gradus.tensor.op;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/**
 * One configuration of an operation with values: what the oracles look at.
 *
 * @param title configuration in words, for example {@code sum [2, 3] over axis 1}
 * @param operands differentiable operands, leaves without a gradient; their values lie at least
 *     {@link Domain#ROOM} from a kink or the border of the domain
 * @param application runs the operation on operands of these shapes
 * @param definition computes the same naively
 */
public record Case(
    String title,
    List<Tensor> operands,
    Function<List<Tensor>, Tensor> application,
    Definition definition) {

  /** Case of one operand. */
  public static Case of(
      String title, Tensor x, Function<Tensor, Tensor> application, Definition definition) {
    return new Case(title, List.of(x), t -> application.apply(t.get(0)), definition);
  }

  /** The same case of another application. */
  public Case applied(UnaryOperator<Function<List<Tensor>, Tensor>> change) {
    return new Case(title, operands, change.apply(application), definition);
  }
}
