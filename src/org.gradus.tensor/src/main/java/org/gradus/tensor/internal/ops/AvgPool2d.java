package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Divisor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.tensor.internal.kernel.Plane;
import org.gradus.tensor.internal.kernel.Pooling;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.gradus.tensor.op.Sample;
import org.gradus.tensor.op.UnaryOp;

/**
 * Mean of each window of a plane.
 *
 * <pre>
 *   y[…, r, c] = Σ x[…, r·s + u·d − p, c·s + v·d − p] / k[r, c]      over the taps u, v
 *   x̄[…, r·s + u·d − p, …] = Σ ȳ[…, r, c] / k[r, c]
 *     k: taps that meet an element or padding, or an element, or a constant
 * </pre>
 *
 * @param divisors k of each window
 */
// [impl->op~avgPool2d~1]
public record AvgPool2d(Tensor x, Plane plane, double[] divisors) implements UnaryOp {
  static final Operation OPERATION =
      Operation.of(
          "avgPool2d",
          "y[r] = Σ x[r·s + u·d − p] / k[r]",
          "x̄[r·s + u·d − p] = Σ ȳ[r] / k[r]",
          AvgPool2d::sample);

  /**
   * Take the mean of each window.
   *
   * @throws org.gradus.tensor.ShapeException if the window does not fit
   */
  public static Tensor of(Tensor x, Window window, Divisor divisor) {
    Plane plane = LayerCheck.pooling("avgPool2d", x, window);
    return Tensor.apply(new AvgPool2d(x, plane, divisors(plane, divisor)));
  }

  private static double[] divisors(Plane plane, Divisor divisor) {
    int width = plane.columns().windows();
    double[] divisors = new double[plane.windows()];
    Arrays.setAll(
        divisors,
        window -> {
          int row = window / width;
          int column = window % width;
          if (divisor instanceof Divisor.Fixed fixed) {
            return fixed.value();
          }
          return divisor == Divisor.Counted.ELEMENTS
              ? plane.rows().elements(row) * plane.columns().elements(column)
              : plane.rows().places(row) * plane.columns().places(column);
        });
    return divisors;
  }

  @Override
  public Tensor forward() {
    return Pooling.mean(x, plane, divisors);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.apply(new AvgPool2dInput(yBar, plane, divisors)));
  }

  private static Case sample(Draw draw) {
    Window window = NaiveWindow.pool(draw);
    int[] shape = NaiveWindow.images(draw, window);
    Divisor divisor =
        draw.option(
            "divisor",
            draw.oneOf(
                List.of(
                    Divisor.Counted.WITH_PADDING,
                    Divisor.Counted.ELEMENTS,
                    new Divisor.Fixed(3),
                    new Divisor.Fixed(-2))));
    return Case.of(
        "avgPool2d " + Arrays.toString(shape) + " " + window + " by " + divisor,
        Sample.tensor(draw, Domain.AROUND_ZERO, shape),
        x -> Layers.avgPool2d(x, window, divisor),
        new Naive(new NaiveWindow(window), divisor));
  }

  private record Naive(NaiveWindow window, Divisor divisor) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      return Cells.of(
          window.shape(x.shape()),
          at -> {
            S sum = numbers.constant(0);
            int elements = 0;
            int places = 0;
            for (int[] place : window.places(at)) {
              places += window.padded(place, x.shape()) ? 1 : 0;
              if (NaiveWindow.inside(place, x.shape())) {
                elements++;
                sum = sum.add(x.at(place));
              }
            }
            if (divisor instanceof Divisor.Fixed fixed) {
              return sum.div(numbers.constant(fixed.value()));
            }
            boolean all = divisor == Divisor.Counted.WITH_PADDING;
            return sum.div(numbers.constant(all ? places : elements));
          });
    }
  }
}
