package org.gradus.tensor.op;

import java.util.Arrays;
import org.gradus.tensor.Tensor;

/** Shapes and values drawn for test cases. */
public final class Sample {
  private Sample() {}

  /** A shape of rank 0 to 3 with lengths 0 to 4, one and empty axes among them. */
  public static int[] shape(Draw draw) {
    return shape(draw, draw.between(0, 3));
  }

  /** A shape of a given rank with lengths 0 to 4; an empty axis is one draw in sixteen. */
  public static int[] shape(Draw draw, int rank) {
    int[] shape = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = length(draw);
    }
    return shape;
  }

  /** A length of 0 to 4; zero is one draw in sixteen. */
  public static int length(Draw draw) {
    int drawn = draw.between(1, 16);
    return drawn == 16 ? 0 : 1 + (drawn - 1) % 4;
  }

  /** A shape that broadcasts with {@code shape}: shorter, equal, or with some lengths of one. */
  public static int[] partner(Draw draw, int... shape) {
    int drop = draw.between(0, shape.length);
    int[] partner = Arrays.copyOfRange(shape, drop, shape.length);
    for (int axis = 0; axis < partner.length; axis++) {
      if (draw.between(0, 2) == 2) {
        partner[axis] = 1;
      }
    }
    return partner;
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
   * <p>Element i is a distinct multiple of four rooms, moved by less than one room.
   */
  public static Tensor distinct(Draw draw, int... shape) {
    double[] values = Tensor.zeros(shape).toArray();
    int[] ranks = new int[values.length];
    for (int i = 0; i < ranks.length; i++) {
      int at = draw.between(0, i);
      ranks[i] = ranks[at];
      ranks[at] = i;
    }
    double middle = values.length / 2.0;
    Arrays.setAll(
        values, i -> 4 * Domain.ROOM * (ranks[i] - middle) + draw.real(-Domain.ROOM, Domain.ROOM));
    return Tensor.of(values).reshape(shape);
  }
}
