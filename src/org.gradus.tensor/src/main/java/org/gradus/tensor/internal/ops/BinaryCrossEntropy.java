package org.gradus.tensor.internal.ops;

import java.util.List;
import java.util.Optional;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;

/**
 * Cross-entropy of two classes, of a predicted probability a = p against a target b = y.
 *
 * <pre>
 *   l = −w·(q·y·ln p + (1 − y)·ln(1 − p))
 *   p̄ = l̄·w·(m·p − q·y)/(p·(1 − p))      m = 1 + (q − 1)·y
 *   ȳ = l̄·w·(ln(1 − p) − q·ln p)
 * </pre>
 *
 * <p>As in PyTorch no logarithm is less than −100, and no divisor of the gradient less than 10⁻¹²:
 * a prediction that is certain and wrong costs 100 and not ∞. From logits nothing has to be cut
 * off: {@link BinaryCrossEntropyWithLogits}.
 */
// [impl->op~binaryCrossEntropy~1]
public record BinaryCrossEntropy(Tensor a, Tensor b, BinaryOptions options, LossReduction reduction)
    implements BinaryLoss {
  private static final double LEAST_LOGARITHM = -100;

  private static final Distance[] BORDERS = {
    Distance.ofOperand("p", 0, 0).fromAbove(),
    Distance.of("1 − p", Definition.elementwise(BinaryCrossEntropy::complement)).fromAbove(),
    Distance.ofOperand("y", 1, 0).fromAbove(),
    Distance.of("1 − y", BinaryCrossEntropy::complementOfTarget).fromAbove()
  };

  private static final BinaryOptions PLAIN = new BinaryOptions(Optional.empty(), Optional.empty());

  /** PyTorch's number is one of single precision. */
  private static final double LEAST_DIVISOR = 1e-12f;

  /**
   * Probabilities inside of the borders, beyond which they are refused; at ½ the gradient by the
   * target is zero.
   */
  private static final Domain INSIDE = Domain.between(0, 1).and(0.5);

  static final Operation OPERATION =
      Operation.of(
              "binaryCrossEntropy",
              "l = −w·(q·y·ln p + (1 − y)·ln(1 − p))",
              "p̄ = l̄·w·((1 + (q − 1)·y)·p − q·y)/(p·(1 − p)), ȳ = l̄·w·(ln(1 − p) − q·ln p)",
              BinaryCrossEntropy::sample)
          .with(edge("p = 0, y = 1", 0, 1, -1 / LEAST_DIVISOR, -LEAST_LOGARITHM))
          .with(edge("p = 1, y = 0", 1, 0, 1 / LEAST_DIVISOR, LEAST_LOGARITHM));

  /** Check the operands. */
  public BinaryCrossEntropy {
    LossCheck.pair("binaryCrossEntropy", a, b, reduction);
    LossCheck.weights("binaryCrossEntropy", options, a);
    LossCheck.probabilities("binaryCrossEntropy", "prediction", a);
    LossCheck.probabilities("binaryCrossEntropy", "target", b);
  }

  @Override
  public Tensor forward() {
    Tensor hit = Kernels.zip(a, b, (p, y) -> -y * Math.max(Math.log(p), LEAST_LOGARITHM));
    Tensor miss = Kernels.zip(a, b, (p, y) -> (y - 1) * Math.max(Math.log1p(-p), LEAST_LOGARITHM));
    return reduced(weighted(positive(hit).add(miss)));
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(
        a, () -> weighted(share(yBar)).mul(a.mul(mass()).sub(positive(b))).div(divisor()));
    gradients.add(b, () -> weighted(share(yBar)).mul(miss().sub(positive(hit()))));
  }

  private Tensor divisor() {
    return a.mul(a.neg().add(1)).clamp(LEAST_DIVISOR, Double.POSITIVE_INFINITY);
  }

  private Tensor hit() {
    return a.log().clamp(LEAST_LOGARITHM, 0);
  }

  private Tensor miss() {
    return a.neg().log1p().clamp(LEAST_LOGARITHM, 0);
  }

  private static Case sample(Draw draw) {
    return BinaryCases.sample(
            "binaryCrossEntropy",
            draw,
            INSIDE,
            p -> p,
            INSIDE,
            Losses::binaryCrossEntropy,
            BinaryCrossEntropy::defineHit,
            BinaryCrossEntropy::defineMiss)
        .with(BORDERS);
  }

  private static Kink edge(String where, double p, double y, double byP, double byY) {
    LossCases.Call call = (a, b, reduction) -> Losses.binaryCrossEntropy(a, b, PLAIN, reduction);
    LossCases.Each each =
        new BinaryCases.Each(PLAIN, BinaryCrossEntropy::defineHit, BinaryCrossEntropy::defineMiss);
    return Kink.convention(
        LossCases.at(where, p, y, call, each).with(BORDERS),
        "as PyTorch: no divisor below 10⁻¹², no logarithm below −100",
        Tensor.scalar(byP),
        Tensor.scalar(byY));
  }

  static <S extends Real<S>> S defineHit(S p) {
    return p.log();
  }

  static <S extends Real<S>> S defineMiss(S p) {
    return complement(p).log();
  }

  private static <S extends Real<S>> Cells<S> complementOfTarget(
      Numbers<S> numbers, List<Cells<S>> operands) {
    Cells<S> target = operands.get(1);
    return Cells.of(target.shape(), index -> complement(target.at(index)));
  }

  private static <S extends Real<S>> S complement(S p) {
    return p.constant(1).sub(p);
  }
}
