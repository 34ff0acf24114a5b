package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.gradus.check.Comparison;
import org.gradus.check.Oracle;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

/** What every operation owes to the memory of its callers, whatever it computes: bit for bit. */
// [impl->check~laws~1]
final class Laws {
  private static final double COTANGENT = 0.75;
  private static final double WRITTEN = 123;

  /** Turns signs and orders around, and sizes too. */
  private static final double CHANGE = -1.5;

  private Laws() {}

  /**
   * Neither forward nor backward changes an operand or the cotangent, and no gradient shares memory
   * with them or with the result.
   */
  static List<Comparison> untouched(Trial trial) {
    Case sampled = trial.sampled();
    List<Tensor> leaves = leaves(sampled);
    Tensor y = sampled.application().apply(leaves);
    Tensor cotangent = Tensor.full(COTANGENT, y.shape());
    double[] value = y.detach().toArray();
    if (y.requiresGrad()) {
      y.backward(cotangent);
    }
    try (var off = NoGrad.on()) {
      for (Tensor leaf : leaves) {
        if (leaf.hasGrad()) {
          leaf.grad().fill_(WRITTEN);
        }
      }
    }
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < leaves.size(); i++) {
      same(comparisons, "operand " + i, sampled.operands().get(i).toArray(), leaves.get(i));
      comparisons.add(same("version of operand " + i, 0, leaves.get(i).version()));
    }
    same(comparisons, "result", value, y);
    same(comparisons, "cotangent", Tensor.full(COTANGENT, y.shape()).toArray(), cotangent);
    comparisons.add(same("version of the cotangent", 0, cotangent.version()));
    return comparisons;
  }

  /** The same operands and cotangent give the same gradient. */
  static List<Comparison> steady(Trial trial) {
    List<double[]> again = trial.subject().gradient(trial.x(), trial.cotangent());
    List<Comparison> comparisons = new ArrayList<>();
    for (int operand = 0; operand < again.size(); operand++) {
      double[] first = trial.gradient().get(operand);
      for (int i = 0; i < first.length; i++) {
        comparisons.add(
            Comparison.of(
                Oracle.STEADY,
                "second gradient by " + trial.x().get(operand).element(i),
                first[i],
                again.get(operand)[i],
                1));
      }
    }
    return comparisons;
  }

  /**
   * An operand that is changed between forward and backward is found out, or makes no difference:
   * what the rule reads has been saved.
   */
  static List<Comparison> saved(Trial trial) {
    Case sampled = trial.sampled();
    List<Tensor> right = gradients(sampled, x -> {});
    List<Comparison> comparisons = new ArrayList<>();
    for (int i = 0; i < right.size(); i++) {
      int changed = i;
      List<Tensor> spoiled;
      try {
        spoiled = gradients(sampled, x -> x.get(changed).detach().mul_(CHANGE));
      } catch (GradientException foundOut) {
        continue;
      }
      for (int operand = 0; operand < right.size(); operand++) {
        double[] before = right.get(operand).detach().toArray();
        double[] after = spoiled.get(operand).detach().toArray();
        for (int k = 0; k < before.length; k++) {
          comparisons.add(
              Comparison.of(
                  Oracle.SAVED,
                  "gradient by "
                      + trial.x().get(operand).element(k)
                      + " after an unnoticed change of "
                      + trial.x().get(changed).name(),
                  before[k],
                  after[k],
                  1));
        }
      }
    }
    return comparisons;
  }

  /** Gradients of all operands, something being done to them between forward and backward. */
  private static List<Tensor> gradients(Case sampled, Consumer<List<Tensor>> between) {
    List<Tensor> leaves = leaves(sampled);
    Tensor y = sampled.application().apply(leaves);
    between.accept(leaves);
    return Autograd.of(y)
        .seeds(Tensor.full(COTANGENT, y.shape()))
        .zeroIfUnused()
        .grad(leaves.toArray(Tensor[]::new));
  }

  private static List<Tensor> leaves(Case sampled) {
    return sampled.operands().stream().map(x -> x.clone().requiresGrad_()).toList();
  }

  private static void same(
      List<Comparison> comparisons, String what, double[] before, Tensor after) {
    double[] now = after.detach().toArray();
    int differs = Math.max(Arrays.mismatch(before, now), 0);
    if (before.length > 0) {
      comparisons.add(same(what + ", element " + differs, before[differs], now[differs]));
    }
  }

  private static Comparison same(String what, double before, double after) {
    return Comparison.of(Oracle.UNTOUCHED, what, before, after, 1);
  }
}
