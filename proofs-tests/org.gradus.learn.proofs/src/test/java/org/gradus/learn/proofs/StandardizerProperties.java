package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.gradus.check.LeastSquares;
import org.gradus.learn.data.Standardizer;

/** Laws of standardized columns. */
// [proof->learn~standardize~1]
class StandardizerProperties {

  private static final List<String> NAMES = List.of("x", "z");

  /** Values are at most 110 and spread by at least 1: few roundings of 1.1e-16 × 110. */
  private static final double ROUNDING = 1e-12;

  @Property
  void columnsComeOutWithMeanZeroAndDeviationOne(@ForAll("rows") double[][] x) {
    double[][] z = Standardizer.fit(NAMES, x).apply(x);
    for (int j = 0; j < NAMES.size(); j++) {
      assertThat(new Mean().evaluate(column(z, j))).isCloseTo(0, within(ROUNDING));
      assertThat(new StandardDeviation(false).evaluate(column(z, j)))
          .isCloseTo(1, within(ROUNDING));
    }
  }

  @Property
  void meansAndDeviationsAreThoseOfCommonsMath(@ForAll("rows") double[][] x) {
    var standardizer = Standardizer.fit(NAMES, x);
    for (int j = 0; j < NAMES.size(); j++) {
      assertThat(standardizer.means()[j])
          .isCloseTo(new Mean().evaluate(column(x, j)), within(ROUNDING));
      assertThat(standardizer.deviations()[j])
          .isCloseTo(new StandardDeviation(false).evaluate(column(x, j)), within(ROUNDING));
    }
  }

  @Property
  void invertingUndoesApplying(@ForAll("rows") double[][] x) {
    var standardizer = Standardizer.fit(NAMES, x);
    double[][] back = standardizer.invert(standardizer.apply(x));
    for (int i = 0; i < x.length; i++) {
      assertThat(back[i]).containsExactly(x[i], within(ROUNDING));
    }
  }

  @Property
  void mappedModelPredictsTheSame(
      @ForAll("rows") double[][] x,
      @ForAll @DoubleRange(min = -9, max = 9) double first,
      @ForAll @DoubleRange(min = -9, max = 9) double second,
      @ForAll @DoubleRange(min = -9, max = 9) double intercept) {
    var standardizer = Standardizer.fit(NAMES, x);
    double[][] z = standardizer.apply(x);
    double[] w = {first, second};
    double[] original = standardizer.originalWeights(w);
    double originalIntercept = standardizer.originalIntercept(w, intercept);
    for (int i = 0; i < x.length; i++) {
      double onStandardized = z[i][0] * first + z[i][1] * second + intercept;
      double onOriginal = x[i][0] * original[0] + x[i][1] * original[1] + originalIntercept;
      assertThat(onOriginal).isCloseTo(onStandardized, within(100 * ROUNDING));
    }
  }

  @Property
  void eigenvaluesOfTheHessianAddUpToTwiceTheColumns(@ForAll("rows") double[][] x) {
    double[][] z = Standardizer.fit(NAMES, x).apply(x);
    double[][] hessian = LeastSquares.of(z, column(x, 0)).hessian();
    double[] eigenvalues =
        new EigenDecomposition(new Array2DRowRealMatrix(hessian)).getRealEigenvalues();
    assertThat(eigenvalues[0] + eigenvalues[1]).isCloseTo(2 * NAMES.size(), within(ROUNDING));
  }

  /** Two to ten rows; the second row lies at least 1 above the first in each column. */
  @Provide
  Arbitrary<double[][]> rows() {
    return Arbitraries.doubles()
        .between(-100, 100)
        .array(double[].class)
        .ofSize(NAMES.size())
        .array(double[][].class)
        .ofMinSize(2)
        .ofMaxSize(10)
        .map(StandardizerProperties::spread);
  }

  private static double[][] spread(double[][] rows) {
    double[][] spread = rows.clone();
    spread[1] = new double[NAMES.size()];
    for (int j = 0; j < NAMES.size(); j++) {
      spread[1][j] = rows[0][j] + 1 + Math.abs(rows[1][j]) / 12;
    }
    return spread;
  }

  private static double[] column(double[][] x, int column) {
    double[] values = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      values[i] = x[i][column];
    }
    return values;
  }
}
