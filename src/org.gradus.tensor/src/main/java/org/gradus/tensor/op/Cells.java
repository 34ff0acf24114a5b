package org.gradus.tensor.op;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A plain array of numbers of any system, addressed by index: what a definition reads and returns.
 *
 * <p>It shares no code with the tensors it is held against: no strides, no views, no broadcasting
 * but {@link #repeated}.
 *
 * @param shape length of each axis
 * @param values elements in row-major order
 * @param <S> number system
 */
public record Cells<S extends Real<S>>(int[] shape, List<S> values) {

  /** Fill a shape cell by cell, from the first index to the last. */
  public static <S extends Real<S>> Cells<S> of(int[] shape, Function<int[], S> cell) {
    List<S> values = new ArrayList<>();
    for (int[] index : indices(shape)) {
      values.add(cell.apply(index));
    }
    return new Cells<>(shape, values);
  }

  /** Every index of a shape, the last axis running fastest; one empty index for rank 0. */
  public static List<int[]> indices(int... shape) {
    List<int[]> indices = List.of(new int[0]);
    for (int length : shape) {
      List<int[]> longer = new ArrayList<>();
      for (int[] index : indices) {
        for (int i = 0; i < length; i++) {
          int[] next = Arrays.copyOf(index, index.length + 1);
          next[index.length] = i;
          longer.add(next);
        }
      }
      indices = longer;
    }
    return indices;
  }

  /** Element at an index. */
  public S at(int... index) {
    int position = 0;
    for (int axis = 0; axis < shape.length; axis++) {
      position = position * shape[axis] + index[axis];
    }
    return values.get(position);
  }

  /**
   * Element that a broadcast result reads at {@code index}: last axes aligned, a length of one
   * repeated.
   */
  public S repeated(int... index) {
    int lead = index.length - shape.length;
    int[] own = new int[shape.length];
    for (int axis = 0; axis < shape.length; axis++) {
      own[axis] = shape[axis] == 1 ? 0 : index[lead + axis];
    }
    return at(own);
  }

  /**
   * Fold some axes away.
   *
   * @param reduced whether each axis is folded
   * @param keep whether a folded axis stays with length one
   * @param fold from the elements of one line, plane, …, in row-major order, to one number
   */
  public Cells<S> fold(boolean[] reduced, boolean keep, Function<List<S>, S> fold) {
    int[] outer = shape.clone();
    int[] inner = shape.clone();
    int[] result = new int[0];
    for (int axis = 0; axis < shape.length; axis++) {
      outer[axis] = reduced[axis] ? 1 : shape[axis];
      inner[axis] = reduced[axis] ? shape[axis] : 1;
      if (keep || !reduced[axis]) {
        result = Arrays.copyOf(result, result.length + 1);
        result[result.length - 1] = outer[axis];
      }
    }
    List<S> folded = new ArrayList<>();
    for (int[] at : indices(outer)) {
      List<S> line = new ArrayList<>();
      for (int[] within : indices(inner)) {
        int[] index = at.clone();
        for (int axis = 0; axis < index.length; axis++) {
          index[axis] += within[axis];
        }
        line.add(at(index));
      }
      folded.add(fold.apply(line));
    }
    return new Cells<>(result, folded);
  }

  /** Number of axes. */
  public int rank() {
    return shape.length;
  }
}
