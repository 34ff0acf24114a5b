package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Supplier;
import org.gradus.tensor.internal.ops.OnlyOnce;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Op;
import org.jspecify.annotations.Nullable;

/**
 * One backward pass: gradients that wait for their node, taken from the youngest node down.
 *
 * <p>A node runs when all that is younger has run, so what waits for it is the sum over all paths.
 * Nothing is accumulated here, and saved values are freed last: a pass that fails has changed
 * nothing.
 */
// [impl->autograd~backward~1]
// [impl->autograd~deep-graph~1]
final class Walk {
  private final PriorityQueue<GradientFunction> ready =
      new PriorityQueue<>(Comparator.comparingLong(GradientFunction::number).reversed());
  private final Map<GradientFunction, Tensor> waiting = new HashMap<>();
  private final Map<GradientFunction, Tensor> arrived = new LinkedHashMap<>();
  private final List<GradientFunction> ran = new ArrayList<>();
  private final Pass pass;
  private final @Nullable Set<GradientFunction> asked;
  private final @Nullable Set<GradientFunction> needed;

  /**
   * @param asked nodes whose gradient is wanted; null for all leaves
   */
  Walk(Pass pass, List<GradientFunction> roots, @Nullable Set<GradientFunction> asked) {
    this.pass = pass;
    this.asked = asked;
    this.needed = asked == null ? null : leadingTo(asked, roots);
  }

  /** What one rule has done. */
  interface Listener {
    void ran(GradientFunction function, Tensor yBar, List<Share> shares);
  }

  /**
   * What a rule sends to one operand.
   *
   * @param operand position of the operand
   */
  record Share(int operand, Tensor gradient) {}

  /**
   * How a pass is made.
   *
   * @param keep whether saved values stay
   * @param create whether the pass itself is recorded
   * @param check whether NaN stops it
   * @param call the call in words, for the message of a later pass that finds values freed
   * @param listener told of every rule that has run
   */
  record Pass(boolean keep, boolean create, boolean check, String call, Listener listener) {}

  /** Nodes below the roots from which one of {@code asked} is reached, themselves included. */
  static Set<GradientFunction> leadingTo(
      Set<GradientFunction> asked, Collection<GradientFunction> roots) {
    List<GradientFunction> reached = new ArrayList<>(new HashSet<>(roots));
    Set<GradientFunction> seen = new HashSet<>(reached);
    for (int i = 0; i < reached.size(); i++) {
      for (GradientFunction next : reached.get(i).next()) {
        if (seen.add(next)) {
          reached.add(next);
        }
      }
    }
    reached.sort(Comparator.comparingLong(GradientFunction::number));
    Set<GradientFunction> leading = new HashSet<>();
    for (GradientFunction function : reached) {
      if (asked.contains(function) || runs(function, leading)) {
        leading.add(function);
      }
    }
    return leading;
  }

  private static boolean runs(GradientFunction function, Set<GradientFunction> leading) {
    for (GradientFunction next : function.edges()) {
      if (next != null && leading.contains(next)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Walk back and return the gradient that arrived at each node asked for.
   *
   * @param seeds gradient of the loss by each root, of its shape
   */
  Map<GradientFunction, Tensor> from(List<GradientFunction> roots, List<Tensor> seeds) {
    for (int i = 0; i < roots.size(); i++) {
      if (isNeeded(roots.get(i))) {
        send(roots.get(i), seeds.get(i));
      }
    }
    GradientFunction function;
    while ((function = ready.poll()) != null) {
      Tensor sum = waiting.remove(function);
      if (sum == null) {
        throw new IllegalStateException(function + " is ready without a gradient");
      }
      Tensor yBar = function.hooked(sum);
      boolean leaf = function.variable().isPresent();
      if (function.retaining() != null || (asked == null ? leaf : asked.contains(function))) {
        arrived.put(function, yBar);
      }
      if (!leaf && (needed == null || runs(function, needed))) {
        run(function, yBar);
      }
    }
    if (!pass.keep) {
      ran.forEach(node -> node.free(pass.call));
    }
    return arrived;
  }

  private boolean isNeeded(GradientFunction function) {
    return needed == null || needed.contains(function);
  }

  private void run(GradientFunction function, Tensor yBar) {
    Recorded<?> recorded = function.recorded();
    Sender sender = new Sender(function, recorded.op(), yBar);
    if (sender.once) {
      try (NoGrad off = NoGrad.on()) {
        recorded.backward(function, yBar, sender);
      }
    } else {
      recorded.backward(function, yBar, sender);
    }
    pass.listener.ran(function, yBar, sender.shares);
    ran.add(function);
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
    private final Op<?> op;
    private final Operands operands;
    private final Tensor yBar;
    private final boolean once;
    private final List<Share> shares = new ArrayList<>();

    Sender(GradientFunction function, Op<?> op, Tensor yBar) {
      this.function = function;
      this.op = op;
      this.operands = new Operands(op);
      this.yBar = yBar;
      this.once = pass.create && op.onceDifferentiable();
    }

    @Override
    public <F extends Face<F>> void add(F operand, Supplier<F> gradient) {
      int index = operands.take(operand.tensor());
      GradientFunction to = function.edges().get(index);
      if (to == null || !isNeeded(to)) {
        return;
      }
      Tensor share = gradient.get().tensor();
      check(operand.tensor(), share);
      if (once) {
        share = guarded(share);
      }
      shares.add(new Share(index, share));
      send(to, share);
    }

    /** The same gradient, which refuses to be differentiated. */
    private Tensor guarded(Tensor share) {
      List<Tensor> sources = new ArrayList<>(operands.all());
      sources.add(yBar);
      try (EnableGrad on = EnableGrad.on()) {
        return Engine.apply(new OnlyOnce(share, op.name(), sources));
      }
    }

    private void check(Tensor operand, Tensor share) {
      if (!Arrays.equals(share.shape(), operand.shape())) {
        throw new GradientException(
            "backward: the rule of "
                + op.name()
                + " must return a gradient of its operand's shape\n  operand   "
                + operand.signature()
                + "\n  gradient  "
                + Arrays.toString(share.shape()));
      }
      if (pass.check) {
        Anomaly.check(function, op, operand, share, yBar);
      }
    }
  }
}
