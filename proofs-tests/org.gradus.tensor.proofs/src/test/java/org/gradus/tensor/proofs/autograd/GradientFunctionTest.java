package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Op;
import org.junit.jupiter.api.Test;

/** The graph as it can be walked: names, the ways back, and the leaves at their ends. */
// [proof->autograd~gradient-function~1]
class GradientFunctionTest {
  private final Tensor a = Tensor.scalar(1).requiresGrad_();
  private final Tensor b = Tensor.scalar(2).requiresGrad_();

  @Test
  void leafHasNoNodeToShow() {
    assertThat(a.gradientFunction()).isEmpty();
    assertThat(Tensor.scalar(1).mul(2).gradientFunction()).isEmpty();
  }

  @Test
  void nodeOfAProductLeadsToBothLeaves() {
    GradientFunction node = node(a.mul(b));
    assertThat(node.name()).isEqualTo("MulBackward");
    assertThat(node).hasToString("MulBackward");
    assertThat(node.variable()).isEmpty();
    assertThat(node.op().map(Op::name)).contains("Mul");
    assertThat(node.next())
        .extracting(GradientFunction::name)
        .containsExactly("AccumulateGrad", "AccumulateGrad");
    assertThat(node.next().get(0).variable().orElseThrow()).isSameAs(a);
    assertThat(node.next().get(1).variable().orElseThrow()).isSameAs(b);
    assertThat(node.next().get(0).next()).isEmpty();
    assertThat(node.next().get(0).op()).isEmpty();
  }

  @Test
  void constantOperandsHaveNoNode() {
    assertThat(node(a.mul(Tensor.scalar(3))).next()).hasSize(1);
    assertThat(node(Tensor.scalar(3).mul(b)).next().get(0).variable()).contains(b);
  }

  @Test
  void leafHasOneNodeHoweverOftenItIsUsed() {
    GradientFunction first = node(a.mul(2)).next().get(0);
    GradientFunction second = node(a.exp()).next().get(0);
    assertThat(first).isSameAs(second);
  }

  @Test
  void walkFindsEveryOperationOfALoss() {
    Tensor loss = a.mul(b).add(a.exp()).sub(b).square();
    List<String> names = new ArrayList<>();
    Deque<GradientFunction> ahead = new ArrayDeque<>(List.of(node(loss)));
    while (!ahead.isEmpty()) {
      GradientFunction node = ahead.pop();
      names.add(node.name());
      ahead.addAll(node.next());
    }
    assertThat(names)
        .containsExactlyInAnyOrder(
            "SquareBackward",
            "SubBackward",
            "AddBackward",
            "AccumulateGrad",
            "MulBackward",
            "ExpBackward",
            "AccumulateGrad",
            "AccumulateGrad",
            "AccumulateGrad");
  }

  private static GradientFunction node(Tensor x) {
    return x.gradientFunction().orElseThrow();
  }
}
