package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.gradus.tensor.AnomalyMode;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Place;
import org.gradus.tensor.Places;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Lines of calls, kept on request and named in messages; and the search for NaN. */
class PlacesTest {
  private final Tensor a = Tensor.of(1, 2).requiresGrad_().named("a");

  // [proof->autograd~places~1]
  @Test
  void operationKeepsTheLineOfItsCall() {
    try (var on = Places.on()) {
      String line = Line.next();
      Tensor y = a.mul(2);
      Place place = y.gradientFunction().orElseThrow().place().orElseThrow();
      assertThat(place).hasToString(line);
      assertThat(place.method()).isEqualTo("operationKeepsTheLineOfItsCall");
    }
    assertThat(a.mul(2).gradientFunction().orElseThrow().place()).isEmpty();
  }

  // [proof->autograd~places~1]
  @Test
  void savedValueThatWasChangedNamesBothLines() {
    try (var on = Places.on()) {
      Tensor b = a.mul(1).named("b");
      String saved = Line.next();
      Tensor loss = b.square().sum();
      String changed = Line.next();
      b.add_(1);
      assertThatThrownBy(() -> loss.backward())
          .isExactlyInstanceOf(GradientException.class)
          .hasMessage(
              """
              backward: Square at %s saved its operand b : [2] for its gradient, and it was changed \
              in place afterwards
                version saved  0
                version now    1
                last change    add_ at %s
              change a copy instead: clone() before the change in place\
              """
                  .formatted(saved, changed));
    }
  }

  // [proof->autograd~places~1]
  @Test
  void freedGraphNamesTheForwardCallAndThePassThatFreedIt() {
    try (var on = Places.on()) {
      String forward = Line.next();
      Tensor y = a.mul(a);
      Tensor loss = y.sum();
      String freed = Line.next();
      loss.backward();
      assertThatThrownBy(() -> loss.backward())
          .isExactlyInstanceOf(GradientException.class)
          .hasMessage(
              """
              backward: the values that MulBackward (%s) saved were freed by backward at %s
                the same graph can be walked again only if the earlier pass keeps them: \
              backward(Backward.RETAIN_GRAPH)\
              """
                  .formatted(forward, freed));
    }
  }

  // [proof->autograd~places~1]
  @Test
  void lossFromABlockWithoutRecordingNamesTheBlock() {
    try (var on = Places.on()) {
      String opened = Line.next();
      NoGrad off = NoGrad.on();
      Tensor y = a.mul(a);
      off.close();
      assertThatThrownBy(() -> y.sum().named("loss").backward())
          .isExactlyInstanceOf(GradientException.class)
          .hasMessage(
              """
              backward: no gradient path leads to loss : []; it does not require a gradient
              it was computed from a tensor that was computed inside the NoGrad block opened at %s\
              """
                  .formatted(opened));
    }
  }

  // [proof->autograd~places~1]
  @Test
  void blockEndsAfterAnExceptionToo() {
    try (var on = Places.on()) {
      throw new IllegalStateException("in the block");
    } catch (IllegalStateException expected) {
      assertThat(a.mul(2).gradientFunction().orElseThrow().place()).isEmpty();
    }
  }

  // [proof->autograd~anomaly~1]
  @Test
  void ruleThatReturnsNaNIsNamedWithItsForwardCallAndValue() {
    try (var on = AnomalyMode.on()) {
      Tensor x = Tensor.of(4, 0).requiresGrad_().named("x");
      Tensor zero = x.mul(0).named("zero");
      String forward = Line.next();
      Tensor root = zero.sqrt();
      Tensor loss = root.mul(Tensor.of(1, 0)).mul(Tensor.of(1, Double.POSITIVE_INFINITY)).sum();
      assertThatThrownBy(() -> loss.backward())
          .isExactlyInstanceOf(GradientException.class)
          .hasMessageContaining(
              "backward: the rule of Mul returned NaN for its operand [2] at [1]");
      Tensor alone = root.mul(Tensor.of(0, 0)).sum();
      assertThatThrownBy(() -> alone.backward())
          .isExactlyInstanceOf(GradientException.class)
          .hasMessage(
              """
              backward: the rule of Sqrt returned NaN for its operand zero : [2] at [0]
                forward call   %s
                operand there  0.0
              look at that value and at the other operands: a root, a logarithm or a quotient has no \
              finite derivative there\
              """
                  .formatted(forward));
      assertThat(x.hasGrad()).isFalse();
    }
  }

  // [proof->autograd~anomaly~1]
  @Test
  void gradientThatWasNaNAlreadyIsNotBlamedOnTheRule() {
    try (var on = AnomalyMode.on()) {
      assertThatThrownBy(() -> a.mul(2).backward(Tensor.of(Double.NaN, 1)))
          .hasMessageEndingWith(
              "the gradient that came in was NaN already, from the seed or a hook: look there");
    }
  }

  // [proof->autograd~anomaly~1]
  @Test
  void outsideOfTheBlockNaNPasses() {
    Tensor x = Tensor.scalar(0).requiresGrad_();
    x.sqrt().mul(0).backward();
    assertThat(x.grad().item()).isNaN();
  }

  // [proof->autograd~anomaly~1]
  @Test
  void forwardCallBeforeTheBlockIsSaidToBeUnknown() {
    Tensor x = Tensor.scalar(0).requiresGrad_();
    Tensor loss = x.sqrt().mul(0);
    try (var on = AnomalyMode.on()) {
      assertThatThrownBy(() -> loss.backward())
          .hasMessageContaining("forward call   made outside of the block, line not kept");
    }
  }
}
