package org.gradus.check.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Operation;

/**
 * Cases of an operation as an arbitrary: random shapes, configurations and values that shrink
 * together.
 */
public final class Cases {
  /** Enough for the largest operands; a tape that is too short repeats. */
  private static final int LENGTH = 211;

  private Cases() {}

  /** Cases drawn by the sampler of an operation. */
  public static Arbitrary<Case> of(Operation operation) {
    return Arbitraries.integers()
        .between(0, Tape.MOST)
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases()
        .list()
        .ofSize(LENGTH)
        .map(entries -> operation.sampler().apply(new Tape(entries)));
  }
}
