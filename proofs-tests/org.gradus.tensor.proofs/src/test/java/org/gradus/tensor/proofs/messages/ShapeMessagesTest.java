package org.gradus.tensor.proofs.messages;

import java.util.Random;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.junit.jupiter.api.Test;

/** What is said of shapes that a tensor cannot have, or cannot take. */
// [proof->tensor~messages~1]
class ShapeMessagesTest {

  /** Axis of the examples. */
  private interface Sample extends Axis {}

  private final Tensor x = Tensor.zeros(2, 3).named("x");

  @Test
  void reshapeThatLosesElements() {
    Refusal.ofShapes(
        () -> x.reshape(4, -1),
        """
        reshape: the number of elements must stay 6
          shape  [4, -1]
          given  x : [2, 3]\
        """);
    Refusal.ofShapes(
        () -> x.view(-1, -1),
        """
        view: at most one length can be −1, and none other negative
          shape  [-1, -1]
          given  x : [2, 3]\
        """);
  }

  @Test
  void viewThatNeedsACopy() {
    Refusal.ofShapes(
        () -> x.t().view(6),
        """
        view: the elements do not lie in the order that a view needs
          shape  [6]
          given  [3, 2]
        call reshape(), which copies where it must\
        """);
  }

  @Test
  void flattenBackwards() {
    Refusal.ofShapes(
        () -> x.flatten(1, -2),
        """
        flatten: the last axis must not come before the first
          first  1
          last   -2
          given  x : [2, 3]\
        """);
  }

  @Test
  void expansionOfAFullAxis() {
    Refusal.ofShapes(
        () -> x.expand(4, 3),
        """
        expand: only new leading axes and axes of length 1 can grow
          shape  [4, 3]
          given  x : [2, 3]\
        """);
    Refusal.ofShapes(
        () -> x.expand(-1, 2, 3),
        """
        expand: only new leading axes and axes of length 1 can grow
          shape  [-1, 2, 3]
          given  x : [2, 3]\
        """);
    Refusal.ofShapes(
        () -> x.expand(3),
        """
        expand: only new leading axes and axes of length 1 can grow
          shape  [3]
          given  x : [2, 3]\
        """);
  }

  @Test
  void sumToAShapeThatDoesNotExpandBack() {
    Refusal.ofShapes(
        () -> x.sumTo(2),
        """
        sumTo: the shape must be one that expands to the operand's
          shape  [2]
          given  x : [2, 3]\
        """);
  }

  @Test
  void ranks() {
    Refusal.ofShapes(
        () -> Tensor.zeros(3).t(),
        """
        t: the rank must be 2
          given  [3]\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(3).named("v").tril(),
        """
        tril: there must be at least two axes
          given  v : [3]\
        """);
    Refusal.ofShapes(
        () -> Tensor.scalar(3).triu(1),
        """
        triu: there must be at least two axes
          given  []\
        """);
    Refusal.ofShapes(
        () -> Scalar.of(x),
        """
        Scalar.of: the rank must be 0
          given  x : [2, 3]\
        """);
    Vector<Sample> v = Vector.zeros(Dim.of(Sample.class, 2));
    Refusal.ofShapes(
        () -> v.at(IndexTensor.of(new int[] {1, 1}, new int[] {0}), Sample.class),
        """
        Vector.at: the rank must be 1
          given  [1, 1]\
        """);
  }

  @Test
  void indexThatDoesNotFitItsOperand() {
    Refusal.ofShapes(
        () -> x.gather(1, IndexTensor.of(0, 1)),
        """
        gather: the index must have the rank of the operand, and be no longer than it along any axis \
        but 1
          index  [2]
          given  x : [2, 3]\
        """);
    Refusal.ofShapes(
        () -> x.gather(-1, IndexTensor.of(new int[] {3, 1}, new int[3])),
        """
        gather: the index must have the rank of the operand, and be no longer than it along any axis \
        but 1
          index  [3, 1]
          given  x : [2, 3]\
        """);
  }

  @Test
  void numberOfElements() {
    Refusal.ofShapes(
        () -> x.item(),
        """
        item: there must be exactly one element
          given  x : [2, 3] with 6\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(0, 3).max(),
        """
        max: there is no element to choose from
          given  [0, 3]\
        """);
  }

  @Test
  void namedAxesOfOtherLengths() {
    Dim<Sample> four = Dim.of(Sample.class, 4);
    Refusal.ofShapes(
        () -> Matrix.of(four, four, x),
        """
        Matrix.of: the tensor must have the lengths of the axes
          axes   [sample=4, sample=4]
          given  [2, 3]\
        """);
    Refusal.ofShapes(
        () -> Matrix.of(four, four, 1, 2),
        """
        Matrix.of: axes of [sample=4, sample=4] take 16 values
          given  2\
        """);
  }

  @Test
  void negativeLengthOfAnAxis() {
    Refusal.ofShapes(
        () -> Dim.of(Sample.class, -1),
        """
        Dim.of: the length of axis sample must not be negative
          given  -1\
        """);
    Refusal.ofShapes(
        () -> Dim.of(Axis.class, -1),
        """
        Dim.of: the length of an axis must not be negative
          given  -1\
        """);
  }

  @Test
  void boundsOfRandomNumbers() {
    Refusal.ofArguments(
        () -> x.uniform_(1, 0, new Random(1)),
        """
        uniform_: the lower bound must not exceed the upper, and their distance be finite
          low   1.0
          high  0.0\
        """);
    Refusal.ofArguments(
        () -> x.uniform_(0, Double.POSITIVE_INFINITY, new Random(1)),
        """
        uniform_: the lower bound must not exceed the upper, and their distance be finite
          low   0.0
          high  Infinity\
        """);
    Refusal.ofArguments(
        () -> x.normal_(0, -1, new Random(1)),
        """
        normal_: the standard deviation must not be negative
          given  -1.0\
        """);
  }
}
