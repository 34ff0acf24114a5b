package org.gradus.study;

import java.util.List;

/**
 * The places of the boxes in their rows: as near to their neighbors above and below as the order
 * and the distances in each row allow.
 *
 * <pre>
 *   minimize  Σ over joined boxes  w·(x − x′)²      w: 1 at a node, 8 along an edge
 * </pre>
 *
 * <p>One row after the other is placed best for what the others are, which never makes the sum
 * larger; a row alone is a problem of isotonic regression, solved exactly by pooling neighbors that
 * want to pass each other.
 */
final class RowPlaces {

  private static final int SWEEPS = 200;
  private static final double STILL = 0.01;
  private static final double STRAIGHT = 8;

  private RowPlaces() {}

  /**
   * Writes the middle of each box.
   *
   * @param gap least distance between boxes of one row, in pixels
   */
  static void place(List<List<Box>> rows, double gap) {
    for (List<Box> row : rows) {
      double right = 0;
      for (Box box : row) {
        box.x = right + box.width / 2;
        right += box.width + gap;
      }
    }
    double moved = Double.POSITIVE_INFINITY;
    for (int sweep = 0; sweep < SWEEPS && moved > STILL; sweep++) {
      moved = 0;
      for (int i = 0; i < rows.size(); i++) {
        List<Box> row = rows.get(sweep % 2 == 0 ? i : rows.size() - 1 - i);
        moved = Math.max(moved, placeRow(row, gap));
      }
    }
  }

  /** A run of boxes that touch, as one: where its first box wants to be, and how much. */
  private record Pool(double at, double weight, int count) {
    Pool with(Pool right) {
      double sum = weight + right.weight;
      return new Pool((at * weight + right.at * right.weight) / sum, sum, count + right.count);
    }
  }

  /** Places one row and tells how far a box has moved at most. */
  private static double placeRow(List<Box> row, double gap) {
    double[] offset = new double[row.size()];
    Pool[] pools = new Pool[row.size()];
    int count = 0;
    for (int i = 0; i < row.size(); i++) {
      Box box = row.get(i);
      if (i > 0) {
        Box left = row.get(i - 1);
        offset[i] = offset[i - 1] + (left.width + box.width) / 2 + gap;
      }
      Pool pool = wish(box, offset[i]);
      while (count > 0 && pools[count - 1].at > pool.at) {
        count--;
        pool = pools[count].with(pool);
      }
      pools[count] = pool;
      count++;
    }
    double moved = 0;
    int i = 0;
    for (int p = 0; p < count; p++) {
      for (int end = i + pools[p].count; i < end; i++) {
        double x = pools[p].at + offset[i];
        moved = Math.max(moved, Math.abs(x - row.get(i).x));
        row.get(i).x = x;
      }
    }
    return moved;
  }

  /** The mean of the neighbors; a box without any stays. */
  private static Pool wish(Box box, double offset) {
    double sum = 0;
    double weight = 0;
    for (List<Box> neighbors : List.of(box.above, box.below)) {
      for (Box neighbor : neighbors) {
        double w = box.solid || neighbor.solid ? 1 : STRAIGHT;
        sum += w * neighbor.x;
        weight += w;
      }
    }
    return weight == 0
        ? new Pool(box.x - offset, 1, 1)
        : new Pool(sum / weight - offset, weight, 1);
  }
}
