package org.gradus.check.law;

import org.gradus.tensor.Backward;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/** The engine behind tensors, run on tensors of one number. */
// [impl->check~engine-laws~1]
public final class TensorEngine implements ScalarEngine {

  @Override
  public Value leaf(double value) {
    return new Number(Tensor.scalar(value).requiresGrad_());
  }

  private record Number(Tensor tensor) implements Value {

    @Override
    public double value() {
      return tensor.detach().item();
    }

    @Override
    public Value plus(Value other) {
      return new Number(tensor.add(of(other)));
    }

    @Override
    public Value times(Value other) {
      return new Number(tensor.mul(of(other)));
    }

    private static Tensor of(Value value) {
      return ((Number) value).tensor;
    }

    @Override
    public Value detached() {
      return new Number(tensor.detach());
    }

    @Override
    public void set(double value) {
      try (var off = NoGrad.on()) {
        tensor.fill_(value);
      }
    }

    @Override
    public void increase(double by) {
      tensor.add_(by);
    }

    @Override
    public void backward(boolean retain) {
      if (retain) {
        tensor.backward(Backward.RETAIN_GRAPH);
      } else {
        tensor.backward();
      }
    }

    @Override
    public boolean hasGradient() {
      return tensor.hasGrad();
    }

    @Override
    public double gradient() {
      return tensor.grad().item();
    }

    @Override
    public void clearGradient() {
      tensor.clearGrad();
    }
  }
}
