package org.gradus.learn.metric;

import org.gradus.learn.Sample;
import org.gradus.tensor.Axis;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;

/**
 * The share of samples whose largest score is that of their class.
 *
 * <pre>
 *   accuracy = |{i : argmaxⱼ s[i, j] = y[i]}| / n        s: [n, C]   y: [n]   argmax: the first of a tie
 * </pre>
 *
 * <p>Scores are logits or probabilities: softmax keeps their order. Nothing is recorded, so scores
 * that require a gradient may be given.
 */
// [impl->learn~accuracy~1]
public final class Accuracy {

  private Accuracy() {}

  /**
   * Return the accuracy, from 0 to 1.
   *
   * @param scores logits or probabilities, [n, C]
   * @param classes true classes from 0 to C − 1, [n]
   * @throws org.gradus.tensor.ShapeException if there is no sample, or there is not one class for
   *     each row of scores
   * @throws IndexOutOfBoundsException if a class is out of range
   */
  public static double of(Tensor scores, IndexTensor classes) {
    Answers answers = Answers.of("accuracy", scores, classes);
    return (double) answers.correct() / answers.size();
  }

  /**
   * Return the accuracy, from 0 to 1, under the conditions of the other form.
   *
   * @param scores logits or probabilities, [n, C]
   * @param classes true classes, [n]
   */
  public static <C extends Axis> double of(Matrix<Sample, C> scores, IndexTensor classes) {
    return of(scores.tensor(), classes);
  }

  /**
   * Count the samples whose largest score is that of their class, to be added up over batches.
   *
   * @param scores logits or probabilities, [n, C]
   * @param classes true classes from 0 to C − 1, [n]
   * @throws org.gradus.tensor.ShapeException if there is no sample, or there is not one class for
   *     each row of scores
   * @throws IndexOutOfBoundsException if a class is out of range
   */
  public static int correct(Tensor scores, IndexTensor classes) {
    return Answers.of("correct", scores, classes).correct();
  }
}
