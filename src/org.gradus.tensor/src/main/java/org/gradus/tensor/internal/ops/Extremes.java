package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.function.UnaryOperator;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;

/** What the largest and the smallest element share. */
public final class Extremes {
  private Extremes() {}

  /**
   * Share of the gradient of each element: 1/k for the k elements that equal the extreme of theirs,
   * else 0. NaN, the extreme of all it is among, equals itself here.
   *
   * @param y extremes of x, with or without the reduced axes
   */
  static Tensor shares(Tensor x, Tensor y, boolean[] reduced) {
    return shares(x, y, reduced, (v, extreme) -> v == extreme || Double.isNaN(v) ? 1 : 0);
  }

  /** The same shares, NaN for all elements whose extreme is NaN, which nothing equals. */
  static Tensor sharesOfNumbers(Tensor x, Tensor y, boolean[] reduced) {
    return shares(x, y, reduced, (v, extreme) -> v == extreme ? 1 : 0);
  }

  private static Tensor shares(
      Tensor x, Tensor y, boolean[] reduced, DoubleBinaryOperator isExtreme) {
    Tensor extremes = y.detach().reshape(Shapes.reduce(x.shape(), reduced, true));
    Tensor ties = Kernels.zip(x, extremes, isExtreme);
    Tensor counts = Kernels.reduce(ties, reduced, true, 0, Double::sum);
    return Kernels.zip(ties, counts, (tie, count) -> tie / count);
  }

  /**
   * The element of each line along an axis that an index points to.
   *
   * <pre>
   *   y[…, …] = x[…, index[…, …], …]
   * </pre>
   */
  public static Tensor alongAxis(Tensor x, int axis, IndexTensor index) {
    int[] shape = x.shape();
    int inner = Shapes.size(Arrays.copyOfRange(shape, axis + 1, shape.length));
    int[] positions = index.toArray();
    for (int i = 0; i < positions.length; i++) {
      int outer = i / inner;
      positions[i] = (outer * shape[axis] + positions[i]) * inner + i % inner;
    }
    return x.flatten().index(IndexTensor.of(index.shape(), positions));
  }

  /** Definition of an extreme of one line, in any number system. */
  interface Pick {
    <S extends Real<S>> S of(List<S> line);
  }

  /** How an extreme along an axis is called: operand, axis, keep. */
  public interface AlongAxis {
    Tensor of(Tensor x, int axis, boolean keep);
  }

  static Case sample(
      String id, Draw draw, UnaryOperator<Tensor> overAll, AlongAxis alongAxis, Pick pick) {
    int rank = draw.rank(0, 3);
    if (rank == 0 || draw.yes()) {
      int[] shape = new int[rank];
      Arrays.setAll(shape, axis -> draw.length(1));
      Tensor x = drawn(draw, shape);
      return at(id + " " + Arrays.toString(shape), x, overAll, AxisCheck.all(x), false, pick);
    }
    int axis = draw.option("axis", draw.between(0, rank - 1));
    int[] shape = Sample.shape(draw, rank, axis, 1);
    boolean[] reduced = new boolean[shape.length];
    reduced[axis] = true;
    boolean keep = draw.option("keep", draw.yes());
    return at(
        id + " " + Arrays.toString(shape) + " along axis " + axis + (keep ? ", kept" : ""),
        drawn(draw, shape),
        t -> alongAxis.of(t, axis, keep),
        reduced,
        keep,
        pick);
  }

  private static Case at(
      String title,
      Tensor x,
      UnaryOperator<Tensor> application,
      boolean[] reduced,
      boolean keep,
      Pick pick) {
    return Case.of(title, x, application, new Folding.Naive(reduced, keep, new Picked(pick)))
        .with(Gap.distance(reduced, pick));
  }

  /** Elements without ties, around some number: an extreme may lie on either side of zero. */
  private static Tensor drawn(Draw draw, int... shape) {
    return Sample.distinct(draw, shape).add(draw.real(-2, 2));
  }

  /** A case over random axes, none of which is empty. */
  static Case sampleFold(String id, Draw draw, Folding.Call call, Pick pick) {
    Folding folding = Folding.draw(draw, 1);
    Tensor x = drawn(draw, folding.shape());
    return folding.of(id, x, call, new Picked(pick)).with(Gap.distance(folding.reduced(), pick));
  }

  static Kink tie(
      String where, UnaryOperator<Tensor> application, Pick pick, double first, String reason) {
    return Kink.subgradient(
        at(where, Tensor.of(0.5, 0.5), application, new boolean[] {true}, false, pick),
        reason,
        Tensor.of(first, 1 - first));
  }

  static Kink nan(String where, UnaryOperator<Tensor> application, Pick pick) {
    return nan(where, application, pick, "as PyTorch: NaN wins", Tensor.of(0, 1));
  }

  static Kink nanEverywhere(UnaryOperator<Tensor> application, Pick pick) {
    Tensor nowhere = Tensor.full(Double.NaN, 2);
    return nan("a NaN", application, pick, "0/0, as PyTorch: nothing equals NaN", nowhere);
  }

  private static Kink nan(
      String where, UnaryOperator<Tensor> application, Pick pick, String reason, Tensor gradient) {
    Tensor x = Tensor.of(1, Double.NaN);
    return Kink.convention(
        at(where, x, application, new boolean[] {true}, false, pick), reason, gradient);
  }

  private record Picked(Pick pick) implements Folding.Fold {
    @Override
    public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
      return pick.of(line);
    }
  }
}
