package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.study.Chart;
import org.gradus.study.Contour;
import org.gradus.study.Range;
import org.gradus.study.Scale;
import org.junit.jupiter.api.Test;

class ContourTest {

  private static final Range SQUARE = new Range(-1, 1);

  @Test
  void aPositiveFunctionHasLevelsOfOneTwoAndFive() {
    assertThat(Contour.of("", SQUARE, SQUARE, (x, y) -> x * x + y * y + 0.1).levels())
        .containsExactly(0.1, 0.2, 0.5, 1.0, 2.0);
  }

  @Test
  void aFunctionOfBothSignsHasEvenLevels() {
    assertThat(Contour.of("", SQUARE, SQUARE, (x, y) -> 2 * x).levels())
        .containsExactly(-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0);
  }

  @Test
  void aConstantOrUndefinedFunctionHasNoLevel() {
    assertThat(Contour.of("", SQUARE, SQUARE, (x, y) -> 3).levels()).isEmpty();
    assertThat(Contour.of("", SQUARE, SQUARE, (x, y) -> Double.NaN).levels()).isEmpty();
  }

  @Test
  void aSaddleIsDecidedByTheMiddleOfItsCell() {
    Contour saddle = Contour.of("", SQUARE, SQUARE, (x, y) -> x * y).withCells(1, 1);
    assertThat(saddle.lines(0.5))
        .hasSize(2)
        .allMatch(line -> line.get(0).x() + line.get(0).y() == line.get(1).x() + line.get(1).y());
    assertThat(saddle.lines(-0.5))
        .hasSize(2)
        .allMatch(line -> line.get(0).x() - line.get(0).y() == line.get(1).x() - line.get(1).y());
  }

  @Test
  void aCellWithoutAFiniteCornerHasNoLine() {
    Contour half = Contour.of("", SQUARE, SQUARE, (x, y) -> x < 0 ? Double.NaN : y).withCells(4, 4);
    assertThat(half.lines(0.1)).hasSize(1);
    assertThat(half.lines(0.1).get(0)).allMatch(p -> p.x() >= 0);
  }

  @Test
  void everyLevelWithRoomIsNamedInTheChart() {
    Contour bowl =
        Contour.of("loss", SQUARE, SQUARE, (x, y) -> x * x + y * y).withLevels(0.25, 0.75);
    Chart chart =
        Chart.of("")
            .withX(Scale.linear("slope"))
            .with(bowl)
            .withPath("path", new double[] {-1, 0}, new double[] {1, 0});
    assertThat(Marks.texts(chart.drawing())).contains("loss", "path", "0.25", "0.75");
  }
}
