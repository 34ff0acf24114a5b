package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.learn.Coefficient;
import org.gradus.learn.LinearModel;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Examples of the linear model: concepts M1 and M2 of the lesson. */
// [proof->learn~linear-model~1]
class LinearModelTest {

  /** The numbers are PyTorch's, case X027. */
  @Test
  void bothFormsOfALineGiveTheSameNumbers() {
    var x = LinearModel.inputs(new double[][] {{0.5}, {-0.25}});
    var line = new LinearModel(Vector.of(Dim.of(Coefficient.class, 2), 3, 2));
    assertThat(line.predict(x).toArray()).containsExactly(3 * 0.5 + 2, 3 * -0.25 + 2);
    assertThat(line.predict(x).toArray()).containsExactly(3.5, 1.25);
  }

  @Test
  void theLastColumnIsOne() {
    assertThat(LinearModel.inputs(new double[][] {{5, 6}, {7, 8}}).toArray())
        .containsExactly(5, 6, 1, 7, 8, 1);
  }

  @Test
  void withoutFeaturesTheInterceptIsLeft() {
    assertThat(LinearModel.inputs(new double[][] {{}, {}}).toArray()).containsExactly(1, 1);
  }

  @Test
  void noRowIsRefused() {
    assertThatThrownBy(() -> LinearModel.inputs(new double[0][]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("linear model: the features must have at least one row; there is none");
  }

  @Test
  void raggedRowsAreRefused() {
    assertThatThrownBy(() -> LinearModel.inputs(new double[][] {{1, 2}, {3}}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "linear model: the rows of the features must have equal length; row 0 has 2 and row 1"
                + " has 1");
  }
}
