package org.gradus.tensor.proofs.messages;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is said of operands whose shapes do not meet, element by element or joined. */
// [proof->tensor~messages~1]
// [proof->tensor~clash~1]
class OperandMessagesTest {
  private final Tensor x = Tensor.zeros(100, 2).named("x", "sample", "coefficient");
  private final Tensor y = Tensor.zeros(100).named("y", "sample");

  @Test
  void lengthsThatDoNotBroadcast() {
    Refusal.ofShapes(
        () -> Tensor.zeros(2, 3).add(Tensor.zeros(2, 4)),
        """
        add: lengths must be equal, or one of them 1, aligned at the last axis: 3 (axis 1) and 4 (axis 1)\
         differ
          left   [2, 3]
          right  [2, 4]\
        """);
  }

  @Test
  void vectorOnTheRightThatStandsForAColumn() {
    Refusal.ofShapes(
        () -> x.sub(y),
        """
        sub: lengths must be equal, or one of them 1, aligned at the last axis: 2 (coefficient) and\
         100 (sample) differ
          left   x : [sample=100, coefficient=2]
          right  y : [sample=100]
        did you mean y.unsqueeze(1)?\
        """);
  }

  @Test
  void vectorOnTheLeftThatStandsForAColumn() {
    Refusal.ofShapes(
        () -> y.detach().lt(x),
        """
        lt: lengths must be equal, or one of them 1, aligned at the last axis: 100 (axis 0) and\
         2 (coefficient) differ
          left   [100]
          right  x : [sample=100, coefficient=2]
        did you mean left.unsqueeze(1)?\
        """);
  }

  @Test
  void matrixThatIsTransposed() {
    Refusal.ofShapes(
        () -> Tensor.zeros(2, 3).mul(Tensor.zeros(3, 2).named("w")),
        """
        mul: lengths must be equal, or one of them 1, aligned at the last axis: 3 (axis 1) and 2 (axis 1)\
         differ
          left   [2, 3]
          right  w : [3, 2]
        did you mean w.t() or left.t()?\
        """);
    Refusal.ofShapes(
        () -> x.add(Tensor.zeros(2, 100).named("z", "coefficient", "sample")),
        """
        add: lengths must be equal, or one of them 1, aligned at the last axis: 2 (coefficient) and\
         100 (sample) differ
          left   x : [sample=100, coefficient=2]
          right  z : [coefficient=2, sample=100]
        did you mean z.t() or x.t()?\
        """);
  }

  @Test
  void axisOfTheSameNameIsMet() {
    Tensor planes = Tensor.zeros(2, 3, 2, 4).named("planes", "image", "row", "group", "column");
    Refusal.ofShapes(
        () -> planes.mul(Tensor.zeros(2).named("m", "image")),
        """
        mul: lengths must be equal, or one of them 1, aligned at the last axis: 4 (column) and 2 (image)\
         differ
          left   planes : [image=2, row=3, group=2, column=4]
          right  m : [image=2]
        did you mean m.reshape(2, 1, 1, 1)?\
        """);
    Refusal.ofShapes(
        () -> planes.mul(Tensor.zeros(2)),
        """
        mul: lengths must be equal, or one of them 1, aligned at the last axis: 4 (column) and 2 (axis 0)\
         differ
          left   planes : [image=2, row=3, group=2, column=4]
          right  [2]
        did you mean right.unsqueeze(1) or right.reshape(2, 1, 1, 1)?\
        """);
  }

  @Test
  void conditionAndChoicesThatDoNotBroadcastTogether() {
    Refusal.ofShapes(
        () -> Tensor.where(Tensor.zeros(2), y, Tensor.scalar(0)),
        """
        where: the condition and both choices must broadcast together, aligned at the last axis:\
         2 (axis 0 of condition) and 100 (sample of y) differ
          condition  [2]
          a          y : [sample=100]
          b          []\
        """);
  }

  @Test
  void conditionThatStandsForAColumn() {
    Tensor late = y.gt(Tensor.scalar(0)).named("late", "sample");
    Refusal.ofShapes(
        () -> Tensor.where(late, x, Tensor.scalar(0)),
        """
        where: the condition and both choices must broadcast together, aligned at the last axis:\
         100 (sample of late) and 2 (coefficient of x) differ
          condition  late : [sample=100]
          a          x : [sample=100, coefficient=2]
          b          []
        did you mean late.unsqueeze(1)?\
        """);
  }

  @Test
  void maskThatDoesNotBroadcast() {
    Refusal.ofShapes(
        () -> x.maskedFill(y, 0),
        """
        maskedFill: lengths must be equal, or one of them 1, aligned at the last axis: 2 (coefficient) and\
         100 (sample) differ
          left   x : [sample=100, coefficient=2]
          right  y : [sample=100]
        did you mean y.unsqueeze(1)?\
        """);
  }

  @Test
  void lossBroadcastsNothing() {
    Refusal.ofShapes(
        () -> Tensor.zeros(10, 1).named("prediction").mse(Tensor.zeros(10).named("target")),
        """
        mse: both operands must have the same shape; nothing is broadcast here
          left   prediction : [10, 1]
          right  target : [10]
        did you mean target.unsqueeze(1)?\
        """);
    Refusal.ofShapes(
        () -> Tensor.scalar(1).mse(Tensor.zeros(1)),
        """
        mse: both operands must have the same shape; nothing is broadcast here
          left   []
          right  [1]
        did you mean right.squeeze(0)?\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(2, 3).mse(Tensor.zeros(3, 2)),
        """
        mse: both operands must have the same shape; nothing is broadcast here
          left   [2, 3]
          right  [3, 2]
        did you mean right.t()?\
        """);
  }

  @Test
  void stackTakesOneShape() {
    Refusal.ofShapes(
        () -> Tensor.stack(List.of(y, Tensor.zeros(1, 100)), 0),
        """
        stack: both operands must have the same shape; nothing is broadcast here
          left   y : [sample=100]
          right  [1, 100]
        did you mean right.squeeze(0)?\
        """);
  }

  @Test
  void joinedTensorsDifferInOneAxis() {
    Refusal.ofShapes(
        () -> Tensor.cat(List.of(Tensor.zeros(2, 3), Tensor.zeros(5, 3), Tensor.zeros(2, 4)), 0),
        """
        cat: tensors may differ only in the length of axis 0
          left   [2, 3]
          right  [2, 4]\
        """);
    Refusal.ofShapes(
        () -> Tensor.cat(List.of(y, x), 0),
        """
        cat: tensors may differ only in the length of axis 0
          left   y : [sample=100]
          right  x : [sample=100, coefficient=2]\
        """);
  }

  @Test
  void nothingToJoin() {
    Refusal.ofShapes(
        () -> Tensor.cat(List.of(), 0),
        """
        cat: there must be at least one tensor
          given  none\
        """);
    Refusal.ofShapes(
        () -> Tensor.stack(List.of(), 0),
        """
        stack: there must be at least one tensor
          given  none\
        """);
  }
}
