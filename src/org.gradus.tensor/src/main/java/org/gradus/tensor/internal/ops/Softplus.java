package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Softplus, a rectifier without a kink.
 *
 * <pre>
 *   y = ln(1 + e^(β·x))/β      x where β·x exceeds the threshold
 *   x̄ = ȳ/(1 + e^(−β·x))       ȳ where β·x exceeds the threshold
 * </pre>
 *
 * <p>The threshold puts the identity where it differs little, as in PyTorch: by e^(−threshold)/β.
 * The exponential is only taken of a number that is not positive, so nothing overflows, however
 * large the threshold.
 *
 * @param beta sharpness: the larger, the closer to the rectified linear unit
 * @param threshold from where the identity stands, in units of β·x
 */
// [impl->op~softplus~1]
public record Softplus(Tensor x, double beta, double threshold) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "softplus",
              "y = ln(1 + e^(β·x))/β, x where β·x > threshold",
              "x̄ = ȳ/(1 + e^(−β·x)), ȳ where β·x > threshold",
              Softplus::sample)
          .with(
              Kink.subgradient(
                  at("x = 20, β = 1, threshold 20", Tensor.scalar(20), 1, 20),
                  "as PyTorch: the identity begins above it",
                  Tensor.scalar(1 / (1 + Math.exp(-20)))));

  @Override
  public Tensor forward() {
    return Kernels.map(x, v -> v * beta > threshold ? v : stable(v * beta) / beta);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> yBar.mul(slope()));
  }

  private Tensor slope() {
    Tensor identity = Kernels.map(x, v -> v * beta > threshold ? 1 : 0);
    return Tensor.where(identity, Tensor.scalar(1), x.mul(beta).sigmoid());
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }

  /** ln(1 + eˣ) without overflow. */
  static double stable(double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  private static Case sample(Draw draw) {
    double beta = draw.option("beta", draw.oneOf(List.of(1.0, 2.0, 0.5)));
    double threshold = draw.option("threshold", draw.oneOf(List.of(20.0, 1.0, 2.0)));
    double joint = threshold / beta;
    Domain domain =
        new Domain(
                List.of(
                    new Domain.Piece(-3, Math.min(joint, 3)), new Domain.Piece(joint, joint + 2)))
            .and(0, -40 / beta, 40 / beta);
    Tensor x = Sample.tensor(draw, domain, Sample.shape(draw));
    return at(
        "softplus " + Arrays.toString(x.shape()) + " with β = " + beta + ", threshold " + threshold,
        x,
        beta,
        threshold);
  }

  private static Case at(String title, Tensor x, double beta, double threshold) {
    double joint = threshold / beta;
    return Case.of(
            title,
            x,
            t -> t.softplus(beta, threshold),
            Definition.elementwise(new Naive(beta, joint)))
        .with(Distance.ofOperand("x − threshold/β", 0, joint));
  }

  private record Naive(double beta, double joint) implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.value() > joint ? x.mul(1) : x.mul(beta).exp().add(1).log().mul(1 / beta);
    }
  }
}
