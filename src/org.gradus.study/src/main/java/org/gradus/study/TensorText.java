package org.gradus.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;

/** Short writing of tensors: 54, [1, 0.333333], 100×2 numbers. */
final class TensorText {

  private static final int MOST_NUMBERS = 9;
  private static final MathContext DIGITS = new MathContext(6);
  private static final double LARGE = 1e7;
  private static final double SMALL = 1e-4;

  private TensorText() {}

  /** Writes the numbers, six digits each; of more than nine the shape alone. */
  static String of(Tensor tensor) {
    if (tensor.numel() > MOST_NUMBERS || tensor.numel() == 0) {
      return size(tensor.shape());
    }
    return nested(tensor.detach());
  }

  /** Writes how many numbers a shape has: 100×2 numbers. */
  static String size(int... shape) {
    return Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining("×"))
        + " numbers";
  }

  /** Writes a number with six digits. */
  static String of(double value) {
    if (Double.isNaN(value) || value == 0) {
      return Double.isNaN(value) ? "NaN" : "0";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "-∞";
    }
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    double size = Math.abs(value);
    if (size >= SMALL && size < LARGE) {
      return rounded.toPlainString();
    }
    int exponent = rounded.precision() - rounded.scale() - 1;
    return rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /**
   * Writes the derivatives of a result by an operand.
   *
   * @param partial derivatives, the shape of the result followed by that of the operand
   * @param square whether both have one shape; then a diagonal matrix is written as its diagonal
   */
  static String jacobian(Tensor partial, boolean square) {
    double[] values = partial.toArray();
    if (values.length == 1) {
      return of(values[0]);
    }
    int n = (int) Math.round(Math.sqrt(values.length));
    boolean diagonal =
        square
            && IntStream.range(0, values.length).allMatch(i -> i % (n + 1) == 0 || values[i] == 0);
    if (!diagonal) {
      return of(partial);
    }
    return "diag "
        + of(Tensor.of(IntStream.range(0, n).mapToDouble(i -> values[i * (n + 1)]).toArray()));
  }

  private static String nested(Tensor tensor) {
    if (tensor.ndim() == 0) {
      return of(tensor.item());
    }
    return tensor.unbind(0).stream()
        .map(TensorText::nested)
        .collect(Collectors.joining(", ", "[", "]"));
  }
}
