package org.gradus.check.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.check.Operand;
import org.gradus.tensor.Tensor;

/** Tensors as the operands of a check, and back. */
final class Operands {
  private Operands() {}

  /** Operands x₀, x₁, … of tensors, those that have names keeping them. */
  static List<Operand> list(List<Tensor> tensors) {
    return IntStream.range(0, tensors.size()).mapToObj(i -> of("x" + i, tensors.get(i))).toList();
  }

  private static Operand of(String fallback, Tensor tensor) {
    return new Operand(tensor.name().orElse(fallback), tensor.shape(), tensor.detach().toArray());
  }

  /** A tensor of its own with the numbers of an operand. */
  static Tensor tensor(Operand operand) {
    return Tensor.of(operand.values()).reshape(operand.shape());
  }
}
