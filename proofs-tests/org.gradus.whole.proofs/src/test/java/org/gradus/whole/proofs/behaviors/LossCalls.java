package org.gradus.whole.proofs.behaviors;

import java.util.List;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/** Losses, and what is empty: B80 to B82. */
final class LossCalls {

  private static final Tensor LOGITS = Tensor.of(new double[][] {{1, 2, 3}, {3, 2, 1}});
  private static final IndexTensor CLASSES = IndexTensor.of(2, 0);
  private static final ClassOptions PLAIN = ClassOptions.standard();

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B80~1]
          Behavior.of(
                  80,
                  "a squared error of unequal sizes broadcasts",
                  Verdict.STRICTER,
                  "a loss refuses, and offers the call that makes the shapes equal; a difference"
                      + " written by hand warns, with the shape it has grown to")
              .refusesInstead(
                  "C015",
                  "nothing is broadcast in a loss",
                  ShapeException.class,
                  () -> Losses.mse(Tensor.ones(10, 1), Tensor.ones(10)),
                  """
                  mse: both operands must have the same shape; nothing is broadcast here
                    left   [10, 1]
                    right  [10]
                  did you mean right.unsqueeze(1)?\
                  """)
              .agrees("C014", () -> Tensor.ones(100, 1).sub(Tensor.ones(100)).shape())
              .warning(
                  """
                  sub: 100 and 100 numbers have 10000 differences, one for each pair
                    left    [100, 1]
                    right   [100]
                    result  [100, 100]
                  did you mean right.unsqueeze(1)? if every pair is meant, write right.unsqueeze(0)\
                  """)
              .agrees(
                  "X026",
                  () -> {
                    Tensor prediction = Tensor.ones(100, 1).named("prediction");
                    Tensor target = Tensor.zeros(100).named("target");
                    Tensor squares = prediction.sub(target).square();
                    return List.of(squares.shape(), squares.mean().item());
                  })
              .warning(
                  """
                  sub: 100 and 100 numbers have 10000 differences, one for each pair
                    left    prediction : [100, 1]
                    right   target : [100]
                    result  [100, 100]
                  did you mean target.unsqueeze(1)? if every pair is meant, write \
                  target.unsqueeze(0)\
                  """),
          // [proof->behavior~B81~1]
          Behavior.of(
                  81,
                  "the cross-entropy of classes and of probabilities",
                  Verdict.BETTER,
                  "names the place, the class and the range, and warns where all classes are ignored; a"
                      + " reduction is an enum, and classes are an IndexTensor")
              .refuses(
                  "C132",
                  IndexOutOfBoundsException.class,
                  () -> Losses.crossEntropy(Tensor.zeros(2, 3), IndexTensor.of(0, 3)),
                  """
                  crossEntropy: class 3 at [1] is out of range
                    scores   [2, 3], classes 0 to 2 along axis 1
                    ignored  -100\
                  """)
              .refuses(
                  "C133",
                  ShapeException.class,
                  () -> Losses.crossEntropy(Tensor.zeros(2, 3), Tensor.of(0, 1)),
                  """
                  crossEntropy: there must be one probability for each class of each sample
                    scores         [2, 3]
                    probabilities  [2]
                  classes are given as an IndexTensor\
                  """)
              .refuses(
                  "C134",
                  ShapeException.class,
                  () -> Losses.crossEntropy(Tensor.zeros(2, 3), IndexTensor.of(0, 1, 2)),
                  """
                  crossEntropy: there must be one class for each sample
                    scores   [2, 3], which takes classes of shape [2]
                    classes  [3]\
                  """)
              .agrees(
                  "C135",
                  () -> {
                    List<Tensor> reduced =
                        List.of(
                            loss(PLAIN, LossReduction.NONE),
                            loss(PLAIN, LossReduction.MEAN),
                            loss(PLAIN, LossReduction.SUM));
                    Tensor weights = Tensor.of(1, 2, 3);
                    return List.of(
                        reduced,
                        Losses.crossEntropy(LOGITS, IndexTensor.of(2, -100)),
                        loss(PLAIN.smoothing(0.1), LossReduction.MEAN),
                        loss(PLAIN.weights(weights), LossReduction.MEAN),
                        Losses.crossEntropy(LOGITS, LOGITS.softmax(1)),
                        Losses.crossEntropy(LOGITS, IndexTensor.of(-100, -100)));
                  })
              .warning(
                  """
                  crossEntropy: every sample is left out, and the mean of none is NaN
                    classes  [2], all -100\
                  """)
              .doesNotCompile(
                  "C136", "LossReduction r = LossReduction.AVG;", "symbol:   variable AVG"),
          // [proof->behavior~B82~1]
          Behavior.of(
                  82,
                  "of nothing the mean is NaN, the sum 0, and the largest an error",
                  Verdict.BETTER,
                  "speaks of the tensor, not of an argument that was not asked for")
              .refuses(
                  "C139",
                  ShapeException.class,
                  () -> Tensor.ones(0).max(),
                  """
                  max: there is no element to choose from
                    given  [0]\
                  """)
              .agrees(
                  "C138",
                  () ->
                      List.of(
                          Tensor.ones(0).mean(),
                          Tensor.ones(0).sum(),
                          Losses.mse(Tensor.ones(0), Tensor.ones(0)))));

  private LossCalls() {}

  private static Tensor loss(ClassOptions options, LossReduction reduction) {
    return Losses.crossEntropy(LOGITS, CLASSES, options, reduction);
  }
}
