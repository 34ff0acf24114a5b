package org.gradus.whole.proofs.behaviors;

/** How Gradus stands to a behavior of PyTorch. */
enum Verdict {
  /** The same values, flags and refusals. */
  SAME("same"),

  /** The same, and the message says more. */
  BETTER("better message"),

  /** A refusal or a warning where PyTorch is silent, or a refusal where it warns. */
  STRICTER("stricter"),

  /** Another outcome, for a reason. */
  DIFFERENT("deliberately different"),

  /** The situation cannot be written in Java, or not with types that Gradus has. */
  CANNOT_ARISE("cannot arise"),

  /** Not offered, for a reason. */
  OMITTED("not offered");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}
