package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** Products that would work in place of one that does not; each has been tried on the shapes. */
// [impl->tensor~remedies~2]
final class ProductRemedy {
  private ProductRemedy() {}

  /**
   * The product by a number, if one operand is one; else the swap, which needs nothing; else the
   * transposes that work; of these what joins axes of one name. Or nothing.
   */
  static String offer(Tensor a, Tensor b) {
    Rearranged left = Rearranged.of(a, "left");
    Rearranged right = Rearranged.of(b, "right");
    if (a.ndim() == 0 || b.ndim() == 0) {
      return Remedy.words(List.of(Remedy.call(left.call(), "mul", right.call())));
    }
    List<Pair> pairs = new ArrayList<>();
    pairs.add(new Pair(right, left));
    right.transposed().forEach(turned -> pairs.add(new Pair(left, turned)));
    left.transposed().forEach(turned -> pairs.add(new Pair(turned, right)));
    List<Pair> fitting = pairs.stream().filter(Pair::fits).toList();
    int least = fitting.stream().mapToInt(Pair::strangeness).min().orElse(0);
    List<Pair> best = fitting.stream().filter(pair -> pair.strangeness() == least).toList();
    boolean swap = !best.isEmpty() && best.get(0).left() == right;
    return Remedy.words(
        best.stream().limit(swap ? 1 : best.size()).map(pair -> pair.call("matmul")).toList());
  }

  /** Remedies for operands of other ranks than a product insists on, or nothing. */
  static String ranks(String operation, Tensor a, Tensor b) {
    Rearranged left = Rearranged.of(a, "left");
    Rearranged right = Rearranged.of(b, "right");
    List<String> calls = new ArrayList<>();
    Pair asked = new Pair(left, right);
    if (asked.fits()) {
      calls.add(asked.call("matmul"));
    }
    if (operation.equals("mv")) {
      Pair swapped = new Pair(right, left);
      if (b.ndim() == 2 && a.ndim() == 1 && swapped.fits()) {
        calls.add(swapped.call("mv"));
      }
      for (Rearranged vector : right.squeezed()) {
        Pair squeezed = new Pair(left, vector);
        if (a.ndim() == 2 && vector.shape().length == 1 && squeezed.fits()) {
          calls.add(squeezed.call("mv"));
        }
      }
    } else if (left.reshapedTo(b.shape()).size() == 1) {
      calls.add(new Pair(left.flattened(), right.flattened()).call("dot"));
    }
    return Remedy.words(calls);
  }

  /** Two operands of a product. */
  private record Pair(Rearranged left, Rearranged right) {

    boolean fits() {
      return Shapes.matmul(left.shape(), right.shape()).isPresent();
    }

    int strangeness() {
      int inner = Math.max(right.names().size() - 2, 0);
      return Rearranged.strangeness(
          left.names().get(left.names().size() - 1), right.names().get(inner));
    }

    String call(String method) {
      return Remedy.call(left.call(), method, right.call());
    }
  }
}
