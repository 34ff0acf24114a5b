package org.gradus.check.jqwik.proofs;

import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * The third power, an operation of one's own, whose forward line and rule can be spoiled.
 *
 * <pre>
 *   y = x³
 *   x̄ = 3·x²·ȳ
 * </pre>
 */
record Cube(Tensor x, UnaryOperator<Tensor> line, Rule rule) implements UnaryOp {

  /** From x and ȳ to x̄. */
  interface Rule {
    Tensor of(Tensor x, Tensor yBar);
  }

  /** Row of the catalogue of a cube with this forward line and rule. */
  static Operation operation(UnaryOperator<Tensor> line, Rule rule) {
    return operation(x -> Tensor.apply(new Cube(x, line, rule)));
  }

  /** Row of the catalogue of anything that should be a cube. */
  static Operation operation(UnaryOperator<Tensor> application) {
    return Operation.unary(
        "cube", "y = x³", "x̄ = 3·x²·ȳ", application, Cube::define, Domain.between(0.5, 2));
  }

  static Tensor line(Tensor x) {
    Tensor value = x.detach();
    return value.mul(value).mul(value);
  }

  static Tensor rule(Tensor x, Tensor yBar) {
    return yBar.mul(x.mul(x).mul(3));
  }

  private static <S extends Real<S>> S define(S x) {
    return x.mul(x).mul(x);
  }

  @Override
  public Tensor forward() {
    return line.apply(x);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> rule.of(x, yBar));
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }
}
