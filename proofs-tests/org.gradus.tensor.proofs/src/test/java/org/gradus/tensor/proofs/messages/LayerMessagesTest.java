package org.gradus.tensor.proofs.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.gradus.tensor.Axis;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Divisor;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Normalization;
import org.gradus.tensor.RunningStatistics;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.junit.jupiter.api.Test;

/** What is said of operands that do not fit into a layer. */
// [proof->tensor~messages~1]
class LayerMessagesTest {
  private interface Sample extends Axis {}

  private interface Feature extends Axis {}

  private interface Output extends Axis {}

  private static final ConvolutionOptions STANDARD = ConvolutionOptions.standard();
  private static final Normalization NORMAL = Normalization.standard();

  private final Tensor x = Tensor.zeros(5, 3).named("x", "sample", "feature");
  private final Tensor w = Tensor.zeros(1, 2).named("w");
  private final Tensor images = Tensor.zeros(1, 4, 8, 8).named("images");
  private final Tensor kernel = Tensor.zeros(8, 3, 3, 3);

  @Test
  void linearOfOtherFeatures() {
    Refusal.ofShapes(
        () -> Layers.linear(x, w),
        """
        linear: x must have as many features as the weight reads: 3 and 2 differ
          x       x : [sample=5, feature=3]
          weight  w : [1, 2]\
        """);
  }

  @Test
  void linearOfAnAxisOfTwoLengths() {
    Dim<Sample> samples = Dim.of(Sample.class, 5);
    Dim<Output> outputs = Dim.of(Output.class, 1);
    Refusal.ofShapes(
        () ->
            Layers.linear(
                Matrix.zeros(samples, Dim.of(Feature.class, 3)),
                Matrix.zeros(outputs, Dim.of(Feature.class, 2))),
        """
        linear: x must have as many features as the weight reads: 3 and 2 differ
          x       [sample=5, feature=3]
          weight  [output=1, feature=2]\
        """);
  }

  @Test
  void linearOfATransposedWeight() {
    Refusal.ofShapes(
        () -> Layers.linear(x, Tensor.zeros(3, 2), Tensor.zeros(2)),
        """
        linear: x must have as many features as the weight reads: 3 and 2 differ
          x       x : [sample=5, feature=3]
          weight  [3, 2]
        did you mean the weight w.t()?\
        """);
    Layers.linear(x, Tensor.zeros(3, 2).t(), Tensor.zeros(2));
    Refusal.ofShapes(
        () -> Layers.linear(x, Tensor.zeros(3, 2), Tensor.zeros(3)),
        """
        linear: x must have as many features as the weight reads: 3 and 2 differ
          x       x : [sample=5, feature=3]
          weight  [3, 2]\
        """);
  }

  @Test
  void linearOfOtherRanksAndAnotherBias() {
    Refusal.ofShapes(
        () -> Layers.linear(Tensor.scalar(1), w),
        """
        linear: x must have at least one axis, and the weight two, [outputs, inputs]
          x       []
          weight  w : [1, 2]\
        """);
    Refusal.ofShapes(
        () -> Layers.linear(x, Tensor.zeros(4, 3), Tensor.zeros(1, 4)),
        """
        linear: the bias must have one entry for each output, 4
          bias  [1, 4]\
        """);
  }

  @Test
  void channelsOfAConvolution() {
    Refusal.ofShapes(
        () -> Layers.conv2d(images, kernel),
        """
        conv2d: the weight reads 3 channels, and x has 4
          x       images : [1, 4, 8, 8]
          weight  [8, 3, 3, 3]\
        """);
    Refusal.ofShapes(
        () -> Layers.conv2d(images, kernel, STANDARD.groups(2)),
        """
        conv2d: the weight reads 6 channels, 3 in each of 2 groups, and x has 4
          x       images : [1, 4, 8, 8]
          weight  [8, 3, 3, 3]\
        """);
    Refusal.ofShapes(
        () -> Layers.conv2d(images, Tensor.zeros(3, 2, 1, 1), STANDARD.groups(2)),
        """
        conv2d: the output channels must divide into 2 groups, and there are 3
          x       images : [1, 4, 8, 8]
          weight  [3, 2, 1, 1]\
        """);
    Refusal.ofShapes(
        () -> Layers.conv2d(images, Tensor.zeros(8, 4, 3, 3), Tensor.zeros(4)),
        """
        conv2d: the bias must have one entry for each output channel, 8
          bias  [4]\
        """);
  }

