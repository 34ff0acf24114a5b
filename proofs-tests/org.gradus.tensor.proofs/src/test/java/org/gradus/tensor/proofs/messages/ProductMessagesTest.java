package org.gradus.tensor.proofs.messages;

import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is said of matrices and vectors that have no product. */
// [proof->tensor~messages~1]
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
        matmul: inner axes must have equal length: 3 and 5 differ
          left   [4, 3]
          right  [5, 3]
        did you mean left.matmul(right.t())?\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(3, 4).matmul(Tensor.zeros(3, 5)),
        """
        matmul: inner axes must have equal length: 4 and 3 differ
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
  void lengthsThatMeetInNoWay() {
    Refusal.ofShapes(
        () -> x.matmul(Tensor.zeros(3)),
        """
        matmul: inner axes must have equal length: 2 (coefficient) and 3 differ
          left   x : [sample=100, coefficient=2]
          right  [3]\
        """);
  }

  @Test
  void numberIsNoFactorOfAProduct() {
    Refusal.ofShapes(
        () -> Tensor.scalar(2).matmul(m),
        """
        matmul: both operands must have at least one axis; mul() multiplies by a number
          left   []
          right  m : [coefficient=2]\
        """);
  }

  @Test
  void batchesThatDoNotBroadcast() {
    Refusal.ofShapes(
        () -> Tensor.zeros(2, 3, 4).matmul(Tensor.zeros(5, 4, 6)),
        """
        matmul: batch axes must broadcast: [2] and [5] do not
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
  }

  @Test
  void lengthsOfMvAndDot() {
    Refusal.ofShapes(
        () -> x.mv(Tensor.zeros(100)),
        """
        mv: inner axes must have equal length: 2 (coefficient) and 100 differ
          left   x : [sample=100, coefficient=2]
          right  [100]
        did you mean right.matmul(x)?\
        """);
    Refusal.ofShapes(
        () -> m.dot(Tensor.zeros(3)),
        """
        dot: inner axes must have equal length: 2 (coefficient) and 3 differ
          left   m : [coefficient=2]
          right  [3]\
        """);
  }
}
