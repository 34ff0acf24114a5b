package org.gradus.check.law;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.gradus.tensor.GradientException;

/** Engines that people get wrong, each in one decision. */
// [impl->check~engine-laws~1]
final class EngineMistakes {

  private EngineMistakes() {}

  static List<Mistake<ScalarEngine>> all() {
    List<Mistake<ScalarEngine>> all = new ArrayList<>();
    all.addAll(ofSums());
    all.addAll(ofOrder());
    all.addAll(ofLeaves());
    all.addAll(ofChanges());
    return all;
  }

  private static Mistake<ScalarEngine> mistake(
      String name, String sentence, String law, Supplier<ScalarEngine> engine) {
    return new Mistake<>(name, sentence, law, engine);
  }

  private static List<Mistake<ScalarEngine>> ofSums() {
    return List.of(
        mistake(
            "last path wins",
            "A number that is used twice gets a share from each use: add them, do not overwrite.",
            EngineLaws.PATHS,
            () ->
                new PlainEngine() {
                  @Override
                  double together(double before, double share) {
                    return share;
                  }
                }),
        mistake(
            "first path wins",
            "A number that is used twice gets a share from each use: the second one counts too.",
            EngineLaws.PATHS,
            () ->
                new PlainEngine() {
                  @Override
                  double together(double before, double share) {
                    return before;
                  }
                }),
        mistake(
            "begins with the value",
            "The pass begins with ∂y/∂y, which is one whatever y is.",
            EngineLaws.PATHS,
            () ->
                new PlainEngine() {
                  @Override
                  double seed(Node root) {
                    return root.value();
                  }
                }),
        mistake(
            "shares of the last pass still wait",
            "What waits for its node belongs to one pass: begin each with nothing waiting.",
            EngineLaws.RETAINED,
            () ->
                new PlainEngine() {
                  private final Map<Node, Double> kept = new IdentityHashMap<>();

                  @Override
                  Map<Node, Double> waiting() {
                    return kept;
                  }
                }));
  }

  private static List<Mistake<ScalarEngine>> ofOrder() {
    return List.of(
        mistake(
            "order of the way forward",
            "Backward begins at the result: a node passes on what has arrived, and at first nothing"
                + " has.",
            EngineLaws.PATHS,
            () ->
                new PlainEngine() {
                  @Override
                  List<Node> order(Node root) {
                    return reached(root).stream()
                        .sorted(Comparator.comparingLong(node -> node.number))
                        .toList();
                  }
                }),
        mistake(
            "nearest first",
            "A node has to wait for all that use it, and the nearest to the result may have a user"
                + " that is further away.",
            EngineLaws.PATHS,
            () ->
                new PlainEngine() {
                  @Override
                  List<Node> order(Node root) {
                    return reached(root);
                  }
                }),
        mistake(
            "depth first",
            "One branch is followed to its end before the other has sent its share.",
            EngineLaws.PATHS,
            () ->
                new PlainEngine() {
                  @Override
                  List<Node> order(Node root) {
                    Set<Node> order = Collections.newSetFromMap(new IdentityHashMap<>());
                    List<Node> stack = new ArrayList<>(List.of(root));
                    List<Node> nodes = new ArrayList<>();
                    while (!stack.isEmpty()) {
                      Node node = stack.remove(stack.size() - 1);
                      if (order.add(node)) {
                        nodes.add(node);
                        stack.addAll(node.operands);
                      }
                    }
                    return nodes;
                  }
                }),
        mistake(
            "recursion",
            "The stack is as deep as the graph: put the nodes in order with a loop.",
            EngineLaws.DEEP,
            () ->
                new PlainEngine() {
                  @Override
                  List<Node> order(Node root) {
                    List<Node> operandsFirst = new ArrayList<>();
                    visit(root, Collections.newSetFromMap(new IdentityHashMap<>()), operandsFirst);
                    Collections.reverse(operandsFirst);
                    return operandsFirst;
                  }

                  private void visit(Node node, Set<Node> seen, List<Node> operandsFirst) {
                    if (seen.add(node)) {
                      node.operands.forEach(operand -> visit(operand, seen, operandsFirst));
                      operandsFirst.add(node);
                    }
                  }
                }));
  }

