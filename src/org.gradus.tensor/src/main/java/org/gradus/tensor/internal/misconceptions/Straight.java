package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.tensor.op.Harmless;

/** Mistakes that change nothing, for the operation is linear, or has one number as its result. */
final class Straight {
  private static final List<String> LINEAR =
      List.of(
          "add",
          "sub",
          "neg",
          "sign",
          "round",
          "floor",
          "where",
          "maskedFill",
          "clone",
          "sum",
          "sumTo",
          "mean",
          "cumsum",
          "nll",
          "avgPool2d",
          "dropout",
          "embedding",
          "reshape",
          "transpose",
          "permute",
          "expand",
          "squeeze",
          "unsqueeze",
          "select",
          "slice",
          "index",
          "gather",
          "flip",
          "tril",
          "triu",
          "cat",
          "stack");

  private static final List<String> LINEAR_IN_PIECES =
      List.of(
          "abs",
          "relu",
          "leakyRelu",
          "clamp",
          "maximum",
          "minimum",
          "max",
          "min",
          "amax",
          "amin",
          "l1",
          "maxPool2d");

  private static final Harmless SECOND_DERIVATIVE =
      new Harmless(
          "rule not differentiable", "linear, at least between kinks: no second derivative");

  private static final Harmless SAVED =
      new Harmless("operand not saved", "linear: the rule reads no number of an operand");

  static final Map<String, List<Harmless>> HARMLESS = harmless();

  private Straight() {}

  private static Map<String, List<Harmless>> harmless() {
    Map<String, List<Harmless>> all = new TreeMap<>();
    LINEAR.forEach(id -> all.put(id, List.of(SECOND_DERIVATIVE, SAVED)));
    LINEAR_IN_PIECES.forEach(id -> all.put(id, List.of(SECOND_DERIVATIVE)));
    all.put("dot", List.of(ofOneNumber("cotangent averaged"), ofOneNumber("cotangent summed")));
    return all;
  }

  private static Harmless ofOneNumber(String misconception) {
    return new Harmless(misconception, "the result is one number, its own mean and sum");
  }
}
