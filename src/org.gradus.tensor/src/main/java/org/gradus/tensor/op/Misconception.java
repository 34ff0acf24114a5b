package org.gradus.tensor.op;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/**
 * A mistake that a person makes about an operation, ready to run, and what a teacher would say.
 *
 * <p>A suite that lets it pass proves nothing; a student whose numbers look like it can be told so.
 *
 * @param name the mistake in a few words, unique for its operation: {@code inner derivative
 *     missing}
 * @param sentence what a teacher says: what went wrong, and where to look
 * @param symptom what it shows
 * @param change from the right operation to the mistaken one: the same cases, kinks and
 *     definitions, another application
 */
// [impl->tensor~misconceptions~1]
public record Misconception(
    String name, String sentence, Symptom symptom, UnaryOperator<Operation> change) {

  /** Wrong reverse rule of an operation of one operand; value and cases stay. */
  public static Misconception rule(String name, String sentence, Mistaken.UnaryRule wrong) {
    return rules(name, sentence, (x, y, yBar) -> List.of(wrong.gradient(x.get(0), y, yBar)));
  }

  /** Wrong reverse rule of an operation of several operands; value and cases stay. */
  public static Misconception rules(String name, String sentence, Mistaken.Rule wrong) {
    return of(name, sentence, Symptom.GRADIENT, right -> x -> Mistaken.apply(x, right, wrong));
  }

  /** Wrong forward line of an operation of one operand, with the gradient that belongs to it. */
  public static Misconception line(String name, String sentence, UnaryOperator<Tensor> wrong) {
    return lines(name, sentence, x -> wrong.apply(x.get(0)));
  }

  /** Wrong forward line of an operation of several operands, with the gradient to it. */
  public static Misconception lines(
      String name, String sentence, Function<List<Tensor>, Tensor> wrong) {
    return of(name, sentence, Symptom.VALUE, right -> wrong);
  }

  /** Mistake made in every case alike, whatever its configuration. */
  public static Misconception of(
      String name,
      String sentence,
      Symptom symptom,
      UnaryOperator<Function<List<Tensor>, Tensor>> change) {
    return new Misconception(name, sentence, symptom, right -> right.applied(change));
  }

  /**
   * Mistake of an operation whose cases have a configuration, as the axis of a softmax.
   *
   * @param sampler the sampler of the operation, with the mistaken application in place of its own
   */
  public static Misconception sampled(
      String name, String sentence, Symptom symptom, Function<Draw, Case> sampler) {
    return new Misconception(name, sentence, symptom, right -> right.sampled(sampler));
  }

  /**
   * Mistake at the kinks of an operation of one operand whose cases have a configuration.
   *
   * @param sampler the sampler of the operation, with the mistaken application in place of its own
   * @param atKinks the mistaken application, as it is called at the kinks
   */
  public static Misconception kink(
      String name, String sentence, Function<Draw, Case> sampler, UnaryOperator<Tensor> atKinks) {
    return new Misconception(
        name,
        sentence,
        Symptom.KINK,
        right -> right.applied(own -> x -> atKinks.apply(x.get(0))).sampled(sampler));
  }

  /** The same mistake, known by another symptom. */
  public Misconception shownBy(Symptom other) {
    return new Misconception(name, sentence, other, change);
  }

  /** The mistaken operation. */
  public Operation of(Operation right) {
    return change.apply(right);
  }
}
