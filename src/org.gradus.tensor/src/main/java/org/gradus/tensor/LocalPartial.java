package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.gradus.tensor.op.Gradients;

/** Jacobian of one operation by one operand, read off its rule. */
final class LocalPartial {
  private LocalPartial() {}

  /** Run the rule once for each element of the result. */
  static Tensor of(GradientFunction function, int position, Tensor result, Tensor operand) {
    List<Tensor> rows = new ArrayList<>();
    double[] unit = new double[result.numel()];
    try (NoGrad off = NoGrad.on()) {
      for (int i = 0; i < unit.length; i++) {
        unit[i] = 1;
        Tensor yBar = Tensor.of(unit).reshape(result.shape());
        rows.add(share(function, position, yBar, operand));
        unit[i] = 0;
      }
    }
    int[] shape =
        IntStream.concat(Arrays.stream(result.shape()), Arrays.stream(operand.shape())).toArray();
    return rows.isEmpty() ? Tensor.zeros(shape) : Tensor.stack(rows, 0).reshape(shape);
  }

  private static Tensor share(
      GradientFunction function, int position, Tensor yBar, Tensor operand) {
    Recorded<?> recorded = function.recorded();
    Operands operands = new Operands(recorded.op());
    List<Tensor> shares = new ArrayList<>();
    shares.add(Tensor.zeros(operand.shape()));
    recorded.backward(
        function,
        yBar,
        new Gradients() {
          @Override
          public <F extends Face<F>> void add(F to, Supplier<F> gradient) {
            if (operands.take(to.tensor()) == position) {
              shares.add(gradient.get().tensor());
            }
          }
        });
    return shares.stream().reduce(Tensor::add).orElseThrow();
  }
}
