package org.gradus.check.junit.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.check.junit.GradientAssertions.assertThatGradient;

import org.assertj.core.api.AbstractSoftAssertions;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.StandardSoftAssertionsProvider;
import org.gradus.check.GradientCheck;
import org.gradus.check.junit.GradientSoftAssertions;
import org.gradus.check.junit.GradientSoftAssertionsProvider;
import org.junit.jupiter.api.Test;

/** An assertion passes for a right gradient and says for a wrong one what the report says. */
// [proof->check~gradient-assertions~1]
class GradientAssertTest {

  @Test
  void aRightGradientIsRightAtEveryPointOfAChain() {
    assertThatGradient(Softplus::value, Softplus::gradient).isRightAt(1, -2).isRightAt(0.5);
  }

  @Test
  void aWrongGradientIsSaidAsTheReportSaysItAfterItsDescription() {
    String report =
        GradientCheck.of(Softplus::value).gradient(Softplus::negated).at(1, -2).toString();
    assertThat(report).contains(" numbers disagree");
    assertThatThrownBy(
            () ->
                assertThatGradient(Softplus::value, Softplus::negated)
                    .as("softplus of %d", 2)
                    .isRightAt(1, -2))
        .isInstanceOf(AssertionError.class)
        .hasMessage("[softplus of 2] " + report);
  }

  @Test
  void aGradientThatProvesNothingIsNotRight() {
    assertThatThrownBy(() -> assertThatGradient(x -> 7, x -> new double[1]).isRightAt(1))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nothing was proven");
  }

  @Test
  void aWrongGradientIsWrongWhereItIs() {
    assertThatGradient(GradientCheck.of(Softplus::value).gradient(Softplus::clipped).onlyHere())
        .isRightAt(0.5)
        .isWrongAt(1.5);
  }

  @Test
  void aRightGradientAndAFunctionUnfitForACheckAreNotWrong() {
    assertThatThrownBy(() -> assertThatGradient(Softplus.right()).isWrongAt(0.5))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "the gradient must be wrong, and was not found so\n" + Softplus.right().at(0.5));
    assertThatThrownBy(() -> assertThatGradient(x -> Double.NaN, x -> new double[1]).isWrongAt(0))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("NaN");
  }

  @Test
  void aFunctionOfAMatrixIsCheckedAtItsRows() {
    GradientCheck trace =
        GradientCheck.ofMatrix(x -> x[0][0] * x[1][1])
            .gradient(x -> new double[][] {{x[1][1], 0}, {0, x[0][0]}});
    assertThatGradient(trace).isRightAt(new double[] {1, 2}, new double[] {3, 4});
    GradientCheck turned =
        GradientCheck.ofMatrix(x -> x[0][1]).gradient(x -> new double[][] {{0, 0}, {1, 0}});
    assertThatThrownBy(
            () -> assertThatGradient(turned).isRightAt(new double[] {1, 2}, new double[] {3, 4}))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("gradient by x[1, 0]");
  }

  @Test
  void softAssertionsKeepEachFailure() {
    GradientSoftAssertions softly = new GradientSoftAssertions();
    softly
        .assertThatGradient(Softplus::value, Softplus::negated)
        .as("first")
        .isRightAt(1)
        .isRightAt(2);
    softly.assertThatGradient(Softplus::value, Softplus::gradient).isRightAt(1);
    softly.assertThatGradient(Softplus.right()).as("last").isWrongAt(1);
    assertThat(softly.assertionErrorsCollected())
        .hasSize(3)
        .extracting(error -> String.valueOf(error.getMessage()).split(" ")[0])
        .containsExactly("[first]", "[first]", "[last]");
    assertThatThrownBy(softly::assertAll).hasMessageContaining("(3 failures)");
  }

  private static final class Both extends AbstractSoftAssertions
      implements StandardSoftAssertionsProvider, GradientSoftAssertionsProvider {}

  @Test
  void softAssertionsMixWithThoseOfAssertJ() {
    Both softly = new Both();
    softly.assertThat(1).isEqualTo(2);
    softly.assertThatGradient(Softplus::value, Softplus::negated).isRightAt(1);
    assertThat(softly.errorsCollected()).hasSize(2);
    SoftAssertionsProvider.assertSoftly(
        GradientSoftAssertions.class,
        kept -> kept.assertThatGradient(Softplus::value, Softplus::gradient).isRightAt(1));
  }
}
