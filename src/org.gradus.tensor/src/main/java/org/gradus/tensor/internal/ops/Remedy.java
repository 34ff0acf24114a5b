package org.gradus.tensor.internal.ops;

import java.util.List;

/** The line that offers other calls after a refusal; who makes it has tried them on the shapes. */
// [impl->tensor~remedies~2]
final class Remedy {
  /** More would be guesses. */
  private static final int MOST = 2;

  private Remedy() {}

  /** Offer the first two calls, or nothing. */
  static String words(List<String> calls) {
    List<String> offered = calls.stream().limit(MOST).toList();
    return offered.isEmpty() ? "" : "\ndid you mean " + String.join(" or ", offered) + "?";
  }

  /** The call of a method on one operand with the other. */
  static String call(String left, String method, String right) {
    return left + "." + method + "(" + right + ")";
  }
}
