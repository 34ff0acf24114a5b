package org.gradus.tensor;

import org.jspecify.annotations.Nullable;

/**
 * Why a tensor does not require a gradient.
 *
 * <p>Operations on such tensors hand it on, so that a loss can tell what cut it off.
 *
 * @param reason what happened
 * @param place line where it happened, if lines were kept
 */
// [impl->autograd~explain~1]
record Origin(Reason reason, @Nullable Place place) {
  static final Origin MADE = new Origin(Reason.MADE, null);
  static final Origin COMPARED = new Origin(Reason.COMPARED, null);
  static final Origin INTEGER = new Origin(Reason.INTEGER, null);
  static final Origin WALKED = new Origin(Reason.WALKED, null);
  private static final Origin PAUSED = new Origin(Reason.PAUSED, null);
  private static final Origin DETACHED = new Origin(Reason.DETACHED, null);

  enum Reason {
    MADE,
    PAUSED,
    DETACHED,
    COMPARED,
    INTEGER,
    WALKED
  }

  /** Computed in a block without recording. */
  static Origin paused(Mode mode) {
    return mode.paused() == null ? PAUSED : new Origin(Reason.PAUSED, mode.paused());
  }

  /** Detached now. */
  static Origin detached(Mode mode) {
    return mode.placing() ? new Origin(Reason.DETACHED, mode.place()) : DETACHED;
  }

  /** The reason in words, to follow "it". */
  String words() {
    return switch (reason) {
      case MADE -> "is a leaf without requiresGrad_()";
      case PAUSED -> "was computed inside the NoGrad block" + at(" opened at ");
      case DETACHED -> "was detached" + at(" at ");
      case COMPARED -> "is the result of a comparison, which has no gradient";
      case INTEGER -> "was converted from integers, which have no gradient";
      case WALKED -> "is a gradient that was computed without CREATE_GRAPH";
    };
  }

  /** The reason in words for what was computed from the tensor, to follow "it". */
  String handedOn() {
    return reason == Reason.MADE
        ? "was computed from leaves without requiresGrad_() alone"
        : "was computed from a tensor that " + words();
  }

  private String at(String before) {
    return place == null ? "" : before + place;
  }
}
