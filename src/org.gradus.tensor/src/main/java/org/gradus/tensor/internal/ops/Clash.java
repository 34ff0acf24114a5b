package org.gradus.tensor.internal.ops;

import java.util.List;
import java.util.OptionalInt;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** Words for lengths that do not meet: which, along which axis, and of which operand. */
// [impl->tensor~clash~1]
final class Clash {
  private Clash() {}

  /** The two lengths that do not broadcast, aligned at the last axis. */
  static String broadcast(Tensor a, Tensor b) {
    int back = Shapes.clash(a.shape(), b.shape()).orElseThrow();
    return differ(length(a, a.ndim() - back, ""), length(b, b.ndim() - back, ""));
  }

  /** The first two lengths of several operands that do not broadcast, aligned at the last axis. */
  static String together(List<String> roles, List<Tensor> operands) {
    for (int i = 0; i < operands.size(); i++) {
      Tensor a = operands.get(i);
      for (int k = i + 1; k < operands.size(); k++) {
        Tensor b = operands.get(k);
        OptionalInt back = Shapes.clash(a.shape(), b.shape());
        if (back.isPresent()) {
          return differ(
              length(a, a.ndim() - back.getAsInt(), owner(a, roles.get(i))),
              length(b, b.ndim() - back.getAsInt(), owner(b, roles.get(k))));
        }
      }
    }
    throw new IllegalArgumentException("operands that broadcast in pairs broadcast together");
  }

  /** Why an operand does not broadcast to a target. */
  static String into(Tensor target, Tensor other) {
    if (other.ndim() > target.ndim()) {
      return "it has " + axes(other.ndim()) + ", and the target " + axes(target.ndim());
    }
    int[] shape = target.shape();
    int back = 1;
    while (other.size(-back) == 1 || other.size(-back) == shape[shape.length - back]) {
      back++;
    }
    return differ(length(target, target.ndim() - back, ""), length(other, other.ndim() - back, ""));
  }

  /** Why two operands have no product. */
  static String product(Tensor a, Tensor b) {
    if (a.ndim() == 0 || b.ndim() == 0) {
      return "both operands must have at least one axis";
    }
    int left = a.ndim() - 1;
    int right = Math.max(b.ndim() - 2, 0);
    if (a.size(left) != b.size(right)) {
      return "inner axes must have equal length: "
          + differ(length(a, left, ""), length(b, right, ""));
    }
    int[] leftBatch = Shapes.batch(a.shape());
    int[] rightBatch = Shapes.batch(b.shape());
    int back = Shapes.clash(leftBatch, rightBatch).orElseThrow();
    return "batch axes must broadcast: "
        + differ(length(a, leftBatch.length - back, ""), length(b, rightBatch.length - back, ""));
  }

  private static String differ(String left, String right) {
    return left + " and " + right + " differ";
  }

  private static String owner(Tensor x, String role) {
    return " of " + x.name().orElse(role);
  }

  /** A length, with the name of its axis, or else its number. */
  private static String length(Tensor x, int axis, String owner) {
    List<String> names = x.axisNames();
    boolean named = names.size() == x.ndim() && !names.get(axis).isEmpty();
    return x.size(axis) + " (" + (named ? names.get(axis) : "axis " + axis) + owner + ")";
  }

  private static String axes(int count) {
    return count == 1 ? "1 axis" : count + " axes";
  }
}
