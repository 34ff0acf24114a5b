package org.gradus.tensor.op;

import java.util.List;

/**
 * What an operation computes, written naively over any number system: the text its oracles
 * interpret.
 *
 * <p>A reference to a generic method implements it, for example {@code MatMul::define}.
 */
@FunctionalInterface
public interface Definition {

  /**
   * Compute the result from the operands, by indices and plain arithmetic.
   *
   * @param numbers source of constants
   * @param operands one array for each operand, in the order of the formula
   */
  <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands);

  /** Definition of an elementwise function of one variable. */
  static Definition elementwise(Unary f) {
    return new Definition() {
      @Override
      public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
        Cells<S> x = operands.get(0);
        return Cells.of(x.shape(), index -> f.of(x.at(index)));
      }
    };
  }

  /** Definition of an elementwise function of two variables that broadcast to {@code shape}. */
  static Definition elementwise(Binary f, int... shape) {
    return new Definition() {
      @Override
      public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
        return Cells.of(
            shape, index -> f.of(operands.get(0).repeated(index), operands.get(1).repeated(index)));
      }
    };
  }

  /** A function of one number, in any number system. */
  @FunctionalInterface
  interface Unary {
    <S extends Real<S>> S of(S x);
  }

  /** A function of two numbers, in any number system. */
  @FunctionalInterface
  interface Binary {
    <S extends Real<S>> S of(S a, S b);
  }
}
