package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.gradus.tensor.Extreme;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Largest and smallest elements, with ties, NaN and infinities. */
// [proof->op~max~1]
// [proof->op~min~1]
// [proof->op~argmax~1]
// [proof->op~argmin~1]
class ExtremesTest {
  private static final double NAN = Double.NaN;
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void extremesOfAllElements() {
    Tensor x = Tensor.of(new double[][] {{3, 1, 4}, {1, 5, 0}});
    assertThat(x.max().item()).isEqualTo(5);
    assertThat(x.min().item()).isZero();
    assertThat(x.argmax()).isEqualTo(4);
    assertThat(x.argmin()).isEqualTo(5);
    assertThat(x.t().argmax()).as("row-major position in the view").isEqualTo(3);
    assertThat(Tensor.scalar(7).argmax()).isZero();
  }

  @Test
  void extremesAlongAnAxisComeWithTheirIndices() {
    Tensor x = Tensor.of(new double[][] {{3, 1, 4}, {1, 5, 0}});
    Extreme columns = x.max(0);
    assertThat(columns.values().toArray()).containsExactly(3, 5, 4);
    assertThat(columns.indices().toArray()).containsExactly(0, 1, 0);
    assertThat(x.min(-1).values().toArray()).containsExactly(1, 0);
    assertThat(x.min(-1).indices().toArray()).containsExactly(1, 2);
    assertThat(x.argmax(1).toArray()).containsExactly(2, 1);
    assertThat(x.argmin(0).toArray()).containsExactly(1, 0, 1);
  }

  @Test
  void anAxisMayStayWithLengthOne() {
    Tensor x = Tensor.of(new double[][] {{3, 1, 4}, {1, 5, 0}});
    Extreme rows = x.max(-1, true);
    assertThat(rows.values().shape()).containsExactly(2, 1);
    assertThat(rows.values().toArray()).containsExactly(4, 5);
    assertThat(rows.indices()).isEqualTo(x.argmax(1, true));
    assertThat(x.argmax(1, true)).isEqualTo(IndexTensor.of(new int[] {2, 1}, new int[] {2, 1}));
    assertThat(x.min(0, true).values().shape()).containsExactly(1, 3);
    assertThat(x.argmin(0, true).shape()).containsExactly(1, 3);
    assertThat(x.argmin(0, false)).isEqualTo(x.argmin(0));
    x.requiresGrad_();
    x.max(1, true).values().backward(Tensor.of(new double[][] {{2}, {3}}));
    assertThat(x.grad().toArray()).containsExactly(0, 0, 2, 0, 3, 0);
  }

  @Test
  void everySmallShapeAndAxisAgreesWithAWalkThroughIt() {
    int lines = 0;
    for (int[] shape : SmallShapes.all()) {
      Tensor x = SmallShapes.counted(shape).mul(7).sin();
      for (int axis = 0; axis < shape.length; axis++) {
        if (shape[axis] == 0) {
          continue;
        }
        Extreme most = x.max(axis);
        Extreme least = x.min(axis);
        int at = 0;
        for (int[] index : SmallShapes.indices(most.values().shape())) {
          Tensor line = x;
          for (int a = shape.length - 1; a >= 0; a--) {
            line = a == axis ? line : line.select(a, index[a < axis ? a : a - 1]);
          }
          assertThat(line.at(most.indices().at(at))).isEqualTo(line.max().item());
          assertThat(line.at(least.indices().at(at))).isEqualTo(line.min().item());
          assertThat(most.values().at(index)).isEqualTo(line.max().item());
          assertThat(least.values().at(index)).isEqualTo(line.min().item());
          at++;
          lines++;
        }
      }
    }
    assertThat(lines).isEqualTo(363);
  }

  @Test
  void firstOfATieIsNamed() {
    Tensor x = Tensor.of(2, 5, 5, 2);
    assertThat(x.argmax()).isOne();
    assertThat(x.argmin()).isZero();
    assertThat(x.max(0).indices().toArray()).containsExactly(1);
    assertThat(Tensor.of(0.0, -0.0).argmax()).as("zeros tie").isZero();
    assertThat(Tensor.of(-0.0, 0.0).argmax()).as("zeros tie").isZero();
  }

  @Test
  void nanWinsAndTheFirstOfThemIsNamed() {
    for (Tensor x : new Tensor[] {Tensor.of(1, NAN, INFINITY, NAN), Tensor.of(-INFINITY, NAN, 0)}) {
      assertThat(x.max().item()).isNaN();
      assertThat(x.min().item()).isNaN();
      assertThat(x.argmax()).isOne();
      assertThat(x.argmin()).isOne();
      assertThat(x.max(0).values().item()).isNaN();
      assertThat(x.min(0).indices().toArray()).containsExactly(1);
    }
  }

  @Test
  void infinitiesAreOrdinaryElements() {
    assertThat(Tensor.of(-INFINITY, -INFINITY).max().item()).isEqualTo(-INFINITY);
    assertThat(Tensor.of(INFINITY, INFINITY).min().item()).isEqualTo(INFINITY);
    assertThat(Tensor.of(-INFINITY, 0).argmin()).isZero();
  }

  @Test
  void nothingToChooseFromIsRefused() {
    refused(x -> x.max(), "max");
    refused(x -> x.min(), "min");
    refused(x -> x.argmax(), "argmax");
    refused(x -> x.argmin(), "argmin");
    assertThatThrownBy(() -> Tensor.zeros(3, 0).max(1)).isExactlyInstanceOf(ShapeException.class);
    assertThat(Tensor.zeros(3, 0).max(0).values().shape()).containsExactly(0);
    assertThat(Tensor.zeros(3, 0).argmin(0).shape()).containsExactly(0);
  }

  private static void refused(Consumer<Tensor> choice, String operation) {
    assertThatThrownBy(() -> choice.accept(Tensor.zeros(3, 0).named("x")))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage(operation + ": there is no element to choose from\n  given  x : [3, 0]");
  }
}
