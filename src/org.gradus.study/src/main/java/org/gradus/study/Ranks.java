package org.gradus.study;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * The rows of a layered picture.
 *
 * <p>Nodes stand in even ranks, by the longest way that leads from them: right above their highest
 * user. The text of an edge stands in the odd rank right above its lower end, and in every other
 * rank between its ends an edge has a box without width: so each edge joins neighboring ranks
 * alone.
 *
 * <p>Source: Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical System
 * Structures", 1981.
 */
final class Ranks {

  private final List<List<Box>> rows = new ArrayList<>();
  private final List<Box> nodes = new ArrayList<>();
  private final List<List<Box>> ways = new ArrayList<>();

  /**
   * Sizes of a text in a box, in pixels.
   *
   * @param width width of lines
   * @param height height of lines
   */
  record Measure(ToDoubleFunction<List<String>> width, ToDoubleFunction<List<String>> height) {}

  Ranks(Diagram diagram, Measure ofNode, Measure ofLabel) {
    Map<String, Integer> ranks = ranks(diagram);
    Map<String, Box> byId = new HashMap<>();
    for (Diagram.Node node : diagram.nodes()) {
      Box box = box(ranks.getOrDefault(node.id(), 0), ofNode, node.lines(), true);
      nodes.add(box);
      byId.put(node.id(), box);
    }
    for (Diagram.Edge edge : diagram.edges()) {
      Box upper = byId.getOrDefault(edge.from(), nodes.get(0));
      Box lower = byId.getOrDefault(edge.to(), nodes.get(0));
      List<Box> way = new ArrayList<>(List.of(upper));
      for (int rank = upper.rank + 1; rank < lower.rank; rank++) {
        boolean labeled = rank == lower.rank - 1;
        way.add(box(rank, ofLabel, labeled ? edge.lines() : List.of(), false));
      }
      way.add(lower);
      for (int i = 1; i < way.size(); i++) {
        Box.join(way.get(i - 1), way.get(i));
      }
      ways.add(way);
    }
    fillRows();
  }

  /** Rows of boxes, each from left to right; the first is the highest. */
  List<List<Box>> rows() {
    return rows;
  }

  /** Boxes of the nodes, in their order. */
  List<Box> nodes() {
    return nodes;
  }

  /** Boxes that each edge joins, from its upper end to its lower one, in the order of the edges. */
  List<List<Box>> ways() {
    return ways;
  }

  private static Box box(int rank, Measure measure, List<String> lines, boolean solid) {
    return new Box(
        rank, measure.width.applyAsDouble(lines), measure.height.applyAsDouble(lines), solid);
  }

  /** Counts ranks up from the lowest row, then numbers them from the highest. */
  private static Map<String, Integer> ranks(Diagram diagram) {
    Map<String, Integer> heights = new HashMap<>();
    Map<String, List<Diagram.Edge>> operands = diagram.operands();
    List<String> downward = new ArrayList<>(diagram.upward());
    Collections.reverse(downward);
    int highest = 0;
    for (String id : downward) {
      int height = heights.getOrDefault(id, 0);
      highest = Math.max(highest, height);
      for (Diagram.Edge edge : operands.getOrDefault(id, List.of())) {
        heights.merge(edge.from(), height + 2, Math::max);
      }
    }
    Map<String, Integer> ranks = new HashMap<>();
    for (String id : downward) {
      ranks.put(id, highest - heights.getOrDefault(id, 0));
    }
    return ranks;
  }

  /** Puts each box into its row, operands from left to right as they are met from below. */
  private void fillRows() {
    Set<Box> seen = new HashSet<>();
    List<Box> open = new ArrayList<>();
    for (Box node : nodes) {
      if (node.below.isEmpty()) {
        open.add(node);
      }
      while (!open.isEmpty()) {
        Box box = open.remove(open.size() - 1);
        if (seen.add(box)) {
          while (rows.size() <= box.rank) {
            rows.add(new ArrayList<>());
          }
          rows.get(box.rank).add(box);
          for (int i = box.above.size() - 1; i >= 0; i--) {
            open.add(box.above.get(i));
          }
        }
      }
    }
    RowOrder.improve(rows);
  }
}
