package org.gradus.tensor.proofs.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gradus.tensor.Tensor;

/**
 * A call that a message offers, read and run: {@code a.matmul(b.t())}, or one operand changed, as
 * {@code b.unsqueeze(1)}.
 *
 * @param text the call
 */
record Offer(String text) {
  private static final Pattern OFFERS = Pattern.compile("\ndid you mean (.*)\\?$");
  private static final Pattern STEP = Pattern.compile("\\.(\\w+)\\(");

  /** Calls offered by a message, in its order. */
  static List<Offer> of(String message) {
    return OFFERS
        .matcher(message)
        .results()
        .flatMap(match -> Arrays.stream(match.group(1).split(" or ")))
        .map(Offer::new)
        .toList();
  }

  /** The operand that the call starts from. */
  String operand() {
    return text.substring(0, text.indexOf('.'));
  }

  /** Whether another operand takes part, so that the call is a whole remedy. */
  boolean isWhole(Map<String, Tensor> operands) {
    String rest = text.substring(text.indexOf('.'));
    return operands.keySet().stream()
        .anyMatch(name -> Pattern.compile("\\(" + name + "\\b").matcher(rest).find());
  }

  /** What the call gives. */
  Tensor run(Map<String, Tensor> operands) {
    return run(text, operands);
  }

  private static Tensor run(String call, Map<String, Tensor> operands) {
    int end = call.indexOf('.') < 0 ? call.length() : call.indexOf('.');
    Tensor x = operands.get(call.substring(0, end));
    Matcher step = STEP.matcher(call);
    while (step.find(end)) {
      int close = closing(call, step.end());
      x = step(x, step.group(1), call.substring(step.end(), close), operands);
      end = close + 1;
    }
    return x;
  }

  private static int closing(String call, int from) {
    int depth = 1;
    int at = from;
    while (depth > 0) {
      char c = call.charAt(at++);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
    return at - 1;
  }

  private static Tensor step(
      Tensor x, String method, String arguments, Map<String, Tensor> operands) {
    return switch (method) {
      case "t" -> x.t();
      case "flatten" -> x.flatten();
      case "unsqueeze" -> x.unsqueeze(numbers(arguments)[0]);
      case "squeeze" -> x.squeeze(numbers(arguments)[0]);
      case "transpose" -> x.transpose(numbers(arguments)[0], numbers(arguments)[1]);
      case "reshape" -> x.reshape(numbers(arguments));
      case "matmul" -> x.matmul(run(arguments, operands));
      case "mv" -> x.mv(run(arguments, operands));
      case "dot" -> x.dot(run(arguments, operands));
      case "add" -> x.add(run(arguments, operands));
      case "sub" -> x.sub(run(arguments, operands));
      case "mul" -> x.mul(run(arguments, operands));
      case "div" -> x.div(run(arguments, operands));
      default -> throw new IllegalArgumentException("no remedy calls " + method);
    };
  }

  private static int[] numbers(String arguments) {
    return Arrays.stream(arguments.split(", "))
        .filter(word -> !word.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }
}
