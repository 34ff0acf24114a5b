package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gradus.check.Comparison;
import org.gradus.check.Oracle;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

/**
 * Gradients of some operands alone, for every set of operands.
 *
 * <p>Those that are asked for are bit for bit those that all operands get together, the others have
 * none, and the result requires a gradient if and only if an operand does.
 */
// [impl->check~requested~1]
final class Requests {
  private final Trial trial;
  private final List<Comparison> comparisons = new ArrayList<>();

  private Requests(Trial trial) {
    this.trial = trial;
  }

  static List<Comparison> compare(Trial trial) {
    Requests requests = new Requests(trial);
    for (int asked = 0; asked < 1 << trial.x().size(); asked++) {
      requests.ask(asked);
    }
    return requests.comparisons;
  }

  /**
   * @param asked one bit for each operand
   */
  private void ask(int asked) {
    Case sampled = trial.sampled();
    List<Tensor> leaves = new ArrayList<>();
    for (Tensor operand : sampled.operands()) {
      leaves.add(operand.clone().requiresGrad_(isAsked(asked, leaves.size())));
    }
    Tensor y = sampled.application().apply(leaves);
    same("whether the result requires a gradient", asked, asked != 0, y.requiresGrad());
    if (y.requiresGrad()) {
      y.backward(Tensor.of(trial.cotangent()).reshape(y.shape()));
    }
    for (int i = 0; i < leaves.size(); i++) {
      Tensor leaf = leaves.get(i);
      String name = trial.x().get(i).name();
      same("whether " + name + " has a gradient", asked, isAsked(asked, i), leaf.hasGrad());
      if (isAsked(asked, i) && leaf.hasGrad()) {
        same(
            "whether the gradient by " + name + " has its shape",
            asked,
            true,
            Arrays.equals(leaf.shape(), leaf.grad().shape()));
        gradient(asked, i, leaf.grad().toArray());
      }
    }
  }

  private void gradient(int asked, int operand, double[] alone) {
    double[] together = trial.gradient().get(operand);
    int differs = Math.max(Arrays.mismatch(together, alone), 0);
    if (together.length > differs && alone.length > differs) {
      String what = "gradient by " + trial.x().get(operand).element(differs);
      add(what, asked, together[differs], alone[differs]);
    }
  }

  private void same(String what, int asked, boolean expected, boolean actual) {
    add(what, asked, expected ? 1 : 0, actual ? 1 : 0);
  }

  private void add(String what, int asked, double expected, double actual) {
    comparisons.add(Comparison.of(Oracle.REQUESTED, what + who(asked), expected, actual, 1));
  }

  private String who(int asked) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < trial.x().size(); i++) {
      if (isAsked(asked, i)) {
        names.add(trial.x().get(i).name());
      }
    }
    return names.isEmpty() ? ", asked of none" : ", asked of " + String.join(", ", names);
  }

  private static boolean isAsked(int asked, int operand) {
    return (asked >> operand & 1) == 1;
  }
}
