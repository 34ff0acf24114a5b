package org.gradus.cli.conform;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;

/**
 * How far a number may lie from the one that is expected.
 *
 * <pre>
 *   exact        a = b
 *   elementwise  |a − b| ≤ r·|b| + t
 *   normwise     |a − b| ≤ r·max|b| + t     the largest of the finite elements of the tensor
 * </pre>
 *
 * <p>In every mode NaN is expected where NaN is, and an infinity where the same infinity is.
 *
 * @param mode which of the three
 * @param relative r
 * @param absolute t
 */
record Tolerance(Mode mode, double relative, double absolute) {

  /** What a tolerance is relative to. */
  enum Mode {
    EXACT,
    ELEMENTWISE,
    NORMWISE
  }

  /** For integers and booleans. */
  static final Tolerance EXACT = new Tolerance(Mode.EXACT, 0, 0);

  /** For second derivatives, which cancel more: a hundred times what sums are allowed. */
  static final Tolerance SECOND_ORDER = new Tolerance(Mode.NORMWISE, 1e-11, 1e-13);

  /** Below every normal number: it lets a subnormal differ in its last digit from zero. */
  private static final double LEAST = 1e-300;

  /**
   * Reads a tolerance.
   *
   * @throws MalformedException if it is none
   */
  static Tolerance of(Fields fields) {
    String mode = fields.text("mode");
    switch (mode) {
      case "exact":
        return EXACT;
      case "elementwise":
        return new Tolerance(Mode.ELEMENTWISE, share(fields, "rtol"), absolute(fields));
      case "normwise":
        return new Tolerance(Mode.NORMWISE, share(fields, "rtol"), absolute(fields));
      default:
        throw MalformedException.of(
            fields.path("mode"), "it must be exact, elementwise or normwise", mode);
    }
  }

  private static double absolute(Fields fields) {
    return fields.has("atol") ? share(fields, "atol") : LEAST;
  }

  private static double share(Fields fields, String name) {
    double value = fields.number(name);
    if (value > 0 && value < 1) {
      return value;
    }
    throw MalformedException.of(fields.path(name), "it must lie between 0 and 1", value);
  }

  /**
   * The largest error of the elements of a tensor, and where they disagree first.
   *
   * @param error the largest |a − b| / (scale + t/r), which must not exceed r; 0 where all are
   *     equal
   * @param count elements compared, a count
   * @param difference the element of the largest error, if it is too large
   */
  record Result(double error, int count, Optional<Difference> difference) {}

  /** Compares a tensor with the one that is expected. */
  Result compare(String part, Literal expected, Tensor tensor) {
    if (!Arrays.equals(expected.shape(), tensor.shape())) {
      return new Result(
          Double.POSITIVE_INFINITY,
          0,
          Optional.of(new Difference.OfShapes(part, expected.shape(), tensor.shape())));
    }
    double[] actual = tensor.detach().toArray();
    double[] data = expected.data();
    double scale = Arrays.stream(data).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    double[] errors =
        IntStream.range(0, data.length)
            .mapToDouble(i -> error(actual[i], data[i], scale))
            .toArray();
    OptionalInt worst =
        IntStream.range(0, errors.length).reduce((i, j) -> errors[j] > errors[i] ? j : i);
    if (worst.isEmpty()) {
      return new Result(0, 0, Optional.empty());
    }
    int at = worst.getAsInt();
    Optional<Difference> difference =
        errors[at] <= relative
            ? Optional.empty()
            : Optional.of(
                new Difference.OfNumbers(
                    part,
                    position(at, expected.shape()),
                    data[at],
                    actual[at],
                    errors[at],
                    relative));
    return new Result(errors[at], data.length, difference);
  }

  private double error(double a, double b, double scale) {
    if (a == b || Double.isNaN(a) && Double.isNaN(b)) {
      return 0;
    }
    if (!Double.isFinite(a) || !Double.isFinite(b)) {
      return Double.POSITIVE_INFINITY;
    }
    double size =
        switch (mode) {
          case EXACT -> Math.abs(b);
          case ELEMENTWISE -> Math.abs(b) + absolute / relative;
          case NORMWISE -> scale + absolute / relative;
        };
    return Math.abs(a - b) / size;
  }

  private static int[] position(int element, int[] shape) {
    int[] position = new int[shape.length];
    int rest = element;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      position[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return position;
  }
}
