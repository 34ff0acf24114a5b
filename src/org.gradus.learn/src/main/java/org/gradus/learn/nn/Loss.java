package org.gradus.learn.nn;

import java.util.Arrays;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.Face;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/**
 * A number for how wrong a prediction is, or one for each element.
 *
 * <pre>
 *   none   l[i]            sum   Σ l[i]            mean   Σ l[i]/n
 * </pre>
 *
 * <p>It is the mean unless another reduction is asked for. Nothing is broadcast: prediction and
 * target have one shape, or there is a class for each sample.
 *
 * @param <P> the prediction
 * @param <T> the target
 */
// [impl->learn~loss~1]
public final class Loss<P extends Face<P>, T> {

  /** A loss as {@link Losses} has it. */
  @FunctionalInterface
  private interface Formula<T> {
    Tensor apply(Tensor prediction, T target, LossReduction reduction);
  }

  private final String name;
  private final String settings;
  private final LossReduction reduction;
  private final Formula<T> formula;

  private Loss(String name, String settings, LossReduction reduction, Formula<T> formula) {
    this.name = name;
    this.settings = settings;
    this.reduction = reduction;
    this.formula = formula;
  }

  private static <P extends Face<P>, T> Loss<P, T> of(
      String name, String settings, Formula<T> formula) {
    return new Loss<>(name, settings, LossReduction.MEAN, formula);
  }

  // ---------------------------------------------------------------- of numbers

  /** l = (ŷ − y)². */
  public static <F extends Face<F>> Loss<F, F> meanSquaredError() {
    return of("MeanSquaredError", "", (p, y, r) -> Losses.mse(p, y.tensor(), r));
  }

  /** l = |ŷ − y|. */
  public static <F extends Face<F>> Loss<F, F> l1() {
    return of("L1", "", (p, y, r) -> Losses.l1(p, y.tensor(), r));
  }

  /** l = d²/(2β) where |d| is below β, else |d| − β/2, of d = ŷ − y. */
  public static <F extends Face<F>> Loss<F, F> smoothL1(double beta) {
    return of("SmoothL1", "beta=" + beta, (p, y, r) -> Losses.smoothL1(p, y.tensor(), beta, r));
  }

  /** l = d²/2 where |d| is at most δ, else δ·(|d| − δ/2), of d = ŷ − y. */
  public static <F extends Face<F>> Loss<F, F> huber(double delta) {
    return of("Huber", "delta=" + delta, (p, y, r) -> Losses.huber(p, y.tensor(), delta, r));
  }

  /**
   * l = (ŷ − y)²/(2σ²) + ln(2πσ²)/2, the negative logarithm of the density of y where it scatters
   * normally about ŷ.
   *
   * @param deviation σ, in the unit of y
   * @throws IllegalArgumentException if it is not positive and finite
   */
  public static <F extends Face<F>> Loss<F, F> gaussian(double deviation) {
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          """
          gaussian: the deviation must be positive and finite
            given  %s
          try 1.0\
          """
              .formatted(deviation));
    }
    return of(
        "GaussianNegativeLogLikelihood",
        "deviation=" + deviation,
        (p, y, r) -> reduced(gaussians(p, y.tensor(), deviation), r));
  }

  private static Tensor gaussians(Tensor prediction, Tensor target, double deviation) {
    if (!Arrays.equals(prediction.shape(), target.shape())) {
      throw new ShapeException(
          "gaussian: prediction and target must have one shape\n  prediction  %s\n  target      %s"
              .formatted(prediction.signature(), target.signature()));
    }
    return Losses.normalLogDensity(target, prediction, Tensor.scalar(deviation)).neg();
  }

  private static Tensor reduced(Tensor losses, LossReduction reduction) {
    return switch (reduction) {
      case NONE -> losses;
      case SUM -> losses.sum();
      case MEAN -> losses.mean();
      case BATCH_MEAN -> losses.sum().div(losses.size(0));
    };
  }

  // ---------------------------------------------------------------- of classes

  /** l = ln Σ exp xⱼ − x[y], of logits x and a class y. */
  public static <F extends Face<F>> Loss<F, IndexTensor> crossEntropy() {
    return crossEntropy(ClassOptions.standard());
  }

  /** The cross-entropy of classes with weights, smoothing, or a class that is left out. */
  public static <F extends Face<F>> Loss<F, IndexTensor> crossEntropy(ClassOptions options) {
    return of("CrossEntropy", text(options), (p, y, r) -> Losses.crossEntropy(p, y, options, r));
  }

  /** l = −Σ pⱼ·ln softmax(x)ⱼ, of logits x and probabilities p. */
  public static <F extends Face<F>> Loss<F, F> crossEntropyOfProbabilities() {
    ClassOptions options = ClassOptions.standard();
    return of(
        "CrossEntropyOfProbabilities",
        "",
        (p, y, r) -> Losses.crossEntropy(p, y.tensor(), options, r));
  }

  /** l = −x[y], of logarithms x of probabilities and a class y. */
  public static <F extends Face<F>> Loss<F, IndexTensor> negativeLogLikelihood() {
    return negativeLogLikelihood(ClassOptions.standard());
  }

  /** The negative log-likelihood with weights, or a class that is left out. */
  public static <F extends Face<F>> Loss<F, IndexTensor> negativeLogLikelihood(
      ClassOptions options) {
    return of("NegativeLogLikelihood", text(options), (p, y, r) -> Losses.nll(p, y, options, r));
  }

  /** l = −(y·ln p + (1 − y)·ln(1 − p)), of probabilities p. */
  public static <F extends Face<F>> Loss<F, F> binaryCrossEntropy() {
    BinaryOptions options = BinaryOptions.standard();
    return of(
        "BinaryCrossEntropy",
        "",
        (p, y, r) -> Losses.binaryCrossEntropy(p, y.tensor(), options, r));
  }

  /** The binary cross-entropy of logits, finite for those of any finite size. */
  public static <F extends Face<F>> Loss<F, F> binaryCrossEntropyWithLogits() {
    BinaryOptions options = BinaryOptions.standard();
    return of(
        "BinaryCrossEntropyWithLogits",
        "",
        (p, y, r) -> Losses.binaryCrossEntropyWithLogits(p, y.tensor(), options, r));
  }

  /** l = p·(ln p − ln q), of ln q and p. */
  public static <F extends Face<F>> Loss<F, F> klDivergence() {
    return of("KlDivergence", "", (p, y, r) -> Losses.klDivergence(p, y.tensor(), r));
  }

  private static String text(ClassOptions options) {
    return "%signored=%d, smoothing=%s"
        .formatted(
            options.weights().map(w -> "weights=" + w.detach() + ", ").orElse(""),
            options.ignored(),
            options.smoothing());
  }

  // ---------------------------------------------------------------- use

  /** Return this loss with another reduction. */
  public Loss<P, T> withReduction(LossReduction other) {
    return new Loss<>(name, settings, other, formula);
  }

  /** Return how the losses of single elements become one. */
  public LossReduction reduction() {
    return reduction;
  }

  /**
   * Compute the loss.
   *
   * @throws ShapeException if the shapes differ, or there is not one class for each sample
   */
  public Tensor forward(P prediction, T target) {
    return formula.apply(prediction.tensor(), target, reduction);
  }

  /** Name, settings and reduction. */
  @Override
  public String toString() {
    return "%s(%sreduction=%s)"
        .formatted(name, settings.isEmpty() ? "" : settings + ", ", reduction);
  }
}
