package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/** Cases of losses, with every reduction, and their naive definition. */
final class LossCases {
  private static final List<LossReduction> REDUCTIONS =
      List.of(LossReduction.NONE, LossReduction.MEAN, LossReduction.SUM, LossReduction.BATCH_MEAN);

  private LossCases() {}

  /** How a loss of a prediction and a target is called. */
  interface Call {
    Tensor of(Tensor prediction, Tensor target, LossReduction reduction);
  }

  /** The loss of one element, in any number system. */
  interface Each {
    <S extends Real<S>> S at(Numbers<S> numbers, List<Cells<S>> operands, int[] index);
  }

  /** A reduction for losses of a rank. */
  static LossReduction reduction(Draw draw, int rank) {
    return draw.option("reduction", draw.oneOf(REDUCTIONS.subList(0, rank == 0 ? 3 : 4)));
  }

  /** A case of a loss by the difference d = a − b, drawn from a domain. */
  static Case ofDifference(
      String id,
      Draw draw,
      Domain differences,
      Call call,
      Definition.Binary loss,
      Distance... distances) {
    int[] shape = Sample.shape(draw);
    Tensor target = Sample.tensor(draw, Domain.AROUND_ZERO, shape);
    Tensor prediction = target.add(Sample.tensor(draw, differences, shape));
    return of(id, draw, prediction, target, call, each(loss)).with(distances);
  }

  /** A case of a loss of given operands, under a random reduction. */
  static Case of(String id, Draw draw, Tensor prediction, Tensor target, Call call, Each each) {
    int[] shape = prediction.shape();
    LossReduction reduction = reduction(draw, shape.length);
    return new Case(
        id + " " + Arrays.toString(shape) + " " + reduction,
        List.of(prediction, target),
        t -> call.of(t.get(0), t.get(1), reduction),
        new Naive(reduction, shape, prediction.numel(), each));
  }

  /** The loss of one prediction and one target. */
  static Case at(
      String title,
      double prediction,
      double target,
      Call call,
      Definition.Binary loss,
      Distance... distances) {
    return at(title, prediction, target, call, each(loss)).with(distances);
  }

  /** The loss of one prediction and one target. */
  static Case at(String title, double prediction, double target, Call call, Each each) {
    return new Case(
        title,
        List.of(Tensor.scalar(prediction), Tensor.scalar(target)),
        t -> call.of(t.get(0), t.get(1), LossReduction.SUM),
        new Naive(LossReduction.NONE, new int[0], 1, each));
  }

  /** The loss of one element that reads one number of each operand. */
  static Each each(Definition.Binary loss) {
    return new Each() {
      @Override
      public <S extends Real<S>> S at(Numbers<S> numbers, List<Cells<S>> operands, int[] index) {
        return loss.of(operands.get(0).at(index), operands.get(1).at(index));
      }
    };
  }

  /**
   * A loss as its formula says: the losses one after the other, then their sum, then the quotient.
   *
   * @param weight divisor of the mean
   */
  record Naive(LossReduction reduction, int[] shape, double weight, Each each)
      implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> losses = Cells.of(shape, index -> each.at(numbers, operands, index));
      S sum = numbers.constant(0);
      for (S loss : losses.values()) {
        sum = sum.add(loss);
      }
      return switch (reduction) {
        case NONE -> losses;
        case SUM -> new Cells<>(new int[0], List.of(sum));
        case MEAN -> new Cells<>(new int[0], List.of(sum.div(numbers.constant(weight))));
        case BATCH_MEAN -> new Cells<>(new int[0], List.of(sum.div(numbers.constant(shape[0]))));
      };
    }
  }
}
