package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.adjoint;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import java.util.List;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Backward;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~conv2d~1]
class Conv2dProperties extends OperationContract {
  private static final ConvolutionOptions STANDARD = ConvolutionOptions.standard();

  Conv2dProperties() {
    super("conv2d");
  }

  private static Tensor image(double[][] rows) {
    return Tensor.of(rows).unsqueeze(0).unsqueeze(0);
  }

  @Example
  void anAsymmetricKernelByHand() {
    Tensor x = image(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}}).requiresGrad_();
    Tensor w = image(new double[][] {{1, 10}, {100, 1000}}).requiresGrad_();
    Tensor y = Layers.conv2d(x, w);
    same(image(new double[][] {{5421, 6532}, {8754, 9865}}), y);
    y.backward(image(new double[][] {{1, 2}, {3, 4}}));
    same(image(new double[][] {{1, 12, 20}, {103, 1234, 2040}, {300, 3400, 4000}}), x.grad());
    same(image(new double[][] {{37, 47}, {67, 77}}), w.grad());
  }

  @Example
  void stridePaddingAndDilationByHand() {
    Tensor x = image(new double[][] {{1, 2, 3, 4, 5}});
    Tensor w = image(new double[][] {{1, 10, 100}});
    same(
        image(new double[][] {{210, 543}}),
        Layers.conv2d(x, w, STANDARD.stride(1, 3).padding(0, 1)));
    same(image(new double[][] {{531}}), Layers.conv2d(x, w, STANDARD.dilation(1, 2)));
    same(
        image(new double[][] {{0, 0, 0}, {310, 531, 53}, {0, 0, 0}}),
        Layers.conv2d(x, w, STANDARD.stride(1, 2).padding(1, 2).dilation(1, 2)));
  }

  @Example
  void everyGroupReadsItsOwnChannels() {
    Tensor x = Tensor.of(1, 2, 3, 4).reshape(4, 1, 1);
    Tensor w = Tensor.of(1, 10, 100, 1000).reshape(2, 2, 1, 1);
    same(Tensor.of(21, 4300).reshape(2, 1, 1), Layers.conv2d(x, w, STANDARD.groups(2)));
    Tensor depthwise = Tensor.of(1, 10, 100, 1000).reshape(4, 1, 1, 1);
    same(
        Tensor.of(1, 20, 300, 4000).reshape(4, 1, 1),
        Layers.conv2d(x, depthwise, STANDARD.groups(4)));
  }

  @Property
  void itIsLinearInTheInputAndInTheWeight(@ForAll("cases") Case sampled) {
    Tensor x = whole(sampled.operands().get(0));
    Tensor w = whole(sampled.operands().get(1));
    adjoint(alone(sampled, x, t -> sampled.application().apply(List.of(t, w))));
    adjoint(alone(sampled, w, t -> sampled.application().apply(List.of(x, t))));
  }

  private static Case alone(Case sampled, Tensor x, UnaryOperator<Tensor> f) {
    return Case.of(sampled.title(), x, f, sampled.definition());
  }

  @Property
  void aBiasIsAddedToItsChannel(@ForAll("cases") Case sampled) {
    List<Tensor> t = sampled.operands();
    if (t.size() == 3) {
      Tensor y = sampled.application().apply(t.subList(0, 2));
      same(y.add(t.get(2).reshape(-1, 1, 1)), sampled.application().apply(t));
    }
  }

  @Property
  void anImageAloneIsABatchOfOne(@ForAll("cases") Case sampled) {
    List<Tensor> t = sampled.operands().subList(0, 2);
    if (t.get(0).ndim() == 3) {
      Tensor batch = sampled.application().apply(List.of(t.get(0).unsqueeze(0), t.get(1)));
      same(batch, sampled.application().apply(t).unsqueeze(0));
    }
  }

  /** c(x, w) is linear in both, so ∂³⟨ȳ, c⟩/∂x∂w∂ȳ is c itself, and x̄ depends on w and ȳ alone. */
  @Property
  void derivativesOfDerivativesLeadBackToIt(@ForAll("cases") Case sampled) {
    Tensor x = whole(sampled.operands().get(0)).requiresGrad_();
    Tensor w = whole(sampled.operands().get(1)).requiresGrad_();
    Tensor y = sampled.application().apply(List.of(x, w));
    Tensor yBar = whole(Tensor.arange(y.numel()).sin()).reshape(y.shape()).requiresGrad_();
    double value = y.detach().mul(yBar.detach()).sum().item();
    y.backward(yBar, Backward.CREATE_GRAPH);
    Tensor byInput = x.grad().mul(x.detach()).sum();
    List.of(x, w, yBar).forEach(Tensor::clearGrad);
    byInput.backward(Backward.CREATE_GRAPH);
    assertThat(x.hasGrad()).isFalse();
    Tensor again = w.grad().mul(w.detach()).sum();
    assertThat(byInput.item()).isEqualTo(value);
    assertThat(again.item()).isEqualTo(value);
    same(y, yBar.grad());
    yBar.clearGrad();
    again.backward();
    same(y, yBar.grad());
  }

  @Example
  void anEmptyBatchHasGradientsOfZero() {
    Tensor w = Tensor.ones(2, 1, 2, 2).requiresGrad_();
    Tensor b = Tensor.ones(2).requiresGrad_();
    Tensor y = Layers.conv2d(Tensor.zeros(0, 1, 3, 3), w, b);
    assertThat(y.shape()).containsExactly(0, 2, 2, 2);
    y.sum().backward();
    same(Tensor.zeros(2, 1, 2, 2), w.grad());
    same(Tensor.zeros(2), b.grad());
  }

  @Example
  void paddingIsZeroAndTimesInfinityNan() {
    Tensor x = image(new double[][] {{1}});
    Tensor w = image(new double[][] {{Double.POSITIVE_INFINITY, 1, 1}});
    bits(Layers.conv2d(x, w, STANDARD.padding(0, 1)).flatten(), Double.NaN);
  }

  @Example
  void transposedOperandsAreReadAsTheyAreShown() {
    Tensor x = Tensor.arange(12).reshape(1, 3, 4).transpose(1, 2);
    Tensor w = Tensor.of(1, 2, 3, 4).reshape(1, 1, 2, 2).transpose(2, 3);
    same(Layers.conv2d(x.clone(), w.clone()), Layers.conv2d(x, w));
  }
}
