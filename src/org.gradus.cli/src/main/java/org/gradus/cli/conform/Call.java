package org.gradus.cli.conform;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * A call of a PyTorch function. It remembers what it was asked for, so that nothing that is passed
 * goes unheeded.
 */
final class Call {

  /** Attributes that say something of a case, and change nothing. */
  private static final List<String> REMARKS = List.of("note", "target");

  private final List<Operand> operands;
  private final Fields attrs;
  private final BitSet asked = new BitSet();

  /**
   * A call.
   *
   * @param operands the tensors that are passed, in order
   * @param attrs what is passed beside them, by PyTorch's names
   */
  Call(List<Operand> operands, Fields attrs) {
    this.operands = operands;
    this.attrs = attrs;
  }

  /**
   * A tensor that is passed.
   *
   * @param name PyTorch's name of the parameter; empty where the file names none
   * @param kind of its elements
   */
  record Operand(String name, Literal.Kind kind, Tensor tensor) {}

  /** What is passed beside tensors. */
  Fields attrs() {
    return attrs;
  }

  /** Something that is passed and was not asked for; empty where all has been. */
  Optional<String> unasked() {
    REMARKS.forEach(attrs::has);
    int position = asked.nextClearBit(0);
    if (position >= operands.size()) {
      return attrs.unasked();
    }
    String name = operands.get(position).name();
    return Optional.of("input " + (name.isEmpty() ? position : name));
  }

  /** Heeds an attribute where it has the value that it has when it is left out, and only there. */
  Call withDefault(String name, double value) {
    attrs.allow(name, value);
    return this;
  }

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
    asked.set(position);
    return operands.get(position).tensor();
  }

  /** An operand that need not be passed, by its name; by its position where no operand has one. */
  Optional<Tensor> optional(String name, int position) {
    return IntStream.range(0, operands.size())
        .filter(i -> isNamed() ? operands.get(i).name().equals(name) : i == position)
        .mapToObj(this::operand)
        .findFirst();
  }

  /** Whether the operands have names. */
  boolean isNamed() {
    return operands.stream().anyMatch(operand -> !operand.name().isEmpty());
  }

  /** Operands that are passed, a count. */
  int count() {
    return operands.size();
  }

  /** All operands. */
  List<Tensor> all() {
    return operands().stream().map(Operand::tensor).toList();
  }

  /** All operands with their names. */
  List<Operand> operands() {
    asked.set(0, operands.size());
    return operands;
  }

  /**
   * The integers of an operand.
   *
   * @throws UnsupportedException if it holds truths, which PyTorch takes for a mask
   */
  IndexTensor indices(int position) {
    Tensor operand = operand(position);
    if (operands.get(position).kind() == Literal.Kind.BOOL) {
      throw new UnsupportedException("an index must not be of bool");
    }
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
