package org.gradus.tensor.internal.ops;

import java.util.List;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.UnaryOp;

/**
 * Negative log-likelihood of classes, from log-probabilities x = ln p.
 *
 * <pre>
 *   l = −Σⱼ qⱼ·xⱼ      qⱼ = w[j]·((1 − ε)·[j = y] + ε/C)
 *   x̄ = −l̄·q
 * </pre>
 *
 * <p>Without smoothing l = −w[y]·x[y]. The mean divides by Σ w[y]. A sample that is left out adds
 * nothing and has gradient 0, also where all are and the mean is NaN.
 */
// [impl->op~nll~1]
public record Nll(Tensor x, ClassTargets targets, LossReduction reduction) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "nll",
          "l = −Σⱼ qⱼ·xⱼ, qⱼ = w[j]·((1 − ε)·[j = y] + ε/C)",
          "x̄ = −l̄·q",
          draw ->
              ClassCases.sample(
                  "nll",
                  draw,
                  Nll::logarithms,
                  (x, y, o, r) -> Tensor.apply(checked(x, y, o, r)),
                  Nll::define));

  /**
   * Check the operands.
   *
   * @throws org.gradus.tensor.ShapeException if the shapes do not fit
   * @throws IndexOutOfBoundsException if a class is out of range
   * @throws org.gradus.tensor.GradientException if the weights require a gradient
   */
  public static Nll checked(
      Tensor x, IndexTensor labels, ClassOptions options, LossReduction reduction) {
    ClassTargets targets = ClassTargets.of("nll", x, labels, options);
    LossCheck.batch("nll", reduction, labels.shape());
    return new Nll(x, targets, reduction);
  }

  @Override
  public Tensor forward() {
    return targets.fold(reduction).reduced(targets.losses(x));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x,
        () -> {
          Tensor share = targets.fold(reduction).share(yBar).unsqueeze(targets.axis());
          return Tensor.where(targets.asked(), share.mul(targets.q()).neg(), Tensor.scalar(0));
        });
  }

  private static Tensor logarithms(Draw draw, int... shape) {
    return Sample.tensor(draw, Domain.between(-3, 0).and(0), shape);
  }

  static <S extends Real<S>> List<S> define(List<S> line) {
    return line;
  }
}
