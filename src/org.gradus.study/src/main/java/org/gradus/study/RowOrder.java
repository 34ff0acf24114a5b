package org.gradus.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * The order of the boxes in each row: by the mean position of their neighbors, the row above and
 * the row below by turns, boxes with equal means as they stood or turned round by turns; the order
 * with the fewest crossings of edges is kept.
 */
final class RowOrder {

  private static final int SWEEPS = 12;

  private RowOrder() {}

  /** Orders rows so that few edges cross; the result depends on the given order alone. */
  static void improve(List<List<Box>> rows) {
    number(rows);
    List<List<Box>> best = copy(rows);
    long fewest = crossings(rows);
    for (int sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
      boolean turned = sweep % 4 > 1;
      if (sweep % 2 == 0) {
        for (int i = 1; i < rows.size(); i++) {
          sort(rows.get(i), box -> box.above, turned);
        }
      } else {
        for (int i = rows.size() - 2; i >= 0; i--) {
          sort(rows.get(i), box -> box.below, turned);
        }
      }
      long count = crossings(rows);
      if (count < fewest) {
        fewest = count;
        best = copy(rows);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      rows.set(i, best.get(i));
    }
    number(rows);
  }

  /** Counts the pairs of edges that cross between neighboring rows. */
  private static long crossings(List<List<Box>> rows) {
    long count = 0;
    for (List<Box> row : rows) {
      List<Integer> ends = new ArrayList<>();
      for (Box box : row) {
        List<Integer> own = box.below.stream().map(lower -> lower.position).sorted().toList();
        for (int end : own) {
          count += ends.stream().filter(other -> other > end).count();
        }
        ends.addAll(own);
      }
    }
    return count;
  }

  private static void sort(List<Box> row, Function<Box, List<Box>> neighbors, boolean turned) {
    if (turned) {
      Collections.reverse(row);
    }
    row.sort(
        Comparator.comparingDouble(
            box ->
                neighbors.apply(box).stream()
                    .mapToInt(neighbor -> neighbor.position)
                    .average()
                    .orElse(box.position)));
    number(List.of(row));
  }

  private static void number(List<List<Box>> rows) {
    for (List<Box> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        row.get(i).position = i;
      }
    }
  }

  private static List<List<Box>> copy(List<List<Box>> rows) {
    List<List<Box>> copy = new ArrayList<>();
    rows.forEach(row -> copy.add(new ArrayList<>(row)));
    return copy;
  }
}
