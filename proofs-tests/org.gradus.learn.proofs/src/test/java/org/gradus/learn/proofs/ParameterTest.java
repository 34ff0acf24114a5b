package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.learn.Coefficient;
import org.gradus.learn.Parameter;
import org.gradus.tensor.Dim;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** Examples of parameters: concept A14 of the lesson. */
// [proof->learn~parameter~1]
class ParameterTest {

  /** Case C104. */
  @Test
  void itRequiresAGradientAlsoWhenMadeInANoGradBlock() {
    try (var off = NoGrad.on()) {
      Tensor value = Parameter.of(Tensor.ones(2)).value();
      assertThat(value.requiresGrad()).isTrue();
      assertThat(value.isLeaf()).isTrue();
    }
  }

  /** Case C157. */
  @Test
  void madeOfAResultItIsALeaf() {
    Tensor result = Tensor.of(1).requiresGrad_().mul(2).named("w");
    Tensor value = Parameter.of(result).value();
    assertThat(value.isLeaf()).isTrue();
    assertThat(value.requiresGrad()).isTrue();
    assertThat(value.name()).contains("w");
    value.mul(3).sum().backward();
    assertThat(value.grad().toArray()).containsExactly(3);
  }

  @Test
  void itSharesStorageWithWhatItIsMadeOf() {
    Tensor first = Tensor.of(1, 2);
    Parameter<Tensor> parameter = Parameter.of(first);
    Parameter<Tensor> apart = Parameter.of(first.clone());
    first.zero_();
    assertThat(parameter.value().detach().toArray()).containsExactly(0, 0);
    assertThat(apart.value().detach().toArray()).containsExactly(1, 2);
    assertThat(first.requiresGrad()).isFalse();
  }

  @Test
  void itKeepsItsFace() {
    Dim<Coefficient> d = Dim.of(Coefficient.class, 2);
    Parameter<Vector<Coefficient>> a = Parameter.of(Vector.of(d, 3, 2));
    assertThat(a.value().dim()).isEqualTo(d);
  }

  /** Case C055. */
  @Test
  void itIsShownAsAParameter() {
    assertThat(Parameter.of(Tensor.of(0.5, 0.75)))
        .hasToString("Parameter containing:\ntensor([0.5, 0.75], requiresGrad=true)");
  }
}
