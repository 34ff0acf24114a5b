package org.gradus.cli.conform;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Divisor;
import org.gradus.tensor.Extent;
import org.gradus.tensor.Extreme;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;

/** The operations of networks as PyTorch calls them. */
final class Networks {

  /** What is dropped is random; cases of training keep all or nothing. */
  private static final long SEED = 0;

  private Networks() {}

  /** A weight of one axis stands for a single output, whose axis is dropped. */
  static Tensor linear(Call c) {
    Tensor w = c.y();
    Optional<Tensor> b = c.optional("bias", 2);
    if (w.ndim() == 1) {
      Tensor y = c.x().matmul(w);
      return b.map(y::add).orElse(y);
    }
    return b.isPresent() ? Layers.linear(c.x(), w, b.get()) : Layers.linear(c.x(), w);
  }

  static Tensor conv2d(Call c) {
    Tensor x = c.x();
    Tensor w = c.y();
    Extent stride = extent(c, "stride", new Extent(1, 1));
    Extent dilation = extent(c, "dilation", new Extent(1, 1));
    Extent padding = new Extent(0, 0);
    if (c.attrs().isText("padding")) {
      String word = c.attrs().text("padding");
      switch (word) {
        case "valid":
          break;
        case "same":
          x = padded(x, -2, dilation.height() * (w.size(-2) - 1));
          x = padded(x, -1, dilation.width() * (w.size(-1) - 1));
          break;
        default:
          throw UnsupportedException.operation("conv2d, padding = " + word);
      }
    } else {
      padding = extent(c, "padding", padding);
    }
    ConvolutionOptions options =
        new ConvolutionOptions(stride, padding, dilation, c.attrs().integer("groups", 1));
    Optional<Tensor> b = c.optional("bias", 2);
    return b.isPresent() ? Layers.conv2d(x, w, b.get(), options) : Layers.conv2d(x, w, options);
  }

  /** Zeros on both sides of an axis, one more after than before if their number is odd. */
  private static Tensor padded(Tensor x, int axis, int zeros) {
    return Tensor.cat(
        List.of(zeros(x, axis, zeros / 2), x, zeros(x, axis, zeros - zeros / 2)), axis);
  }

  private static Tensor zeros(Tensor like, int axis, int length) {
    int[] shape = like.shape();
    shape[shape.length + axis] = length;
    return Tensor.zeros(shape);
  }

  static Computed maxPool2d(Call c) {
    Extreme found = Layers.maxPool2dWithIndices(c.x(), window(c));
    return Computed.withIndices(found.values(), found.indices().toTensor());
  }

  static Tensor avgPool2d(Call c) {
    Divisor counted =
        c.attrs().flag("count_include_pad", true)
            ? Divisor.Counted.WITH_PADDING
            : Divisor.Counted.ELEMENTS;
    Divisor divisor =
        c.attrs().has("divisor_override")
            ? new Divisor.Fixed(c.attrs().integer("divisor_override"))
            : counted;
    return Layers.avgPool2d(c.x(), window(c), divisor);
  }

  private static Window window(Call c) {
    Extent kernel = extent(c, "kernel_size", new Extent(0, 0));
    return new Window(
        kernel,
        extent(c, "stride", kernel),
        extent(c, "padding", new Extent(0, 0)),
        extent(c, "dilation", new Extent(1, 1)),
        c.attrs().flag("ceil_mode", false));
  }

  /** One length for both directions, or one for each. */
  private static Extent extent(Call c, String name, Extent otherwise) {
    if (!c.attrs().has(name)) {
      return otherwise;
    }
    int[] lengths = c.attrs().integers(name);
    return switch (lengths.length) {
      case 0 -> otherwise;
      case 1 -> new Extent(lengths[0], lengths[0]);
      case 2 -> new Extent(lengths[0], lengths[1]);
      default ->
          throw MalformedException.of(
              c.attrs().path(name), "it must have a length for each direction", lengths.length);
    };
  }

  /** Without names, three operands are x, weight and bias: statistics come with five. */
  static Computed batchNorm(Call c) {
    boolean hasStatistics = c.count() > 3 || c.isNamed();
    Normalization normalization = normalization(c, hasStatistics ? 3 : 1);
    boolean training = c.attrs().flag("training", false);
    double momentum = c.number("momentum", 0.1);
    Optional<Tensor> mean = hasStatistics ? c.optional("running_mean", 1) : Optional.empty();
    Optional<Tensor> variance = hasStatistics ? c.optional("running_var", 2) : Optional.empty();
    if (mean.isEmpty() || variance.isEmpty()) {
      if (!training) {
        throw new UnsupportedException("batch_norm without statistics outside of training");
      }
      return Computed.of(Layers.batchNorm(c.x(), normalization));
    }
    RunningStatistics running = new RunningStatistics(mean.get(), variance.get(), momentum);
    Tensor y = Layers.batchNorm(c.x(), running, training, normalization);
    return new Computed(
        y, Map.of("running_mean", running.mean(), "running_var", running.variance()));
  }

  static Tensor layerNorm(Call c) {
    return Layers.layerNorm(c.x(), c.attrs().integers("normalized_shape"), normalization(c, 1));
  }

  private static Normalization normalization(Call c, int position) {
    return new Normalization(
        c.optional("weight", position), c.optional("bias", position + 1), c.number("eps", 1e-5));
  }

  static Tensor dropout(Call c) {
    return Layers.dropout(
        c.x(), c.number("p", 0.5), c.attrs().flag("training", true), new Random(SEED));
  }

  /** A padding index counts from the end if it is negative. */
  static Tensor embedding(Call c) {
    Tensor w = c.x();
    IndexTensor index = c.indices(1);
    if (!c.attrs().has("padding_idx")) {
      return Layers.embedding(index, w);
    }
    int padding = c.attrs().integer("padding_idx");
    return Layers.embedding(index, w, padding < 0 ? padding + w.size(0) : padding);
  }
}
