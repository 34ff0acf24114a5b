package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.Operand;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Real;

/**
 * A number that remembers how it was computed: the number system that sees on which branch of a
 * definition operands lie, and how near a quotient, logarithm, root or power is to its singularity.
 *
 * @param number the number
 * @param path hash of the expression it is the value of, constants included; two operands lie on
 *     one branch if their results have the same
 * @param varies whether it depends on an operand
 * @param arguments all arguments of singular functions met on the way, in order
 */
// [impl->check~singularities~1]
record Trail(Taylor number, long path, boolean varies, List<Taylor> arguments)
    implements Real<Trail> {
  private static final long MIX = 0x9E3779B97F4A7C15L;

  /**
   * Expression of a result at operands.
   *
   * @param branch hash of the expressions of all elements
   * @param arguments arguments of singular functions, with their partial derivatives
   */
  record Walk(long branch, List<DerivativeStructure> arguments) {}

  /** Follow a definition at operands. */
  static Walk of(Definition definition, List<Operand> x) {
    int parameters = Math.max(x.stream().mapToInt(Operand::size).sum(), 1);
    List<Taylor> arguments = new ArrayList<>();
    List<Cells<Trail>> cells = new ArrayList<>();
    int next = 0;
    for (Operand operand : x) {
      List<Trail> numbers = new ArrayList<>();
      for (double value : operand.values()) {
        Taylor number = new Taylor(new DerivativeStructure(parameters, 1, next, value));
        numbers.add(new Trail(number, mix(1, next++), true, arguments));
      }
      cells.add(new Cells<>(operand.shape(), numbers));
    }
    Trail origin =
        new Trail(new Taylor(new DerivativeStructure(parameters, 1, 0.0)), 0, false, arguments);
    long branch = 0;
    for (Trail cell : definition.of(origin::constant, cells).values()) {
      branch = mix(branch, cell.path);
    }
    return new Walk(branch, arguments.stream().map(Taylor::series).toList());
  }

  private static long mix(long a, long b) {
    long mixed = (a * MIX) ^ Long.rotateLeft(b * MIX, 31);
    return mixed ^ (mixed >>> 29);
  }

  @Override
  public double value() {
    return number.value();
  }

  @Override
  public Trail constant(double constant) {
    long bits = Double.doubleToLongBits(constant);
    return new Trail(number.constant(constant), mix(2, bits), false, arguments);
  }

  @Override
  public Trail add(Trail other) {
    return with(3, other, number.add(other.number));
  }

  @Override
  public Trail sub(Trail other) {
    return with(4, other, number.sub(other.number));
  }

  @Override
  public Trail mul(Trail other) {
    return with(5, other, number.mul(other.number));
  }

  @Override
  public Trail div(Trail other) {
    other.note();
    return with(6, other, number.div(other.number));
  }

  @Override
  public Trail neg() {
    return with(7, Taylor::neg);
  }

  @Override
  public Trail exp() {
    return with(8, Taylor::exp);
  }

  @Override
  public Trail log() {
    note();
    return with(9, Taylor::log);
  }

  @Override
  public Trail sqrt() {
    note();
    return with(10, Taylor::sqrt);
  }

  @Override
  public Trail sin() {
    return with(11, Taylor::sin);
  }

  @Override
  public Trail cos() {
    return with(12, Taylor::cos);
  }

  @Override
  public Trail atan() {
    return with(13, Taylor::atan);
  }

  @Override
  public Trail erf() {
    return with(14, Taylor::erf);
  }

  @Override
  public Trail pow(double exponent) {
    if (exponent < 0 || exponent != Math.rint(exponent)) {
      note();
    }
    return with(15, constant(exponent), number.pow(exponent));
  }

  private void note() {
    if (varies) {
      arguments.add(number);
    }
  }

  private Trail with(int operation, Trail other, Taylor result) {
    long operands = mix(path, other.path);
    return new Trail(result, mix(operation, operands), varies || other.varies, arguments);
  }

  private Trail with(int operation, UnaryOperator<Taylor> f) {
    return new Trail(f.apply(number), mix(operation, path), varies, arguments);
  }
}
