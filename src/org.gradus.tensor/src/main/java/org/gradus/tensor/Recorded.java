package org.gradus.tensor;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.internal.kernel.Change;
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
   * Values that were saved, operands first; without history.
   *
   * @throws GradientException if one was changed in place since it was saved
   */
  List<Tensor> values(GradientFunction function) {
    checkUnchanged(function);
    List<Tensor> values = new ArrayList<>(saved.inputs());
    Tensor y = result;
    if (y != null) {
      values.add(y);
    }
    return values.stream().map(Tensor::detach).toList();
  }

  /** Values that were saved, in words. */
  List<String> words() {
    List<String> words = new ArrayList<>();
    List<Tensor> inputs = saved.inputs();
    for (int i = 0; i < versions.length; i++) {
      words.add(words(inputs.get(i), versions[i]));
    }
    Tensor y = result;
    if (y != null) {
      words.add(words(y, resultVersion) + ", its result");
    }
    return words;
  }

  private static String words(Tensor value, int version) {
    return value.signature()
        + (value.version() == version
            ? " at version " + version
            : " at version " + version + ", since changed to version " + value.version());
  }

  /**
   * Run the rule.
   *
   * @param function node that this belongs to
   * @throws GradientException if a saved value was changed in place since it was saved
   */
  void backward(GradientFunction function, Tensor yBar, Gradients gradients) {
    checkUnchanged(function);
    Tensor y = result;
    op.backward(op.face(y == null ? unsaved(yBar.shape()) : y), op.face(yBar), gradients);
  }

  private void checkUnchanged(GradientFunction function) {
    List<Tensor> inputs = saved.inputs();
    for (int i = 0; i < versions.length; i++) {
      checkUnchanged(function, inputs.get(i), versions[i], "operand");
    }
    Tensor y = result;
    if (y != null) {
      checkUnchanged(function, y, resultVersion, "result");
    }
  }

  private static Tensor unsaved(int[] shape) {
    return Kernels.view(UNSAVED, layout -> layout.expand(shape));
  }

  private void checkUnchanged(GradientFunction function, Tensor value, int version, String role) {
    if (value.version() != version) {
      throw new GradientException(
          "backward: "
              + op.name()
              + function.place().map(place -> " at " + place).orElse("")
              + " saved its "
              + role
              + " "
              + value.signature()
              + " for its gradient, and it was changed in place afterwards\n"
              + "  version saved  "
              + version
              + "\n  version now    "
              + value.version()
              + "\n  last change    "
              + value.lastChange().map(Change::toString).orElse("unknown")
              + "\nchange a copy instead: clone() before the change in place"
              + hint(function));
    }
  }

  private static String hint(GradientFunction function) {
    return function.place().isPresent()
        ? ""
        : "\nrun it in a block to see the lines: try (var on = Places.on()) { … }";
  }
}
