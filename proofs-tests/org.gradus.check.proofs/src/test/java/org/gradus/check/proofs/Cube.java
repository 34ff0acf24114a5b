package org.gradus.check.proofs;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * The third power, whose forward line and rule can be spoiled.
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

  static Tensor line(Tensor x) {
    return x.mul(x).mul(x);
  }

  static Tensor rule(Tensor x, Tensor yBar) {
    return yBar.mul(x.mul(x).mul(3));
  }

  static <S extends Real<S>> S define(S x) {
    return x.mul(x).mul(x);
  }

  /** A case of three elements of size one. */
  static Case sample(UnaryOperator<Tensor> line, Rule rule, Definition.Unary definition) {
    return new Case(
        "cube [3]",
        List.of(Tensor.of(0.7, -1.1, 1.3)),
        t -> Tensor.apply(new Cube(t.get(0), line, rule)),
        Definition.elementwise(definition));
  }

  @Override
  public Tensor forward() {
    return line.apply(x.detach());
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
