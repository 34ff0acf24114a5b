package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Extreme;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.kernel.Plane;
import org.gradus.tensor.internal.kernel.Pooling;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.UnaryOp;

/**
 * Largest element of each window of a plane.
 *
 * <pre>
 *   y[…, r, c] = max x[…, r·s + u·d − p, c·s + v·d − p] over the taps u, v that meet an element
 *   x̄ = ȳ where the largest was found, added over the windows, else 0
 * </pre>
 *
 * <p>The first of a tie is found, and a NaN before any number, the last of several. The rule reads
 * no number: a maximum is a gather, and its adjoint adds where it was gathered.
 *
 * @param found position of the largest element in the row-major order of all of x
 */
// [impl->op~maxPool2d~1]
public record MaxPool2d(Tensor x, IndexTensor found) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
              "maxPool2d",
              "y[r] = max x[r·s + u·d − p] over u",
              "x̄ = Σ ȳ[r] over the windows r that found their largest there",
              MaxPool2d::sample)
          .with(
              Kink.subgradient(
                  at("a tie of two", 0.5),
                  "the index of the first is a part of the result",
                  row(1, 0)))
          .with(
              Kink.convention(
                  at("a NaN in a window", Double.NaN), "as PyTorch: NaN wins", row(0, 1)));

  /**
   * Find the largest element of each window, and its position in its plane.
   *
   * @throws org.gradus.tensor.ShapeException if the window does not fit
   */
  public static Extreme of(Tensor x, Window window) {
    Plane plane = LayerCheck.pooling("maxPool2d", x, window);
    IndexTensor found = Pooling.largest(x, plane);
    int[] inPlane = Arrays.stream(found.toArray()).map(at -> at % plane.size()).toArray();
    return new Extreme(
        Tensor.apply(new MaxPool2d(x, found)), IndexTensor.of(found.shape(), inPlane));
  }

  @Override
  public Tensor forward() {
    return Kernels.take(x.flatten(), 0, found);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    int[] all = {x.numel()};
    gradients.add(x, () -> Tensor.apply(new IndexAdd(yBar, all, 0, found)).reshape(x.shape()));
  }

  private static Tensor row(double... x) {
    return Tensor.of(x).reshape(1, 1, x.length);
  }

  private static Case at(String title, double second) {
    return at(title, row(0.5, second), Window.of(1, 2));
  }

  private static Case at(String title, Tensor x, Window window) {
    NaiveWindow naive = new NaiveWindow(window);
    return Case.of(title, x, t -> Layers.maxPool2d(t, window), new Naive(naive, new Largest()))
        .with(Distance.of("gap", new Naive(naive, new Gap(Max::define))));
  }

  private static Case sample(Draw draw) {
    Window window = NaiveWindow.pool(draw);
    int[] shape = NaiveWindow.images(draw, window);
    String title = "maxPool2d " + Arrays.toString(shape) + " " + window;
    return at(title, Sample.distinct(draw, shape), window);
  }

  private record Largest() implements Folding.Fold {
    @Override
    public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
      return Max.define(line);
    }
  }

  private record Naive(NaiveWindow window, Folding.Fold fold) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      return Cells.of(
          window.shape(x.shape()),
          at -> {
            List<S> met = new ArrayList<>();
            for (int[] place : window.places(at)) {
              if (NaiveWindow.inside(place, x.shape())) {
                met.add(x.at(place));
              }
            }
            return fold.of(numbers, met);
          });
    }
  }
}
