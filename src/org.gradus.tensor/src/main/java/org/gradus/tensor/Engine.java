package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import org.gradus.tensor.internal.ops.ReplaceRegion;
import org.gradus.tensor.internal.ops.ViewOp;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Saved;
import org.jspecify.annotations.Nullable;

/** Recording of operations, and the walk back through what was recorded. */
// [impl->autograd~backward~1]
// [impl->autograd~contagion~1]
// [impl->autograd~deep-graph~1]
// [impl->autograd~in-place~1]
final class Engine {
  private Engine() {}

  /** Run an operation and record it if one of its operands requires a gradient. */
  static Tensor apply(Op<?> op) {
    Tensor y = forward(op);
    GradientFunction function = record(op);
    if (op instanceof ViewOp view) {
      y.becomeView(view);
    }
    if (function != null) {
      y.setHistory(function);
      if (op.saved().result()) {
        function.keepResult(y);
      }
    }
    return y;
  }

  /** An operation may be computed by others; it is recorded as one. */
  private static Tensor forward(Op<?> op) {
    boolean before = GradMode.set(false);
    try {
      return op.forward();
    } finally {
      GradMode.set(before);
    }
  }

  private static @Nullable GradientFunction record(Op<?> op) {
    if (!GradMode.isRecording()) {
      return null;
    }
    List<@Nullable GradientFunction> next = new ArrayList<>();
    boolean wanted = false;
    for (Tensor operand : op.inputs()) {
      GradientFunction function = operand.edge();
      next.add(function);
      wanted |= function != null;
    }
    return wanted ? GradientFunction.of(op, next, op.saved()) : null;
  }

  /**
   * Run an operation and let its result take the place of {@code target}, whose version is raised.
   *
   * <p>A change through a view is recorded on the base: its new history is the old one with the
   * region replaced. Where the rule reads what is overwritten, it reads a copy made before.
   *
   * @param change the operation, given its first operand; its result has the shape of that
   * @throws GradientException if {@code target} is a leaf that requires a gradient, or a view of
   *     one, and recording is on
   * @throws ShapeException if elements of {@code target} share memory
   */
  static void applyInPlace(String name, Tensor target, Function<Tensor, Op<?>> change) {
    Op<?> op = change.apply(target);
    InPlaceRules.check(name, target, op);
    if (readsAfterwards(op, target)) {
      op = change.apply(target.clone());
    }
    Tensor y = forward(op);
    GradientFunction function = record(op);
    target.array().write(y.array());
    if (function == null) {
      return;
    }
    if (op.saved().result()) {
      function.keepResult(target);
    }
    View view = target.view();
    if (view == null) {
      target.setHistory(function);
    } else {
      y.setHistory(function);
      Tensor base = view.base();
      Op<?> replaced = new ReplaceRegion(base, y, base.layout(), view.region());
      base.setHistory(replacedHistory(replaced, base.edge(), function));
    }
  }

  private static boolean readsAfterwards(Op<?> op, Tensor target) {
    return GradMode.isRecording()
        && op.inputs().stream().anyMatch(Tensor::requiresGrad)
        && op.saved().inputs().contains(target);
  }

  private static GradientFunction replacedHistory(
      Op<?> replaced, @Nullable GradientFunction base, GradientFunction part) {
    List<@Nullable GradientFunction> next = new ArrayList<>();
    next.add(base);
    next.add(part);
    return GradientFunction.of(replaced, next, Saved.nothing());
  }

  /**
   * Walk back from a tensor and accumulate into the leaves.
   *
   * @param seed gradient of the loss by {@code root}, of its shape
   */
  static void backward(Tensor root, Tensor seed, List<Backward> options) {
    boolean create = options.contains(Backward.CREATE_GRAPH);
    boolean keep = create || options.contains(Backward.RETAIN_GRAPH);
    GradientFunction first = root.edge();
    if (first == null) {
      throw new GradientException(
          "backward: no gradient path leads to "
              + root.signature()
              + "; it does not require a gradient\n"
              + "it is a leaf without requiresGrad_(), was computed in a NoGrad block, was detached,"
              + " or came from an operation without a gradient");
    }
    boolean before = GradMode.set(create);
    try {
      new Walk(keep, create).from(first, seed);
    } finally {
      GradMode.set(before);
    }
  }

  /**
   * One backward pass: gradients that wait for their node, taken from the youngest node down.
   *
   * <p>Leaves are given theirs last, so that a pass that fails has changed no gradient.
   */
  private static final class Walk {
    private final PriorityQueue<GradientFunction> ready =
        new PriorityQueue<>(Comparator.comparingLong(GradientFunction::number).reversed());
    private final Map<GradientFunction, Tensor> waiting = new HashMap<>();
    private final Map<Tensor, Tensor> arrived = new LinkedHashMap<>();
    private final boolean keep;
    private final boolean create;

    Walk(boolean keep, boolean create) {
      this.keep = keep;
      this.create = create;
    }

    void from(GradientFunction first, Tensor seed) {
      send(first, seed);
      GradientFunction function;
      while ((function = ready.poll()) != null) {
        Tensor yBar = waiting.remove(function);
        if (yBar == null) {
          throw new IllegalStateException(function + " is ready without a gradient");
        }
        if (function.variable().isPresent()) {
          arrived.put(function.variable().get(), yBar);
        } else {
          Recorded<?> recorded = function.recorded();
          recorded.backward(yBar, new Sender(function, recorded.op()));
          if (!keep) {
            function.free();
          }
        }
      }
      arrived.forEach((leaf, gradient) -> leaf.accumulate(gradient, create));
    }

    private void send(GradientFunction to, Tensor gradient) {
      Tensor sum = waiting.get(to);
      if (sum == null) {
        ready.add(to);
        waiting.put(to, gradient);
      } else {
        waiting.put(to, sum.add(gradient));
      }
    }

    /** Takes the shares of one rule to the nodes of its operands. */
    private final class Sender implements Gradients {
      private final GradientFunction function;
      private final List<Tensor> operands;
      private final String name;

      Sender(GradientFunction function, Op<?> op) {
        this.function = function;
        this.operands = op.inputs();
        this.name = op.name();
      }

      @Override
      public <F extends Face<F>> void add(F operand, Supplier<F> gradient) {
        int index = indexOf(operand.tensor());
        GradientFunction to = function.edges().get(index);
        if (to == null) {
          return;
        }
        Tensor share = gradient.get().tensor();
        if (!Arrays.equals(share.shape(), operand.tensor().shape())) {
          throw new GradientException(
              "backward: the rule of "
                  + name
                  + " must return a gradient of its operand's shape\n  operand   "
                  + operand.tensor().signature()
                  + "\n  gradient  "
                  + Arrays.toString(share.shape()));
        }
        send(to, share);
      }

      private int indexOf(Tensor operand) {
        for (int i = 0; i < operands.size(); i++) {
          if (operands.get(i) == operand) {
            return i;
          }
        }
        throw new GradientException(
            "backward: the rule of "
                + name
                + " added a gradient for a tensor that is no operand of it");
      }
    }
  }
}
