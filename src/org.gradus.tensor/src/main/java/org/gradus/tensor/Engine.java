package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.gradus.tensor.internal.kernel.Change;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.ops.ReplaceRegion;
import org.gradus.tensor.internal.ops.ViewOp;
import org.gradus.tensor.op.Op;
import org.jspecify.annotations.Nullable;

/** Recording of operations, and the requests for a walk back through what was recorded. */
// [impl->autograd~contagion~1]
// [impl->autograd~in-place~1]
final class Engine {
  private Engine() {}

  /** Run an operation and record it if one of its operands requires a gradient. */
  static Tensor apply(Op<?> op) {
    return apply(op, "");
  }

  /**
   * Run an operation, as one of several that a function consists of, and record it.
   *
   * @param several name of a function whose results are views of one tensor, else empty
   */
  static Tensor apply(Op<?> op, String several) {
    Mode mode = Mode.current();
    Tensor y = own(op, forward(op, mode));
    GradientFunction function = record(op, mode);
    if (op instanceof ViewOp view) {
      y.history().becomeView(view, several);
    }
    if (function == null) {
      explain(y, op, mode);
    } else {
      y.history().madeBy(function);
      if (op.saved().result()) {
        function.keepResult(y);
      }
    }
    return y;
  }

  // [impl->autograd~own-memory~1]
  /** The result in storage of its own: only a view may share that of its operand. */
  private static Tensor own(Op<?> op, Tensor y) {
    boolean shared = op.inputs().stream().anyMatch(operand -> operand.sharesStorageWith(y));
    return shared && !(op instanceof ViewOp) ? Kernels.copy(y) : y;
  }

  /** An operation may be computed by others; it is recorded as one. */
  private static Tensor forward(Op<?> op, Mode mode) {
    mode.inside(false).set();
    try {
      return op.forward();
    } finally {
      mode.set();
    }
  }

  private static @Nullable GradientFunction record(Op<?> op, Mode mode) {
    if (!mode.recording()) {
      return null;
    }
    List<@Nullable GradientFunction> next = new ArrayList<>();
    boolean wanted = false;
    for (Tensor operand : op.inputs()) {
      GradientFunction function = operand.history().edge();
      next.add(function);
      wanted |= function != null;
    }
    return wanted ? GradientFunction.of(op, next, mode) : null;
  }

  /** Remember why a result requires no gradient. */
  private static void explain(Tensor y, Op<?> op, Mode mode) {
    Origin cause = Origin.MADE;
    for (Tensor operand : op.inputs()) {
      History history = operand.history();
      if (history.isRequired()) {
        y.history().origin(Origin.paused(mode), false);
        return;
      }
      cause = cause == Origin.MADE ? history.origin() : cause;
    }
    boolean inside = cause.reason() == Origin.Reason.PAUSED && !mode.recording();
    y.history().origin(cause, !inside);
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
    Mode mode = Mode.current();
    Op<?> op = change.apply(target);
    InPlaceRules.check(name, target, op);
    if (readsAfterwards(op, target, mode)) {
      op = change.apply(target.clone());
    }
    Tensor y = forward(op, mode);
    GradientFunction function = record(op, mode);
    Place place = mode.place();
    target.array().change(y.array(), new Change(name, place == null ? "" : place.toString()));
    if (function == null) {
      return;
    }
    if (op.saved().result()) {
      function.keepResult(target);
    }
    View view = target.history().view();
    if (view == null) {
      target.history().madeBy(function);
    } else {
      y.history().madeBy(function);
      Tensor base = view.base();
      Op<?> replaced = new ReplaceRegion(base, y, base.layout(), view.region());
      List<@Nullable GradientFunction> next = new ArrayList<>();
      next.add(base.history().edge());
      next.add(function);
      base.history().madeBy(GradientFunction.of(replaced, next, mode));
    }
  }

  private static boolean readsAfterwards(Op<?> op, Tensor target, Mode mode) {
    return mode.recording()
        && op.inputs().stream().anyMatch(Tensor::requiresGrad)
        && op.saved().inputs().contains(target);
  }

  /**
   * Walk back and add what arrives to the gradients.
   *
   * @param call name of the method that was called, for messages
   * @param seeds gradient of the loss by each root, of its shape
   * @param inputs tensors that alone receive theirs; null for all leaves
   */
  static void backward(
      String call,
      List<Tensor> roots,
      List<Tensor> seeds,
      Collection<Backward> options,
      @Nullable List<Tensor> inputs) {
    boolean create = options.contains(Backward.CREATE_GRAPH);
    Map<GradientFunction, Tensor> arrived = gradients(call, roots, seeds, options, inputs);
    Map<GradientFunction, Tensor> results = new HashMap<>();
    if (inputs != null) {
      for (Tensor input : inputs) {
        input.history().knownEdge().ifPresent(function -> results.put(function, input));
      }
    }
    arrived.forEach(
        (function, gradient) -> {
          Tensor owner = function.variable().orElse(results.get(function));
          if (owner != null && owner != function.retaining()) {
            owner.history().accumulate(gradient, create);
            function.accumulated();
          }
        });
  }

  /**
   * Walk back, keep the gradients of results that retain theirs, and return those asked for.
   *
   * @param inputs tensors whose gradient is asked for; null for all leaves
   */
  static Map<GradientFunction, Tensor> gradients(
      String call,
      List<Tensor> roots,
      List<Tensor> seeds,
      Collection<Backward> options,
      @Nullable List<Tensor> inputs) {
    Walk.Listener nobody = (function, yBar, shares) -> {};
    Map<GradientFunction, Tensor> arrived = walk(call, roots, seeds, options, inputs, nobody);
    boolean create = options.contains(Backward.CREATE_GRAPH);
    arrived.forEach(
        (function, gradient) -> {
          Tensor result = function.retaining();
          if (result != null) {
            result.history().accumulate(gradient, create);
          }
        });
    return arrived;
  }

  /** Walk back and return the gradient that arrived at each node asked for. */
  static Map<GradientFunction, Tensor> walk(
      String call,
      List<Tensor> roots,
      List<Tensor> seeds,
      Collection<Backward> options,
      @Nullable List<Tensor> inputs,
      Walk.Listener listener) {
    Mode mode = Mode.current();
    boolean create = options.contains(Backward.CREATE_GRAPH);
    boolean keep = create || options.contains(Backward.RETAIN_GRAPH);
    List<GradientFunction> first = new ArrayList<>();
    for (Tensor root : roots) {
      first.add(rootOf(call, root));
    }
    Set<GradientFunction> asked = null;
    if (inputs != null) {
      asked = new HashSet<>();
      for (Tensor input : inputs) {
        input.history().knownEdge().ifPresent(asked::add);
      }
    }
    Place place = mode.place();
    String words =
        place == null ? "an earlier backward pass through this graph" : call + " at " + place;
    Walk.Pass pass = new Walk.Pass(keep, create, mode.checking(), words, listener);
    mode.inside(create).set();
    try {
      return new Walk(pass, first, asked).from(first, seeds);
    } finally {
      mode.set();
    }
  }

  private static GradientFunction rootOf(String call, Tensor root) {
    GradientFunction function = root.history().edge();
    if (function == null) {
      throw new GradientException(
          call
              + ": no gradient path leads to "
              + root.signature()
              + "; it does not require a gradient\nit "
              + root.history().reason());
    }
    return function;
  }
}
