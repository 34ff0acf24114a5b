package org.gradus.learn.metric;

import org.gradus.learn.Sample;
import org.gradus.tensor.Axis;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;

/**
 * The share of samples whose largest score is that of another class.
 *
 * <pre>
 *   error rate = |{i : argmaxⱼ s[i, j] ≠ y[i]}| / n = 1 − accuracy        s: [n, C]   y: [n]
 * </pre>
 */
// [impl->learn~error-rate~1]
public final class ErrorRate {

  private ErrorRate() {}

  /**
   * Return the error rate, from 0 to 1.
   *
   * @param scores logits or probabilities, [n, C]
   * @param classes true classes from 0 to C − 1, [n]
   * @throws org.gradus.tensor.ShapeException if there is no sample, or there is not one class for
   *     each row of scores
   * @throws IndexOutOfBoundsException if a class is out of range
   */
  public static double of(Tensor scores, IndexTensor classes) {
    Answers answers = Answers.of("error rate", scores, classes);
    return (double) (answers.size() - answers.correct()) / answers.size();
  }

  /**
   * Return the error rate, from 0 to 1, under the conditions of the other form.
   *
   * @param scores logits or probabilities, [n, C]
   * @param classes true classes, [n]
   */
  public static <C extends Axis> double of(Matrix<Sample, C> scores, IndexTensor classes) {
    return of(scores.tensor(), classes);
  }
}
