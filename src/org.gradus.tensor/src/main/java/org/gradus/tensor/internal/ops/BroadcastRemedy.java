package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** Changes of shape that would let two operands meet; each has been tried on the shapes. */
// [impl->tensor~remedies~1]
final class BroadcastRemedy {
  private BroadcastRemedy() {}

  /** Remedies for operands that do not broadcast, or nothing. */
  static String offer(Tensor a, Tensor b) {
    List<String> calls = new ArrayList<>();
    if (columnFits(b, a)) {
      calls.add(column(b, "right"));
    }
    if (columnFits(a, b)) {
      calls.add(column(a, "left"));
    }
    return ProductRemedy.words(calls);
  }

  /** Remedy for an operand that does not broadcast to its target, or nothing. */
  static String into(Tensor target, Tensor other, String role) {
    boolean works = Shapes.expands(Shapes.append(other.shape(), 1), target.shape());
    return ProductRemedy.words(works ? List.of(column(other, role)) : List.of());
  }

  /** Whether x fits as a column: of the other's first lengths, where the last was compared. */
  private static boolean columnFits(Tensor x, Tensor other) {
    return x.ndim() + 1 == other.ndim()
        && Shapes.broadcast(Shapes.append(x.shape(), 1), other.shape()).isPresent();
  }

  private static String column(Tensor x, String role) {
    return x.name().orElse(role) + ".unsqueeze(" + x.ndim() + ")";
  }

  /** Remedy for operands of equal size whose shapes differ by axes of length one. */
  static String sameNumber(Tensor a, Tensor b) {
    int[] left = Arrays.stream(a.shape()).filter(length -> length != 1).toArray();
    int[] right = Arrays.stream(b.shape()).filter(length -> length != 1).toArray();
    if (!Arrays.equals(left, right)) {
      return "";
    }
    String call =
        b.name().orElse("right")
            + ".reshape("
            + String.join(
                ", ", Arrays.stream(a.shape()).mapToObj(Integer::toString).toArray(String[]::new))
            + ")";
    return ProductRemedy.words(List.of(call));
  }
}
