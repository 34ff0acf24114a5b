package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.learn.Coefficient;
import org.gradus.learn.LinearModel;
import org.gradus.learn.Sample;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Vector;

/** Laws of the linear model: concepts M1, M3 and O6 of the lesson. */
// [proof->learn~linear-model~1]
class LinearModelProperties {

  /**
   * Both sides are sums of at most five products, each rounded twice by 2⁻⁵³, relative to the sum
   * of their sizes.
   */
  private static final double ROUNDING = 2 * (5 + 1) * 0x1p-53;

  @Property
  void theColumnOfOnesPlaysTheIntercept(
      @ForAll("regressions") Regression problem, @ForAll("intercepts") double[] intercept) {
    double[] w = Arrays.copyOf(problem.start(), problem.columns() + 1);
    w[problem.columns()] = intercept[0];
    double[] prediction = model(w).predict(LinearModel.inputs(problem.x())).toArray();
    for (int i = 0; i < problem.rows(); i++) {
      double expected = intercept[0];
      double terms = Math.abs(intercept[0]);
      for (int j = 0; j < problem.columns(); j++) {
        expected += problem.start()[j] * problem.x()[i][j];
        terms += Math.abs(problem.start()[j] * problem.x()[i][j]);
      }
      assertThat(prediction[i]).isCloseTo(expected, within(ROUNDING * terms));
    }
  }

  /** For a weight "x is extracted and multiplied", for the intercept there is nothing to do. */
  @Property
  void gradientIsTheInputTimesTheErrorAndTheErrorAlone(@ForAll("regressions") Regression problem) {
    Matrix<Sample, Coefficient> x = LinearModel.inputs(problem.x());
    double[] start = Arrays.copyOf(problem.start(), problem.columns() + 1);
    Vector<Coefficient> w = Vector.of(x.columnDim(), start).requiresGrad_();
    Vector<Sample> error = new LinearModel(w).predict(x).sub(problem.targets());
    error.square().mean().backward();
    double[] gradient = w.grad().toArray();
    double[] errors = error.detach().toArray();
    double scale = 1e-14 * (1 + problem.gradientTerms(problem.start()));
    double ofIntercept = 2 * Arrays.stream(errors).average().orElseThrow();
    assertThat(gradient[problem.columns()]).isCloseTo(ofIntercept, within(scale));
    for (int j = 0; j < problem.columns(); j++) {
      double sum = 0;
      for (int i = 0; i < problem.rows(); i++) {
        sum += 2 * problem.x()[i][j] * errors[i] / problem.rows();
      }
      assertThat(gradient[j]).isCloseTo(sum, within(scale));
    }
  }

  @Provide
  Arbitrary<Regression> regressions() {
    return Regression.any();
  }

  @Provide
  Arbitrary<double[]> intercepts() {
    return Regression.numbers(-10, 10, 1);
  }

  private static LinearModel model(double[] w) {
    return new LinearModel(Vector.of(Dim.of(Coefficient.class, w.length), w));
  }
}
