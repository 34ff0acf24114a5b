package org.gradus.whole.proofs.docs.chapters;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.TensorOp;

// region whole
/**
 * Softplus whose sharpness is learned.
 *
 * <pre>
 *   y = ln(1 + e^(β·x))/β
 *   x̄ = ȳ·σ(β·x)      β̄ = ȳ·(x·σ(β·x) − y)/β
 * </pre>
 */
record BetaSoftplus(Tensor x, Tensor beta) implements TensorOp {

  static Tensor of(Tensor x, Tensor beta) {
    return Tensor.apply(new BetaSoftplus(x, beta));
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, beta);
  }

  @Override
  public Tensor forward() {
    Tensor z = x.mul(beta);
    return z.relu().add(z.abs().neg().exp().log1p()).div(beta); // ln(1 + eᶻ), never eᶻ of z > 0
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(slope()).sumTo(x.shape()));
    gradients.add(beta, () -> yBar.mul(x.mul(slope()).sub(y)).div(beta).sumTo(beta.shape()));
  }

  Tensor slope() {
    return x.mul(beta).sigmoid();
  }

  @Override
  public Saved saved() {
    return new Saved(beta.requiresGrad(), List.of(x, beta));
  }

  static final Distance TO_ZERO = Distance.ofOperand("β", 1, 0).fromAbove();

  static final Operation OPERATION =
      Operation.binary(
              "betaSoftplus",
              "y = ln(1 + e^(β·x))/β",
              "x̄ = ȳ·σ(β·x), β̄ = ȳ·(x·σ(β·x) − y)/β",
              BetaSoftplus::of,
              BetaSoftplus::define,
              Domain.between(-2, 2),
              Domain.POSITIVE)
          .with(TO_ZERO)
          .with(
              Kink.limit(
                  new Case(
                      "β = 0",
                      List.of(Tensor.scalar(1), Tensor.scalar(0)),
                      t -> of(t.get(0), t.get(1)),
                      Definition.elementwise(BetaSoftplus::define),
                      List.of(TO_ZERO)),
                  "limit from above",
                  Tensor.scalar(0.5),
                  Tensor.scalar(Double.NEGATIVE_INFINITY)));

  static <S extends Real<S>> S define(S x, S beta) {
    return x.mul(beta).exp().add(1).log().div(beta);
  }
}
// endregion
