package org.gradus.study;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Boxes joined by arrows: what every writer of graphs writes.
 *
 * <p>An arrow leads from what is used to what is made of it. Several arrows may join the same two
 * boxes; no way along the arrows leads back to where it began.
 *
 * @param title what the diagram shows
 * @param nodes boxes, at least one
 * @param edges arrows; those into one box in the order of its operands
 */
// [impl->study~diagram~1]
public record Diagram(String title, List<Node> nodes, List<Edge> edges) {

  /** What a box stands for. */
  public enum Kind {
    /** A value that is given and asked about. */
    LEAF,
    /** A value that is given. */
    CONSTANT,
    /** A value that is made of others. */
    OPERATION,
    /** The value all others serve. */
    ROOT
  }

  /**
   * A box.
   *
   * @param id name for arrows, used once
   * @param kind what it stands for
   * @param lines text in it, at least one line, the heading first
   */
  public record Node(String id, Kind kind, List<String> lines) {

    /**
     * Copies the lines, control characters as spaces.
     *
     * @throws IllegalArgumentException if there is no line
     */
    public Node {
      lines = plain(lines);
      if (lines.isEmpty()) {
        throw new IllegalArgumentException(
            "diagram: a node needs at least one line of text\n  node  : %s\n  lines : 0"
                    .formatted(id)
                + "\ngive it a heading");
      }
    }
  }

  /**
   * An arrow.
   *
   * @param from id of what is used
   * @param to id of what is made of it
   * @param lines text beside it; may be empty
   */
  public record Edge(String from, String to, List<String> lines) {

    /** Copies the lines, control characters as spaces. */
    public Edge {
      lines = plain(lines);
    }
  }

  /**
   * Copies nodes and edges.
   *
   * @throws IllegalArgumentException if there is no node, an id is used twice, an edge leads from
   *     or to no node, or edges lead round in a circle
   */
  public Diagram {
    nodes = List.copyOf(nodes);
    edges = List.copyOf(edges);
    title = plain(List.of(title)).get(0);
    Set<String> ids = new HashSet<>();
    for (Node node : nodes) {
      if (!ids.add(node.id())) {
        throw refused("each node needs an id of its own", title, "used twice", node.id());
      }
    }
    for (Edge edge : edges) {
      for (String end : List.of(edge.from(), edge.to())) {
        if (!ids.contains(end)) {
          throw refused("an edge must join two of its nodes", title, "no node", end);
        }
      }
    }
    if (nodes.isEmpty()) {
      throw refused("a picture needs at least one node", title, "nodes", "0");
    }
    if (upward(nodes, edges).size() < nodes.size()) {
      throw refused("no way along edges may lead back", title, "edges", "" + edges.size());
    }
  }

  private static IllegalArgumentException refused(
      String rule, String title, String what, String given) {
    return new IllegalArgumentException(
        "diagram: %s\n  title : %s\n  %s : %s".formatted(rule, title, what, given));
  }

  private static List<String> plain(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("\\p{Cntrl}", " ")).toList();
  }

  /** Lists ids so that each comes after all that it is made of; those on a circle are left out. */
  private static List<String> upward(List<Node> nodes, List<Edge> edges) {
    Map<String, Integer> missing = new HashMap<>();
    Map<String, List<String>> users = new HashMap<>();
    for (Edge edge : edges) {
      missing.merge(edge.to(), 1, Integer::sum);
      users.computeIfAbsent(edge.from(), unused -> new ArrayList<>()).add(edge.to());
    }
    Deque<String> ready = new ArrayDeque<>();
    nodes.stream().map(Node::id).filter(id -> !missing.containsKey(id)).forEach(ready::add);
    List<String> sorted = new ArrayList<>();
    while (!ready.isEmpty()) {
      String id = ready.remove();
      sorted.add(id);
      for (String user : users.getOrDefault(id, List.of())) {
        int left = missing.getOrDefault(user, 0) - 1;
        missing.put(user, left);
        if (left == 0) {
          ready.add(user);
        }
      }
    }
    return sorted;
  }

  /** Lists the ids so that each comes after all that it is made of. */
  List<String> upward() {
    return upward(nodes, edges);
  }

  /** Lists the edges into each node, in the order of its operands. */
  Map<String, List<Edge>> operands() {
    Map<String, List<Edge>> operands = new HashMap<>();
    nodes.forEach(node -> operands.put(node.id(), new ArrayList<>()));
    edges.forEach(
        edge -> operands.computeIfAbsent(edge.to(), unused -> new ArrayList<>()).add(edge));
    return operands;
  }

  /** Lists the nodes that nothing is made of, in their order. */
  List<Node> ends() {
    Set<String> used = new HashSet<>();
    edges.forEach(edge -> used.add(edge.from()));
    return nodes.stream().filter(node -> !used.contains(node.id())).toList();
  }

  /**
   * Places boxes and arrows.
   *
   * @throws IllegalArgumentException if there are more nodes than a picture can show
   */
  public DiagramLayout layout() {
    return DiagramLayout.of(this);
  }

  /**
   * Draws the diagram, what is used above what is made of it.
   *
   * @throws IllegalArgumentException as {@link #layout()}
   */
  public Drawing drawing() {
    return DiagramDrawing.of(this, layout());
  }
}
