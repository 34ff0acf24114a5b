package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.learn.nn.Flatten;
import org.gradus.learn.nn.Pooling;
import org.gradus.tensor.Divisor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.junit.jupiter.api.Test;

/** Examples of pooling and flattening, by hand: concept M7 of the lesson. */
// [proof->learn~pooling~1]
// [proof->learn~flatten~1]
class PoolingTest {

  private final Tensor x = Tensor.arange(32).reshape(1, 2, 4, 4);

  @Test
  void theLargestOfEachWindow() {
    assertThat(Pooling.max(Window.of(2)).forward(x).toArray())
        .containsExactly(5, 7, 13, 15, 21, 23, 29, 31);
  }

  @Test
  void theMeanOfEachWindow() {
    assertThat(Pooling.average(Window.of(2)).forward(x).toArray())
        .containsExactly(2.5, 4.5, 10.5, 12.5, 18.5, 20.5, 26.5, 28.5);
  }

  @Test
  void paddingCountsUnlessSaidOtherwise() {
    Window window = Window.of(2).padding(1);
    Tensor one = Tensor.ones(1, 1, 2, 2);
    assertThat(Pooling.average(window).forward(one).toArray()).containsOnly(0.25);
    Pooling elements = Pooling.average(window, Divisor.Counted.ELEMENTS);
    assertThat(elements.forward(one).toArray()).containsOnly(1);
    assertThat(elements).hasToString("AvgPool2d(kernel=2, stride=2, padding=1, divisor=ELEMENTS)");
  }

  @Test
  void theMeanOfEachChannel() {
    Tensor y = Pooling.global().forward(x);
    assertThat(y.shape()).containsExactly(1, 2);
    assertThat(y.toArray()).containsExactly(7.5, 23.5);
  }

  @Test
  void dilationIsShown() {
    assertThat(Pooling.max(Window.of(2).dilation(2)))
        .hasToString("MaxPool2d(kernel=2, stride=2, padding=0, dilation=2)");
  }

  @Test
  void whatIsNoBatchOfImagesHasNoChannelMeans() {
    assertThatThrownBy(() -> Pooling.global().forward(Tensor.ones(2, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            global average: images must have the axes [batch, channel, height, width]
              given  [2, 3]""");
  }

  @Test
  void allAxesButTheFirstBecomeOne() {
    Tensor y = Flatten.of().forward(x);
    assertThat(y.shape()).containsExactly(1, 32);
    assertThat(y.toArray()).isEqualTo(x.toArray());
    assertThat(Flatten.of().forward(Tensor.ones(3)).shape()).containsExactly(3, 1);
    assertThat(Flatten.of().forward(Tensor.ones(0, 2, 2)).shape()).containsExactly(0, 4);
  }

  @Test
  void withoutAnAxisThereIsNoSample() {
    assertThatThrownBy(() -> Flatten.of().forward(Tensor.scalar(1)))
        .isInstanceOf(ShapeException.class)
        .hasMessage("flatten: there must be an axis of samples, which stays\n  given  []");
  }
}
