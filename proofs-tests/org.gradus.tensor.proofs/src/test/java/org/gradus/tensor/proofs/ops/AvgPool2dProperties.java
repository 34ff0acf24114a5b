package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Backward;
import org.gradus.tensor.ConvolutionOptions;
import org.gradus.tensor.Divisor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.tensor.op.Case;

// [proof->op~avgPool2d~1]
class AvgPool2dProperties extends OperationContract {
  /** Bound: six numbers of size 2 are added and divided once, in two orders. */
  private static final double SUMS = 40 * 0x1p-53;

  private static final Divisor ELEMENTS = Divisor.Counted.ELEMENTS;

  AvgPool2dProperties() {
    super("avgPool2d");
  }

  private static Tensor row(double... values) {
    return Tensor.of(values).reshape(1, 1, values.length);
  }

  @Example
  void fourWindowsByHand() {
    Tensor x = Tensor.arange(16).reshape(1, 4, 4).requiresGrad_();
    Tensor y = Layers.avgPool2d(x, Window.of(2));
    same(Tensor.of(2.5, 4.5, 10.5, 12.5).reshape(1, 2, 2), y);
    y.backward(Tensor.of(4, 8, 12, 16).reshape(1, 2, 2));
    bits(x.grad().flatten(), 1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4);
  }

  @Example
  void paddingCountsOrNotAndAConstantReplacesBoth() {
    Tensor x = row(6, 12, 18);
    Window window = Window.of(1, 3).stride(1).padding(0, 1);
    bits(Layers.avgPool2d(x, window).flatten(), 6, 12, 10);
    bits(Layers.avgPool2d(x, window, ELEMENTS).flatten(), 9, 12, 15);
    bits(Layers.avgPool2d(x, window, new Divisor.Fixed(2)).flatten(), 9, 18, 15);
  }

  @Example
  void whatALastWindowReachesBeyondThePaddingNeverCounts() {
    Tensor x = row(6, 12, 18, 24, 30);
    bits(Layers.avgPool2d(x, Window.of(1, 2)).flatten(), 9, 21);
    bits(Layers.avgPool2d(x, Window.of(1, 2).ceil()).flatten(), 9, 21, 30);
    Window window = Window.of(1, 4).stride(3).padding(0, 1).ceil();
    bits(Layers.avgPool2d(x, window).flatten(), 9, 18);
    bits(Layers.avgPool2d(x.slice(2, 0, 4), window).flatten(), 9, 14);
    bits(Layers.avgPool2d(x.slice(2, 0, 4), window, ELEMENTS).flatten(), 12, 21);
  }

  @Example
  void overlappingWindowsAddTheirShares() {
    Tensor x = row(1, 2, 3).requiresGrad_();
    Layers.avgPool2d(x, Window.of(1, 2).stride(1)).backward(row(2, 20));
    bits(x.grad().flatten(), 1, 11, 10);
  }

  @Property
  void itIsAConvolutionWithEqualWeights(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).add(3);
    int channels = x.size(-3);
    Window window = Window.of(2).stride(1).padding(1);
    Tensor w = Tensor.full(0.25, channels, 1, 2, 2);
    ConvolutionOptions options = ConvolutionOptions.standard().padding(1).groups(channels);
    relative(SUMS, Layers.conv2d(x, w, options), Layers.avgPool2d(x, window));
  }

  /** ⟨v, x̄⟩ is linear in ȳ, and its derivative by ȳ is the pool of v. */
  @Property
  void theDerivativeOfTheShareLeadsBackToTheMean(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).clone().requiresGrad_();
    Tensor y = sampled.application().apply(List.of(x));
    Tensor yBar = Tensor.ones(y.shape()).requiresGrad_();
    y.backward(yBar, Backward.CREATE_GRAPH);
    Tensor v = Tensor.arange(x.numel()).sin().reshape(x.shape());
    x.grad().mul(v).sum().backward();
    same(sampled.application().apply(List.of(v)), yBar.grad());
  }

  @Property
  void oneWindowOverAllIsTheMean(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).add(3);
    Tensor y = Layers.avgPool2d(x, Window.of(x.size(-2), x.size(-1)));
    relative(SUMS, x.mean(new int[] {-2, -1}, true), y);
  }

  @Property
  void aPlaneOfOnesStaysOnesIfElementsAreCounted(@ForAll("cases") Case sampled) {
    Tensor ones = Tensor.ones(sampled.operands().get(0).shape());
    Window window = Window.of(3).stride(2).padding(1).ceil();
    Tensor y = Layers.avgPool2d(ones, window, ELEMENTS);
    same(Tensor.ones(y.shape()), y);
  }
}
