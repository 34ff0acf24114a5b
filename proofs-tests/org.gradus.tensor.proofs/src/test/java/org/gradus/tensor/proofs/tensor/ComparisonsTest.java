package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Comparisons: 1 where they hold, else 0, as Java's operators say. */
// [proof->op~compare~1]
class ComparisonsTest {
  private static final Map<BinaryOperator<Tensor>, BiPredicate<Double, Double>> ALL =
      Map.of(
          Tensor::eq, (a, b) -> a.doubleValue() == b.doubleValue(),
          Tensor::ne, (a, b) -> a.doubleValue() != b.doubleValue(),
          Tensor::lt, (a, b) -> a < b,
          Tensor::le, (a, b) -> a <= b,
          Tensor::gt, (a, b) -> a > b,
          Tensor::ge, (a, b) -> a >= b);

  @Test
  void everyPairOfSpecialNumbersComparesAsJavaSays() {
    Tensor column = Tensor.of(SpecialValues.ALL).unsqueeze(1);
    Tensor row = Tensor.of(SpecialValues.ALL);
    ALL.forEach(
        (comparison, holds) -> {
          Tensor table = comparison.apply(column, row);
          for (int i = 0; i < SpecialValues.ALL.length; i++) {
            for (int j = 0; j < SpecialValues.ALL.length; j++) {
              assertThat(table.at(i, j))
                  .as("%s and %s", SpecialValues.ALL[i], SpecialValues.ALL[j])
                  .isEqualTo(holds.test(SpecialValues.ALL[i], SpecialValues.ALL[j]) ? 1 : 0);
            }
          }
        });
  }

  @Test
  void nanEqualsNothingAndZerosAreEqual() {
    Tensor nan = Tensor.scalar(Double.NaN);
    assertThat(nan.eq(nan).item()).isZero();
    assertThat(nan.ne(nan).item()).isOne();
    assertThat(nan.le(nan).item()).isZero();
    assertThat(Tensor.scalar(0.0).eq(Tensor.scalar(-0.0)).item()).isOne();
  }

  @Test
  void resultsRequireNoGradient() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    for (BinaryOperator<Tensor> comparison : ALL.keySet()) {
      assertThat(comparison.apply(a, a).requiresGrad()).isFalse();
    }
  }

  @Test
  void shapesMustBroadcast() {
    for (BinaryOperator<Tensor> comparison : ALL.keySet()) {
      assertThatThrownBy(() -> comparison.apply(Tensor.zeros(2), Tensor.zeros(3)))
          .isExactlyInstanceOf(ShapeException.class);
    }
  }
}
