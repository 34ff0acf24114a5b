package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Extent;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.tensor.internal.kernel.Convolutions;
import org.gradus.tensor.internal.kernel.Plane;
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
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.TensorOp;

/**
 * Convolution of planes: a small kernel slides over every image.
 *
 * <pre>
 *   y[n, o, r, c] = Σ x[n, i, r·s + u·d − p, c·s + v·d − p]·w[o, i, u, v]
 *     x: [N, C, H, W]   w: [O, C/groups, U, V]   y: [N, O, H′, W′]
 *     s: stride, d: dilation, p: padding; x is 0 outside; i runs over the channels of o's group
 *   x̄ = adjoint in x, of ȳ and w      w̄ = adjoint in w, of x and ȳ
 * </pre>
 *
 * <p>The kernel is not flipped, as in every library of networks. The sum is linear in x and in w:
 * it and its two adjoints are each other's rules.
 *
 * @param plane way of the kernel over the plane
 * @param groups number of groups of channels
 */
// [impl->op~conv2d~1]
public record Conv2d(Tensor x, Tensor w, Plane plane, int groups) implements TensorOp {
  static final Operation OPERATION =
      Operation.of(
          "conv2d",
          "y[r] = Σ x[r·s + u·d − p]·w[u] + b",
          "x̄[i] = Σ ȳ[r]·w[u], w̄[u] = Σ ȳ[r]·x[i], b̄ = Σ ȳ, i = r·s + u·d − p",
          Conv2d::sample);

  /**
   * Convolve a batch of images, or one image.
   *
   * @throws org.gradus.tensor.ShapeException if the operands do not fit
   */
  public static Tensor of(Tensor x, Tensor w, Optional<Tensor> b, ConvolutionOptions options) {
    LayerCheck.convolution(x, w, b, options.groups());
    Plane plane = LayerCheck.plane("conv2d", x, window(options, w.size(2), w.size(3)));
    Tensor images = x.ndim() == 4 ? x : x.unsqueeze(0);
    Tensor sums = Tensor.apply(new Conv2d(images, w, plane, options.groups()));
    Tensor y = b.map(bias -> sums.add(bias.reshape(bias.numel(), 1, 1))).orElse(sums);
    return x.ndim() == 4 ? y : y.squeeze(0);
  }

  private static Window window(ConvolutionOptions options, int height, int width) {
    return new Window(
        new Extent(height, width), options.stride(), options.padding(), options.dilation(), false);
  }

  @Override
  public List<Tensor> inputs() {
    return List.of(x, w);
  }

  @Override
  public Tensor forward() {
    return Convolutions.forward(x, w, plane, groups);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(x, () -> Tensor.apply(new Conv2dInput(yBar, w, plane, groups)));
    gradients.add(w, () -> Tensor.apply(new Conv2dWeight(x, yBar, w.shape(), plane, groups)));
  }

  @Override
  public Saved saved() {
    return Saved.nothing().and(x, w.requiresGrad()).and(w, x.requiresGrad());
  }

  private static Case sample(Draw draw) {
    int inputs = draw.between(1, 2);
    int outputs = draw.between(1, 2);
    ConvolutionOptions options =
        ConvolutionOptions.standard()
            .stride(
                NaiveWindow.option(draw, "stride", 1, 3), NaiveWindow.option(draw, "stride", 1, 2))
            .padding(
                NaiveWindow.option(draw, "padding", 0, 2),
                NaiveWindow.option(draw, "padding", 0, 1))
            .dilation(
                NaiveWindow.option(draw, "dilation", 1, 2),
                NaiveWindow.option(draw, "dilation", 1, 3))
            .groups(NaiveWindow.option(draw, "groups", 1, 3));
    Window window =
        window(
            options,
            NaiveWindow.option(draw, "kernel", 1, 3),
            NaiveWindow.option(draw, "kernel", 1, 2));
    int[] shape = NaiveWindow.images(draw, window);
    shape[shape.length - 3] = options.groups() * inputs;
    List<Tensor> operands = new ArrayList<>();
    operands.add(Sample.tensor(draw, Domain.AROUND_ZERO, shape));
    int channels = options.groups() * outputs;
    Extent kernel = window.kernel();
    operands.add(
        Sample.tensor(draw, Domain.AROUND_ZERO, channels, inputs, kernel.height(), kernel.width()));
    if (draw.option("bias", draw.yes())) {
      operands.add(Sample.tensor(draw, Domain.AROUND_ZERO, channels));
    }
    return new Case(
        "conv2d " + operands.stream().map(Tensor::signature).toList() + " " + options,
        operands,
        t ->
            t.size() == 2
                ? Layers.conv2d(t.get(0), t.get(1), options)
                : Layers.conv2d(t.get(0), t.get(1), t.get(2), options),
        new Naive(new NaiveWindow(window), options.groups()));
  }

  private record Naive(NaiveWindow window, int groups) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(0);
      Cells<S> w = operands.get(1);
      int channel = x.rank() - 3;
      int inputs = w.shape()[1];
      int[] shape = window.shape(x.shape());
      shape[channel] = w.shape()[0];
      return Cells.of(
          shape,
          at -> {
            int output = at[channel];
            int group = output / (w.shape()[0] / groups);
            S sum = operands.size() == 2 ? numbers.constant(0) : operands.get(2).at(output);
            for (int[] tap : Cells.indices(inputs, w.shape()[2], w.shape()[3])) {
              int[] from = window.place(at, tap[1], tap[2]);
              from[channel] = group * inputs + tap[0];
              if (NaiveWindow.inside(from, x.shape())) {
                sum = sum.add(x.at(from).mul(w.at(output, tap[0], tap[1], tap[2])));
              }
            }
            return sum;
          });
    }
  }
}
