package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import org.gradus.tensor.Face;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/**
 * What a function made of its operands, forward and back; two are equal if they are so bit for bit.
 *
 * @param shape shape of the result
 * @param values elements of the result
 * @param maker operation that made the result
 * @param gradients gradient of each operand, by a random gradient of the result
 */
record Run(
    List<Integer> shape,
    List<Double> values,
    Optional<String> maker,
    List<Optional<List<Double>>> gradients) {

  /** Run a function on fresh leaves, and walk back. */
  static Run of(List<Tensor> operands, long seed, Function<List<Tensor>, ? extends Face<?>> f) {
    List<Tensor> leaves = operands.stream().map(x -> x.clone().requiresGrad_()).toList();
    Face<?> face = f.apply(leaves);
    checkAxes(face);
    Tensor y = face.tensor();
    if (y.requiresGrad()) {
      y.backward(Tensor.randn(new Random(seed), y.shape()));
    }
    return new Run(
        Arrays.stream(y.shape()).boxed().toList(),
        elements(y),
        y.gradientFunction().map(GradientFunction::name),
        leaves.stream().map(Run::gradient).toList());
  }

  private static Optional<List<Double>> gradient(Tensor leaf) {
    return leaf.hasGrad() ? Optional.of(elements(leaf.grad())) : Optional.empty();
  }

  private static List<Double> elements(Tensor x) {
    return Arrays.stream(x.detach().toArray()).boxed().toList();
  }

  /** The axes that a face names have the lengths of its tensor. */
  private static void checkAxes(Face<?> face) {
    if (face instanceof Vector<?> v) {
      assertThat(v.shape()).containsExactly(v.dim().length());
      assertThat(v.axisNames()).containsExactly(v.dim().word());
    } else if (face instanceof Matrix<?, ?> m) {
      assertThat(m.shape()).containsExactly(m.rowDim().length(), m.columnDim().length());
      assertThat(m.axisNames()).containsExactly(m.rowDim().word(), m.columnDim().word());
    }
  }
}
