package org.gradus.learn.nn;

import java.util.function.UnaryOperator;
import org.gradus.learn.Module;
import org.gradus.tensor.Divisor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;

/**
 * One number for each window of each channel of images.
 *
 * <pre>
 *   X: [batch, channel, height, width]   Y: [batch, channel, windows down, windows across]
 * </pre>
 */
// [impl->learn~pooling~1]
public final class Pooling extends Module<Tensor, Tensor> {

  private final String name;
  private final String settings;
  private final UnaryOperator<Tensor> function;

  private Pooling(String name, String settings, UnaryOperator<Tensor> function) {
    this.name = name;
    this.settings = settings;
    this.function = function;
  }

  /**
   * y = largest element of the window; the first of a tie gets the gradient.
   *
   * <p>It throws a {@link ShapeException} where the window does not fit into the padded x, is
   * padded by more than half of it, or meets no element somewhere.
   */
  public static Pooling max(Window window) {
    return new Pooling("MaxPool2d", text(window), x -> Layers.maxPool2d(x, window));
  }

  /**
   * y = mean of the window, padding counted as zeros.
   *
   * <p>It throws a {@link ShapeException} where {@link #max} does.
   */
  public static Pooling average(Window window) {
    return average(window, Divisor.Counted.WITH_PADDING);
  }

  /**
   * y = sum of the window, divided.
   *
   * <p>It throws a {@link ShapeException} where {@link #max} does.
   */
  public static Pooling average(Window window, Divisor divisor) {
    String divided = divisor == Divisor.Counted.WITH_PADDING ? "" : ", divisor=" + divisor;
    return new Pooling(
        "AvgPool2d", text(window) + divided, x -> Layers.avgPool2d(x, window, divisor));
  }

  /**
   * y = mean of the whole channel, so that Y: [batch, channel].
   *
   * <p>It throws a {@link ShapeException} where the argument has other axes than images have.
   */
  public static Pooling global() {
    return new Pooling("GlobalAvgPool2d", "", Pooling::meanOfChannels);
  }

  private static Tensor meanOfChannels(Tensor x) {
    if (x.ndim() != 4) {
      throw new ShapeException(
          "global average: images must have the axes [batch, channel, height, width]\n  given  "
              + x.signature());
    }
    return x.mean(2, 3);
  }

  private static String text(Window window) {
    return "kernel=%s, stride=%s, padding=%s%s%s"
        .formatted(
            window.kernel(),
            window.stride(),
            window.padding(),
            window.dilation().toString().equals("1") ? "" : ", dilation=" + window.dilation(),
            window.partial() ? ", ceil=true" : "");
  }

  @Override
  public Tensor forward(Tensor x) {
    return function.apply(x);
  }

  @Override
  protected String name() {
    return name;
  }

  @Override
  protected String settings() {
    return settings;
  }
}
