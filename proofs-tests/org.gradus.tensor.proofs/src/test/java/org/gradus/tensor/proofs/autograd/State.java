package org.gradus.tensor.proofs.autograd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.Tensor;

/**
 * All that can be seen of a tensor, numbers as bits.
 *
 * @param shape length of each axis
 * @param bits elements
 * @param version changes in place
 * @param requiresGrad whether a gradient is required
 * @param history node that made it
 * @param gradient bits of the accumulated gradient, if there is one
 */
record State(
    List<Integer> shape,
    List<Long> bits,
    int version,
    boolean requiresGrad,
    Optional<GradientFunction> history,
    Optional<List<Long>> gradient) {

  static State of(Tensor x) {
    return new State(
        Arrays.stream(x.shape()).boxed().toList(),
        bits(x),
        x.version(),
        x.requiresGrad(),
        x.gradientFunction(),
        x.hasGrad() ? Optional.of(bits(x.grad())) : Optional.empty());
  }

  private static List<Long> bits(Tensor x) {
    return Arrays.stream(x.detach().toArray()).mapToObj(Double::doubleToRawLongBits).toList();
  }
}
