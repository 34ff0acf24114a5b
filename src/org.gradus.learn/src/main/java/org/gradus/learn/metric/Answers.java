package org.gradus.learn.metric;

import java.util.Arrays;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/**
 * The classes that a model names, beside those that are true.
 *
 * @param predicted the class of the largest score of each sample, the first of a tie, [n]
 * @param truth the true class of each sample, [n]
 * @param classes C, a count
 */
record Answers(IndexTensor predicted, IndexTensor truth, int classes) {

  /**
   * Read scores.
   *
   * @param scores logits or probabilities, [n, C]
   * @param truth true classes from 0 to C − 1, [n]
   * @throws ShapeException if there is no sample, or there is not one class for each row of scores
   * @throws IndexOutOfBoundsException if a class is out of range
   */
  static Answers of(String what, Tensor scores, IndexTensor truth) {
    int[] shape = scores.shape();
    if (shape.length != 2 || truth.shape().length != 1 || shape[0] != truth.size()) {
      throw new ShapeException(
          """
          %s: there must be one class for each row of scores
            scores   %s
            classes  %s
          give scores of [n, classes], and n classes\
          """
              .formatted(what, Arrays.toString(shape), Arrays.toString(truth.shape())));
    }
    if (truth.size() == 0) {
      throw new ShapeException(
          what + ": there must be at least one sample\n  scores  " + Arrays.toString(shape));
    }
    for (int i = 0; i < truth.size(); i++) {
      requireClass(what, truth.at(i), shape[1]);
    }
    return new Answers(scores.argmax(1), truth, shape[1]);
  }

  /**
   * Demand a class.
   *
   * @throws IndexOutOfBoundsException if it is out of range
   */
  static void requireClass(String what, int given, int classes) {
    if (given < 0 || given >= classes) {
      throw new IndexOutOfBoundsException(
          "%s: there is no class %d\n  classes  0 to %d".formatted(what, given, classes - 1));
    }
  }

  /** Count the samples. */
  int size() {
    return truth.size();
  }

  /** Count the samples whose class is named rightly. */
  int correct() {
    int correct = 0;
    for (int i = 0; i < size(); i++) {
      correct += predicted.at(i) == truth.at(i) ? 1 : 0;
    }
    return correct;
  }
}
