package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.junit.jupiter.api.Test;

class DomainTest {
  private static final int DRAWS = 4000;

  @Test
  void singleNumbersAreDrawnExactlyAndTheOthersInsideOfThePieces() {
    Domain domain = Domain.around(1, 2).and(1, 40).and(-40);
    Draw draw = Draw.from(new SplittableRandom(3));
    List<Double> drawn = Stream.generate(() -> domain.draw(draw)).limit(DRAWS).toList();
    for (double single : new double[] {1, 40, -40}) {
      assertThat(drawn).filteredOn(x -> x == single).hasSizeBetween(250, 420);
    }
    assertThat(drawn)
        .filteredOn(x -> x != 1 && Math.abs(x) != 40)
        .hasSizeBetween(2800, 3200)
        .allMatch(x -> Math.abs(x - 1) >= Domain.ROOM && Math.abs(x - 1) <= 2 - Domain.ROOM);
  }

  @Test
  void withoutSingleNumbersThereAreThePiecesAlone() {
    assertThat(Domain.between(2, 3).points()).isEmpty();
    assertThat(Domain.AROUND_ZERO.points()).containsExactly(0.0);
  }
}
