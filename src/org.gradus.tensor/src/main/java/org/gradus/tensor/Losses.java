package org.gradus.tensor;

import org.gradus.tensor.internal.ops.BinaryCrossEntropy;
import org.gradus.tensor.internal.ops.BinaryCrossEntropyWithLogits;
import org.gradus.tensor.internal.ops.CrossEntropy;
import org.gradus.tensor.internal.ops.CrossEntropyOfProbabilities;
import org.gradus.tensor.internal.ops.Huber;
import org.gradus.tensor.internal.ops.KlDivergence;
import org.gradus.tensor.internal.ops.KlDivergenceOfLogs;
import org.gradus.tensor.internal.ops.L1;
import org.gradus.tensor.internal.ops.MeanSquare;
import org.gradus.tensor.internal.ops.Nll;
import org.gradus.tensor.internal.ops.NormalLogDensity;
import org.gradus.tensor.internal.ops.SmoothL1;
import org.gradus.tensor.internal.ops.Suspicion;

/**
 * Losses of a prediction against a target.
 *
 * <p>Both have one shape: nothing is broadcast in a loss, and typed ones along other axes do not
 * compile. The short forms take tensors and typed faces alike and give the mean; the long ones take
 * options and a reduction. A target that requires a gradient gets one too; weights get none. Each
 * loss's formula and reverse rule stand in the class of its name.
 */
// [impl->tensor~losses~1]
public final class Losses {
  private Losses() {}

  // ---------------------------------------------------------------- of numbers

  /**
   * Mean squared error.
   *
   * @throws ShapeException if the shapes differ
   */
  public static <F extends Face<F>> Scalar mse(F prediction, F target) {
    return Scalar.of(mse(prediction.tensor(), target.tensor(), LossReduction.MEAN));
  }

  /**
   * Squared error (ŷ − y)².
   *
   * @throws ShapeException if the shapes differ, or there is no axis 0 to average over
   */
  public static Tensor mse(Tensor prediction, Tensor target, LossReduction reduction) {
    return Tensor.apply(new MeanSquare(prediction, target, reduction));
  }

  /**
   * Mean absolute error.
   *
   * @throws ShapeException if the shapes differ
   */
  public static <F extends Face<F>> Scalar l1(F prediction, F target) {
    return Scalar.of(l1(prediction.tensor(), target.tensor(), LossReduction.MEAN));
  }

  /**
   * Absolute error |ŷ − y|.
   *
   * @throws ShapeException if the shapes differ, or there is no axis 0 to average over
   */
  public static Tensor l1(Tensor prediction, Tensor target, LossReduction reduction) {
    return Tensor.apply(new L1(prediction, target, reduction));
  }

  /**
   * Mean of an error that is squared where it is below β and absolute above.
   *
   * @param beta where both meet, at least 0
   * @throws ShapeException if the shapes differ
   * @throws IllegalArgumentException if {@code beta} is negative
   */
  public static <F extends Face<F>> Scalar smoothL1(F prediction, F target, double beta) {
    return Scalar.of(smoothL1(prediction.tensor(), target.tensor(), beta, LossReduction.MEAN));
  }

  /**
   * Error d²/(2β) where |d| is below β, else |d| − β/2, of d = ŷ − y; with β = 0 it is {@link #l1}.
   *
   * @param beta where both meet, at least 0
   * @throws ShapeException if the shapes differ, or there is no axis 0 to average over
   * @throws IllegalArgumentException if {@code beta} is negative
   */
  public static Tensor smoothL1(
      Tensor prediction, Tensor target, double beta, LossReduction reduction) {
    return beta == 0
        ? l1(prediction, target, reduction)
        : Tensor.apply(new SmoothL1(prediction, target, beta, reduction));
  }

  /**
   * Mean of Huber's error.
   *
   * @param delta where parabola and tangents meet, greater than 0
   * @throws ShapeException if the shapes differ
   * @throws IllegalArgumentException if {@code delta} is not positive
   */
  public static <F extends Face<F>> Scalar huber(F prediction, F target, double delta) {
    return Scalar.of(huber(prediction.tensor(), target.tensor(), delta, LossReduction.MEAN));
  }

