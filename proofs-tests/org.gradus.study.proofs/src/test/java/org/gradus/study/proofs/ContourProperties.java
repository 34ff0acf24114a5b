package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.study.Contour;
import org.gradus.study.Point;
import org.gradus.study.Range;

class ContourProperties {

  /** Interpolation is exact for a plane; a few roundings of numbers up to 10 remain. */
  private static final double ROUNDING = 1e-13;

  /** On a cell of side h a circle lies within h²/8 of its chord; h = 0.1 here, with room. */
  private static final double CHORD = 0.01;

  private static final Range SQUARE = new Range(-2, 2);

  @Property
  void theLineOfAPlaneLiesOnThePlane(
      @ForAll @DoubleRange(min = 0.1, max = 2) double a,
      @ForAll @DoubleRange(min = -2, max = 2) double b,
      @ForAll @DoubleRange(min = -0.1, max = 0.1) double level) {
    List<List<Point>> lines =
        Contour.of("", SQUARE, SQUARE, (x, y) -> a * x + b * y).withCells(7, 5).lines(level);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0))
        .allSatisfy(p -> assertThat(a * p.x() + b * p.y()).isCloseTo(level, within(ROUNDING)));
  }

  @Property
  void theLineOfABowlIsOneClosedCircle(@ForAll @DoubleRange(min = 0.3, max = 1.9) double radius) {
    List<List<Point>> lines =
        Contour.of("", SQUARE, SQUARE, (x, y) -> x * x + y * y)
            .withCells(40, 40)
            .lines(radius * radius);
    assertThat(lines).hasSize(1);
    List<Point> line = lines.get(0);
    assertThat(line.get(0)).isEqualTo(line.get(line.size() - 1));
    assertThat(line)
        .allSatisfy(p -> assertThat(Math.hypot(p.x(), p.y())).isCloseTo(radius, within(CHORD)));
  }
}
