package org.gradus.tensor.internal.ops;

import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;

/**
 * Definition of an operation that only moves elements.
 *
 * @param shape shape of the result
 * @param source index in the operand, given that in the result
 */
record Moved(int[] shape, UnaryOperator<int[]> source) implements Definition {

  static Definition of(int[] shape, UnaryOperator<int[]> source) {
    return new Moved(shape, source);
  }

  @Override
  public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
    return Cells.of(shape, index -> operands.get(0).at(source.apply(index)));
  }
}
