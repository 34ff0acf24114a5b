package org.gradus.tensor.proofs.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.Tensor;

/** Every shape of rank 0 to 3 with lengths 0 to 3, so that a law is checked and not sampled. */
public final class SmallShapes {
  /** 1 + 4 + 16 + 64. */
  public static final int COUNT = 85;

  private SmallShapes() {}

  /** All shapes, from rank 0 up. */
  public static List<int[]> all() {
    List<int[]> shapes = new ArrayList<>();
    List<int[]> last = List.of(new int[0]);
    for (int rank = 0; rank <= 3; rank++) {
      shapes.addAll(last);
      last = longer(last, 3);
    }
    return shapes;
  }

  /** Every index of a shape, the last axis running fastest. */
  public static List<int[]> indices(int... shape) {
    List<int[]> indices = List.of(new int[0]);
    for (int length : shape) {
      indices = longer(indices, length - 1);
    }
    return indices;
  }

  /** Every subset of n things, as masks. */
  public static List<boolean[]> subsets(int n) {
    List<boolean[]> subsets = new ArrayList<>();
    int[] twos = new int[n];
    Arrays.fill(twos, 2);
    for (int[] choice : indices(twos)) {
      boolean[] subset = new boolean[n];
      for (int i = 0; i < n; i++) {
        subset[i] = choice[i] == 1;
      }
      subsets.add(subset);
    }
    return subsets;
  }

  /** Every order of n things. */
  public static List<int[]> orders(int n) {
    int[] choices = new int[n];
    Arrays.fill(choices, n);
    return indices(choices).stream()
        .filter(order -> Arrays.stream(order).distinct().count() == n)
        .toList();
  }

  /** Number of elements. */
  public static int size(int... shape) {
    return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
  }

  /** The numbers 1, 2, 3, … in row-major order. */
  public static Tensor counted(int... shape) {
    double[] values = new double[size(shape)];
    Arrays.setAll(values, i -> i + 1);
    return Tensor.of(values).reshape(shape);
  }

  private static List<int[]> longer(List<int[]> shorter, int most) {
    List<int[]> result = new ArrayList<>();
    for (int[] head : shorter) {
      for (int entry = 0; entry <= most; entry++) {
        int[] next = Arrays.copyOf(head, head.length + 1);
        next[head.length] = entry;
        result.add(next);
      }
    }
    return result;
  }
}
