package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Backward;
import org.gradus.tensor.Extreme;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Window;
import org.gradus.tensor.op.Case;

// [proof->op~maxPool2d~1]
class MaxPool2dProperties extends OperationContract {
  private static final double NAN = Double.NaN;
  private static final double BELOW = Double.NEGATIVE_INFINITY;

  MaxPool2dProperties() {
    super("maxPool2d");
  }

  private static Tensor row(double... values) {
    return Tensor.of(values).reshape(1, 1, values.length);
  }

  @Example
  void fourWindowsByHand() {
    Tensor x =
        Tensor.of(new double[][] {{1, 5, 2, 0}, {3, 4, 8, 6}, {7, 0, 9, 1}, {2, 2, 3, 9}})
            .unsqueeze(0)
            .requiresGrad_();
    Extreme y = Layers.maxPool2dWithIndices(x, Window.of(2));
    same(Tensor.of(5, 8, 7, 9).reshape(1, 2, 2), y.values());
    assertThat(y.indices()).isEqualTo(IndexTensor.of(new int[] {1, 2, 2}, new int[] {1, 6, 8, 10}));
    y.values().backward(Tensor.of(1, 2, 3, 4).reshape(1, 2, 2));
    bits(x.grad().flatten(), 0, 1, 0, 0, 0, 0, 2, 0, 3, 0, 4, 0, 0, 0, 0, 0);
  }

  @Example
  void overlappingWindowsAddTheirGradients() {
    Tensor x = row(1, 9, 2, 3).requiresGrad_();
    Tensor y = Layers.maxPool2d(x, Window.of(1, 2).stride(1));
    bits(y.detach().flatten(), 9, 9, 3);
    y.backward(row(1, 20, 300));
    bits(x.grad().flatten(), 0, 21, 0, 300);
  }

  @Example
  void paddingHoldsNothingNotEvenAZero() {
    Window window = Window.of(1, 3).stride(1).padding(0, 1);
    bits(Layers.maxPool2d(row(-5, -7, -6), window).flatten(), -5, -5, -6);
  }

  @Example
  void aLastWindowBeyondTheEndIsThereIfAskedFor() {
    Tensor x = row(3, 1, 2);
    bits(Layers.maxPool2d(x, Window.of(1, 2)).flatten(), 3);
    bits(Layers.maxPool2d(x, Window.of(1, 2).ceil()).flatten(), 3, 2);
    Window inPadding = Window.of(1, 2).stride(2).padding(0, 1).ceil();
    bits(Layers.maxPool2d(row(1, 2), inPadding).flatten(), 1, 2);
    bits(Layers.maxPool2d(row(4), Window.of(1, 3).ceil()).flatten(), 4);
  }

  @Example
  void theFirstOfATieTakesAll() {
    Tensor x = Tensor.ones(1, 2, 2).requiresGrad_();
    Layers.maxPool2d(x, Window.of(2)).sum().backward();
    bits(x.grad().flatten(), 1, 0, 0, 0);
  }

  @Example
  void nanWinsTheLastOfSeveral() {
    Extreme y = Layers.maxPool2dWithIndices(row(1, NAN, 2, NAN, 3, 4), Window.of(1, 5));
    bits(y.values().flatten(), NAN);
    assertThat(y.indices().toArray()).containsExactly(3);
  }

  @Example
  void ofNegativeInfinitiesTheFirstIsFound() {
    Window window = Window.of(1, 2).stride(1).padding(0, 1);
    Extreme y = Layers.maxPool2dWithIndices(row(BELOW, BELOW), window);
    bits(y.values().flatten(), BELOW, BELOW, BELOW);
    assertThat(y.indices().toArray()).containsExactly(0, 0, 1);
  }

  @Property
  void theIndexPointsAtTheValue(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Extreme y = Layers.maxPool2dWithIndices(x, Window.of(1, 1).stride(2));
    Tensor planes = x.flatten(-2, -1);
    int perPlane = y.values().size(-1) * y.values().size(-2);
    double[] values = y.values().toArray();
    for (int i = 0; i < values.length; i++) {
      int plane = i / perPlane;
      Tensor flat = planes.reshape(planes.numel() / planes.size(-1), planes.size(-1));
      assertThat(flat.at(plane, y.indices().at(i))).isEqualTo(values[i]);
    }
  }

  /** ⟨v, x̄⟩ is linear in ȳ, and its derivative by ȳ is v where the largest was found. */
  @Property
  void theDerivativeOfTheGradientIsAGather(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0).clone().requiresGrad_();
    Tensor y = sampled.application().apply(List.of(x));
    Tensor yBar = Tensor.ones(y.shape()).requiresGrad_();
    y.backward(yBar, Backward.CREATE_GRAPH);
    x.grad().mul(x.detach()).sum().backward();
    same(y, yBar.grad());
  }

  @Property
  void oneWindowOverAllIsTheMaximum(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    Tensor y = Layers.maxPool2d(x, Window.of(x.size(-2), x.size(-1)));
    same(x.flatten(-2, -1).max(-1).values(), y.flatten(-3, -1));
  }
}
