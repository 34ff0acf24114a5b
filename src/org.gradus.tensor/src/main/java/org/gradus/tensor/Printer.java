package org.gradus.tensor;

import java.util.Arrays;

/** Text of a tensor, as PyTorch prints it: nested brackets, long axes abridged. */
// [impl->tensor~printing~1]
final class Printer {
  private static final int LONGEST = 8;
  private static final int EDGE = 3;

  private Printer() {}

  static String print(Tensor tensor) {
    StringBuilder text = new StringBuilder("tensor(");
    nest(text, tensor.detach(), 1);
    if (tensor.numel() == 0 && tensor.ndim() > 1) {
      text.append(", shape=").append(Arrays.toString(tensor.shape()));
    }
    tensor
        .gradientFunction()
        .ifPresentOrElse(
            function -> text.append(", gradientFunction=").append(function.name()),
            () -> text.append(tensor.requiresGrad() ? ", requiresGrad=true" : ""));
    return text.append(')').toString();
  }

  private static void nest(StringBuilder text, Tensor tensor, int depth) {
    if (tensor.ndim() == 0) {
      text.append(number(tensor.item()));
      return;
    }
    text.append('[');
    String gap = tensor.ndim() == 1 ? ", " : ",\n" + " ".repeat(7 + depth);
    int length = tensor.size(0);
    for (int i = 0; i < length; i++) {
      if (i > 0) {
        text.append(gap);
      }
      if (length > LONGEST && i == EDGE) {
        text.append('…');
        i = length - EDGE - 1;
      } else {
        nest(text, tensor.select(0, i), depth + 1);
      }
    }
    text.append(']');
  }

  private static String number(double value) {
    String text = Double.toString(value);
    if (value != Math.rint(value) || Math.abs(value) >= 1e15) {
      return text;
    }
    return (text.startsWith("-") ? "-" : "") + (long) Math.abs(value) + ".";
  }
}
