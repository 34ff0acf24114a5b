package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/** Numbers where a function of doubles goes wrong first. */
final class Special {
  private static final double[] POINTS = {
    0.0,
    -0.0,
    0.5,
    1,
    -1,
    2,
    -3,
    Double.MIN_VALUE,
    -Double.MIN_VALUE,
    Double.MIN_NORMAL / 2,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private Special() {}

  /** The same bits as {@code truth} at every point; all NaN are one. */
  static void agree(UnaryOperator<Tensor> operation, DoubleUnaryOperator truth) {
    bits(operation.apply(Tensor.of(POINTS)), Arrays.stream(POINTS).map(truth).toArray());
  }

  /** The same bits as {@code truth} at every pair of points, by broadcasting; all NaN are one. */
  static void agree(BinaryOperator<Tensor> operation, DoubleBinaryOperator truth) {
    Tensor all = Tensor.of(POINTS);
    double[] expected =
        Arrays.stream(POINTS)
            .flatMap(a -> Arrays.stream(POINTS).map(b -> truth.applyAsDouble(a, b)))
            .toArray();
    bits(operation.apply(all.unsqueeze(1), all).flatten(), expected);
  }
}
