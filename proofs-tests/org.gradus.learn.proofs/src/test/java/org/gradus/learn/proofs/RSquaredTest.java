package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.apache.commons.math3.stat.regression.SimpleRegression;
import org.gradus.learn.Sample;
import org.gradus.learn.metric.RSquared;
import org.gradus.tensor.Dim;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** R² against the regression of Commons Math, and where its value is known. */
// [proof->learn~r-squared~1]
class RSquaredTest {

  /** Values up to 100 over at most 20 rows, of which the targets spread by at least 50. */
  private static final double ROUNDING = 1e-10;

  @Property
  void isThatOfCommonsMathForTheBestLine(
      @ForAll @Size(min = 3, max = 20) @DoubleRange(min = -100, max = 100) double[] drawn) {
    double[] y = drawn.clone();
    y[0] = -50;
    y[1] = 50;
    var line = new SimpleRegression();
    for (int i = 0; i < y.length; i++) {
      line.addData(i, y[i]);
    }
    double[] fitted = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      fitted[i] = line.predict(i);
    }
    assertThat(RSquared.of(Tensor.of(fitted), Tensor.of(y)))
        .isCloseTo(line.getRSquare(), within(ROUNDING));
  }

  @Test
  void isOneForTheTargetsAndZeroForTheirMean() {
    Dim<Sample> n = Dim.of(Sample.class, 4);
    Vector<Sample> y = Vector.of(n, 1, 2, 4, 5);
    assertThat(RSquared.of(y, y)).isEqualTo(1);
    assertThat(RSquared.of(Vector.full(n, 3), y)).isZero();
    assertThat(RSquared.of(Vector.of(n, 5, 4, 2, 1), y)).isEqualTo(-3);
  }

  @Test
  void predictionsThatRequireAGradientAreTaken() {
    assertThat(RSquared.of(Tensor.of(0, 2).requiresGrad_(), Tensor.of(0, 2))).isEqualTo(1);
    assertThat(RSquared.of(Tensor.of(0, 2), Tensor.of(0, 2).requiresGrad_())).isEqualTo(1);
  }

  @Test
  void otherShapesAreRefused() {
    assertThatThrownBy(() -> RSquared.of(Tensor.zeros(3, 1), Tensor.of(1, 2, 3)))
        .isInstanceOf(ShapeException.class)
        .hasMessage(
            """
            R²: predictions and targets must have one shape
              predictions  [3, 1]
              targets      [3]\
            """);
  }

  /** 0.1 three times has a mean above 0.1, and so a spread that is only rounding. */
  @Test
  void equalTargetsAreRefused() {
    assertThatThrownBy(() -> RSquared.of(Tensor.of(1, 2, 3), Tensor.of(0.1, 0.1, 0.1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("R²: the targets must differ\n  targets  3, all 0.1");
    assertThatThrownBy(() -> RSquared.of(Tensor.zeros(0), Tensor.zeros(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("R²: the targets must differ\n  targets  none");
  }
}
