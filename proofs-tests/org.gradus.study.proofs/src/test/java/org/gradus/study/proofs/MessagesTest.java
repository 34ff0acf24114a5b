package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.study.Chart;
import org.gradus.study.Color;
import org.gradus.study.Contour;
import org.gradus.study.Curve;
import org.gradus.study.Drawing;
import org.gradus.study.Gif;
import org.gradus.study.Marker;
import org.gradus.study.Range;
import org.gradus.study.Raster;
import org.gradus.study.Scale;
import org.gradus.study.Ticks;
import org.junit.jupiter.api.Test;

class MessagesTest {

  private static final double[] TWO = {1, 2};
  private static final Drawing EMPTY = new Drawing("", 10, 20, List.of());

  @Test
  void aColorHasNoAlpha() {
    assertRefused(
        () -> new Color(0xFF000000),
        """
        color: red, green and blue take 24 bits
          given : 0xFF000000
        leave alpha out""");
  }

  @Test
  void everyXNeedsItsY() {
    assertRefused(
        () -> Chart.of("").withLine("training", TWO, new double[] {1, 2, 3}),
        """
        series: every x needs its y
          series : training
          x      : 2 numbers
          y      : 3 numbers
        pass arrays of one length""");
  }

  @Test
  void aCurveNeedsAPoint() {
    assertRefused(
        () -> new Curve("training", List.of(), Curve.Style.LINE, Optional.empty()),
        """
        series: a curve needs at least one point
          series : training
          points : 0
        leave the series out of the chart while it has no data""");
  }

  @Test
  void aRangeIsFiniteAndNotEmpty() {
    assertRefused(
        () -> new Range(2, 2),
        """
        range: low and high must be finite, and low clearly below high
          low  : 2.0
          high : 2.0
        widen the range""");
    assertRefused(
        () -> Scale.linear("").withRange(0, Double.NaN),
        """
        range: low and high must be finite, and low clearly below high
          low  : 0.0
          high : NaN
        widen the range""");
  }

  @Test
  void aLogarithmicRangeIsPositive() {
    assertRefused(
        () -> Scale.log("loss").withRange(0, 1),
        """
        scale: a logarithmic axis shows positive numbers alone
          axis : loss
          low  : 0.0
          high : 1.0
        start the range above zero, or use Scale.linear""");
  }

  @Test
  void aLogarithmicAxisRefusesDataThatAreNotPositive() {
    Chart chart =
        Chart.of("").withY(Scale.log("loss")).withLine("training", TWO, new double[] {1, -0.5});
    assertRefused(
        chart::drawing,
        """
        chart: a logarithmic axis shows positive numbers alone
          axis   : loss
          series : training
          number : -0.5, 2 of 2
        use Scale.linear, or leave out what is not positive""");
  }

  @Test
  void anAxisHasRoomForThreeMarks() {
    assertRefused(
        () -> Ticks.within(Scale.Kind.LINEAR, new Range(0, 1), 2),
        """
        ticks: an axis needs room for three marks
          most : 2
        allow 3 or more""");
  }

  @Test
  void logarithmicMarksArePositive() {
    assertRefused(
        () -> Ticks.covering(Scale.Kind.LOGARITHMIC, new Range(-1, 1), 5),
        """
        ticks: a logarithmic axis shows positive numbers alone
          low  : -1.0
          high : 1.0
        start the range above zero, or use a linear axis""");
  }

  @Test
  void aMarkerStandsAtAFiniteNumber() {
    assertRefused(
        () -> Marker.horizontal("best", Double.POSITIVE_INFINITY),
        """
        marker: a line needs a finite number to stand at
          marker : best
          at     : Infinity
        leave the marker out""");
  }

  @Test
  void aContourNeedsCells() {
    assertRefused(
        () -> contour().withCells(3, 0),
        """
        contour: a grid needs at least one cell each way
          columns : 3
          rows    : 0
        ask for 1 or more""");
  }

  @Test
  void aContourNeedsFiniteLevels() {
    assertRefused(
        () -> contour().withLevels(1, Double.NaN),
        """
        contour: levels must be finite, at least one
          contour : loss
          levels  : [1.0, NaN]
        name the values whose lines are wanted""");
  }

  @Test
  void aChartNeedsRoom() {
    assertRefused(
        () -> Chart.of("Loss").withSize(100, 500),
        """
        chart: axes and labels need at least 200 by 150 pixels
          chart  : Loss
          width  : 100
          height : 500
        make the picture larger""");
  }

  @Test
  void aChartNeedsASeries() {
    assertRefused(
        () -> Chart.of("Loss").drawing(),
        """
        chart: a chart needs at least one series
          chart  : Loss
          series : 0
        add one with withLine, withPoints or with""");
  }

  @Test
  void anImageNeedsPixels() {
    assertRefused(
        () -> Raster.image(EMPTY, 0),
        """
        raster: an image needs at least one pixel for each pixel of the drawing
          scale : 0
        pass 1, or 2 for sharp screens""");
  }

  @Test
  void aFrameStaysLongEnoughToBeSeen() {
    assertRefused(
        () -> Gif.of(Duration.ofMillis(19)),
        """
        gif: a frame stays from 20 ms, as browsers show it, to 10 minutes
          frame : PT0.019S
        choose a duration in between""");
    assertRefused(
        () -> Gif.of(Duration.ofMillis(20)).withLast(Duration.ofMinutes(11)),
        """
        gif: a frame stays from 20 ms, as browsers show it, to 10 minutes
          last : PT11M
        choose a duration in between""");
  }

  @Test
  void anAnimationNeedsAFrame() {
    assertRefused(
        () -> Gif.of(Duration.ofMillis(20)).bytes(List.of()),
        """
        gif: an animation needs at least one frame
          frames : 0
        pass a drawing""");
  }

  @Test
  void allFramesHaveOneSize() {
    assertRefused(
        () ->
            Gif.of(Duration.ofMillis(20)).bytes(List.of(EMPTY, new Drawing("", 20, 10, List.of()))),
        """
        gif: all frames must have one size
          frame 1 : 10 by 20
          frame 2 : 20 by 10
        lay all charts out with the same withSize""");
  }

  private static Contour contour() {
    return Contour.of("loss", new Range(0, 1), new Range(0, 1), (x, y) -> x);
  }

  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
