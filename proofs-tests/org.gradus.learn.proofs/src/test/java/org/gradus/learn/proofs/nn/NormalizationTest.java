package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.gradus.learn.nn.BatchNorm1d;
import org.gradus.learn.nn.BatchNorm2d;
import org.gradus.learn.nn.LayerNorm;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of normalization over images and over last axes: concept N17 of the lesson. */
// [proof->learn~layer-norm~1]
// [proof->learn~batch-norm-2d~1]
class NormalizationTest {

  private interface Channel extends Axis {}

  private final Tensor x = Tensor.randn(new SplittableRandom(1), 3, 2, 4, 2);

  @Test
  void eachSampleIsStandardizedOverItsLastAxes() {
    Tensor y = LayerNorm.of(4, 2).forward(x).detach();
    // The variance is v/(v + ε), ε being 1e-5 and v near 1.
    for (double mean : y.mean(2, 3).toArray()) {
      assertThat(mean).isCloseTo(0, within(1e-15));
    }
    for (double variance : y.square().mean(2, 3).toArray()) {
      assertThat(variance).isCloseTo(1, within(1e-4));
    }
  }

  /** By hand: mean 2, variance 1. */
  @Test
  void epsIsAddedToTheVariance() {
    assertThat(LayerNorm.withEps(3, 2).forward(Tensor.of(1, 3)).detach().toArray())
        .containsExactly(-0.5, 0.5);
  }

  @Test
  void eachChannelIsStandardizedOverBatchHeightAndWidth() {
    Tensor y = BatchNorm2d.of(2).forward(x).detach();
    for (double mean : y.mean(0, 2, 3).toArray()) {
      assertThat(mean).isCloseTo(0, within(1e-15));
    }
    for (double variance : y.square().mean(0, 2, 3).toArray()) {
      assertThat(variance).isCloseTo(1, within(1e-4));
    }
  }

  /** Images are features whose samples are all their places, in training and afterwards. */
  @Test
  void imagesAreStandardizedAsTheirPlaces() {
    BatchNorm2d images = BatchNorm2d.of(2, 1e-3, 0.3);
    BatchNorm1d<Channel> places = BatchNorm1d.of(Dim.of(Channel.class, 2), 1e-3, 0.3);
    Tensor rows = x.permute(0, 2, 3, 1).reshape(24, 2);
    for (boolean training : new boolean[] {true, false}) {
      Tensor y = images.train(training).forward(x).detach();
      places.train(training);
      double[] flat = y.permute(0, 2, 3, 1).reshape(24, 2).toArray();
      assertThat(flat).containsExactly(places.forward(rows).detach().toArray(), within(1e-14));
    }
    images
        .namedBuffers()
        .forEach(
            (name, buffer) ->
                assertThat(buffer.toArray())
                    .as(name)
                    .containsExactly(
                        places.namedBuffers().getOrDefault(name, Tensor.of()).toArray(),
                        within(1e-15)));
  }

  @Test
  void whatIsNoBatchOfImagesIsRefused() {
    BatchNorm2d norm = BatchNorm2d.of(2);
    assertThatThrownBy(() -> norm.forward(Tensor.ones(3, 2)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            batch norm: images must have the axes [batch, channel, height, width]
              given  [3, 2]""");
    assertThat(norm.state().getOrDefault("num_batches_tracked", Tensor.of()).toArray())
        .containsExactly(0);
  }

  @Test
  void itsNumbersMakeSense() {
    assertThatThrownBy(() -> LayerNorm.withEps(-1, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            layer norm: the eps must be finite and not negative
              given  -1.0
            try 1e-5""");
    assertThatThrownBy(() -> BatchNorm2d.of(2, Double.NaN, 0.1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("batch norm: the eps");
  }
}
