package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** Products that would work in place of one that does not; each has been tried on the shapes. */
// [impl->tensor~remedies~1]
final class ProductRemedy {
  private ProductRemedy() {}

  /** The swap, which needs nothing else; failing that, the transposes that work; or nothing. */
  static String offer(Tensor a, Tensor b) {
    String left = a.name().orElse("left");
    String right = b.name().orElse("right");
    if (fits(b.shape(), a.shape())) {
      return words(List.of(right + ".matmul(" + left + ")"));
    }
    List<String> calls = new ArrayList<>();
    if (b.ndim() == 2 && fits(a.shape(), swapped(b.shape()))) {
      calls.add(left + ".matmul(" + right + ".t())");
    }
    if (a.ndim() == 2 && fits(swapped(a.shape()), b.shape())) {
      calls.add(left + ".t().matmul(" + right + ")");
    }
    return words(calls);
  }

  /** The general product, if it works. */
  static String matmulInstead(Tensor a, Tensor b) {
    boolean works = fits(a.shape(), b.shape());
    String call = a.name().orElse("left") + ".matmul(" + b.name().orElse("right") + ")";
    return words(works ? List.of(call) : List.of());
  }

  static String words(List<String> calls) {
    return calls.isEmpty() ? "" : "\ndid you mean " + String.join(" or ", calls) + "?";
  }

  private static boolean fits(int[] left, int[] right) {
    return Shapes.matmul(left, right).isPresent();
  }

  private static int[] swapped(int[] shape) {
    return new int[] {shape[1], shape[0]};
  }
}
