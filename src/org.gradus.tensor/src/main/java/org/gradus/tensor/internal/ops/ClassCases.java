package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/** Cases of losses over classes, and their naive definition. */
final class ClassCases {
  private static final List<Double> SMOOTHING = List.of(0.0, 0x1p-6, 0x1p-7);

  private ClassCases() {}

  /** How a loss of scores and classes is called. */
  interface Call {
    Tensor of(Tensor x, IndexTensor labels, ClassOptions options, LossReduction reduction);
  }

  /** From the scores of one sample to log-probabilities, in any number system. */
  interface Line {
    <S extends Real<S>> List<S> of(List<S> line);
  }

  /** Scores of two to four classes. */
  static int[] shape(Draw draw) {
    int rank = draw.rank(1, 3);
    return Sample.shape(draw, rank, Math.min(rank - 1, 1), 2);
  }

  /** Scores of a shape, drawn. */
  interface Scores {
    Tensor of(Draw draw, int... shape);
  }

  /** Logits, some of which tie, and some of which leave nothing to the others. */
  static Tensor logits(Draw draw, int... shape) {
    return Sample.tensor(draw, Lines.SATURATING, shape);
  }

  /** Axis of the classes. */
  static int axis(int... shape) {
    return shape.length == 1 ? 0 : 1;
  }

  /** Options with or without weights, with or without smoothing. */
  static ClassOptions options(Draw draw, int classes) {
    ClassOptions options =
        ClassOptions.standard().smoothing(draw.option("smoothing", draw.oneOf(SMOOTHING)));
    return draw.option("weighted", draw.yes())
        ? options.weights(Sample.tensor(draw, Domain.POSITIVE, classes))
        : options;
  }

  /**
   * A case with random classes, options and reduction; the first sample is never left out, so that
   * a mean exists.
   *
   * @param scores draws the scores
   */
  static Case sample(String id, Draw draw, Scores scores, Call call, Line line) {
    int[] shape = shape(draw);
    int classes = shape[axis(shape)];
    boolean named = draw.option("first class ignored", draw.yes());
    ClassOptions options = options(draw, classes).ignoring(named ? 0 : -100);
    int[] samples = Shapes.replace(shape, axis(shape));
    int[] labels = new int[Shapes.size(samples)];
    for (int i = 0; i < labels.length; i++) {
      boolean out = i > 0 && draw.whole(0, 4) == 4;
      labels[i] = out ? options.ignored() : draw.whole(named ? 1 : 0, classes - 1);
    }
    LossReduction reduction = LossCases.reduction(draw, samples.length);
    IndexTensor tensor = IndexTensor.of(samples, labels);
    Each each = new Each(options, samples, labels, line);
    return Case.of(
        id + " " + Arrays.toString(shape) + " at " + tensor + " " + reduction,
        scores.of(draw, shape),
        x -> call.of(x, tensor, options, reduction),
        new LossCases.Naive(reduction, samples, each.weight(), each));
  }

  /** Logarithm of the softmax, as its formula says. */
  static <S extends Real<S>> List<S> logSoftmax(List<S> line) {
    S logarithm = line.stream().map(Real::exp).reduce(S::add).orElseThrow().log();
    return line.stream().map(x -> x.sub(logarithm)).toList();
  }

  /** Numbers of all classes of one sample. */
  static <S extends Real<S>> List<S> line(Cells<S> x, int... sample) {
    int axis = axis(x.shape());
    List<S> line = new ArrayList<>();
    for (int j = 0; j < x.shape()[axis]; j++) {
      line.add(x.at(Shapes.insert(sample, axis, j)));
    }
    return line;
  }

  /** Weight of a class. */
  static double weight(ClassOptions options, int label) {
    return options.weights().map(w -> w.at(label)).orElse(1.0);
  }

  private record Each(ClassOptions options, int[] samples, int[] labels, Line line)
      implements LossCases.Each {

    double weight() {
      return Arrays.stream(labels)
          .filter(label -> label != options.ignored())
          .mapToDouble(label -> ClassCases.weight(options, label))
          .sum();
    }

    @Override
    public <S extends Real<S>> S at(Numbers<S> numbers, List<Cells<S>> operands, int[] index) {
      int position = 0;
      for (int axis = 0; axis < index.length; axis++) {
        position = position * samples[axis] + index[axis];
      }
      S loss = numbers.constant(0);
      if (labels[position] == options.ignored()) {
        return loss;
      }
      List<S> logarithms = line.of(ClassCases.line(operands.get(0), index));
      for (int j = 0; j < logarithms.size(); j++) {
        double hard = j == labels[position] ? 1 - options.smoothing() : 0;
        double target = hard + options.smoothing() / logarithms.size();
        loss = loss.sub(logarithms.get(j).mul(target * ClassCases.weight(options, j)));
      }
      return loss;
    }
  }
}
