package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.study.Chart;
import org.gradus.study.Color;
import org.gradus.study.Curve;
import org.gradus.study.Drawing;
import org.gradus.study.Marker;
import org.gradus.study.Point;
import org.gradus.study.Range;
import org.gradus.study.Scale;
import org.junit.jupiter.api.Test;

class ChartTest {

  private static final double[] TWO = {1, 2};

  @Test
  void onePointStandsInTheMiddleOfItsAxes() {
    var projection = Chart.of("").withPoints("", new double[] {4}, new double[] {0}).projection();
    assertThat(projection.x().range()).isEqualTo(new Range(2, 6));
    assertThat(projection.y().range()).isEqualTo(new Range(-1, 1));
  }

  @Test
  void oneHugePointKeepsTheAxisFinite() {
    double[] greatest = {Double.MAX_VALUE};
    Range range = Chart.of("").withPoints("", greatest, greatest).projection().x().range();
    assertThat(range.contains(Double.MAX_VALUE)).isTrue();
  }

  @Test
  void onePointOnALogarithmicAxisHasPositiveNeighbors() {
    double[] least = {Double.MIN_VALUE};
    Chart chart = Chart.of("").withX(Scale.log("")).withPoints("", least, least);
    assertThat(chart.projection().x().range().low()).isEqualTo(Double.MIN_VALUE);
  }

  @Test
  void aLineWithoutAFinitePointLeavesAnEmptyChart() {
    double[] nan = {Double.NaN, Double.NaN};
    Chart chart = Chart.of("").withY(Scale.log("")).withLine("", nan, nan);
    assertThat(chart.projection().x().range()).isEqualTo(new Range(0, 1));
    assertThat(chart.projection().y().range()).isEqualTo(new Range(1, 10));
    assertThat(Marks.circles(chart.drawing())).isEmpty();
  }

  @Test
  void aLineOfOnePointShowsAsADot() {
    Chart chart = Chart.of("").withLine("", new double[] {1}, new double[] {1});
    assertThat(Marks.circles(chart.drawing())).hasSize(1);
  }

  @Test
  void labelsUnitsAndNamesAreWritten() {
    Chart chart =
        Chart.of("Loss")
            .withX(Scale.linear("time").withUnit("s"))
            .withY(Scale.linear("loss"))
            .withLine("training", TWO, TWO)
            .with(Marker.horizontal("best", 1));
    assertThat(Marks.texts(chart.drawing()))
        .contains("Loss", "time (s)", "loss", "training", "best");
  }

  @Test
  void aMarkerOutsideOfAFixedRangeIsNotDrawn() {
    Chart chart =
        Chart.of("")
            .withY(Scale.linear("").withRange(0, 3))
            .withLine("", TWO, TWO)
            .with(Marker.horizontal("far", 4));
    assertThat(Marks.texts(chart.drawing())).doesNotContain("far");
  }

  @Test
  void theNoteOfAMarkerStandsInsideAndCoversNoLine() {
    Chart chart =
        Chart.of("")
            .withX(Scale.linear("").withRange(1, 2))
            .withY(Scale.linear("").withRange(1, 2))
            .with(Curve.of("", Curve.Style.LINE, TWO, TWO).withColor(Marks.OWN))
            .with(Marker.horizontal("top", 2))
            .with(Marker.vertical("right", 2));
    Drawing.Rectangle area = chart.projection().area();
    List<Drawing.Rectangle> notes = Marks.rectangles(chart.drawing());
    assertThat(notes).hasSize(2);
    assertThat(notes)
        .allMatch(note -> Marks.isInside(area, new Point(note.x(), note.y())))
        .allMatch(
            note ->
                Marks.isInside(area, new Point(note.x() + note.width(), note.y() + note.height())))
        .noneMatch(
            note ->
                Marks.isInside(note, chart.projection().place(new Point(1.95, 1.95)))
                    || Marks.isInside(note, chart.projection().place(new Point(1.98, 1.98))));
  }

  @Test
  void aMarkerWidensAFreeRange() {
    Chart chart = Chart.of("").withLine("", TWO, TWO).with(Marker.vertical("far", 9));
    assertThat(chart.projection().x().range().contains(9)).isTrue();
    assertThat(Marks.texts(chart.drawing())).contains("far");
  }

  @Test
  void aNameTooLongForThePictureEndsInAnEllipsis() {
    Chart chart = Chart.of("long ".repeat(100)).withLine("name ".repeat(100), TWO, TWO);
    assertThat(Marks.texts(chart.drawing())).filteredOn(text -> text.endsWith("…")).hasSize(2);
    assertThat(chart.drawing().title()).isEqualTo("long ".repeat(100));
  }

  @Test
  void colorsFollowThePaletteAndBeginAgain() {
    Chart chart = Chart.of("");
    for (int i : IntStream.range(0, 8).toArray()) {
      chart = chart.withPoints("", TWO, new double[] {i, i});
    }
    assertThat(Marks.circles(chart.drawing()))
        .extracting(Drawing.Circle::fill)
        .startsWith(Color.SERIES.get(0), Color.SERIES.get(0), Color.SERIES.get(1))
        .endsWith(
            Color.SERIES.get(6), Color.SERIES.get(6), Color.SERIES.get(0), Color.SERIES.get(0));
  }

  @Test
  void aColorOfItsOwnTakesNoneOfThePalette() {
    Chart chart =
        Chart.of("")
            .with(Curve.of("", Curve.Style.POINTS, TWO, TWO).withColor(Marks.OWN))
            .withPoints("", TWO, TWO);
    assertThat(Marks.circles(chart.drawing()))
        .extracting(Drawing.Circle::fill)
        .containsExactly(Marks.OWN, Marks.OWN, Color.SERIES.get(0), Color.SERIES.get(0));
  }
}
