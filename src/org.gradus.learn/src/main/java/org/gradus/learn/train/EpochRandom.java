package org.gradus.learn.train;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A source of random numbers that begins anew in every epoch, from the seed and the epoch alone.
 *
 * <p>So a training that goes on after epoch 7 draws what it would have drawn without a break. Give
 * the same source to all that draws in training: the order of the rows, and dropout.
 */
// [impl->learn~epoch-random~1]
public final class EpochRandom implements RandomGenerator {

  private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /** An odd number near 2⁶⁴ over the golden ratio: it keeps the seeds of epochs apart. */
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  private final long seed;
  private RandomGenerator random;

  private EpochRandom(long seed) {
    this.seed = seed;
    random = FACTORY.create(seed);
  }

  /** Begin with what comes before the first epoch: the first values of parameters. */
  public static EpochRandom of(long seed) {
    return new EpochRandom(seed);
  }

  /**
   * Begin an epoch.
   *
   * @param epoch from 1
   * @throws IllegalArgumentException if it is not positive
   */
  public void begin(int epoch) {
    if (epoch < 1) {
      throw new IllegalArgumentException(
          "random numbers of an epoch: epochs count from 1\n  given  " + epoch);
    }
    random = FACTORY.create(seed + epoch * STRIDE);
  }

  /** Return the seed. */
  public long seed() {
    return seed;
  }

  @Override
  public long nextLong() {
    return random.nextLong();
  }
}
