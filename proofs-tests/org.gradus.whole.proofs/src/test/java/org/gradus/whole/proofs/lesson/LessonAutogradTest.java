package org.gradus.whole.proofs.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.gradus.whole.proofs.lesson.Problem.coefficients;

import java.util.List;
import org.gradus.learn.Sample;
import org.gradus.study.Chart;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** The graph and its gradients, concept by concept. */
class LessonAutogradTest {

  private static final double ROUNDING = 1e-15;

  // [proof->lesson~A1~1]
  // [proof->lesson~A4~1]
  @Test
  void theGradientIsTheSumOverAllPaths() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor b = a.mul(2);
    Tensor c = a.mul(a);
    b.mul(c).backward();
    double throughB = 2 * 9; // ∂L/∂b is c, ∂b/∂a is 2
    double throughLeftOfC = 6 * 3; // ∂L/∂c is b, ∂c/∂a is a, once for each factor
    double throughRightOfC = 6 * 3;
    assertThat(a.grad().item()).isEqualTo(throughB + throughLeftOfC + throughRightOfC);
    assertThat(a.grad().item()).isEqualTo(54);
  }

  // [proof->lesson~A2~1]
  @Test
  void theGradientOfACompositionIsAProduct() {
    Tensor x = Tensor.scalar(0.7).requiresGrad_();
    x.pow(3).sin().exp().backward();
    double inner = Math.pow(0.7, 3);
    double outer = Math.exp(Math.sin(inner));
    assertThat(x.grad().item())
        .isCloseTo(outer * Math.cos(inner) * 3 * 0.7 * 0.7, within(2 * ROUNDING));
  }

  // [proof->lesson~A3~1]
  @Test
  void aTensorHoldsValuesAndAGradientOrItsOperation() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor y = a.mul(a);
    y.backward();
    assertThat(a.detach().item()).isEqualTo(3);
    assertThat(a.grad().item()).isEqualTo(6);
    assertThat(a.gradientFunction()).isEmpty();
    assertThat(y.gradientFunction()).map(GradientFunction::name).contains("MulBackward");
  }

  // [proof->lesson~A5~1]
  @Test
  void loopsBranchesAndRecursionHaveTheGradientOfWhatTheyUnrollTo() {
    Tensor looped = Tensor.scalar(2).requiresGrad_();
    Tensor y = looped;
    for (int i = 0; i < 3; i++) {
      y = y.item() > 3 ? y.mul(looped) : y.add(looped);
    }
    y.backward();
    Tensor unrolled = Tensor.scalar(2).requiresGrad_();
    unrolled.add(unrolled).mul(unrolled).mul(unrolled).backward();
    assertThat(looped.grad().item()).isEqualTo(unrolled.grad().item());
    Tensor recursive = Tensor.scalar(2).requiresGrad_();
    power(recursive, 5).backward();
    assertThat(recursive.grad().item()).isEqualTo(5 * 16);
  }

  private static Tensor power(Tensor x, int n) {
    return n == 1 ? x : x.mul(power(x, n - 1));
  }

  // [proof->lesson~A6~1]
  @Test
  void everyWalkEndsAtALeaf() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    Tensor b = Tensor.scalar(2).requiresGrad_();
    GradientFunction product = a.mul(b).gradientFunction().orElseThrow();
    assertThat(product.name()).isEqualTo("MulBackward");
    assertThat(product.next())
        .extracting(GradientFunction::name)
        .containsExactly("AccumulateGrad", "AccumulateGrad");
    assertThat(product.next().get(0).variable()).containsSame(a);
    assertThat(product.next().get(1).next()).isEmpty();
  }

  // [proof->lesson~A7~1]
  @Test
  void aResultNamesItsOperation() {
    Tensor a = Tensor.scalar(1).requiresGrad_();
    Tensor b = Tensor.scalar(2).requiresGrad_();
    List<Tensor> results =
        List.of(a.add(b), a.sub(b), a.mul(b), a.div(b), a.pow(2), a.neg(), a.sin(), a.exp());
    assertThat(results)
        .extracting(y -> y.gradientFunction().orElseThrow().name())
        .containsExactly(
            "AddBackward",
            "SubBackward",
            "MulBackward",
            "DivBackward",
            "PowBackward",
            "NegBackward",
            "SinBackward",
            "ExpBackward");
    assertThat(a.gradientFunction()).isEmpty();
  }

  // [proof->lesson~A8~1]
  @Test
  void aFrozenLeafReceivesNoGradient() {
    Tensor trained = Tensor.scalar(3).requiresGrad_();
    Tensor frozen = Tensor.scalar(2).requiresGrad_().requiresGrad_(false);
    Tensor y = trained.mul(frozen);
    y.backward();
    assertThat(trained.grad().item()).isEqualTo(2);
    assertThat(frozen.hasGrad()).isFalse();
    assertThatThrownBy(() -> y.requiresGrad_(false))
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("MulBackward")
        .hasMessageEndingWith("call detach() for a tensor without history");
    assertThat(Javac.messages("index.requiresGrad_();")).contains("cannot find symbol");
  }

  // [proof->lesson~A9~1]
  @Test
  void requiringAGradientIsContagious() {
    Tensor w = Tensor.ones(2, 2).requiresGrad_();
    Tensor x = Tensor.ones(2, 2);
    assertThat(w.matmul(x).requiresGrad()).isTrue();
    assertThat(x.matmul(w).requiresGrad()).isTrue();
    assertThat(w.matmul(w).requiresGrad()).isTrue();
    assertThat(x.matmul(x).requiresGrad()).isFalse();
  }

  // [proof->lesson~A10~1]
  @Test
  void theGradientIsTheOneDerivedByHand() {
    double x = 1.5;
    double target = 1;
    Tensor w = Tensor.scalar(0.4).requiresGrad_();
    w.mul(x).sigmoid().sub(target).square().backward();
    double s = 1 / (1 + Math.exp(-0.4 * x));
    assertThat(w.grad().item()).isCloseTo(2 * (s - target) * s * (1 - s) * x, within(2 * ROUNDING));
  }

  // [proof->lesson~A11~1]
  @Test
  void leavesKeepTheirGradientAndResultsKeepNone() {
    Tensor a = Tensor.scalar(3).requiresGrad_();
    Tensor b = a.mul(2).named("b");
    b.mul(b).backward();
    assertThat(a.grad().item()).isEqualTo(24);
    assertThat(b.hasGrad()).isFalse();
    assertThatThrownBy(b::grad)
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("b : [] has no gradient: it is the result of MulBackward");
  }

  // [proof->lesson~A12~1]
  @Test
  void aSecondBackwardAdds() {
    Tensor a = Tensor.of(3).requiresGrad_();
    a.mul(a).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(6);
    a.mul(a).sum().backward();
    assertThat(a.grad().toArray()).containsExactly(12);
  }

  // [proof->lesson~A13~1]
  @Test
  void theGradientOfAParameterIsZeroed() {
    Tensor a = Tensor.of(3).requiresGrad_();
    Tensor loss = a.mul(a).sum();
    loss.backward();
    a.grad().zero_();
    assertThat(a.grad().toArray()).containsExactly(0);
    a.clearGrad();
    assertThat(a.hasGrad()).isFalse();
    assertThat(loss.hasGrad()).isFalse();
  }

  // [proof->lesson~A15~1]
  @Test
  void noGradBlocksNestAndBelongToTheirThread() throws InterruptedException {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    boolean[] elsewhere = new boolean[1];
    try (var off = NoGrad.on()) {
      assertThat(a.mul(2).requiresGrad()).isFalse();
      assertThat(a.mul(2).gradientFunction()).isEmpty();
      try (var inner = NoGrad.on()) {
        assertThat(a.mul(2).requiresGrad()).isFalse();
      }
      assertThat(a.mul(2).requiresGrad()).isFalse();
      assertThat(Tensor.ones(2).requiresGrad_().requiresGrad()).isTrue();
      Thread other = new Thread(() -> elsewhere[0] = a.mul(2).requiresGrad());
      other.start();
      other.join();
    }
    assertThat(elsewhere[0]).isTrue();
    assertThat(a.mul(2).requiresGrad()).isTrue();
  }

  // [proof->lesson~A16~1]
  @Test
  void aChangeThatWouldFalsifyAGradientIsRefused() {
    Tensor leaf = Tensor.scalar(1).requiresGrad_();
    assertThatThrownBy(() -> leaf.add_(1)).isInstanceOf(GradientException.class);
    assertThat(leaf.detach().item()).isEqualTo(1);
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor y = a.exp();
    y.add_(1);
    assertThatThrownBy(() -> y.sum().backward())
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("saved its result [2] for its gradient")
        .hasMessageContaining("version saved  0")
        .hasMessageContaining("version now    1");
  }

  // [proof->lesson~A17~1]
  @Test
  void anUpdateKeepsTheLeafItsGradientAndItsStorage() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor alias = a.detach();
    a.mul(a).sum().backward();
    int before = a.version();
    try (var off = NoGrad.on()) {
      a.sub_(a.grad().mul(0.1));
    }
    assertThat(a.requiresGrad()).isTrue();
    assertThat(a.isLeaf()).isTrue();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
    assertThat(alias.toArray()).containsExactly(0.8, 1.6);
    assertThat(a.version()).isEqualTo(before + 1);
  }

  // [proof->lesson~A18~1]
  @Test
  void detachSharesTheNumbersAndLeavesTheSourceAlone() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor y = a.mul(a);
    Tensor alias = y.detach();
    assertThat(alias.requiresGrad()).isFalse();
    assertThat(alias.gradientFunction()).isEmpty();
    assertThat(alias.sharesStorageWith(y)).isTrue();
    y.sum().backward();
    assertThat(a.grad().toArray()).containsExactly(2, 4);
    a.detach().select(0, 0).fill_(9);
    assertThat(a.detach().toArray()).containsExactly(9, 2);
  }

  // [proof->lesson~A19~1]
  @Test
  void aPlainArrayWouldDropOutOfTheGraph() {
    Tensor a = Tensor.of(1, 2).named("a").requiresGrad_();
    assertThatThrownBy(a::toArray)
        .isInstanceOf(GradientException.class)
        .hasMessage(
            """
            toArray: a : [2] requires a gradient, and a plain array would drop out of the graph
            call detach().toArray() instead""");
    assertThat(a.detach().toArray()).containsExactly(1, 2);
  }

  // [proof->lesson~A20~1]
  @Test
  void aPredictionIsDetachedToBeDrawn() {
    Problem problem = Problem.exact();
    double[] xs = problem.x().column(0).toArray();
    Vector<Sample> prediction = problem.x().matmul(coefficients(-1, 1).requiresGrad_());
    Chart chart = Chart.of("prediction");
    assertThatThrownBy(() -> chart.withPoints("x·a", xs, prediction.toArray()))
        .isInstanceOf(GradientException.class)
        .hasMessageContaining("detach()");
    assertThat(chart.withPoints("x·a", xs, prediction.detach().toArray()).series()).hasSize(1);
  }
}
