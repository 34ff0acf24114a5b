package org.gradus.tensor.proofs.autograd;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.gradus.tensor.proofs.tensor.ViewStep;
import org.gradus.tensor.proofs.tensor.ViewSteps;

/**
 * One step of a random computation; its numbers are taken modulo what there is to choose from.
 *
 * @param kind what is done
 * @param on which tensor so far
 * @param with which other one
 * @param choice which function
 * @param view the view, where one is made
 */
record GraphStep(Kind kind, int on, int with, int choice, ViewStep view) {

  /** What a step does. */
  enum Kind {
    FUNCTION,
    TWO_OPERANDS,
    MEAN,
    GATHER,
    JOIN,
    VIEW,
    CHANGE_IN_PLACE
  }

  private static final int MOST_STEPS = 30;

  /** Shapes of one to three leaves. */
  static Arbitrary<List<int[]>> leaves() {
    Arbitrary<int[]> shape =
        Arbitraries.of(List.of(new int[0], new int[] {2}, new int[] {3}, new int[] {2, 3}));
    return shape.list().ofMinSize(1).ofMaxSize(3);
  }

  /** One to thirty steps. */
  static Arbitrary<List<GraphStep>> steps() {
    Arbitrary<Integer> choice = Arbitraries.integers().between(0, 35);
    return Combinators.combine(
            Arbitraries.of(GraphStep.Kind.class), choice, choice, choice, ViewSteps.step())
        .as(GraphStep::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(MOST_STEPS)
        .withSizeDistribution(RandomDistribution.uniform());
  }
}
