package org.gradus.tensor.proofs.messages;

import java.util.Map;
import java.util.function.BiFunction;
import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.ClassOptions;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.LossReduction;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is said of losses whose operands or options do not fit. */
// [proof->tensor~messages~1]
// [proof->tensor~losses~1]
class LossMessagesTest {
  private final Tensor x = Tensor.zeros(2, 3).named("x", "sample", "class");
  private final Tensor p = Tensor.full(0.5, 2, 3).named("p", "sample", "");
  private final Tensor w = Tensor.ones(3).named("w");

  @Test
  void lossesBroadcastNothing() {
    Tensor column = Tensor.zeros(10, 1).named("prediction");
    Tensor target = Tensor.zeros(10).named("target");
    Refusal.ofShapes(
        () -> Losses.l1(column, target),
        """
        l1: both operands must have the same shape; nothing is broadcast here
          left   prediction : [10, 1]
          right  target : [10]
        did you mean target.unsqueeze(1)?\
        """);
    Refusal.ofShapes(
        () -> Losses.binaryCrossEntropyWithLogits(column, target),
        """
        binaryCrossEntropyWithLogits: both operands must have the same shape; nothing is broadcast here
          left   prediction : [10, 1]
          right  target : [10]
        did you mean target.unsqueeze(1)?\
        """);
  }

  @Test
  void noLossOfPairsBroadcasts() {
    Map<String, BiFunction<Tensor, Tensor, Object>> losses =
        Map.of(
            "mse",
            Losses::mse,
            "l1",
            Losses::l1,
            "smoothL1",
            (a, b) -> Losses.smoothL1(a, b, 1),
            "huber",
            (a, b) -> Losses.huber(a, b, 1),
            "binaryCrossEntropy",
            Losses::binaryCrossEntropy,
            "binaryCrossEntropyWithLogits",
            Losses::binaryCrossEntropyWithLogits,
            "klDivergence",
            (a, b) -> Losses.klDivergence(a, b, LossReduction.MEAN),
            "klDivergenceOfLogs",
            (a, b) -> Losses.klDivergenceOfLogs(a, b, LossReduction.MEAN));
    losses.forEach(
        (name, loss) ->
            Refusal.ofShapes(
                () -> loss.apply(p, Tensor.full(0.5, 3)),
                """
                %s: both operands must have the same shape; nothing is broadcast here
                  left   p : [sample=2, 3]
                  right  [3]\
                """
                    .formatted(name)));
  }

  @Test
  void axesOfLengthOneElsewhereInATarget() {
    Refusal.ofShapes(
        () -> Losses.smoothL1(Tensor.zeros(3, 1, 2), Tensor.zeros(1, 3, 2), 0.5),
        """
        smoothL1: both operands must have the same shape; nothing is broadcast here
          left   [3, 1, 2]
          right  [1, 3, 2]
        did you mean right.reshape(3, 1, 2)?\
        """);
  }

  @Test
  void meanOverABatchThatIsNone() {
    Refusal.ofShapes(
        () -> Losses.mse(Tensor.scalar(1), Tensor.scalar(2), LossReduction.BATCH_MEAN),
        """
        mse: BATCH_MEAN divides by the length of axis 0, and the losses have no axis
          losses  []
        call it with MEAN instead\
        """);
  }

  @Test
  void jointsThatAreNone() {
    Refusal.ofArguments(
        () -> Losses.smoothL1(x, x, -1),
        """
        smoothL1: beta must be at least 0
          beta  -1.0\
        """);
    Refusal.ofArguments(
        () -> Losses.huber(x, x, 0),
        """
        huber: delta must be greater than 0
          delta  0.0\
        """);
  }

  @Test
  void classesOfAnotherBatch() {
    Refusal.ofShapes(
        () -> Losses.crossEntropy(x, IndexTensor.of(0, 1, 2)),
        """
        crossEntropy: there must be one class for each sample
          scores   x : [sample=2, class=3], which takes classes of shape [2]
          classes  [3]\
        """);
    Refusal.ofShapes(
        () -> Losses.nll(Tensor.scalar(0), IndexTensor.of(0)),
        """
        nll: there must be an axis of classes
          given  []\
        """);
  }

  @Test
  void classOutOfRange() {
    Refusal.ofIndices(
        () -> Losses.crossEntropy(x, IndexTensor.of(0, 3)),
        """
        crossEntropy: class 3 at [1] is out of range
          scores   x : [sample=2, class=3], classes 0 to 2 along axis 1
          ignored  -100\
        """);
    Refusal.ofIndices(
        () ->
            Losses.nll(
                Tensor.zeros(1, 2, 2),
                IndexTensor.of(new int[] {1, 2}, new int[] {5, -1}),
                ClassOptions.standard().ignoring(5),
                LossReduction.SUM),
        """
        nll: class -1 at [0, 1] is out of range
          scores   [1, 2, 2], classes 0 to 1 along axis 1
          ignored  5\
        """);
    Refusal.ofIndices(
        () -> Losses.nll(Tensor.zeros(1, 0), IndexTensor.of(0)),
        """
        nll: class 0 at [0] is out of range
          scores   [1, 0], no class along axis 1
          ignored  -100\
        """);
  }

