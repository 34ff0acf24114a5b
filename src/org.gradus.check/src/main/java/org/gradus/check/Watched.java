package org.gradus.check;

import java.util.Arrays;
import java.util.List;

/** A subject that is handed copies, and watched for what no function under a check may do. */
final class Watched {
  private final Subject subject;

  Watched(Subject subject) {
    this.subject = subject;
  }

  /** Compute y. */
  double[] value(List<Operand> x) {
    List<Operand> own = copies(x);
    double[] y = subject.value(own);
    requireUnchanged("the function", x, own);
    if (own.stream().anyMatch(operand -> operand.values() == y)) {
      throw Fault.shared("the function");
    }
    return y;
  }

  /** Compute the gradient, one part for each operand and of its size. */
  List<double[]> gradient(List<Operand> x, double[] cotangent) {
    List<Operand> own = copies(x);
    double[] ownCotangent = cotangent.clone();
    List<double[]> gradient = subject.gradient(own, ownCotangent);
    requireUnchanged("the gradient", x, own);
    if (!Arrays.equals(cotangent, ownCotangent)) {
      throw Fault.changed("the gradient", "the cotangent");
    }
    int[] wanted = x.stream().mapToInt(Operand::size).toArray();
    int[] given = gradient.stream().mapToInt(part -> part.length).toArray();
    if (!Arrays.equals(wanted, given)) {
      throw new Fault(
          "the gradient must have one part for each operand, of its size\n  operands  "
              + Arrays.toString(wanted)
              + "\n  gradient  "
              + Arrays.toString(given));
    }
    return gradient;
  }

  /** Insist that a second call gives the same bits. */
  void requireSteady(List<Operand> x, double[] y, double[] cotangent, List<double[]> gradient) {
    double[] again = value(x);
    if (y.length != again.length) {
      throw Fault.unsteady("the number of values", y.length, again.length);
    }
    requireSame("the value y", y, again);
    List<double[]> secondGradient = gradient(x, cotangent);
    for (int operand = 0; operand < x.size(); operand++) {
      requireSame(
          "the gradient by " + x.get(operand).name(),
          gradient.get(operand),
          secondGradient.get(operand));
    }
  }

  private static void requireSame(String what, double[] first, double[] second) {
    int at = Arrays.mismatch(first, second);
    if (at >= 0) {
      throw Fault.unsteady(what + "[" + at + "]", first[at], second[at]);
    }
  }

  private static void requireUnchanged(String who, List<Operand> before, List<Operand> after) {
    for (int operand = 0; operand < before.size(); operand++) {
      if (!Arrays.equals(before.get(operand).values(), after.get(operand).values())) {
        throw Fault.changed(who, "its operand " + before.get(operand).name());
      }
    }
  }

  private static List<Operand> copies(List<Operand> x) {
    return x.stream().map(Operand::copy).toList();
  }
}
