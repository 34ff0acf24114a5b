package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/** Cases of losses of two classes, with and without weights, and their naive definition. */
final class BinaryCases {
  private BinaryCases() {}

  /** How a loss of two classes is called. */
  interface Call {
    Tensor of(Tensor prediction, Tensor target, BinaryOptions options, LossReduction reduction);
  }

  /**
   * A case with random options and a random reduction.
   *
   * @param predictions where the predictions are drawn from
   * @param probability probability of class 1, from a prediction: some targets are equal to it, so
   *     that the gradient by the prediction is zero
   * @param targets where the other targets are drawn from
   * @param hit logarithm of the probability of class 1, from a prediction
   * @param miss logarithm of the probability of class 0, from a prediction
   */
  static Case sample(
      String id,
      Draw draw,
      Domain predictions,
      DoubleUnaryOperator probability,
      Domain targets,
      Call call,
      Definition.Unary hit,
      Definition.Unary miss) {
    int[] shape = Sample.shape(draw);
    Optional<Tensor> weights = weights(draw, Domain.POSITIVE, shape);
    Optional<Tensor> positive = weights(draw, Domain.between(0.4, 2.5).and(1), shape);
    BinaryOptions options = new BinaryOptions(weights, positive);
    String words =
        (weights.isPresent() ? " weighted" : "") + (positive.isPresent() ? " to the positive" : "");
    Tensor prediction = Sample.tensor(draw, predictions, shape);
    return LossCases.of(
        id + words,
        draw,
        prediction,
        targets(draw, prediction, probability, targets),
        (a, b, reduction) -> call.of(a, b, options, reduction),
        new Each(options, hit, miss));
  }

  private static Tensor targets(
      Draw draw, Tensor prediction, DoubleUnaryOperator probability, Domain targets) {
    double[] values = prediction.toArray();
    Arrays.setAll(
        values,
        i -> draw.whole(1, 4) == 4 ? probability.applyAsDouble(values[i]) : targets.draw(draw));
    return Tensor.of(values).reshape(prediction.shape());
  }

  private static Optional<Tensor> weights(Draw draw, Domain domain, int... shape) {
    return draw.option("weighted", draw.yes())
        ? Optional.of(Sample.tensor(draw, domain, Sample.part(draw, shape)))
        : Optional.empty();
  }

  /** The loss of one element. */
  record Each(BinaryOptions options, Definition.Unary hit, Definition.Unary miss)
      implements LossCases.Each {
    @Override
    public <S extends Real<S>> S at(Numbers<S> numbers, List<Cells<S>> operands, int[] index) {
      S prediction = operands.get(0).at(index);
      S target = operands.get(1).at(index);
      S one = numbers.constant(1);
      S positive = target.mul(hit.of(prediction)).mul(weight(options.positiveWeights(), index));
      S negative = one.sub(target).mul(miss.of(prediction));
      return positive.add(negative).mul(-weight(options.weights(), index));
    }

    private static double weight(Optional<Tensor> weights, int... index) {
      return weights.map(w -> repeated(w, index)).orElse(1.0);
    }

    private static double repeated(Tensor w, int... index) {
      int[] own = Arrays.copyOfRange(index, index.length - w.ndim(), index.length);
      Arrays.setAll(own, axis -> w.size(axis) == 1 ? 0 : own[axis]);
      return w.at(own);
    }
  }
}