  private static List<Mistake<ScalarEngine>> ofLeaves() {
    return List.of(
        mistake(
            "leaf overwritten",
            "A second pass adds to the gradient of a leaf; only clearing it begins anew.",
            EngineLaws.ACCUMULATED,
            () ->
                new PlainEngine() {
                  @Override
                  double accumulated(double before, double arrived) {
                    return arrived;
                  }
                }),
        mistake(
            "leaf counted twice",
            "The gradient of a leaf is added once on its way and once at the end of the pass.",
            EngineLaws.PATHS,
            () ->
                new PlainEngine() {
                  @Override
                  double accumulated(double before, double arrived) {
                    return before + 2 * arrived;
                  }
                }),
        mistake(
            "gradients at results",
            "Only leaves keep a gradient: one at a result takes memory, and nobody has asked for it.",
            EngineLaws.LEAVES,
            () ->
                new PlainEngine() {
                  @Override
                  boolean keeps(Node node) {
                    return node.followed;
                  }
                }),
        mistake(
            "graph not freed",
            "A pass frees what the rules have saved; a second one needs the graph retained.",
            EngineLaws.FREED,
            () ->
                new PlainEngine() {
                  @Override
                  void walk(Node root, boolean retain) {
                    super.walk(root, true);
                  }
                }),
        mistake(
            "graph always freed",
            "The graph was to be retained, and its second pass is refused all the same.",
            EngineLaws.RETAINED,
            () ->
                new PlainEngine() {
                  @Override
                  void walk(Node root, boolean retain) {
                    super.walk(root, false);
                  }
                }));
  }

  private static List<Mistake<ScalarEngine>> ofChanges() {
    return List.of(
        mistake(
            "version not raised",
            "A change in place raises the version; else the rule reads the new number and calls it"
                + " the old one.",
            EngineLaws.VERSIONS,
            () ->
                new PlainEngine() {
                  @Override
                  int raised(int version) {
                    return version;
                  }
                }),
        mistake(
            "version not checked",
            "The rule reads a number that was changed since: compare its version with the saved one.",
            EngineLaws.VERSIONS,
            () ->
                new PlainEngine() {
                  @Override
                  void requireUsable(Node node, int operand) {
                    if (!node.isChangedSince(1 - operand)) {
                      super.requireUsable(node, operand);
                    }
                  }
                }),
        mistake(
            "every change refused",
            "The rule of a sum reads no operand: a change of one does no harm.",
            EngineLaws.VERSIONS,
            () ->
                new PlainEngine() {
                  @Override
                  void requireUsable(Node node, int operand) {
                    if (node.isChangedSince(operand)) {
                      throw new GradientException("an operand was changed");
                    }
                    super.requireUsable(node, operand);
                  }
                }),
        mistake(
            "detach is followed",
            "A detached number is a constant: no gradient flows through it.",
            EngineLaws.DETACHED,
            () ->
                new PlainEngine() {
                  @Override
                  Node detach(Node node) {
                    return node;
                  }
                }),
        mistake(
            "detach cuts the original",
            "Detaching makes another number; the original still leads back to where it came from.",
            EngineLaws.DETACHED,
            () ->
                new PlainEngine() {
                  @Override
                  Node detach(Node node) {
                    node.followed = false;
                    return super.detach(node);
                  }
                }),
        mistake(
            "refused after writing",
            "Look first, then write: the leaf is changed although the change was refused.",
            EngineLaws.REFUSALS,
            () ->
                new PlainEngine() {
                  @Override
                  void change(Node node, double by) {
                    node.set(node.value() + by);
                    super.change(node, 0);
                  }
                }),
        mistake(
            "leaves filled on the way",
            "The pass was refused halfway, and some leaves have their gradient already: hand them"
                + " out when all rules have run.",
            EngineLaws.REFUSALS,
            () ->
                new PlainEngine() {
                  @Override
                  void walk(Node root, boolean retain) {
                    Map<Node, Double> waiting = waiting();
                    waiting.put(root, seed(root));
                    for (Node node : order(root)) {
                      send(node, waiting);
                      node.operands.stream()
                          .filter(operand -> operand.isLeaf() && waiting.containsKey(operand))
                          .forEach(
                              leaf -> {
                                leaf.keep(waiting.getOrDefault(leaf, 0.0));
                                waiting.remove(leaf);
                              });
                      node.freed |= !retain;
                    }
                  }
                }));
  }
}
