package org.gradus.tensor.op;

import java.util.List;

/**
 * Signed distance of operands to the points where an operation has no derivative, or a declared
 * one.
 *
 * <pre>
 *   relu: x      maximum: a − b      clamp: x − low and x − high      √: x, from above
 * </pre>
 *
 * <p>It is written over any number system, as a definition is, so that a proof can measure it at
 * any operands and move them across.
 *
 * @param name the distance as a formula, for example {@code a − b}
 * @param oneSided whether it is never negative: a border of the domain, or a point that operands
 *     have no two sides of
 * @param definition one number for each place where the operation may be singular, in units of the
 *     operands; ∞ where it may not
 */
// [impl->check~singularities~1]
public record Distance(String name, boolean oneSided, Definition definition) {

  /** Distance with two sides. */
  public static Distance of(String name, Definition definition) {
    return new Distance(name, false, definition);
  }

  /**
   * Distance x − at of each element of an operand.
   *
   * @param operand position in the list of operands, from 0
   */
  public static Distance ofOperand(String name, int operand, double at) {
    return of(name, new Shifted(operand, at));
  }

  /** Distance a − b − at of the elements of two operands, which broadcast. */
  public static Distance ofDifference(String name, double at) {
    return of(name, new Difference(at));
  }

  /** This distance, which is never negative. */
  public Distance fromAbove() {
    return new Distance(name, true, definition);
  }

  private record Shifted(int operand, double at) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> x = operands.get(operand);
      return Cells.of(x.shape(), index -> x.at(index).add(-at));
    }
  }

  private record Difference(double at) implements Definition {
    @Override
    public <S extends Real<S>> Cells<S> of(Numbers<S> numbers, List<Cells<S>> operands) {
      Cells<S> a = operands.get(0);
      Cells<S> b = operands.get(1);
      return Cells.of(
          Sample.broadcast(a.shape(), b.shape()),
          index -> a.repeated(index).sub(b.repeated(index)).add(-at));
    }
  }
}
