package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** Random tensors: range, moments, and the same seed giving the same numbers. */
// [proof->tensor~random~1]
class RandomFactoriesTest {
  private static final int COUNT = 100_000;

  /** Five standard errors of a mean of this many numbers of deviation one: 5/√100,000. */
  private static final double FIVE_ERRORS = 0.016;

  @Test
  void randLiesInTheUnitIntervalWithItsMoments() {
    Tensor x = Tensor.rand(seeded(1), 100, COUNT / 100);
    assertThat(x.shape()).containsExactly(100, COUNT / 100);
    assertThat(x.min().item()).isBetween(0.0, 0.001);
    assertThat(x.max().item()).isGreaterThan(0.999).isLessThan(1);
    assertThat(x.mean().item()).isCloseTo(0.5, within(FIVE_ERRORS));
    assertThat(x.var().item()).isCloseTo(1.0 / 12, within(FIVE_ERRORS));
  }

  @Test
  void randnHasTheMomentsOfTheNormalDistribution() {
    Tensor x = Tensor.randn(seeded(2), COUNT);
    assertThat(x.mean().item()).isCloseTo(0, within(FIVE_ERRORS));
    assertThat(x.var().item()).isCloseTo(1, within(2 * FIVE_ERRORS));
    assertThat(x.pow(3).mean().item()).as("skewness").isCloseTo(0, within(4 * FIVE_ERRORS));
    assertThat(x.pow(4).mean().item()).as("kurtosis").isCloseTo(3, within(10 * FIVE_ERRORS));
  }

  @Test
  void sameSeedGivesTheSameNumbers() {
    assertThat(Tensor.rand(seeded(3), 50).toArray())
        .containsExactly(Tensor.rand(seeded(3), 50).toArray())
        .isNotEqualTo(Tensor.rand(seeded(4), 50).toArray());
    assertThat(Tensor.randn(seeded(3), 50).toArray())
        .containsExactly(Tensor.randn(seeded(3), 50).toArray())
        .isNotEqualTo(Tensor.randn(seeded(4), 50).toArray());
    assertThat(Tensor.zeros(50).uniform_(-1, 2, seeded(3)).toArray())
        .containsExactly(Tensor.zeros(50).uniform_(-1, 2, seeded(3)).toArray());
    assertThat(Tensor.zeros(50).normal_(1, 2, seeded(3)).toArray())
        .containsExactly(Tensor.zeros(50).normal_(1, 2, seeded(3)).toArray());
  }

  @Test
  void generatorIsDrawnFromInRowMajorOrder() {
    RandomGenerator random = seeded(5);
    Tensor x = Tensor.rand(seeded(5), 2, 3);
    for (int[] index : SmallShapes.indices(2, 3)) {
      assertThat(x.at(index)).isEqualTo(random.nextDouble());
    }
  }

  @Test
  void uniformNeverReachesItsUpperBound() {
    double high = Math.nextUp(1.0);
    Tensor x = Tensor.zeros(20).uniform_(1, high, seeded(6));
    assertThat(x.toArray()).containsOnly(1);
    assertThat(Tensor.zeros(3).uniform_(2, 2, seeded(6)).toArray()).containsOnly(2);
  }

  @Test
  void uniformAndNormalHaveTheirMoments() {
    Tensor u = Tensor.zeros(COUNT).uniform_(-1, 1, seeded(7));
    assertThat(u.mean().item()).isCloseTo(0, within(FIVE_ERRORS));
    assertThat(u.var().item()).isCloseTo(1.0 / 3, within(FIVE_ERRORS));
    Tensor z = Tensor.zeros(COUNT).normal_(5, 0.5, seeded(8));
    assertThat(z.mean().item()).isCloseTo(5, within(FIVE_ERRORS));
    assertThat(z.var().item()).isCloseTo(0.25, within(FIVE_ERRORS));
    assertThat(Tensor.zeros(3).normal_(5, 0, seeded(8)).toArray()).containsOnly(5);
  }

  @Test
  void emptyShapesTakeNoNumber() {
    RandomGenerator random = seeded(9);
    assertThat(Tensor.rand(random, 0).numel()).isZero();
    assertThat(Tensor.randn(random, 2, 0).numel()).isZero();
    assertThat(random.nextDouble()).isEqualTo(seeded(9).nextDouble());
  }

  @Test
  void negativeLengthsAreRefused() {
    assertThatThrownBy(() -> Tensor.rand(seeded(1), 2, -1))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage("rand: lengths must not be negative\n  given  [2, -1]");
    assertThatThrownBy(() -> Tensor.randn(seeded(1), -1))
        .isExactlyInstanceOf(ShapeException.class)
        .hasMessage("randn: lengths must not be negative\n  given  [-1]");
  }

  private static RandomGenerator seeded(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
