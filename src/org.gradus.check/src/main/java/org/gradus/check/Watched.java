package org.gradus.check;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A call of a user's function with copies, watched for what no function under a check may do. */
final class Watched {
  private Watched() {}

  /**
   * Call a function of operands.
   *
   * @param who name of the function in messages
   * @throws Fault if it changes what it was given, or returns an array of it
   */
  static <A, R> R call(String who, Form<A> form, List<Operand> x, Function<A, R> function) {
    A own = form.of(x);
    R result = function.apply(own);
    requireUnchanged(who, x, own);
    requireUnshared(who, "an operand's", own, result);
    return result;
  }

  /**
   * Call a function of operands and of a second argument, such as a cotangent or a tangent.
   *
   * @param second name of the second argument in messages
   * @throws Fault if it changes what it was given, or returns an array of it
   */
  static <A, B, R> R call(
      String who,
      Form<A> form,
      List<Operand> x,
      String second,
      B argument,
      BiFunction<A, B, R> function) {
    double[] before = Content.flat(argument);
    R result = call(who, form, x, own -> function.apply(own, argument));
    if (!Content.sameBits(before, Content.flat(argument))) {
      throw Fault.changed(who, "the " + second);
    }
    requireUnshared(who, "the " + second + "'s", argument, result);
    return result;
  }

  private static void requireUnchanged(String who, List<Operand> x, @Nullable Object own) {
    double[] now = Content.flat(own);
    int next = 0;
    for (Operand operand : x) {
      for (double value : operand.values()) {
        if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(now[next++])) {
          throw Fault.changed(who, "its operand " + operand.name());
        }
      }
    }
  }

  private static void requireUnshared(
      String who, String whose, @Nullable Object given, @Nullable Object result) {
    List<double[]> mine = Content.arrays(given);
    if (Content.arrays(result).stream()
        .anyMatch(array -> array.length > 0 && mine.stream().anyMatch(own -> own == array))) {
      throw Fault.shared(who, whose);
    }
  }
}