  @Test
  void axesOfAConvolution() {
    Refusal.ofShapes(
        () -> Layers.conv2d(x, kernel),
        """
        conv2d: x must have the axes [batch, channel, height, width], of which batch may be missing,\
         and the weight [output channel, input channel, height, width]
          x       x : [sample=5, feature=3]
          weight  [8, 3, 3, 3]\
        """);
    Refusal.ofShapes(
        () -> Layers.conv2d(images, Tensor.zeros(8, 4, 0, 3)),
        """
        conv2d: the kernel must have a height and a width
          x       images : [1, 4, 8, 8]
          weight  [8, 4, 0, 3]\
        """);
  }

  @Test
  void kernelThatDoesNotFit() {
    Refusal.ofShapes(
        () -> Layers.conv2d(images, Tensor.zeros(1, 4, 9, 3)),
        """
        conv2d: the window must fit into the padded plane: it is 9 high, and the plane 8
          x  images : [1, 4, 8, 8]\
        """);
    Refusal.ofShapes(
        () -> Layers.conv2d(images, Tensor.zeros(1, 4, 1, 4), STANDARD.padding(1).dilation(4)),
        """
        conv2d: the window must fit into the padded plane: it is 13 wide, and the plane 10
          x  images : [1, 4, 8, 8]\
        """);
  }

  @Test
  void windowsOfPools() {
    Refusal.ofShapes(
        () -> Layers.maxPool2d(x, Window.of(2)),
        """
        maxPool2d: x must have the axes [batch, channel, height, width], of which batch may be missing
          given  x : [sample=5, feature=3]\
        """);
    Refusal.ofShapes(
        () -> Layers.avgPool2d(images, Window.of(9)),
        """
        avgPool2d: the window must fit into the padded plane: it is 9 high, and the plane 8
          x  images : [1, 4, 8, 8]\
        """);
    Refusal.ofShapes(
        () -> Layers.maxPool2d(images, Window.of(4, 3).padding(2)),
        """
        maxPool2d: the padding must be at most half of the window, which is 3 wide
          padding  2\
        """);
    Refusal.ofShapes(
        () -> Layers.maxPool2d(images, Window.of(3, 4).padding(2)),
        """
        maxPool2d: the padding must be at most half of the window, which is 3 high
          padding  2\
        """);
    Refusal.ofShapes(
        () -> Layers.maxPool2d(Tensor.zeros(1, 3, 1), Window.of(1, 2).padding(0, 1).dilation(2)),
        """
        maxPool2d: every window must meet an element, and the taps of window 0 across meet padding\
         alone
          x         [1, 3, 1]
          dilation  2\
        """);
  }

  @Test
  void countsOfWindows() {
    Refusal.ofArguments(
        () -> Window.of(0, 2),
        "kernel of a window: must be at least 1 in both directions\n  given  0×2");
    Refusal.ofArguments(
        () -> Window.of(2).stride(0),
        "stride of a window: must be at least 1 in both directions\n  given  0");
    Refusal.ofArguments(
        () -> Window.of(2).padding(0, -1),
        "padding of a window: must be at least 0 in both directions\n  given  0×-1");
    Refusal.ofArguments(
        () -> Window.of(2).dilation(0),
        "dilation of a window: must be at least 1 in both directions\n  given  0");
    Refusal.ofArguments(
        () -> new Divisor.Fixed(0), "divisor of a window: must not be zero\n  given  0");
    Refusal.ofArguments(
        () -> STANDARD.stride(1, 0),
        "stride of a convolution: must be at least 1 in both directions\n  given  1×0");
    Refusal.ofArguments(
        () -> STANDARD.padding(-1),
        "padding of a convolution: must be at least 0 in both directions\n  given  -1");
    Refusal.ofArguments(
        () -> STANDARD.dilation(0, 0),
        "dilation of a convolution: must be at least 1 in both directions\n  given  0");
    Refusal.ofArguments(
        () -> STANDARD.groups(0), "groups of a convolution: must be at least 1\n  given  0");
  }

