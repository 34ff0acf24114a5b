package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.check.junit.GradientAssertions.assertThatGradient;

import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunctionGradient;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer;
import org.apache.commons.math3.optim.nonlinear.scalar.gradient.NonLinearConjugateGradientOptimizer.Formula;
import org.assertj.core.api.SoftAssertionsProvider;
import org.gradus.check.junit.GradientSoftAssertions;
import org.junit.jupiter.api.Test;

/** An objective of a Commons Math optimizer. */
class RosenbrockTest {

  // region hard
  @Test
  void theGradientIsRight() {
    assertThatGradient(Rosenbrock::value, Rosenbrock::gradient)
        .as("Rosenbrock's valley")
        .isRightAt(-1.2, 1)
        .isRightAt(0.5, 2);
  }

  // endregion

  // region soft
  @Test
  void theGradientIsRightAllOverTheValley() {
    SoftAssertionsProvider.assertSoftly(
        GradientSoftAssertions.class,
        softly -> {
          for (double x = -2; x <= 2; x += 0.5) {
            softly
                .assertThatGradient(Rosenbrock::value, Rosenbrock::gradient)
                .as("at x = %s", x)
                .isRightAt(x, 3);
          }
        });
  }

  // endregion

  @Test
  void aForgottenChainRuleIsWrong() {
    assertThatGradient(
            Rosenbrock::value,
            p -> new double[] {-2 * (1 - p[0]), 200 * (p[1] - p[0] * p[0])})
        .isWrongAt(-1.2, 1);
  }

  @Test
  void theOptimizerFindsTheFloorOfTheValley() {
    double[] found =
        new NonLinearConjugateGradientOptimizer(
                Formula.POLAK_RIBIERE, new SimpleValueChecker(1e-14, 1e-14))
            .optimize(
                new MaxEval(10_000),
                new ObjectiveFunction(Rosenbrock::value),
                new ObjectiveFunctionGradient(Rosenbrock::gradient),
                GoalType.MINIMIZE,
                new InitialGuess(new double[] {-1.2, 1}))
            .getPoint();
    assertThat(found).containsExactly(new double[] {1, 1}, within(1e-4));
  }
}
