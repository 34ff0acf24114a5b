package org.gradus.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the graph knows of one tensor: the answer to "why has it no gradient?".
 *
 * <p>{@link #toString} shows all of it, one fact a line. Lines of calls are named if they were
 * kept, see {@link Places}.
 */
// [impl->autograd~explain~1]
public final class Explanation {
  private static final int WIDTH = 20;

  private final Map<String, String> facts = new LinkedHashMap<>();
  private final String title;

  private Explanation(Tensor tensor) {
    title = tensor.signature();
    Optional<GradientFunction> maker = tensor.gradientFunction();
    facts.put("leaf", maker.isEmpty() ? "yes" : "no, the result of " + calledAt(maker.get()));
    facts.put(
        "requires gradient", tensor.requiresGrad() ? "yes" : "no, it " + tensor.history().reason());
    facts.put(
        "version",
        tensor.version()
            + tensor.lastChange().map(change -> ", last changed by " + change).orElse(""));
    maker.ifPresent(function -> facts.put("saved values", saved(function)));
    facts.put("gradient", gradient(tensor));
  }

  static Explanation of(Tensor tensor) {
    return new Explanation(tensor);
  }

  static Explanation of(Tensor tensor, Tensor loss) {
    Explanation explanation = new Explanation(tensor);
    explanation.facts.put("way to the loss", way(tensor, loss));
    return explanation;
  }

  /** Facts by name: leaf, requires gradient, version, saved values, gradient, way to the loss. */
  public Map<String, String> facts() {
    return Map.copyOf(facts);
  }

  private static String calledAt(GradientFunction function) {
    return function.name() + function.place().map(place -> ", called at " + place).orElse("");
  }

  private static String saved(GradientFunction function) {
    if (function.isFreed()) {
      return "freed by an earlier backward pass";
    }
    List<String> values = function.recorded().words();
    return values.isEmpty() ? "none" : String.join("; ", values);
  }

  private static String gradient(Tensor tensor) {
    if (tensor.hasGrad()) {
      return "present";
    }
    if (!tensor.requiresGrad()) {
      return "none";
    }
    if (!tensor.isLeaf() && !tensor.retainsGrad()) {
      return "none, and retainGrad() was not called for this result";
    }
    return tensor.history().knownEdge().isEmpty()
        ? "none, no recorded operation has used it"
        : "none yet, no backward() has reached it";
  }

  /** Names of the nodes from the loss to a tensor along a shortest way, or why there is none. */
  private static String way(Tensor tensor, Tensor loss) {
    GradientFunction start = loss.history().edge();
    if (start == null) {
      return "none, the loss "
          + loss.signature()
          + " requires no gradient: it "
          + loss.history().reason();
    }
    if (!tensor.requiresGrad()) {
      return "none, no gradient flows to it";
    }
    GradientFunction target = tensor.history().knownEdge().orElse(null);
    Map<GradientFunction, GradientFunction> from = new HashMap<>();
    Deque<GradientFunction> queue = new ArrayDeque<>(List.of(start));
    from.put(start, start);
    while (!queue.isEmpty() && (target == null || !from.containsKey(target))) {
      GradientFunction function = queue.remove();
      for (GradientFunction next : function.next()) {
        if (from.putIfAbsent(next, function) == null) {
          queue.add(next);
        }
      }
    }
    return target != null && from.containsKey(target)
        ? names(start, target, from)
        : "none, the loss " + loss.signature() + " was not computed from it, or the way was cut";
  }

  private static String names(
      GradientFunction start,
      GradientFunction target,
      Map<GradientFunction, GradientFunction> from) {
    List<String> names = new ArrayList<>();
    GradientFunction function = target;
    while (function != start) {
      names.add(0, calledAt(function));
      function = from.getOrDefault(function, start);
    }
    names.add(0, calledAt(start));
    return String.join(" → ", names);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(title);
    facts.forEach(
        (name, fact) ->
            text.append("\n  ")
                .append(name)
                .append(" ".repeat(WIDTH - name.length()))
                .append(fact));
    return text.toString();
  }
}