  @Test
  void channelsOfANormalization() {
    Refusal.ofShapes(
        () -> Layers.batchNorm(Tensor.zeros(3), NORMAL),
        """
        batchNorm: x must have the axes [batch, channel, …]
          given  [3]\
        """);
    Refusal.ofShapes(
        () -> Layers.batchNorm(x, NORMAL.weight(Tensor.zeros(5))),
        """
        batchNorm: the weight must have one entry for each channel, 3
          weight  [5]\
        """);
    Refusal.ofShapes(
        () -> Layers.batchNorm(x, NORMAL.bias(Tensor.zeros(3, 1))),
        """
        batchNorm: the bias must have one entry for each channel, 3
          bias  [3, 1]\
        """);
    Refusal.ofShapes(
        () -> Layers.batchNorm(x, RunningStatistics.ofChannels(2), false, NORMAL),
        """
        batchNorm: the running mean must have one entry for each channel, 3
          running mean  [2]\
        """);
    RunningStatistics unequal = RunningStatistics.of(Tensor.zeros(3), Tensor.ones(4));
    Refusal.ofShapes(
        () -> Layers.batchNorm(x, unequal, true, NORMAL),
        """
        batchNorm: the running variance must have one entry for each channel, 3
          running variance  [4]\
        """);
  }

  @Test
  void oneValueOfAChannel() {
    Refusal.ofShapes(
        () -> Layers.batchNorm(Tensor.zeros(1, 2), NORMAL),
        """
        batchNorm: in training a channel must have more than one value
          given  [1, 2]\
        """);
    assertThat(Layers.batchNorm(Tensor.zeros(2, 0), NORMAL).shape()).containsExactly(2, 0);
    Refusal.ofArguments(
        () -> NORMAL.eps(-1), "eps of a normalization: must not be negative\n  given  -1.0");
  }

  @Test
  void axesOfALayerNormalization() {
    Refusal.ofShapes(
        () -> Layers.layerNorm(x, 4),
        """
        layerNorm: the normalized axes must be the last of x, one at least
          normalized  [4]
          x           x : [sample=5, feature=3]\
        """);
    Refusal.ofShapes(
        () -> Layers.layerNorm(x),
        """
        layerNorm: the normalized axes must be the last of x, one at least
          normalized  []
          x           x : [sample=5, feature=3]\
        """);
    Refusal.ofShapes(
        () -> Layers.layerNorm(x, new int[] {3}, NORMAL.weight(Tensor.zeros(5, 3))),
        """
        layerNorm: the weight must have the normalized shape, [3]
          weight  [5, 3]\
        """);
    Refusal.ofShapes(
        () -> Layers.layerNorm(x, new int[] {5, 3}, NORMAL.bias(Tensor.zeros(3))),
        """
        layerNorm: the bias must have the normalized shape, [5, 3]
          bias  [3]\
        """);
  }

  @Test
  void probabilityOfDropping() {
    for (boolean training : new boolean[] {true, false}) {
      Refusal.ofArguments(
          () -> Layers.dropout(x, 1.5, training, new SplittableRandom(1)),
          "dropout: the probability of dropping must be between 0 and 1\n  given  1.5");
    }
    Refusal.ofArguments(
        () -> Layers.dropout(x, Double.NaN, true, new SplittableRandom(1)),
        "dropout: the probability of dropping must be between 0 and 1\n  given  NaN");
  }

  @Test
  void rowsOfAnEmbedding() {
    Tensor table = Tensor.zeros(3, 2).named("table");
    Refusal.ofIndices(
        () -> Layers.embedding(IndexTensor.of(0, 3), table),
        """
        embedding: index 3 at position 1 is no row of the weight
          weight  table : [3, 2], rows 0 to 2\
        """);
    Refusal.ofIndices(
        () -> Layers.embedding(IndexTensor.of(-1), table),
        """
        embedding: index -1 at position 0 is no row of the weight
          weight  table : [3, 2], rows 0 to 2\
        """);
    Refusal.ofIndices(
        () -> Layers.embedding(IndexTensor.of(0), Tensor.zeros(0, 2)),
        """
        embedding: index 0 at position 0 is no row of the weight
          weight  [0, 2], which has no row\
        """);
    Refusal.ofIndices(
        () -> Layers.embedding(IndexTensor.of(0), table, -4),
        """
        embedding: the padding index -4 is no row of the weight
          weight  table : [3, 2], rows -3 to 2\
        """);
    Refusal.ofIndices(
        () -> Layers.embedding(IndexTensor.of(0), table, 3),
        """
        embedding: the padding index 3 is no row of the weight
          weight  table : [3, 2], rows -3 to 2\
        """);
    assertThat(Layers.embedding(IndexTensor.of(0), table, -3).shape()).containsExactly(1, 2);
    Refusal.ofShapes(
        () -> Layers.embedding(IndexTensor.of(0), Tensor.zeros(3)),
        """
        embedding: the rank must be 2
          given  [3]\
        """);
  }
}
