package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Numbers;
import org.gradus.tensor.op.Real;

/**
 * Signed distance of a line to a tie of its extreme: of the extreme and the next to it, the one
 * that comes first less the other; ∞ where there is no other.
 *
 * @param pick the extreme
 */
record Gap(Extremes.Pick pick) implements Folding.Fold {

  /** Distance of a reduction to a tie. */
  static Distance distance(boolean[] reduced, Extremes.Pick pick) {
    return Distance.of("gap", new Folding.Naive(reduced, false, new Gap(pick)));
  }

  @Override
  public <S extends Real<S>> S of(Numbers<S> numbers, List<S> line) {
    if (line.size() < 2) {
      return numbers.constant(Double.POSITIVE_INFINITY);
    }
    int extreme = place(line);
    List<S> others = new ArrayList<>(line);
    others.remove(extreme);
    int other = place(others);
    return other < extreme
        ? line.get(other).sub(line.get(extreme))
        : line.get(extreme).sub(others.get(other));
  }

  private <S extends Real<S>> int place(List<S> line) {
    return line.stream().map(Real::value).toList().indexOf(pick.of(line).value());
  }
}
