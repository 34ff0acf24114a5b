package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.Optional;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** What is allowed and hardly ever meant, and the words that warn of it. */
public final class Suspicion {
  private Suspicion() {}

  /**
   * A difference of a column [n, 1] and n numbers [n], which broadcasts to every pair [n, n].
   *
   * <p>Pairs that are meant are written with the row as such, {@code x.sub(y.unsqueeze(0))}.
   */
  // [impl->tensor~grown-difference~1]
  public static Optional<String> grownDifference(Tensor a, Tensor b) {
    if (isColumnOf(b, a)) {
      return Optional.of(grown(a, b, b.name().orElse("right")));
    }
    return isColumnOf(a, b) ? Optional.of(grown(a, b, a.name().orElse("left"))) : Optional.empty();
  }

  private static boolean isColumnOf(Tensor row, Tensor column) {
    return column.ndim() == row.ndim() + 1
        && row.numel() > 1
        && Arrays.equals(Shapes.append(row.shape(), 1), column.shape())
        && Shapes.broadcast(row.shape(), column.shape()).isPresent();
  }

  private static String grown(Tensor a, Tensor b, String row) {
    int[] shape = Shapes.broadcast(a.shape(), b.shape()).orElseThrow();
    return "sub: "
        + a.numel()
        + " and "
        + b.numel()
        + " numbers have "
        + Shapes.size(shape)
        + " differences, one for each pair\n  left    "
        + a.signature()
        + "\n  right   "
        + b.signature()
        + "\n  result  "
        + Arrays.toString(shape)
        + "\ndid you mean "
        + row
        + ".unsqueeze("
        + Math.min(a.ndim(), b.ndim())
        + ")? if every pair is meant, write "
        + row
        + ".unsqueeze(0)";
  }

  /**
   * A variance of no more numbers than are subtracted in its divisor. The biased variance of none
   * is NaN without a word, as the mean of none is.
   */
  // [impl->tensor~variance-of-too-few~1]
  public static Optional<String> tooFew(
      String operation, Tensor x, boolean[] reduced, int correction) {
    int count = Reduction.count(x.shape(), reduced);
    return count > correction || correction == 0
        ? Optional.empty()
        : Optional.of(
            operation
                + ": the divisor n − "
                + correction
                + " is not positive for n = "
                + count
                + ", and the result not finite\n  given  "
                + x.signature());
  }

  /** A mean over samples all of which are left out. */
  // [impl->tensor~all-ignored~1]
  public static Optional<String> allIgnored(
      String operation, IndexTensor classes, ClassOptions options, LossReduction reduction) {
    boolean all = Arrays.stream(classes.toArray()).allMatch(label -> label == options.ignored());
    return reduction == LossReduction.MEAN && all && classes.size() > 0
        ? Optional.of(
            operation
                + ": every sample is left out, and the mean of none is NaN\n  classes  "
                + Arrays.toString(classes.shape())
                + ", all "
                + options.ignored())
        : Optional.empty();
  }
}
