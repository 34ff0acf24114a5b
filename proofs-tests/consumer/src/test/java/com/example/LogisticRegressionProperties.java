package com.example;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.GradientCheck;
import org.gradus.check.jqwik.Shape;

/** A loss over arrays of every shape. */
class LogisticRegressionProperties {

  // region shapes
  @Property(tries = 200)
  void theGradientIsRightForEveryShape(
      @ForAll @Shape("row,feature") double[][] x,
      @ForAll @Shape("row") double[] y,
      @ForAll @Shape("feature") double[] w) {
    double[] labels = Arrays.stream(y).map(value -> value > 0 ? 1 : 0).toArray();
    LogisticRegression model = new LogisticRegression(x, labels);
    GradientCheck.of(model::loss).gradient(model::gradient).at(w).requireAgreement();
  }
  // endregion
}
