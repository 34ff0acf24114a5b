package org.gradus.tensor.proofs.messages;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.ShapeException;

/** A call that is refused, and the whole text it is refused with. */
final class Refusal {
  private Refusal() {}

  static void ofShapes(ThrowingCallable call, String text) {
    of(ShapeException.class, call, text);
  }

  static void ofGradients(ThrowingCallable call, String text) {
    of(GradientException.class, call, text);
  }

  static void ofIndices(ThrowingCallable call, String text) {
    of(IndexOutOfBoundsException.class, call, text);
  }

  static void ofArguments(ThrowingCallable call, String text) {
    of(IllegalArgumentException.class, call, text);
  }

  private static void of(Class<? extends Throwable> type, ThrowingCallable call, String text) {
    assertThatThrownBy(call)
        .isExactlyInstanceOf(type)
        .extracting(Throwable::getMessage)
        .isEqualTo(text);
  }
}
