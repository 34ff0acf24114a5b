package org.gradus.check.operation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradus.check.Comparison;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.tensor.op.Case;

/** What the numbers of cases could show, by the definition alone. */
final class Signals {
  /** Relative error of the rule that an entry must be able to show alone, to count. */
  static final double TELLING = 1e-9;

  private final Map<Double, Integer> values = new HashMap<>();
  private long entries;
  private long telling;
  private long results;
  private long varied;
  private double sensitivity = Double.POSITIVE_INFINITY;
  private Optional<Sharpest> sharpest = Optional.empty();

  /**
   * The case that shows the smallest error.
   *
   * @param seed seed of its cotangent
   */
  record Sharpest(Case sampled, long seed) {}

  /**
   * Note a case.
   *
   * @param seed seed of the cotangent
   */
  void meet(Case sampled, long seed, Cotangents cotangents) {
    List<Operand> x = Operands.list(sampled.operands());
    Jacobian jacobian = Jacobian.of(sampled.definition(), x);
    double[] cotangent = cotangents.of(seed, jacobian.value().length);
    List<double[]> scales = Terms.of(sampled.definition(), x).ofGradient(cotangent);
    for (int operand = 0; operand < x.size(); operand++) {
      double[] expected = jacobian.gradient(operand, x.get(operand).size(), cotangent);
      for (int i = 0; i < expected.length; i++) {
        if (scales.get(operand)[i] > 0) {
          meet(
              Comparison.of(
                  Oracle.FORWARD_MODE, "", expected[i], expected[i], scales.get(operand)[i]),
              new Sharpest(sampled, seed));
        }
      }
    }
    for (double value : jacobian.value()) {
      values.merge(value, 1, Integer::sum);
    }
    if (cotangent.length > 1) {
      results++;
      varied += isConstant(cotangent) ? 0 : 1;
    }
  }

  private void meet(Comparison entry, Sharpest here) {
    entries++;
    telling += entry.sensitivity() <= TELLING ? 1 : 0;
    if (entry.sensitivity() < sensitivity) {
      sensitivity = entry.sensitivity();
      sharpest = Optional.of(here);
    }
  }

  private static boolean isConstant(double... cotangent) {
    for (double entry : cotangent) {
      if (entry != cotangent[0]) {
        return false;
      }
    }
    return true;
  }

  /** Share of the entries of gradients, of those with terms, that tell; 0 without any. */
  double share() {
    return entries == 0 ? 0 : (double) telling / entries;
  }

  /** Smallest relative error of the rule that the forward mode would have noticed. */
  double sensitivity() {
    return sensitivity;
  }

  /** The case that shows that error; none where no case shows any. */
  Optional<Sharpest> sharpest() {
    return sharpest;
  }

  /** Share of the cotangents of several elements that are not constant; 0 without any. */
  double cotangents() {
    return results == 0 ? 0 : (double) varied / results;
  }

  /** Share of the elements of results that differ from the most frequent one; 0 without any. */
  double variety() {
    int all = values.values().stream().mapToInt(Integer::intValue).sum();
    int most = values.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return all == 0 ? 0 : (double) (all - most) / all;
  }
}
