package org.gradus.tensor.proofs.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.tensor.Tensor;

/**
 * One view operation, applied to a tensor and to its picture alike.
 *
 * <p>Its numbers are taken modulo what the shape at hand allows, so every step fits every view; one
 * that has no place to go, such as a selection of rank 0, does nothing.
 *
 * @param kind the operation
 * @param p first choice, not negative
 * @param q second choice, not negative
 * @param r third choice, not negative
 */
public record ViewStep(Kind kind, int p, int q, int r) {
  private static final int HIGHEST_RANK = 4;

  /** The view operations. */
  public enum Kind {
    SELECT,
    SLICE,
    TRANSPOSE,
    PERMUTE,
    UNSQUEEZE,
    SQUEEZE,
    EXPAND,
    RESHAPE
  }

  /**
   * A tensor and what it should show.
   *
   * @param tensor the tensor
   * @param picture its cells
   */
  public record Both(Tensor tensor, Picture picture) {}

  /** Both after the operation. */
  public Both of(Both before) {
    Tensor x = before.tensor();
    Picture y = before.picture();
    int rank = x.ndim();
    int axis = rank == 0 ? 0 : p % rank;
    int length = rank == 0 ? 0 : x.size(axis);
    return switch (kind) {
      case SELECT -> {
        if (length == 0) {
          yield before;
        }
        int index = q % length;
        yield new Both(x.select(axis, r % 2 == 0 ? index : index - length), y.select(axis, index));
      }
      case SLICE -> {
        if (rank == 0) {
          yield before;
        }
        int start = q % (length + 1);
        int stop = start + r % (length - start + 1);
        int step = 1 + r % 3;
        yield new Both(x.slice(axis, start, stop, step), y.slice(axis, start, stop, step));
      }
      case TRANSPOSE -> {
        if (rank == 0) {
          yield before;
        }
        int[] order = IntStream.range(0, rank).toArray();
        order[axis] = q % rank;
        order[q % rank] = axis;
        yield new Both(x.transpose(axis, q % rank), y.permute(order));
      }
      case PERMUTE -> {
        List<int[]> orders = SmallShapes.orders(rank);
        int[] order = orders.get(q % orders.size());
        yield new Both(x.permute(order), y.permute(order));
      }
      case UNSQUEEZE -> {
        int place = p % (rank + 1);
        yield rank == HIGHEST_RANK ? before : new Both(x.unsqueeze(place), y.unsqueeze(place));
      }
      case SQUEEZE -> rank == 0 ? before : new Both(x.squeeze(axis), y.squeeze(axis));
      case EXPAND -> {
        int[] target = grown(x.shape());
        yield new Both(x.expand(target), y.expand(target));
      }
      case RESHAPE -> {
        List<int[]> targets = targets(x.numel()).stream().filter(y::isViewable).toList();
        int[] target = targets.isEmpty() ? x.shape() : targets.get(q % targets.size());
        yield new Both(x.reshape(target), y.reshape(target));
      }
    };
  }

  /** Every shape of at most three axes that holds {@code size} elements; of none, two shapes. */
  static List<int[]> targets(int size) {
    if (size == 0) {
      return List.of(new int[] {0}, new int[] {2, 0, 3});
    }
    List<int[]> targets = new ArrayList<>();
    if (size == 1) {
      targets.add(new int[0]);
    }
    targets.add(new int[] {size});
    for (int first = 1; first <= size; first++) {
      if (size % first != 0) {
        continue;
      }
      int rest = size / first;
      targets.add(new int[] {first, rest});
      for (int second = 1; second <= rest; second++) {
        if (rest % second == 0) {
          targets.add(new int[] {first, second, rest / second});
        }
      }
    }
    return targets;
  }

  private int[] grown(int[] shape) {
    int[] target = shape.clone();
    for (int axis = 0; axis < target.length; axis++) {
      if (target[axis] == 1 && (q + axis) % 2 == 0) {
        target[axis] = r % 3;
      }
    }
    if (p % 2 == 0 || shape.length == HIGHEST_RANK) {
      return target;
    }
    int[] longer = new int[target.length + 1];
    longer[0] = 1 + r % 2;
    System.arraycopy(target, 0, longer, 1, target.length);
    return longer;
  }

  @Override
  public String toString() {
    return kind + Arrays.toString(new int[] {p, q, r});
  }
}
