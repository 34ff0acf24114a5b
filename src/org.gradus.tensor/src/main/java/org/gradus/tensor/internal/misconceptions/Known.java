package org.gradus.tensor.internal.misconceptions;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gradus.tensor.op.Harmless;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Misconceptions;

/** The misconceptions that come with the library, one class for each family of operations. */
public final class Known implements Misconceptions {
  private static final List<Map<String, List<Misconception>>> FAMILIES =
      List.of(
          Arithmetic.MISCONCEPTIONS,
          Exponentials.MISCONCEPTIONS,
          Waves.MISCONCEPTIONS,
          Activations.MISCONCEPTIONS,
          Pieces.MISCONCEPTIONS,
          Lines.MISCONCEPTIONS,
          Regressions.MISCONCEPTIONS,
          Classifications.MISCONCEPTIONS,
          Layers.MISCONCEPTIONS,
          Normalizations.MISCONCEPTIONS,
          Products.MISCONCEPTIONS,
          Views.MISCONCEPTIONS,
          Parts.MISCONCEPTIONS,
          Arrangements.MISCONCEPTIONS,
          Broadcasts.MISCONCEPTIONS,
          Sums.MISCONCEPTIONS,
          Deviations.MISCONCEPTIONS,
          Folds.MISCONCEPTIONS,
          Extremes.MISCONCEPTIONS);

  @Override
  public Map<String, List<Misconception>> misconceptions() {
    return merged(FAMILIES);
  }

  /**
   * One map of all.
   *
   * @throws IllegalStateException if two families name the same operation
   */
  public static Map<String, List<Misconception>> merged(
      List<Map<String, List<Misconception>>> families) {
    Map<String, List<Misconception>> all = new TreeMap<>();
    for (Map<String, List<Misconception>> family : families) {
      family.forEach(
          (id, mistakes) -> {
            if (all.put(id, mistakes) != null) {
              throw new IllegalStateException(
                  "each operation must belong to one family of misconceptions\n  in two  " + id);
            }
          });
    }
    return all;
  }

  @Override
  public Map<String, List<Harmless>> harmless() {
    return Straight.HARMLESS;
  }
}
