package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.gradus.study.Chart;
import org.gradus.study.Curve;
import org.gradus.study.Drawing;
import org.gradus.study.Point;
import org.gradus.study.Projection;
import org.gradus.study.Raster;
import org.gradus.study.Scale;

class ChartProperties {

  @Provide
  Arbitrary<List<Point>> points() {
    return Numbers.points(Numbers.any());
  }

  @Provide
  Arbitrary<List<Point>> positivePoints() {
    return Numbers.points(Numbers.positive());
  }

  @Provide
  Arbitrary<List<Point>> brokenPoints() {
    return Numbers.points(
        Arbitraries.frequencyOf(
            Tuple.of(5, Arbitraries.doubles().between(-9, 9)),
            Tuple.of(1, Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY))));
  }

  @Property
  void everyPointLiesInsideTheAxes(@ForAll("points") List<Point> points) {
    assertInside(Chart.of("any").with(Numbers.curve(points, Curve.Style.POINTS)), points);
  }

  @Property
  void everyPositivePointLiesInsideLogarithmicAxes(@ForAll("positivePoints") List<Point> points) {
    Chart chart = Chart.of("any").withX(Scale.log("x")).withY(Scale.log("y"));
    assertInside(chart.with(Numbers.curve(points, Curve.Style.POINTS)), points);
  }

  @Property
  void largerNumbersStandFurtherRightAndHigher(
      @ForAll("positivePoints") List<Point> points, @ForAll Scale.Kind kind) {
    Scale scale = kind == Scale.Kind.LINEAR ? Scale.linear("") : Scale.log("");
    Chart chart = Chart.of("any").withX(scale).withY(scale);
    Projection projection = chart.with(Numbers.curve(points, Curve.Style.LINE)).projection();
    for (Point a : points) {
      for (Point b : points) {
        if (a.x() <= b.x()) {
          assertThat(projection.place(a).x()).isLessThanOrEqualTo(projection.place(b).x());
        }
        if (a.y() <= b.y()) {
          assertThat(projection.place(a).y()).isGreaterThanOrEqualTo(projection.place(b).y());
        }
      }
    }
  }

  @Property
  void theSameChartIsLaidOutTheSame(@ForAll("points") List<Point> points) {
    Chart chart = Chart.of("any").with(Numbers.curve(points, Curve.Style.PATH));
    Chart again = Chart.of("any").with(Numbers.curve(points, Curve.Style.PATH));
    assertThat(chart.drawing()).isEqualTo(again.drawing());
  }

  @Property
  void aLineHasAGapWhereAPointIsNotFinite(@ForAll("brokenPoints") List<Point> points) {
    Drawing drawing =
        Chart.of("").with(Numbers.curve(points, Curve.Style.LINE).withColor(Marks.OWN)).drawing();
    int lines = 0;
    int dots = 0;
    int run = 0;
    for (int i = 0; i <= points.size(); i++) {
      if (i < points.size() && points.get(i).isFinite()) {
        run++;
      } else {
        lines += run > 1 ? 1 : 0;
        dots += run == 1 ? 1 : 0;
        run = 0;
      }
    }
    int inLegend = 1;
    assertThat(Marks.lines(drawing)).hasSize(lines + inLegend);
    assertThat(Marks.circles(drawing)).hasSize(dots);
  }

  @Property
  void aFixedRangeCutsLinesAtItsEdge(@ForAll("points") List<Point> points) {
    Chart chart =
        Chart.of("")
            .withX(Scale.linear("").withRange(-1, 1))
            .withY(Scale.linear("").withRange(-1, 1))
            .with(Numbers.curve(points, Curve.Style.PATH).withColor(Marks.OWN));
    Drawing.Rectangle area = chart.projection().area();
    assertThat(
            Marks.lines(chart.drawing()).stream().skip(1).flatMap(line -> line.points().stream()))
        .allMatch(place -> Marks.isInside(area, place));
    assertThat(Marks.circles(chart.drawing()).stream().skip(1))
        .allMatch(circle -> Marks.isInside(area, circle.center()));
  }

  @Property(tries = 20)
  void anImageHasTheSizeOfItsDrawing(
      @ForAll @IntRange(min = 200, max = 500) int width,
      @ForAll @IntRange(min = 150, max = 400) int height,
      @ForAll @IntRange(min = 1, max = 3) int scale) {
    Chart chart =
        Chart.of("any").withSize(width, height).withLine("", new double[] {1}, new double[] {1});
    var image = Raster.image(chart.drawing(), scale);
    assertThat(image.getWidth()).isEqualTo(scale * width);
    assertThat(image.getHeight()).isEqualTo(scale * height);
  }

  private static void assertInside(Chart chart, List<Point> points) {
    Projection projection = chart.projection();
    assertThat(points)
        .allMatch(projection::holds)
        .allMatch(point -> Marks.isInside(projection.area(), projection.place(point)));
    int inLegend = 1;
    assertThat(Marks.circles(chart.drawing())).hasSize(points.size() + inLegend);
  }
}
