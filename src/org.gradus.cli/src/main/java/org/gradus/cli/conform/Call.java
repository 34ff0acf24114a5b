package org.gradus.cli.conform;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * A call of a PyTorch function.
 *
 * @param operands the tensors that are passed, in order
 * @param attrs what is passed beside them, by PyTorch's names
 */
record Call(List<Operand> operands, Fields attrs) {

  /**
   * A tensor that is passed.
   *
   * @param name PyTorch's name of the parameter; empty where the file names none
   */
  record Operand(String name, Tensor tensor) {}

  /** The first operand. */
  Tensor x() {
    return operand(0);
  }

  /** The second operand. */
  Tensor y() {
    return operand(1);
  }

  /** An operand that is always passed. */
  Tensor operand(int position) {
    if (position >= operands.size()) {
      throw MalformedException.of(
          "inputs", "there must be at least " + (position + 1), operands.size());
    }
    return operands.get(position).tensor();
  }

  /** An operand that need not be passed, by its name; by its position where no operand has one. */
  Optional<Tensor> optional(String name, int position) {
    if (operands.stream().allMatch(operand -> operand.name().isEmpty())) {
      return operands.stream().skip(position).map(Operand::tensor).findFirst();
    }
    return operands.stream()
        .filter(operand -> operand.name().equals(name))
        .map(Operand::tensor)
        .findFirst();
  }

  /** All operands. */
  List<Tensor> all() {
    return operands.stream().map(Operand::tensor).toList();
  }

  /** The integers of an operand. */
  IndexTensor indices(int position) {
    Tensor operand = operand(position);
    double[] values = operand.detach().toArray();
    for (double value : values) {
      if (value != (int) value) {
        throw MalformedException.of("inputs[" + position + "].data", "it takes integers", value);
      }
    }
    return IndexTensor.of(operand.shape(), Arrays.stream(values).mapToInt(v -> (int) v).toArray());
  }

  /**
   * Applies a function of axes to the first operand; a number counts as a tensor of one axis, as in
   * PyTorch, whose axes 0 and −1 a number has too.
   */
  Tensor alongAxes(UnaryOperator<Tensor> function) {
    return x().ndim() == 0 ? function.apply(x().reshape(1)).reshape() : function.apply(x());
  }

  /** The axes that a fold names; all where it names none. */
  int[] axes() {
    int[] named = attrs.has("dim") ? attrs.integers("dim") : new int[0];
    return named.length > 0 ? named : IntStream.range(0, Math.max(1, x().ndim())).toArray();
  }

  int axis() {
    return attrs.integer("dim");
  }

  /** What is subtracted from the number of elements in the divisor of a variance. */
  int correction() {
    return attrs.integer("correction", 1);
  }

  boolean keepsAxes() {
    return attrs.flag("keepdim", false);
  }

  double number(String name, double otherwise) {
    return attrs.number(name, otherwise);
  }
}
