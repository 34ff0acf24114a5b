package org.gradus.check.operation;

import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.special.Erf;
import org.gradus.tensor.op.Real;

/**
 * A number with its partial derivatives, Apache Commons Math's {@link DerivativeStructure}: exact
 * forward mode.
 *
 * <p>All arithmetic is theirs.
 */
// [impl->check~forward-mode~2]
record Taylor(DerivativeStructure series) implements Real<Taylor> {

  @Override
  public double value() {
    return series.getValue();
  }

  @Override
  public Taylor constant(double constant) {
    return new Taylor(
        new DerivativeStructure(series.getFreeParameters(), series.getOrder(), constant));
  }

  @Override
  public Taylor add(Taylor other) {
    return new Taylor(series.add(other.series));
  }

  @Override
  public Taylor sub(Taylor other) {
    return new Taylor(series.subtract(other.series));
  }

  @Override
  public Taylor mul(Taylor other) {
    return new Taylor(series.multiply(other.series));
  }

  @Override
  public Taylor div(Taylor other) {
    return new Taylor(series.divide(other.series));
  }

  @Override
  public Taylor neg() {
    return new Taylor(series.negate());
  }

  @Override
  public Taylor exp() {
    return new Taylor(series.exp());
  }

  @Override
  public Taylor log() {
    return new Taylor(series.log());
  }

  @Override
  public Taylor sqrt() {
    return new Taylor(series.sqrt());
  }

  @Override
  public Taylor sin() {
    return new Taylor(series.sin());
  }

  @Override
  public Taylor cos() {
    return new Taylor(series.cos());
  }

  @Override
  public Taylor atan() {
    return new Taylor(series.atan());
  }

  /** The derivatives of erf at a number are those of 2/√π·exp(−t²), one order lower. */
  @Override
  public Taylor erf() {
    DerivativeStructure t = new DerivativeStructure(1, series.getOrder(), 0, value());
    DerivativeStructure slope = t.multiply(t).negate().exp().multiply(2 / Math.sqrt(Math.PI));
    double[] derivatives = new double[series.getOrder() + 1];
    derivatives[0] = Erf.erf(value());
    for (int order = 1; order < derivatives.length; order++) {
      derivatives[order] = slope.getPartialDerivative(order - 1);
    }
    return new Taylor(series.compose(derivatives));
  }

  @Override
  public Taylor pow(double exponent) {
    int whole = (int) exponent;
    return new Taylor(whole == exponent ? series.pow(whole) : series.pow(exponent));
  }

  @Override
  public Taylor add(double constant) {
    return new Taylor(series.add(constant));
  }

  @Override
  public Taylor mul(double constant) {
    return new Taylor(series.multiply(constant));
  }
}
