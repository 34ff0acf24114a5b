package org.gradus.tensor;

import java.util.List;
import org.gradus.tensor.internal.kernel.Kernels;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Op;
import org.gradus.tensor.op.Saved;
import org.jspecify.annotations.Nullable;

/** An operation that was recorded, with the versions its saved values had. */
// [impl->autograd~versions~1]
final class Recorded<Y extends Face<Y>> {
  private static final Tensor UNSAVED = Tensor.scalar(Double.NaN);

  private final Op<Y> op;
  private final Saved saved;
  private final int[] versions;
  private @Nullable Tensor result;
  private int resultVersion;

  Recorded(Op<Y> op, Saved saved) {
    this.op = op;
    this.saved = saved;
    this.versions = saved.inputs().stream().mapToInt(Tensor::version).toArray();
  }

  Op<Y> op() {
    return op;
  }

  boolean isEmpty() {
    return saved.isEmpty();
  }

  void keepResult(Tensor y) {
    result = y;
    resultVersion = y.version();
  }

  /**
   * Run the rule.
   *
   * @throws GradientException if a saved value was changed in place since it was saved
   */
  void backward(Tensor yBar, Gradients gradients) {
    List<Tensor> inputs = saved.inputs();
    for (int i = 0; i < versions.length; i++) {
      checkUnchanged(inputs.get(i), versions[i], "operand");
    }
    Tensor y = result;
    if (y != null) {
      checkUnchanged(y, resultVersion, "result");
    }
    op.backward(op.face(y == null ? unsaved(yBar.shape()) : y), op.face(yBar), gradients);
  }

  private static Tensor unsaved(int[] shape) {
    return Kernels.view(UNSAVED, layout -> layout.expand(shape));
  }

  private void checkUnchanged(Tensor value, int version, String role) {
    if (value.version() != version) {
      throw new GradientException(
          "backward: "
              + op.name()
              + " saved its "
              + role
              + " "
              + value.signature()
              + " for its gradient, and it was changed in place afterwards\n"
              + "  version saved  "
              + version
              + "\n  version now    "
              + value.version()
              + "\nchange a copy instead: clone() before the change in place");
    }
  }
}
