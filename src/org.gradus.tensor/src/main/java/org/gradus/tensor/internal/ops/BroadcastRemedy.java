package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** Changes of shape that would let two operands meet; each has been tried on the shapes. */
final class BroadcastRemedy {
  private BroadcastRemedy() {}

  /** Remedies for operands that do not broadcast, or nothing. */
  static String offer(Tensor a, Tensor b) {
    List<String> calls = new ArrayList<>();
    unsqueeze(b, a, "right", calls);
    unsqueeze(a, b, "left", calls);
    return ProductRemedy.words(calls);
  }

  /**
   * A vector that stands for a column: of the other's first length, where the last was compared.
   */
  private static void unsqueeze(Tensor x, Tensor other, String role, List<String> calls) {
    int[] column = Shapes.append(x.shape(), 1);
    boolean works =
        x.ndim() + 1 == other.ndim() && Shapes.broadcast(column, other.shape()).isPresent();
    if (works) {
      calls.add(x.name().orElse(role) + ".unsqueeze(" + x.ndim() + ")");
    }
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
