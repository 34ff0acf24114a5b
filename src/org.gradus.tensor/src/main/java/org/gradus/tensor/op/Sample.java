package org.gradus.tensor.op;

import java.util.Arrays;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** Shapes and values drawn for test cases. */
public final class Sample {
  private Sample() {}

  /** A shape of rank 0 to 3 with lengths 0 to 4, one and empty axes among them. */
  public static int[] shape(Draw draw) {
    return shape(draw, draw.rank(0, 3));
  }

  /** A shape of a given rank with lengths 0 to 4; an empty axis is one draw in sixteen. */
  public static int[] shape(Draw draw, int rank) {
    int[] shape = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = draw.length(0);
    }
    return shape;
  }

  /** A shape of a given rank of which one axis has at least some length. */
  public static int[] shape(Draw draw, int rank, int axis, int least) {
    int[] shape = new int[rank];
    for (int a = 0; a < rank; a++) {
      shape[a] = draw.length(a == axis ? least : 0);
    }
    return shape;
  }

  /**
   * A shape of rank 0 to 3 that broadcasts with {@code shape}: either may be repeated, or both,
   * each along axes of its own.
   */
  public static int[] partner(Draw draw, int... shape) {
    return partnerOfRank(draw, draw.rank(0, 3), shape);
  }

  /** A shape of a given rank that broadcasts with {@code shape}. */
  public static int[] partnerOfRank(Draw draw, int rank, int... shape) {
    int[] partner = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      int met = shape.length - rank + axis;
      partner[axis] = met < 0 || shape[met] == 1 ? draw.length(0) : oneOr(draw, shape[met]);
    }
    return partner;
  }

  /** A shape that broadcasts to {@code shape}: shorter, equal, or with some lengths of one. */
  public static int[] part(Draw draw, int... shape) {
    int drop = draw.between(0, shape.length);
    int[] part = Arrays.copyOfRange(shape, drop, shape.length);
    Arrays.setAll(part, axis -> part[axis] == 1 ? 1 : oneOr(draw, part[axis]));
    return part;
  }

  private static int oneOr(Draw draw, int length) {
    return draw.rarely(3) ? 1 : length;
  }

  /**
   * The shape that two shapes broadcast to.
   *
   * @throws IllegalArgumentException if they do not broadcast
   */
  public static int[] broadcast(int[] left, int[] right) {
    return Shapes.broadcast(left, right)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "broadcast: lengths must be equal, or one of them 1, last axes aligned"
                        + "\n  left   "
                        + Arrays.toString(left)
                        + "\n  right  "
                        + Arrays.toString(right)));
  }

  /** A tensor with values from a domain. */
  public static Tensor tensor(Draw draw, Domain domain, int... shape) {
    Tensor zeros = Tensor.zeros(shape);
    double[] values = zeros.toArray();
    Arrays.setAll(values, i -> domain.draw(draw));
    return Tensor.of(values).reshape(shape);
  }

  /**
   * A tensor whose elements all differ by at least {@link Domain#ROOM}, in random order: no ties
   * for an extreme.
   *
   * <p>Element i is a distinct multiple of four rooms, moved by less than one room; or all lie at
   * equal distances, so that one may be the mean of the others.
   */
  public static Tensor distinct(Draw draw, int... shape) {
    double[] values = Tensor.zeros(shape).toArray();
    int[] ranks = new int[values.length];
    for (int i = 0; i < ranks.length; i++) {
      int at = draw.whole(0, i);
      ranks[i] = ranks[at];
      ranks[at] = i;
    }
    double middle = values.length / 2.0;
    boolean even = draw.whole(1, 4) == 4;
    Arrays.setAll(
        values,
        i ->
            4 * Domain.ROOM * (ranks[i] - middle)
                + (even ? 0 : draw.real(-Domain.ROOM, Domain.ROOM)));
    return Tensor.of(values).reshape(shape);
  }
}
