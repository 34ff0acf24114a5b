package org.gradus.check.law;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.gradus.tensor.GradientException;

/**
 * A small engine whose every decision can be taken otherwise: what mistaken engines are made from.
 *
 * <p>It keeps all the laws as it is.
 */
class PlainEngine implements ScalarEngine {
  private long count;

  /** A leaf, a constant, a sum or a product. */
  final class Node implements Value {
    final long number = count++;
    final List<Node> operands;
    final boolean product;
    boolean followed;
    private final int[] versions;
    private double value;
    private int version;
    boolean freed;
    private OptionalDouble gradient = OptionalDouble.empty();

    Node(double value, boolean followed, boolean product, Node... operands) {
      this.value = value;
      this.followed = followed;
      this.product = product;
      this.operands = List.of(operands);
      this.versions = new int[operands.length];
      Arrays.setAll(versions, i -> operands[i].version);
    }

    @Override
    public double value() {
      return value;
    }

    @Override
    public Value plus(Value other) {
      return result(value + other.value(), false, (Node) other);
    }

    @Override
    public Value times(Value other) {
      return result(value * other.value(), true, (Node) other);
    }

    private Node result(double result, boolean isProduct, Node other) {
      return new Node(result, followed || other.followed, isProduct, this, other);
    }

    boolean isLeaf() {
      return followed && operands.isEmpty();
    }

    boolean isChangedSince(int operand) {
      return operands.get(operand).version != versions[operand];
    }

    @Override
    public Value detached() {
      return detach(this);
    }

    @Override
    public void set(double other) {
      value = other;
      version = raised(version);
    }

    @Override
    public void increase(double by) {
      change(this, by);
    }

    @Override
    public void backward(boolean retain) {
      walk(this, retain);
    }

    @Override
    public boolean hasGradient() {
      return gradient.isPresent();
    }

    @Override
    public double gradient() {
      return gradient.orElseThrow();
    }

    void keep(double arrived) {
      gradient = OptionalDouble.of(accumulated(gradient.orElse(0), arrived));
    }

    @Override
    public void clearGradient() {
      gradient = OptionalDouble.empty();
    }
  }

  @Override
  public Value leaf(double value) {
    return new Node(value, true, false);
  }

  /** What waits for its node when a pass begins. */
  Map<Node, Double> waiting() {
    return new IdentityHashMap<>();
  }

  void walk(Node root, boolean retain) {
    Map<Node, Double> waiting = waiting();
    waiting.put(root, seed(root));
    List<Node> order = order(root);
    for (Node node : order) {
      send(node, waiting);
    }
    for (Node node : order) {
      if (keeps(node) && waiting.containsKey(node)) {
        node.keep(waiting.getOrDefault(node, 0.0));
      }
      node.freed |= !retain;
    }
  }

  /** Send what has arrived at a node to its operands. */
  final void send(Node node, Map<Node, Double> waiting) {
    double yBar = waiting.getOrDefault(node, 0.0);
    for (int i = 0; i < node.operands.size(); i++) {
      Node operand = node.operands.get(i);
      if (operand.followed) {
        waiting.merge(operand, yBar * partial(node, i), this::together);
      }
    }
  }

  double seed(Node root) {
    return 1;
  }

  /** All nodes below a root, each before its operands. */
  List<Node> order(Node root) {
    return reached(root).stream()
        .sorted(Comparator.comparingLong((Node node) -> node.number).reversed())
        .toList();
  }

  /** All nodes below a root, nearest first. */
  static List<Node> reached(Node root) {
    Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Node> found = new ArrayDeque<>(List.of(root));
    List<Node> all = new ArrayList<>();
    seen.add(root);
    while (!found.isEmpty()) {
      Node node = found.remove();
      all.add(node);
      for (Node operand : node.operands) {
        if (seen.add(operand)) {
          found.add(operand);
        }
      }
    }
    return all;
  }

  /** What waits for a node after one more share has come. */
  double together(double before, double share) {
    return before + share;
  }

  /** Gradient of a leaf after one more pass; before the first it is zero. */
  double accumulated(double before, double arrived) {
    return before + arrived;
  }

  /** Whether the gradient that has arrived stays at a node. */
  boolean keeps(Node node) {
    return node.isLeaf();
  }

  /** Derivative of a node by one of its operands. */
  double partial(Node node, int operand) {
    requireUsable(node, operand);
    return node.product ? node.operands.get(1 - operand).value() : 1;
  }

  /** Refuse what was freed, and what was changed since. */
  void requireUsable(Node node, int operand) {
    if (node.product && (node.freed || node.isChangedSince(1 - operand))) {
      throw new GradientException("a number that a rule reads was freed or changed");
    }
  }

  Node detach(Node node) {
    return new Node(node.value(), false, false);
  }

  int raised(int version) {
    return version + 1;
  }

  void change(Node node, double by) {
    if (node.isLeaf()) {
      throw new GradientException("a leaf that collects a gradient must not be changed");
    }
    node.set(node.value() + by);
  }
}
