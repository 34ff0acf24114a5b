package org.gradus.tensor.internal.ops;

import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/**
 * Cross-entropy of classes, from logits x: the negative log-likelihood of their softmax.
 *
 * <pre>
 *   l = −Σⱼ qⱼ·ln pⱼ      p = softmax x, qⱼ = w[j]·((1 − ε)·[j = y] + ε/C)
 *   x̄ = l̄·(p·Σⱼ qⱼ − q)
 * </pre>
 *
 * <p>Without weights and smoothing l = ln Σⱼ exp xⱼ − x[y] and x̄ = l̄·(p − onehot(y)). The mean
 * divides by Σ w[y]. Logits of any finite size have a finite loss. A sample that is left out adds
 * nothing and has gradient 0, also where all are and the mean is NaN.
 */
// [impl->op~crossEntropy~1]
public record CrossEntropy(Tensor x, ClassTargets targets, LossReduction reduction)
    implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "crossEntropy",
          "l = −Σⱼ qⱼ·ln pⱼ, p = softmax x, qⱼ = w[j]·((1 − ε)·[j = y] + ε/C)",
          "x̄ = l̄·(p·Σⱼ qⱼ − q)",
          draw ->
              ClassCases.sample(
                  "crossEntropy",
                  draw,
                  ClassCases::logits,
                  (x, y, o, r) -> Tensor.apply(checked(x, y, o, r)),
                  ClassCases::logSoftmax));

  /**
   * Check the operands.
   *
   * @throws org.gradus.tensor.ShapeException if the shapes do not fit
   * @throws IndexOutOfBoundsException if a class is out of range
   * @throws org.gradus.tensor.GradientException if the weights require a gradient
   */
  public static CrossEntropy checked(
      Tensor x, IndexTensor labels, ClassOptions options, LossReduction reduction) {
    ClassTargets targets = ClassTargets.of("crossEntropy", x, labels, options);
    LossCheck.batch("crossEntropy", reduction, labels.shape());
    return new CrossEntropy(x, targets, reduction);
  }

  @Override
  public Tensor forward() {
    return targets.fold(reduction).reduced(targets.losses(x.logSoftmax(targets.axis())));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        x,
        () -> {
          int axis = targets.axis();
          Tensor share = targets.fold(reduction).share(yBar).unsqueeze(axis);
          Tensor error = x.softmax(axis).mul(targets.mass()).sub(targets.q());
          return Tensor.where(targets.kept(), share.mul(error), Tensor.scalar(0));
        });
  }

  @Override
  public Saved saved() {
    return Saved.of(x);
  }
}
