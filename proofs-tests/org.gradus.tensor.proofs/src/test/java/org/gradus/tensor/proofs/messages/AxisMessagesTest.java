package org.gradus.tensor.proofs.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is said of axes, indices and steps that there are not. */
// [proof->tensor~messages~1]
class AxisMessagesTest {
  private final Tensor x = Tensor.zeros(2, 3).named("x", "sample", "");

  @Test
  void partsOfNoIndex() {
    Refusal.ofArguments(
        () -> x.split(1, 0), "split: a part must have at least one index\n  given  0");
    assertThat(x.split(1, 1)).hasSize(3);
  }

  @Test
  void axisThatIsNone() {
    Refusal.ofIndices(
        () -> x.size(2),
        """
        size: there is no axis 2
          given  x : [sample=2, 3], axes -2 to 1\
        """);
    Refusal.ofIndices(
        () -> Tensor.scalar(1).sum(0),
        """
        sum: there is no axis 0
          given  [], which has no axis\
        """);
    Refusal.ofIndices(
        () -> x.softmax(2),
        """
        softmax: there is no axis 2
          given  x : [sample=2, 3], axes -2 to 1\
        """);
    Refusal.ofIndices(
        () -> x.argmax(-3, true),
        """
        argmax: there is no axis -3
          given  x : [sample=2, 3], axes -2 to 1\
        """);
    Refusal.ofIndices(
        () -> x.permute(0, -3),
        """
        permute: there is no axis -3
          given  x : [sample=2, 3], axes -2 to 1\
        """);
  }

  @Test
  void placeThatIsNone() {
    Refusal.ofIndices(
        () -> x.unsqueeze(3),
        """
        unsqueeze: there is no place 3 for a new axis
          given  x : [sample=2, 3], places -3 to 2\
        """);
    Refusal.ofIndices(
        () -> Tensor.stack(List.of(Tensor.scalar(1)), -2),
        """
        stack: there is no place -2 for a new axis
          given  [], places -1 to 0\
        """);
  }

  @Test
  void indexOutOfRange() {
    Refusal.ofIndices(
        () -> x.select(1, -4),
        """
        select: index -4 is out of range for axis 1 of length 3
          given  x : [sample=2, 3]\
        """);
    Refusal.ofIndices(
        () -> x.index(IndexTensor.of(0, 2)),
        """
        index: index 2 is out of range for axis 0 of length 2
          given  x : [sample=2, 3]\
        """);
    Refusal.ofIndices(
        () -> x.gather(-1, IndexTensor.of(new int[] {1, 2}, new int[] {0, 3})),
        """
        gather: index 3 is out of range for axis 1 of length 3
          given  x : [sample=2, 3]\
        """);
    Refusal.ofIndices(
        () -> x.at(0, 3),
        """
        at: index 3 is out of range for axis 1 of length 3
          given  x : [sample=2, 3]\
        """);
  }

  @Test
  void indexOfAnotherRank() {
    Refusal.ofIndices(
        () -> x.at(1),
        """
        at: there must be one index for each axis
          index  [1]
          given  x : [sample=2, 3]\
        """);
  }

  @Test
  void axisNamedTwice() {
    Refusal.ofArguments(
        () -> x.mean(0, -2),
        """
        mean: an axis can be named only once
          axes   [0, -2]
          given  x : [sample=2, 3]\
        """);
    Refusal.ofArguments(
        () -> x.flip(1, 1),
        """
        flip: an axis can be named only once
          axes   [1, 1]
          given  x : [sample=2, 3]\
        """);
  }

  @Test
  void orderThatIsNone() {
    Refusal.ofArguments(
        () -> x.permute(0),
        """
        permute: each axis must be named once
          order  [0]
          given  x : [sample=2, 3]\
        """);
    Refusal.ofArguments(
        () -> x.permute(1, -1),
        """
        permute: each axis must be named once
          order  [1, -1]
          given  x : [sample=2, 3]\
        """);
  }

  @Test
  void stepThatLeadsNowhere() {
    Refusal.ofArguments(
        () -> x.slice(-1, 0, 3, 0),
        """
        slice: the step must be greater than zero
          step   0 along axis 1
          given  x : [sample=2, 3]\
        """);
  }

  @Test
  void axisWithoutAnElementToChoose() {
    Refusal.ofShapes(
        () -> Tensor.zeros(0, 3).min(0),
        """
        min: axis 0 has no element to choose from
          given  [0, 3]\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(2, 0).amax(0, 1),
        """
        amax: axis 1 has no element to choose from
          given  [2, 0]\
        """);
  }

  @Test
  void exponentOfNoNorm() {
    Refusal.ofArguments(
        () -> x.norm(-2),
        """
        norm: the exponent must be 0, positive, or infinite
          given  -2.0\
        """);
    Refusal.ofArguments(
        () -> x.norm(Double.NaN, new int[] {0}, true),
        """
        norm: the exponent must be 0, positive, or infinite
          given  NaN\
        """);
  }
}
