package org.gradus.tensor.op;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/**
 * One configuration of an operation with values: what the oracles look at.
 *
 * @param title configuration in words, for example {@code sum [2, 3] over axis 1}
 * @param operands differentiable operands, leaves without a gradient; a sampler keeps them at least
 *     {@link Domain#ROOM} from every singularity
 * @param application runs the operation on operands of these shapes
 * @param definition computes the same naively
 * @param distances signed distances to the singularities of this configuration, none for a smooth
 *     one
 */
public record Case(
    String title,
    List<Tensor> operands,
    Function<List<Tensor>, Tensor> application,
    Definition definition,
    List<Distance> distances) {

  /** Case of a smooth configuration. */
  public Case(
      String title,
      List<Tensor> operands,
      Function<List<Tensor>, Tensor> application,
      Definition definition) {
    this(title, operands, application, definition, List.of());
  }

  /** Case of one operand. */
  public static Case of(
      String title, Tensor x, Function<Tensor, Tensor> application, Definition definition) {
    return new Case(title, List.of(x), t -> application.apply(t.get(0)), definition);
  }

  /** The same case of another application. */
  public Case applied(UnaryOperator<Function<List<Tensor>, Tensor>> change) {
    return new Case(title, operands, change.apply(application), definition, distances);
  }

  /** This case with further distances. */
  public Case with(Distance... further) {
    List<Distance> all = new ArrayList<>(distances);
    all.addAll(List.of(further));
    return new Case(title, operands, application, definition, List.copyOf(all));
  }
}
