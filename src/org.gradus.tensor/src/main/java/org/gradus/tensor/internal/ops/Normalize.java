package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.TensorOp;

/**
 * Standardization over some axes, then a scale and a shift: what {@link BatchNorm} and {@link
 * LayerNorm} share.
 *
 * <pre>
 *   y = γ·x̂ + β      x̂ = (x − m)/σ      σ = √(v + ε)      m, v: mean and biased variance over the axes
 *   x̄ = (ȳ·γ − Σ ȳ·γ/n − x̂·Σ (ȳ·γ·x̂)/n)/σ      Σ over the axes, n elements
 *   γ̄ = Σ ȳ·x̂      β̄ = Σ ȳ      Σ over all that γ and β were repeated along
 * </pre>
 *
 * <p>The two sums are what x sends through m and v. The rule reads x again, not x̂, so that it can
 * be differentiated by x.
 *
 * @param name name of the layer
 * @param weight γ
 * @param bias β
 * @param moments m and v
 * @param reduced axes whose elements are standardized together
 * @param affine shape under which γ and β are repeated to that of x
 * @param eps ε
 */
record Normalize(
    String name,
    Tensor x,
    Tensor weight,
    Tensor bias,
    Moments moments,
    boolean[] reduced,
    int[] affine,
    double eps)
    implements TensorOp {
  /**
   * Mean and biased variance over some axes, which are kept with length one; without history.
   *
   * @param mean m
   * @param variance v
   */
  record Moments(Tensor mean, Tensor variance) {
    static Moments of(Tensor x, boolean[] reduced) {
      double n = Reduction.count(x.shape(), reduced);
      Tensor mean = average(x, reduced, n);
      return new Moments(
          mean, average(Kernels.zip(x, mean, (e, m) -> (e - m) * (e - m)), reduced, n));
    }

    private static Tensor average(Tensor x, boolean[] reduced, double n) {
      return Kernels.map(Kernels.reduce(x, reduced, true, 0, Double::sum), sum -> sum / n);
    }
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, weight, bias);
  }

  @Override
  public Tensor forward() {
    Tensor deviation = Kernels.zip(x, moments.mean, (e, m) -> e - m);
    Tensor normal = Kernels.zip(deviation, moments.variance, (d, v) -> d / Math.sqrt(v + eps));
    Tensor scaled = Kernels.zip(normal, weight.reshape(affine), (n, w) -> n * w);
    return Kernels.zip(scaled, bias.reshape(affine), (s, b) -> s + b);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> throughMoments(yBar.mul(weight.reshape(affine))).div(deviation()));
    gradients.add(weight, () -> yBar.mul(normal()).sumTo(affine).reshape(weight.shape()));
    gradients.add(bias, () -> yBar.sumTo(affine).reshape(bias.shape()));
  }

  /** g − Σ g/n − x̂·Σ (g·x̂)/n. */
  private Tensor throughMoments(Tensor g) {
    Tensor normal = normal();
    return g.sub(mean(g)).sub(normal.mul(mean(g.mul(normal))));
  }

  /** x̂, as a function of x. */
  private Tensor normal() {
    return x.sub(mean(x)).div(deviation());
  }

  /** σ, as a function of x. */
  private Tensor deviation() {
    return x.var(Reduction.axes(reduced), 0, true).add(eps).sqrt();
  }

  private Tensor mean(Tensor g) {
    return g.mean(Reduction.axes(reduced), true);
  }

  @Override
  public Saved saved() {
    return Saved.nothing()
        .and(x, x.requiresGrad() || weight.requiresGrad())
        .and(weight, x.requiresGrad());
  }

  /** Numbers some of which are equal, so that a deviation may be that of ε alone. */
  static Tensor sample(Draw draw, int... shape) {
    Tensor x = Sample.tensor(draw, Domain.AROUND_ZERO, shape);
    return draw.whole(1, 4) == 4 ? x.mul(0).add(draw.real(-2, 2)) : x;
  }

  /** An ε that a variance of size one does not swallow. */
  static double sampleEps(Draw draw) {
    return draw.option("eps", draw.oneOf(List.of(0.5, 0.1, 0.02)));
  }

  /** x̂ of elements that are standardized together, in any number system. */
  static <S extends Real<S>> List<S> define(Numbers<S> numbers, List<S> together, double eps) {
    S mean = Mean.define(numbers, together);
    S deviation = Var.biased(numbers, together).add(eps).sqrt();
    return together.stream().map(element -> element.sub(mean).div(deviation)).toList();
  }

  /** γ·x̂ + β, without γ and β where they are not operands. */
  static <S extends Real<S>> S affine(S normal, List<Cells<S>> operands, int... at) {
    S scaled = operands.size() > 1 ? normal.mul(operands.get(1).at(at)) : normal;
    return operands.size() > 2 ? scaled.add(operands.get(2).at(at)) : scaled;
  }
}
