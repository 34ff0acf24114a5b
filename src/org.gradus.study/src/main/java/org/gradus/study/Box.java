package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/**
 * A rectangle with a place in a rank: a node, the text of an edge, or the gap through which an edge
 * passes a rank.
 */
final class Box {

  final int rank;
  final double width;
  final double height;
  final boolean solid;

  /** Boxes of the rank above that an edge joins to this one, once for each edge. */
  final List<Box> above = new ArrayList<>();

  /** Boxes of the rank below that an edge joins to this one, once for each edge. */
  final List<Box> below = new ArrayList<>();

  /** Place among the boxes of the rank, from 0; what orders the rank writes it. */
  int position;

  /** Middle from left to right, in pixels; what places the boxes writes it. */
  double x;

  /**
   * Makes a box without neighbors.
   *
   * @param rank rank, from 0 at the top
   * @param width width in pixels
   * @param height height in pixels
   * @param solid whether it is a node
   */
  Box(int rank, double width, double height, boolean solid) {
    this.rank = rank;
    this.width = width;
    this.height = height;
    this.solid = solid;
  }

  static void join(Box upper, Box lower) {
    upper.below.add(lower);
    lower.above.add(upper);
  }
}
