package org.gradus.tensor.internal.misconceptions;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/**
 * Mistakes made of the right operation, whatever its configuration: at other operands, with another
 * cotangent, or with something done to its value or its gradients.
 */
final class Twist {
  private Twist() {}

  /** Something done to gradients, given the operands. */
  interface Change {
    List<Tensor> of(List<Tensor> x, List<Tensor> gradients);
  }

  /** Something done to the gradient of the first operand. */
  interface First {
    Tensor of(List<Tensor> x, Tensor gradient);
  }

  /** The value changed, and the gradient to match. */
  static Misconception value(String name, String sentence, UnaryOperator<Tensor> change) {
    return Misconception.of(
        name, sentence, Symptom.VALUE, right -> x -> change.apply(right.apply(x)));
  }

  /** The value at other operands, and the gradient to match. */
  static Misconception at(String name, String sentence, UnaryOperator<List<Tensor>> move) {
    return Misconception.of(
        name, sentence, Symptom.VALUE, right -> x -> right.apply(move.apply(x)));
  }

  /** The gradients changed. */
  static Misconception gradients(String name, String sentence, Change change) {
    return Misconception.of(
        name,
        sentence,
        Symptom.GRADIENT,
        right ->
            x ->
                Mistaken.apply(
                    x,
                    right,
                    (t, y, yBar) -> change.of(t, Mistaken.rightGradients(right, t, yBar))));
  }

  /** The gradient of the first operand changed. */
  static Misconception first(String name, String sentence, First change) {
    return gradients(
        name, sentence, (x, gradients) -> withFirst(gradients, change.of(x, gradients.get(0))));
  }

  /** The gradients of other operands. */
  static Misconception gradientsAt(String name, String sentence, UnaryOperator<List<Tensor>> move) {
    return Misconception.of(
        name,
        sentence,
        Symptom.GRADIENT,
        right ->
            x ->
                Mistaken.apply(
                    x, right, (t, y, yBar) -> Mistaken.rightGradients(right, move.apply(t), yBar)));
  }

  /** The same list with another first element. */
  static List<Tensor> withFirst(List<Tensor> all, Tensor first) {
    return with(all, 0, first);
  }

  /** The same list with another element; the list itself where it has no such place. */
  static List<Tensor> with(List<Tensor> all, int place, Tensor element) {
    List<Tensor> changed = new ArrayList<>(all);
    if (place < changed.size()) {
      changed.set(place, element);
    }
    return changed;
  }
}
