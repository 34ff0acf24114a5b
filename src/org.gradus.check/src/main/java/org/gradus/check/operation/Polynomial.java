package org.gradus.check.operation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.gradus.check.Operand;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Operation;

/**
 * What the definition of an operation says of its degree as a polynomial of the operands.
 *
 * <p>No rule and no number is trusted: the definition runs on degrees in place of numbers. Near a
 * point a piecewise polynomial counts as the piece that the point lies on.
 *
 * @param degree no less than the degree in the cases where there is a polynomial; empty if there is
 *     none
 * @param polynomials number of cases in which it is a polynomial, a count
 * @param cases number of cases that were looked at, those without any element left out, a count
 */
// [impl->check~degree~1]
public record Polynomial(OptionalInt degree, int polynomials, int cases) {
  private static final int CASES = 200;
  private static final long SEED = 17;

  /** Degree of an operation in at most {@value #CASES} random cases, the same ones each time. */
  public static Polynomial of(Operation operation) {
    Draw draw = Draw.from(Directions.generator(SEED));
    List<Degree> degrees =
        Stream.generate(() -> operation.sampler().apply(draw))
            .limit(CASES)
            .flatMap(sampled -> degree(sampled).stream())
            .toList();
    List<Degree> polynomials = degrees.stream().filter(Degree::isPolynomial).toList();
    return new Polynomial(
        polynomials.stream().mapToInt(Degree::bound).max(), polynomials.size(), degrees.size());
  }

  /** Degree of all elements of a result together; none without any. */
  private static Optional<Degree> degree(Case sampled) {
    List<Operand> x = Operands.list(sampled.operands());
    return x.stream().allMatch(operand -> operand.size() == 0)
        ? Optional.empty()
        : Degree.elements(sampled.definition(), x).stream().reduce(Degree::add);
  }

  /** Whether it is a polynomial in every case. */
  public boolean isEverywhere() {
    return polynomials == cases;
  }

  /** Whether it is a polynomial of degree one or less in every case. */
  public boolean isLinear() {
    return isEverywhere() && degree.orElse(Degree.NONE) <= 1;
  }

  /** The bound: {@code 2}, {@code 3 in 40 of 200 cases}, or {@code none}. */
  @Override
  public String toString() {
    return degree.isEmpty()
        ? "none"
        : degree.getAsInt()
            + (isEverywhere() ? "" : " in " + polynomials + " of " + cases + " cases");
  }
}
