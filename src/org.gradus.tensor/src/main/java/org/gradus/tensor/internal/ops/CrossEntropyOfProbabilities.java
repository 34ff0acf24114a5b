package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.Saved;

/**
 * Cross-entropy of logits a against probabilities b of the classes.
 *
 * <pre>
 *   l = −Σⱼ qⱼ·ln pⱼ      p = softmax a, qⱼ = w[j]·((1 − ε)·bⱼ + ε/C)
 *   ā = l̄·(p·Σⱼ qⱼ − q)
 *   b̄ⱼ = −l̄·w[j]·(1 − ε)·ln pⱼ
 * </pre>
 *
 * <p>The mean divides by the number of samples, whatever their weights, as in PyTorch. The
 * probabilities need not add to one.
 */
// [impl->op~crossEntropyOfProbabilities~1]
public record CrossEntropyOfProbabilities(
    Tensor a, Tensor b, ClassOptions options, LossReduction reduction) implements BinaryOp {
  private static final Domain TARGETS = Domain.between(0, 1).and(0, 1);

  static final Operation OPERATION =
      Operation.of(
          "crossEntropyOfProbabilities",
          "l = −Σⱼ qⱼ·ln pⱼ, p = softmax a, qⱼ = w[j]·((1 − ε)·bⱼ + ε/C)",
          "ā = l̄·(p·Σⱼ qⱼ − q), b̄ⱼ = −l̄·w[j]·(1 − ε)·ln pⱼ",
          CrossEntropyOfProbabilities::sample);

  /** Check the operands. */
  public CrossEntropyOfProbabilities {
    ClassCheck.probabilities("crossEntropy", a, b, options);
    ClassCheck.weights("crossEntropy", a, options);
    LossCheck.batch(
        "crossEntropy", reduction, Shapes.replace(a.shape(), ClassCheck.axis("crossEntropy", a)));
  }

  @Override
  public Tensor forward() {
    return fold().reduced(a.logSoftmax(axis()).neg().mul(q()).sum(axis()));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        a,
        () -> {
          Tensor q = q();
          Tensor mass = q.sum(new int[] {axis()}, true);
          return share(yBar).mul(a.softmax(axis()).mul(mass).sub(q));
        });
    gradients.add(
        b,
        () -> {
          Tensor costs = a.logSoftmax(axis()).neg().mul(1 - options.smoothing());
          return share(yBar).mul(weighted(costs));
        });
  }

  private int axis() {
    return a.ndim() == 1 ? 0 : 1;
  }

  private LossFold fold() {
    int[] samples = Shapes.replace(a.shape(), axis());
    return new LossFold(reduction, samples, Shapes.size(samples));
  }

  private Tensor share(Tensor yBar) {
    return fold().share(yBar).unsqueeze(axis());
  }

  private Tensor q() {
    double smoothing = options.smoothing();
    return weighted(b.mul(1 - smoothing).add(smoothing / a.size(axis())));
  }

  private Tensor weighted(Tensor x) {
    int[] column = new int[a.ndim() - axis()];
    Arrays.fill(column, 1);
    column[0] = a.size(axis());
    return options.weights().map(w -> x.mul(w.reshape(column))).orElse(x);
  }

  @Override
  public Saved saved() {
    Saved saved = Saved.of(a).and(b, a.requiresGrad());
    for (Tensor w : options.weights().stream().toList()) {
      saved = saved.and(w, true);
    }
    return saved;
  }

  private static Case sample(Draw draw) {
    int[] shape = ClassCases.shape(draw);
    int[] samples = Shapes.replace(shape, ClassCases.axis(shape));
    ClassOptions options = ClassCases.options(draw, shape[ClassCases.axis(shape)]);
    LossReduction reduction = LossCases.reduction(draw, samples.length);
    Tensor logits = ClassCases.logits(draw, shape);
    return new Case(
        "crossEntropyOfProbabilities " + Arrays.toString(shape) + " " + reduction,
        List.of(logits, targets(draw, logits)),
        t -> Losses.crossEntropy(t.get(0), t.get(1), options, reduction),
        new LossCases.Naive(reduction, samples, Shapes.size(samples), new Each(options)));
  }

  /**
   * Probabilities of any size, and the softmax itself, where the gradient by the logits is zero.
   */
  private static Tensor targets(Draw draw, Tensor logits) {
    return draw.whole(1, 4) == 4
        ? logits.softmax(ClassCases.axis(logits.shape()))
        : Sample.tensor(draw, TARGETS, logits.shape());
  }

  private record Each(ClassOptions options) implements LossCases.Each {
    @Override
    public <S extends Real<S>> S at(Numbers<S> numbers, List<Cells<S>> operands, int[] index) {
      List<S> logarithms = ClassCases.logSoftmax(ClassCases.line(operands.get(0), index));
      List<S> probabilities = ClassCases.line(operands.get(1), index);
      int classes = logarithms.size();
      S loss = numbers.constant(0);
      for (int j = 0; j < classes; j++) {
        S hard = probabilities.get(j).mul(1 - options.smoothing());
        S target = hard.add(options.smoothing() / classes);
        double weight = ClassCases.weight(options, j);
        loss = loss.sub(logarithms.get(j).mul(target).mul(weight));
      }
      return loss;
    }
  }
}
