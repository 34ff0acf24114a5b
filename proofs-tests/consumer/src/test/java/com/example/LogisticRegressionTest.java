package com.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.gradus.check.GradientCheck;
import org.gradus.check.Report;
import org.gradus.check.junit.GradientTest;
import org.junit.jupiter.api.Test;

/** A loss over arrays. */
class LogisticRegressionTest {
  private static final LogisticRegression MODEL =
      new LogisticRegression(
          new double[][] {{1, 0.5}, {1, -1.5}, {1, 2.5}, {1, 1}}, new double[] {1, 0, 1, 0});

  // region plain
  @Test
  void theGradientIsRight() {
    GradientCheck.of(MODEL::loss).gradient(MODEL::gradient).at(0.3, -0.7).verify();
  }

  // endregion

  // region points
  @GradientTest(points = 20, size = 2, low = -3, high = 3)
  GradientCheck logisticLoss() {
    return GradientCheck.of(MODEL::loss).gradient(MODEL::gradient).named("logistic loss");
  }

  // endregion

  @Test
  void aSumForAMeanIsNoticed() {
    Report report =
        GradientCheck.of(MODEL::loss)
            .gradient(w -> Arrays.stream(MODEL.gradient(w)).map(g -> 4 * g).toArray())
            .at(0.3, -0.7);
    assertThat(report.passed()).isFalse();
    assertThat(report.toString()).contains("gradient by x[1]");
  }
}