  /**
   * Huber's error d²/2 where |d| is at most δ, else δ·(|d| − δ/2), of d = ŷ − y.
   *
   * @param delta where parabola and tangents meet, greater than 0
   * @throws ShapeException if the shapes differ, or there is no axis 0 to average over
   * @throws IllegalArgumentException if {@code delta} is not positive
   */
  public static Tensor huber(
      Tensor prediction, Tensor target, double delta, LossReduction reduction) {
    return Tensor.apply(new Huber(prediction, target, delta, reduction));
  }

  /**
   * Logarithm of the density at x of the normal distribution; all three broadcast. NaN where the
   * deviation is not positive.
   *
   * @throws ShapeException if the shapes do not broadcast
   */
  public static Tensor normalLogDensity(Tensor x, Tensor mean, Tensor deviation) {
    return Tensor.apply(new NormalLogDensity(x, mean, deviation));
  }

  // ---------------------------------------------------------------- of classes

  /**
   * Mean negative log-likelihood of classes.
   *
   * @param logProbabilities [n, classes], [n, classes, …] or [classes]
   * @param classes [n], [n, …] or []; −100 leaves a sample out
   * @throws ShapeException if there is not one class for each sample
   * @throws IndexOutOfBoundsException if a class is out of range
   */
  public static <F extends Face<F>> Scalar nll(F logProbabilities, IndexTensor classes) {
    return Scalar.of(
        nll(logProbabilities.tensor(), classes, ClassOptions.standard(), LossReduction.MEAN));
  }

  /**
   * Negative log-likelihood −w[y]·ln p[y] of classes; a {@link Warnings warning} says where the
   * mean is NaN because every sample is left out.
   *
   * @param logProbabilities [n, classes], [n, classes, …] or [classes]
   * @param classes [n], [n, …] or []
   * @throws ShapeException if there is not one class for each sample, or one weight for each class,
   *     or there is no axis 0 to average over
   * @throws IndexOutOfBoundsException if a class is out of range
   * @throws GradientException if the weights require a gradient
   */
  public static Tensor nll(
      Tensor logProbabilities, IndexTensor classes, ClassOptions options, LossReduction reduction) {
    Tensor loss = Tensor.apply(Nll.checked(logProbabilities, classes, options, reduction));
    Suspicion.allIgnored("nll", classes, options, reduction).ifPresent(Warnings::warn);
    return loss;
  }

  /**
   * Mean cross-entropy of classes, ln Σ exp xⱼ − x[y].
   *
   * @param logits [n, classes], [n, classes, …] or [classes]
   * @param classes [n], [n, …] or []; −100 leaves a sample out
   * @throws ShapeException if there is not one class for each sample
   * @throws IndexOutOfBoundsException if a class is out of range
   */
  public static <F extends Face<F>> Scalar crossEntropy(F logits, IndexTensor classes) {
    return Scalar.of(
        crossEntropy(logits.tensor(), classes, ClassOptions.standard(), LossReduction.MEAN));
  }

  /**
   * Cross-entropy of classes, with weights and smoothing; a {@link Warnings warning} says where the
   * mean is NaN because every sample is left out.
   *
   * @param logits [n, classes], [n, classes, …] or [classes]
   * @param classes [n], [n, …] or []
   * @throws ShapeException if there is not one class for each sample, or one weight for each class,
   *     or there is no axis 0 to average over
   * @throws IndexOutOfBoundsException if a class is out of range
   * @throws GradientException if the weights require a gradient
   */
  public static Tensor crossEntropy(
      Tensor logits, IndexTensor classes, ClassOptions options, LossReduction reduction) {
    Tensor loss = Tensor.apply(CrossEntropy.checked(logits, classes, options, reduction));
    Suspicion.allIgnored("crossEntropy", classes, options, reduction).ifPresent(Warnings::warn);
    return loss;
  }

