package org.gradus.tensor.proofs.tensor;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Generators of shapes and of chains of view operations. */
public final class ViewSteps {
  private static final int LARGEST_CHOICE = 23;

  private ViewSteps() {}

  /** A shape of rank 0 to 3 with lengths 0 to 4, small and full shapes being the plainest. */
  public static Arbitrary<int[]> shapes() {
    return Arbitraries.frequency(
            Tuple.of(4, 2), Tuple.of(4, 3), Tuple.of(3, 1), Tuple.of(2, 4), Tuple.of(1, 0))
        .array(int[].class)
        .ofMaxSize(3);
  }

  /** One view operation. */
  public static Arbitrary<ViewStep> step() {
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, LARGEST_CHOICE);
    return Combinators.combine(Arbitraries.of(ViewStep.Kind.class), choice, choice, choice)
        .as(ViewStep::new);
  }
}