  @Test
  void classesGivenAsNumbers() {
    Refusal.ofShapes(
        () -> Losses.crossEntropy(x, Tensor.of(0, 1).named("y")),
        """
        crossEntropy: there must be one probability for each class of each sample
          scores         x : [sample=2, class=3]
          probabilities  y : [2]
        classes are given as an IndexTensor\
        """);
    Refusal.ofShapes(
        () -> Losses.crossEntropy(x, Tensor.zeros(3, 2)),
        """
        crossEntropy: there must be one probability for each class of each sample
          scores         x : [sample=2, class=3]
          probabilities  [3, 2]\
        """);
  }

  @Test
  void probabilitiesOfAClassToLeaveOut() {
    ClassOptions options = ClassOptions.standard().ignoring(1);
    Refusal.ofArguments(
        () -> Losses.crossEntropy(x, x, options, LossReduction.MEAN),
        """
        crossEntropy: no sample can be left out by its class where the target is probabilities
          ignored  1
        give such a sample the probability 0 of every class\
        """);
    Refusal.ofArguments(
        () -> Losses.crossEntropy(x, x, options.ignoring(0), LossReduction.MEAN),
        """
        crossEntropy: no sample can be left out by its class where the target is probabilities
          ignored  0
        give such a sample the probability 0 of every class\
        """);
  }

  @Test
  void weightsThatDoNotFitTheClasses() {
    ClassOptions options = ClassOptions.standard().weights(Tensor.ones(2).named("w"));
    Refusal.ofShapes(
        () -> Losses.nll(x, IndexTensor.of(0, 1), options, LossReduction.MEAN),
        """
        nll: there must be one weight for each class
          scores   x : [sample=2, class=3], 3 classes
          weights  w : [2]\
        """);
    Refusal.ofShapes(
        () -> Losses.crossEntropy(x, p, options, LossReduction.MEAN),
        """
        crossEntropy: there must be one weight for each class
          scores   x : [sample=2, class=3], 3 classes
          weights  w : [2]\
        """);
    Refusal.ofShapes(
        () -> Losses.crossEntropy(w, w, ClassOptions.standard(), LossReduction.BATCH_MEAN),
        """
        crossEntropy: BATCH_MEAN divides by the length of axis 0, and the losses have no axis
          losses  []
        call it with MEAN instead\
        """);
  }

  @Test
  void weightsThatDoNotBroadcast() {
    BinaryOptions options = BinaryOptions.standard().weights(Tensor.ones(2));
    Refusal.ofShapes(
        () -> Losses.binaryCrossEntropy(p, p, options, LossReduction.MEAN),
        """
        binaryCrossEntropy: the weights must broadcast to the shape of the prediction
          prediction  p : [sample=2, 3]
          weights     [2]
        did you mean weights.unsqueeze(1)?\
        """);
  }

  @Test
  void weightsThatAskForAGradient() {
    w.requiresGrad_();
    ClassOptions ofClasses = ClassOptions.standard().weights(w);
    BinaryOptions ofTwo = BinaryOptions.standard().positiveWeights(w);
    Refusal.ofGradients(
        () -> Losses.crossEntropy(x, IndexTensor.of(0, 1), ofClasses, LossReduction.MEAN),
        """
        crossEntropy: the weights get no gradient, and w : [3] requires one
        call detach() on them\
        """);
    Refusal.ofGradients(
        () -> Losses.binaryCrossEntropyWithLogits(x, x, ofTwo, LossReduction.MEAN),
        """
        binaryCrossEntropyWithLogits: the positiveWeights get no gradient, and w : [3] requires one
        call detach() on them\
        """);
  }

  @Test
  void numbersThatAreNoProbabilities() {
    Refusal.ofArguments(
        () -> Losses.binaryCrossEntropy(Tensor.of(0.5, 1.5).named("p"), Tensor.of(0, 1)),
        """
        binaryCrossEntropy: the prediction must lie between 0 and 1
          given  p : [2] with 1.5 at [1]\
        """);
    Refusal.ofArguments(
        () -> Losses.binaryCrossEntropy(Tensor.of(0.5), Tensor.of(Double.NaN)),
        """
        binaryCrossEntropy: the target must lie between 0 and 1
          given  [1] with NaN at [0]\
        """);
    Refusal.ofArguments(
        () -> Losses.binaryCrossEntropy(p, Tensor.of(0, 0, 0, 0, -1, 0).reshape(2, 3)),
        """
        binaryCrossEntropy: the target must lie between 0 and 1
          given  [2, 3] with -1.0 at [1, 1]\
        """);
  }

  @Test
  void smoothingThatIsNoShare() {
    Refusal.ofArguments(
        () -> ClassOptions.standard().smoothing(1.5),
        """
        ClassOptions: the smoothing must lie between 0 and 1
          given  1.5\
        """);
  }

  @Test
  void densityOfOperandsThatDoNotBroadcast() {
    Refusal.ofShapes(
        () -> Losses.normalLogDensity(x, Tensor.scalar(0), Tensor.ones(2)),
        """
        normalLogDensity: all three operands must broadcast together, aligned at the last axis:\
         3 (class of x) and 2 (axis 0 of deviation) differ
          x          x : [sample=2, class=3]
          mean       []
          deviation  [2]
        did you mean deviation.unsqueeze(1)?\
        """);
  }
}