  /**
   * Mean cross-entropy against probabilities, −Σ pⱼ·ln softmax(x)ⱼ.
   *
   * @param logits [n, classes], [n, classes, …] or [classes]
   * @param probabilities of the same shape
   * @throws ShapeException if the shapes differ
   */
  public static <F extends Face<F>> Scalar crossEntropy(F logits, F probabilities) {
    return Scalar.of(
        crossEntropy(
            logits.tensor(), probabilities.tensor(), ClassOptions.standard(), LossReduction.MEAN));
  }

  /**
   * Cross-entropy against probabilities, with weights and smoothing.
   *
   * @param logits [n, classes], [n, classes, …] or [classes]
   * @param probabilities of the same shape
   * @throws ShapeException if the shapes differ, there is not one weight for each class, or no axis
   *     0 to average over
   * @throws IllegalArgumentException if a class is to be left out
   * @throws GradientException if the weights require a gradient
   */
  public static Tensor crossEntropy(
      Tensor logits, Tensor probabilities, ClassOptions options, LossReduction reduction) {
    return Tensor.apply(new CrossEntropyOfProbabilities(logits, probabilities, options, reduction));
  }

  /**
   * Mean cross-entropy of two classes, from probabilities.
   *
   * @throws ShapeException if the shapes differ
   * @throws IllegalArgumentException if a prediction or a target does not lie between 0 and 1
   */
  public static <F extends Face<F>> Scalar binaryCrossEntropy(F probabilities, F target) {
    return Scalar.of(
        binaryCrossEntropy(
            probabilities.tensor(), target.tensor(), BinaryOptions.standard(), LossReduction.MEAN));
  }

  /**
   * Cross-entropy −(y·ln p + (1 − y)·ln(1 − p)) of two classes, with weights.
   *
   * @throws ShapeException if the shapes differ, weights do not broadcast to them, or there is no
   *     axis 0 to average over
   * @throws IllegalArgumentException if a prediction or a target does not lie between 0 and 1
   * @throws GradientException if weights require a gradient
   */
  public static Tensor binaryCrossEntropy(
      Tensor probabilities, Tensor target, BinaryOptions options, LossReduction reduction) {
    return Tensor.apply(new BinaryCrossEntropy(probabilities, target, options, reduction));
  }

  /**
   * Mean cross-entropy of two classes, from logits.
   *
   * @throws ShapeException if the shapes differ
   */
  public static <F extends Face<F>> Scalar binaryCrossEntropyWithLogits(F logits, F target) {
    return Scalar.of(
        binaryCrossEntropyWithLogits(
            logits.tensor(), target.tensor(), BinaryOptions.standard(), LossReduction.MEAN));
  }

  /**
   * Cross-entropy −(y·ln σ(x) + (1 − y)·ln σ(−x)) of two classes, with weights; finite for logits
   * of any finite size.
   *
   * @throws ShapeException if the shapes differ, weights do not broadcast to them, or there is no
   *     axis 0 to average over
   * @throws GradientException if weights require a gradient
   */
  public static Tensor binaryCrossEntropyWithLogits(
      Tensor logits, Tensor target, BinaryOptions options, LossReduction reduction) {
    return Tensor.apply(new BinaryCrossEntropyWithLogits(logits, target, options, reduction));
  }

  // ---------------------------------------------------------------- of distributions

  /**
   * Kullback and Leibler's divergence p·(ln p − ln q), from ln q.
   *
   * <p>The divergence of [n, classes] is that of {@link LossReduction#BATCH_MEAN}; a mean over the
   * elements divides by the classes too.
   *
   * @throws ShapeException if the shapes differ, or there is no axis 0 to average over
   */
  public static Tensor klDivergence(
      Tensor logProbabilities, Tensor target, LossReduction reduction) {
    return Tensor.apply(new KlDivergence(logProbabilities, target, reduction));
  }

  /**
   * Kullback and Leibler's divergence p·(ln p − ln q), from ln q and ln p.
   *
   * @throws ShapeException if the shapes differ, or there is no axis 0 to average over
   */
  public static Tensor klDivergenceOfLogs(
      Tensor logProbabilities, Tensor logTarget, LossReduction reduction) {
    return Tensor.apply(new KlDivergenceOfLogs(logProbabilities, logTarget, reduction));
  }
}
