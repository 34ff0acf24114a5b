package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoublePredicate;
import java.util.function.UnaryOperator;
import org.apache.commons.math3.dfp.Dfp;
import org.apache.commons.math3.dfp.DfpField;
import org.gradus.tensor.Tensor;

/** Functions of one variable, held against fifty decimal digits of Apache Commons Math. */
final class Digits {
  private static final DfpField FIELD = new DfpField(50);

  /**
   * Relative error allowed: java.lang.Math states 1 ulp for expm1 and log1p and 2.5 for tanh, an
   * ulp being 2⁻⁵² at most; the sigmoid has one of 1 ulp and two roundings of half an ulp.
   */
  private static final double ULPS = 2.5 * 0x1p-52;

  /**
   * From where fifty digits still leave thirty after cancellation, to where doubles still reach.
   */
  private static final double[] SIZES = {
    1e-20, 1e-16, 1e-10, 1e-8, 1e-5, 1e-3, 0.1, 0.3, 0.5, 0.7, 1, 2, 5, 19, 40, 100, 350, 700
  };

  private Digits() {}

  /** Largest error of an operation against its definition, in ulps of its result. */
  static double ulps(
      UnaryOperator<Tensor> operation, UnaryOperator<Dfp> definition, double... points) {
    double worst = 0;
    for (double x : points) {
      double actual = operation.apply(Tensor.scalar(x)).item();
      Dfp error = FIELD.newDfp(actual).subtract(definition.apply(FIELD.newDfp(x)));
      worst = Math.max(worst, Math.abs(error.toDouble()) / Math.ulp(actual));
    }
    return worst;
  }

  /**
   * Hold an operation against its definition, on both sides of zero.
   *
   * @param domain where it is finite
   */
  static void agree(
      UnaryOperator<Tensor> operation, UnaryOperator<Dfp> definition, DoublePredicate domain) {
    for (double size : SIZES) {
      for (double x : new double[] {size, -size}) {
        if (domain.test(x)) {
          double actual = operation.apply(Tensor.scalar(x)).item();
          Dfp truth = definition.apply(FIELD.newDfp(x));
          double error = FIELD.newDfp(actual).subtract(truth).divide(truth).abs().toDouble();
          assertThat(error).as("relative error at x = %s", x).isLessThanOrEqualTo(ULPS);
        }
      }
    }
  }
}
