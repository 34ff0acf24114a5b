package org.gradus.check.operation;

import java.util.List;
import java.util.stream.IntStream;
import org.gradus.check.Operand;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Real;

/**
 * A number of which only the degree is known, as a polynomial of the operands, beside its value.
 *
 * <pre>
 *   deg(a·b) = deg a + deg b     deg(a + b) = max(deg a, deg b)     deg(a/c) = deg a for a constant c
 * </pre>
 *
 * <p>A definition that branches on a value has the degree of the branch taken: piecewise
 * polynomials count as what they are near the point.
 *
 * @param bound no less than the degree; {@link #NONE} where it is no polynomial
 * @param isShort whether all constants on the way have few binary digits, so that doubles are exact
 */
// [impl->check~rational~1]
record Degree(double value, int bound, boolean isShort) implements Real<Degree> {
  /** Degree of what is no polynomial. */
  static final int NONE = 1 << 20;

  /** Constants are multiples of its inverse, and smaller than it. */
  private static final double SHORT = 0x1p6;

  /** Degree of all elements of a result together, near a point. */
  static Degree of(Definition definition, List<Operand> x) {
    return elements(definition, x).stream().reduce(constantOf(0), Degree::add);
  }

  /** Degree of each element of a result, near a point. */
  static List<Degree> elements(Definition definition, List<Operand> x) {
    List<Cells<Degree>> cells =
        x.stream()
            .map(
                operand ->
                    new Cells<>(
                        operand.shape(),
                        IntStream.range(0, operand.size())
                            .mapToObj(i -> new Degree(operand.values()[i], 1, true))
                            .toList()))
            .toList();
    return definition.of(Degree::constantOf, cells).values();
  }

  /** A constant, of degree 0. */
  static Degree constantOf(double value) {
    return new Degree(value, 0, isShort(value));
  }

  private static boolean isShort(double value) {
    return Math.abs(value) <= SHORT && value * SHORT == Math.rint(value * SHORT);
  }

  /** Whether there is a polynomial at all. */
  boolean isPolynomial() {
    return bound < NONE;
  }

  @Override
  public Degree constant(double constant) {
    return constantOf(constant);
  }

  @Override
  public Degree add(Degree other) {
    return new Degree(value + other.value, Math.max(bound, other.bound), isShort && other.isShort);
  }

  @Override
  public Degree sub(Degree other) {
    return add(other.neg());
  }

  @Override
  public Degree mul(Degree other) {
    return new Degree(
        value * other.value, Math.min(bound + other.bound, NONE), isShort && other.isShort);
  }

  @Override
  public Degree div(Degree other) {
    double inverse = 1 / other.value;
    return other.bound == 0 && other.value != 0
        ? new Degree(value * inverse, bound, isShort && isShort(inverse) && isShort(other.value))
        : none(value / other.value);
  }

  @Override
  public Degree neg() {
    return new Degree(-value, bound, isShort);
  }

  @Override
  public Degree exp() {
    return none(Math.exp(value));
  }

  @Override
  public Degree log() {
    return none(Math.log(value));
  }

  @Override
  public Degree sqrt() {
    return none(Math.sqrt(value));
  }

  @Override
  public Degree sin() {
    return none(Math.sin(value));
  }

  @Override
  public Degree cos() {
    return none(Math.cos(value));
  }

  @Override
  public Degree atan() {
    return none(Math.atan(value));
  }

  @Override
  public Degree erf() {
    return none(Slopes.erf(value)[0]);
  }

  @Override
  public Degree pow(double exponent) {
    double power = Math.pow(value, exponent);
    return exponent >= 0 && exponent == Math.rint(exponent) && exponent < NONE
        ? new Degree(power, (int) Math.min(bound * exponent, NONE), isShort)
        : none(power);
  }

  private static Degree none(double value) {
    return new Degree(value, NONE, false);
  }
}
