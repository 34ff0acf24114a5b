package org.gradus.learn.proofs.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.gradus.learn.nn.Embedding;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Examples of embeddings. */
// [proof->learn~embedding~1]
class EmbeddingTest {

  private final Embedding counted = Embedding.of(Tensor.arange(6).reshape(3, 2));

  @Test
  void aNumberBecomesItsRow() {
    Tensor y = counted.forward(IndexTensor.of(new int[] {2, 2}, new int[] {2, 0, 1, 2}));
    assertThat(y.shape()).containsExactly(2, 2, 2);
    assertThat(y.detach().toArray()).containsExactly(4, 5, 0, 1, 2, 3, 4, 5);
    assertThat(counted).hasToString("Embedding(rows=3, columns=2)");
    assertThat(counted.state().keySet()).containsExactly("weight");
  }

  /** The gradient of a row is the sum over the places where it was used. */
  @Test
  void rowsGatherTheGradientsOfTheirUses() {
    Tensor cotangent = Tensor.of(new double[][] {{1, 2}, {10, 20}, {100, 200}});
    counted.forward(IndexTensor.of(2, 0, 2)).mul(cotangent).sum().backward();
    assertThat(counted.weight().value().grad().toArray()).containsExactly(10, 20, 0, 0, 101, 202);
  }

  /** Of 20,000 numbers the mean deviates by 0.007 and the variance by 0.01; five times that. */
  @Test
  void rowsAreDrawnFromTheStandardNormal() {
    Tensor w = Embedding.of(200, 100, new SplittableRandom(1)).weight().value().detach();
    assertThat(w.mean().item()).isBetween(-0.035, 0.035);
    assertThat(w.square().mean().item()).isBetween(0.95, 1.05);
    assertThat(w.abs().max().item()).isGreaterThan(3);
  }

  @Test
  void thePaddingIsZeroAndLearnsNothing() {
    Embedding padded = Embedding.withPadding(3, 2, 1, new SplittableRandom(1));
    assertThat(padded).hasToString("Embedding(rows=3, columns=2, padding=1)");
    assertThat(padded.forward(IndexTensor.of(1)).detach().toArray()).containsOnly(0);
    padded.forward(IndexTensor.of(0, 1, 1)).sum().backward();
    assertThat(padded.weight().value().grad().toArray()).containsExactly(1, 1, 0, 0, 0, 0);
  }

  @Test
  void thePaddingIsARow() {
    for (int padding : new int[] {-1, 3}) {
      assertThatThrownBy(() -> Embedding.withPadding(3, 2, padding, new SplittableRandom(1)))
          .isInstanceOf(IndexOutOfBoundsException.class)
          .hasMessage("embedding: the padding must be a row, from 0 to 2\n  given  " + padding);
    }
  }

  @Test
  void aNumberWithoutARowIsRefused() {
    assertThatThrownBy(() -> counted.forward(IndexTensor.of(3)))
        .isInstanceOf(IndexOutOfBoundsException.class)
        .hasMessageStartingWith("embedding");
  }
}
