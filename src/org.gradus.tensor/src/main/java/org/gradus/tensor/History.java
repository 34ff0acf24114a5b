package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradus.tensor.internal.kernel.Change;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.internal.ops.Region;
import org.gradus.tensor.internal.ops.ViewOp;
import org.jspecify.annotations.Nullable;

/**
 * Place of one tensor in the graph: what made it, whether a gradient flows back to it, and the
 * gradient that has arrived.
 */
// [impl->autograd~accumulation~1]
// [impl->autograd~leaf~1]
final class History {
  private final Tensor owner;
  private @Nullable GradientFunction function;
  private @Nullable GradientFunction accumulator;
  private @Nullable Tensor grad;
  private boolean required;
  private boolean retained;
  private @Nullable View view;
  private int rebindings;
  private int seenRebindings;
  private Origin origin = Origin.MADE;
  private boolean result;

  History(Tensor owner) {
    this.owner = owner;
  }

  boolean isRequired() {
    refresh();
    return required;
  }

  void require(boolean wanted) {
    refresh();
    GradientFunction maker = function;
    if (maker != null && !wanted) {
      throw new GradientException(
          "requiresGrad_: "
              + owner.signature()
              + " is the result of "
              + maker.name()
              + " and cannot stop requiring a gradient\ncall detach() for a tensor without history");
    }
    required = wanted;
  }

  Optional<GradientFunction> function() {
    refresh();
    return Optional.ofNullable(function);
  }

  /** Node that a gradient of the tensor is sent to; null if it requires none. */
  @Nullable GradientFunction edge() {
    refresh();
    if (function != null || !required) {
      return function;
    }
    if (accumulator == null) {
      accumulator = GradientFunction.accumulating(owner);
    }
    return accumulator;
  }

  /** Node as {@link #edge}, if it exists already: empty for a leaf that nothing has used. */
  Optional<GradientFunction> knownEdge() {
    refresh();
    return Optional.ofNullable(function == null && required ? accumulator : function);
  }

  /** Let an operation be what made the tensor. */
  void madeBy(GradientFunction maker) {
    GradientFunction before = function;
    function = maker;
    required = true;
    rebindings++;
    moveRetention(before, maker);
  }

  private void moveRetention(@Nullable GradientFunction before, GradientFunction now) {
    if (retained) {
      if (before != null) {
        before.retainFor(null);
      }
      now.retainFor(owner);
    }
  }

  /** Forget what made the tensor; views that were made before keep their own history. */
  void cut(Mode mode) {
    if (view != null) {
      throw new GradientException(
          "detach_: "
              + owner.signature()
              + " is a view and cannot be detached in place; its base would keep the history\n"
              + "call detach() for a tensor without history");
    }
    if (function != null) {
      function.retainFor(null);
    }
    function = null;
    required = false;
    retained = false;
    origin(Origin.detached(mode), false);
  }

  // ---------------------------------------------------------------- why there is no gradient

  /**
   * Remember why the tensor requires no gradient.
   *
   * @param handedOn whether that befell a tensor it was computed from
   */
  void origin(Origin reason, boolean handedOn) {
    origin = reason;
    result = handedOn;
  }

  Origin origin() {
    return origin;
  }

  /** Why the tensor requires no gradient, to follow "it". */
  String reason() {
    return result ? origin.handedOn() : origin.words();
  }

  // ---------------------------------------------------------------- views

  @Nullable View view() {
    return view;
  }

  /**
   * Be the view that an operation has made.
   *
   * @param maker name of an operation with several results that are views, else empty
   */
  void becomeView(ViewOp op, String maker) {
    History whole = op.x().history();
    View outer = whole.view;
    Tensor base = outer == null ? op.x() : outer.base();
    boolean recording = Mode.isRecording() && (outer == null || outer.recording());
    String several = outer == null || outer.several().isEmpty() ? maker : outer.several();
    view = new View(base, owner.layout().within(base.layout()), recording, several);
    seenRebindings = base.history().rebindings;
  }

  /** A view follows its base, whose history a change in place has replaced. */
  private void refresh() {
    View part = view;
    if (part == null || seenRebindings == part.base().history().rebindings) {
      return;
    }
    seenRebindings = part.base().history().rebindings;
    if (part.recording()) {
      List<@Nullable GradientFunction> next = new ArrayList<>();
      next.add(part.base().history().edge());
      Region region = new Region(part.base(), part.region());
      GradientFunction before = function;
      GradientFunction now = GradientFunction.of(region, next, Mode.current());
      function = now;
      required = true;
      moveRetention(before, now);
    }
  }

  // ---------------------------------------------------------------- gradient

  Optional<Tensor> grad() {
    return Optional.ofNullable(grad);
  }

  /** Let a gradient be the accumulated one. */
  void assign(@Nullable Tensor gradient) {
    grad = gradient;
  }

  /** Whether the gradient of this result is kept. */
  boolean isRetained() {
    return retained;
  }

  /** Keep the gradient of this result from now on. */
  void retain() {
    GradientFunction maker = function().orElse(null);
    if (maker != null) {
      retained = true;
      maker.retainFor(owner);
    }
  }

  /**
   * Add a gradient to what has been accumulated, in memory of its own, if one is still required.
   *
   * @param create whether the gradient has a history worth keeping
   */
  void accumulate(Tensor yBar, boolean create) {
    Tensor present = grad;
    if (!required) {
      return;
    }
    if (create) {
      grad = present == null ? yBar.clone() : present.add(yBar);
    } else if (present == null) {
      Tensor first = Kernels.copy(yBar);
      first.history().origin(Origin.WALKED, false);
      grad = first;
    } else {
      present
          .array()
          .change(Kernels.zip(present, yBar, Double::sum).array(), new Change("backward", ""));
    }
  }
}
