package org.gradus.tensor;

import org.gradus.tensor.op.Op;

/** What must hold before a tensor is changed in place; checked before anything is written. */
// [impl->autograd~errors-change-nothing~1]
final class InPlaceRules {
  private InPlaceRules() {}

  /**
   * Check memory and history.
   *
   * @throws ShapeException if several elements of {@code target} share one place in memory
   * @throws GradientException if the change would be recorded on a leaf, or on a view that was made
   *     unrecorded
   */
  static void check(String name, Tensor target, Op<?> op) {
    checkMemory(name, target);
    View part = target.history().view();
    Tensor base = part == null ? target : part.base();
    if (!Mode.isRecording()) {
      return;
    }
    if (target.requiresGrad() && target.isLeaf()) {
      throw new GradientException(
          name
              + ": "
              + target.signature()
              + " is a leaf that requires a gradient; a recorded change in place would lose it\n"
              + "wrap an update in a block: try (var off = NoGrad.on()) { … }");
    }
    if (part != null) {
      checkView(name, target, part, op);
    }
  }

  private static void checkView(String name, Tensor target, View view, Op<?> op) {
    Tensor base = view.base();
    if (base.requiresGrad() && base.isLeaf()) {
      throw new GradientException(
          name
              + ": "
              + target.signature()
              + " is a view of the leaf "
              + base.signature()
              + ", which requires a gradient; a recorded change in place would lose it\n"
              + "wrap an update in a block: try (var off = NoGrad.on()) { … }");
    }
    boolean recorded = base.requiresGrad() || op.inputs().stream().anyMatch(Tensor::requiresGrad);
    if (!view.several().isEmpty() && recorded) {
      throw new GradientException(
          name
              + ": "
              + target.signature()
              + " is one of several views that "
              + view.several()
              + " made, and their histories cannot be told apart after a change in place\n"
              + "take the view by select or slice instead");
    }
    if (!view.recording() && recorded) {
      throw new GradientException(
          name
              + ": "
              + target.signature()
              + " is a view made in a NoGrad block and is changed outside of one\n"
              + "move both into the block (not recorded) or both out of it (recorded)");
    }
  }

  /**
   * Check memory alone.
   *
   * @throws ShapeException if several elements of {@code target} share one place in memory
   */
  static void checkMemory(String name, Tensor target) {
    View part = target.history().view();
    Tensor base = part == null ? target : part.base();
    if (target.overlaps() || base.overlaps()) {
      throw new ShapeException(
          name
              + ": several elements of "
              + (target.overlaps() ? target : base).signature()
              + " share one place in memory, as after expand()\n"
              + "change a copy instead: clone() first");
    }
  }
}
