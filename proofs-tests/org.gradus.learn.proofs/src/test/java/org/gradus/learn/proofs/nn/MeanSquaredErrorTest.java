package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.gradus.learn.Coefficient;
import org.gradus.learn.LinearModel;
import org.gradus.learn.Sample;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Examples of the mean squared error: concepts M8, M9 and M13 of the lesson. */
// [proof->learn~mean-squared-error~1]
class MeanSquaredErrorTest {

  private static final Dim<Coefficient> D = Dim.of(Coefficient.class, 2);

  /** Four fixed points and two guesses of the line; the numbers are PyTorch's, case X069. */
  // region two-guesses
  @Test
  void aBetterGuessHasASmallerLoss() {
    Matrix<Sample, Coefficient> x = LinearModel.inputs(new double[][] {{-1}, {-0.5}, {0.5}, {1}});
    Vector<Sample> y = Vector.of(x.rowDim(), -1, 0.5, 3.5, 5);

    Vector<Coefficient> a = Vector.of(D, 0.5, 0.75).requiresGrad_();
    Scalar loss = MeanSquaredError.of(x.matmul(a), y);
    loss.backward();
    assertThat(loss.toDouble()).isEqualTo(5.46875);
    assertThat(a.grad().toArray()).containsExactly(-3.125, -2.5);

    Vector<Coefficient> worse = Vector.of(D, -1, 1).requiresGrad_();
    Scalar larger = MeanSquaredError.of(x.matmul(worse), y);
    larger.backward();
    assertThat(larger.toDouble()).isEqualTo(11);
    assertThat(worse.grad().toArray()).containsExactly(-5, -2);
  }

  // endregion

  @Test
  void predictionsOfTheTwoGuesses() {
    Matrix<Sample, Coefficient> x = LinearModel.inputs(new double[][] {{-1}, {-0.5}, {0.5}, {1}});
    assertThat(new LinearModel(Vector.of(D, 0.5, 0.75)).predict(x).toArray())
        .containsExactly(0.25, 0.5, 1, 1.25);
    assertThat(new LinearModel(Vector.of(D, -1, 1)).predict(x).toArray())
        .containsExactly(2, 1.5, 0.5, 0);
  }

  @Test
  void ofNoElementItIsNotANumber() {
    Vector<Sample> none = Vector.zeros(Dim.of(Sample.class, 0));
    assertThat(MeanSquaredError.of(none, none).toDouble()).isNaN();
  }

  /** Where PyTorch would broadcast in silence, case X026. */
  @Test
  void anotherLengthIsRefused() {
    Vector<Sample> prediction = Vector.zeros(Dim.of(Sample.class, 3));
    Vector<Sample> target = Vector.zeros(Dim.of(Sample.class, 1));
    assertThatThrownBy(() -> MeanSquaredError.of(prediction, target))
        .isInstanceOf(ShapeException.class);
  }

  @Test
  void aTargetOfAnotherAxisDoesNotCompile() {
    assertThat(errors("MeanSquaredError.of(x.matmul(a), y)")).isEmpty();
    assertThat(errors("MeanSquaredError.of(x.matmul(a), a)"))
        .singleElement()
        .asString()
        .contains("inference variable A has incompatible equality constraints")
        .contains("org.gradus.learn.Coefficient,org.gradus.learn.Sample");
  }

  private static List<String> errors(String expression) {
    String source =
        """
        import org.gradus.learn.*;
        import org.gradus.learn.nn.*;
        import org.gradus.tensor.*;
        class Client {
          Scalar loss(Matrix<Sample, Coefficient> x, Vector<Coefficient> a, Vector<Sample> y) {
            return %s;
          }
        }
        """
            .formatted(expression);
    var file =
        new SimpleJavaFileObject(URI.create("string:///Client.java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var found = new DiagnosticCollector<JavaFileObject>();
    ToolProvider.getSystemJavaCompiler()
        .getTask(null, null, found, List.of("-proc:none", "-d", "target"), null, List.of(file))
        .call();
    return found.getDiagnostics().stream().map(d -> d.getMessage(Locale.ROOT)).toList();
  }
}
