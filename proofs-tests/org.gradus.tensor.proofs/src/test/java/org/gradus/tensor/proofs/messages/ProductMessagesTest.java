package org.gradus.tensor.proofs.messages;

import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is said of matrices and vectors that have no product. */
// [proof->tensor~messages~1]
// [proof->tensor~clash~1]
class ProductMessagesTest {
  private final Tensor x = Tensor.zeros(100, 2).named("x", "sample", "coefficient");
  private final Tensor m = Tensor.zeros(2).named("m", "coefficient");

  @Test
  void productTheWrongWayAround() {
    Refusal.ofShapes(
        () -> m.matmul(x),
        """
        matmul: inner axes must have equal length: 2 (coefficient) and 100 (sample) differ
          left   m : [coefficient=2]
          right  x : [sample=100, coefficient=2]
        did you mean x.matmul(m)?\
        """);
  }

  @Test
  void transposeThatIsMissing() {
    Refusal.ofShapes(
        () -> Tensor.zeros(4, 3).matmul(Tensor.zeros(5, 3)),
        """
        matmul: inner axes must have equal length: 3 (axis 1) and 5 (axis 0) differ
          left   [4, 3]
          right  [5, 3]
        did you mean left.matmul(right.t())?\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(3, 4).matmul(Tensor.zeros(3, 5)),
        """
        matmul: inner axes must have equal length: 4 (axis 1) and 3 (axis 0) differ
          left   [3, 4]
          right  [3, 5]
        did you mean left.t().matmul(right)?\
        """);
    Refusal.ofShapes(
        () -> x.matmul(x),
        """
        matmul: inner axes must have equal length: 2 (coefficient) and 100 (sample) differ
          left   x : [sample=100, coefficient=2]
          right  x : [sample=100, coefficient=2]
        did you mean x.matmul(x.t()) or x.t().matmul(x)?\
        """);
  }

  @Test
  void transposeOfEachMatrixOfABatch() {
    Refusal.ofShapes(
        () -> Tensor.zeros(7, 4, 3).matmul(Tensor.zeros(7, 5, 3).named("w")),
        """
        matmul: inner axes must have equal length: 3 (axis 2) and 5 (axis 1) differ
          left   [7, 4, 3]
          right  w : [7, 5, 3]
        did you mean left.matmul(w.transpose(1, 2))?\
        """);
  }

  @Test
  void axesOfOneNameAreJoinedFirst() {
    Tensor square = Tensor.zeros(3, 2).named("w", "class", "coefficient");
    Refusal.ofShapes(
        () -> Tensor.zeros(3, 2).named("x", "sample", "coefficient").matmul(square),
        """
        matmul: inner axes must have equal length: 2 (coefficient) and 3 (class) differ
          left   x : [sample=3, coefficient=2]
          right  w : [class=3, coefficient=2]
        did you mean x.matmul(w.t())?\
        """);
    Refusal.ofShapes(
        () -> square.matmul(Tensor.zeros(4, 2).named("x", "sample", "coefficient")),
        """
        matmul: inner axes must have equal length: 2 (coefficient) and 4 (sample) differ
          left   w : [class=3, coefficient=2]
          right  x : [sample=4, coefficient=2]
        did you mean w.matmul(x.t())?\
        """);
  }

  @Test
  void lengthsThatMeetInNoWay() {
    Refusal.ofShapes(
        () -> x.matmul(Tensor.zeros(3)),
        """
        matmul: inner axes must have equal length: 2 (coefficient) and 3 (axis 0) differ
          left   x : [sample=100, coefficient=2]
          right  [3]\
        """);
  }

  @Test
  void numberIsNoFactorOfAProduct() {
    Refusal.ofShapes(
        () -> Tensor.scalar(2).matmul(m),
        """
        matmul: both operands must have at least one axis
          left   []
          right  m : [coefficient=2]
        did you mean left.mul(m)?\
        """);
  }

  @Test
  void batchesThatDoNotBroadcast() {
    Refusal.ofShapes(
        () -> Tensor.zeros(2, 3, 4).matmul(Tensor.zeros(5, 4, 6)),
        """
        matmul: batch axes must broadcast: 2 (axis 0) and 5 (axis 0) differ
          left   [2, 3, 4]
          right  [5, 4, 6]\
        """);
  }

  @Test
  void ranksOfMvAndDot() {
    Refusal.ofShapes(
        () -> x.mv(x),
        """
        mv: the operands must have rank 2 and rank 1
          left   x : [sample=100, coefficient=2]
          right  x : [sample=100, coefficient=2]\
        """);
    Refusal.ofShapes(
        () -> x.dot(m),
        """
        dot: the operands must have rank 1 and rank 1
          left   x : [sample=100, coefficient=2]
          right  m : [coefficient=2]
        did you mean x.matmul(m)?\
        """);
    Refusal.ofShapes(
        () -> m.mv(x),
        """
        mv: the operands must have rank 2 and rank 1
          left   m : [coefficient=2]
          right  x : [sample=100, coefficient=2]
        did you mean x.mv(m)?\
        """);
    Refusal.ofShapes(
        () -> x.mv(m.unsqueeze(1)),
        """
        mv: the operands must have rank 2 and rank 1
          left   x : [sample=100, coefficient=2]
          right  [2, 1]
        did you mean x.matmul(right) or x.mv(right.squeeze(1))?\
        """);
    Refusal.ofShapes(
        () -> x.dot(x),
        """
        dot: the operands must have rank 1 and rank 1
          left   x : [sample=100, coefficient=2]
          right  x : [sample=100, coefficient=2]
        did you mean x.flatten().dot(x.flatten())?\
        """);
  }

  @Test
  void lengthsOfMvAndDot() {
    Refusal.ofShapes(
        () -> x.mv(Tensor.zeros(100)),
        """
        mv: inner axes must have equal length: 2 (coefficient) and 100 (axis 0) differ
          left   x : [sample=100, coefficient=2]
          right  [100]
        did you mean right.matmul(x)?\
        """);
    Refusal.ofShapes(
        () -> m.dot(Tensor.zeros(3)),
        """
        dot: inner axes must have equal length: 2 (coefficient) and 3 (axis 0) differ
          left   m : [coefficient=2]
          right  [3]\
        """);
  }
}
