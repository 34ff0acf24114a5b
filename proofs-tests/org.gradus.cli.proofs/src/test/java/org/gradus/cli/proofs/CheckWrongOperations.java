package org.gradus.cli.proofs;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Operations;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.UnaryOp;

/** A provider of one operation whose rule is wrong where an element is above 1.4. */
public final class CheckWrongOperations implements Operations {

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.unary(
            "twice",
            "y = 2·x",
            "x̄ = 2·ȳ",
            x -> Tensor.apply(new Twice(x)),
            CheckWrongOperations::define,
            Domain.between(0.5, 1.5)));
  }

  private static <S extends Real<S>> S define(S x) {
    return x.add(x);
  }

  private record Twice(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.detach().mul(2);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> yBar.mul(x.gt(Tensor.scalar(1.4)).add(2)));
    }
  }
}
