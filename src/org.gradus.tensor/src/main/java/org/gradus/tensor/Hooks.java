package org.gradus.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Hooks of one node, in the order of registration. */
// [impl->autograd~hooks~1]
final class Hooks {
  private final List<Replacing> replacing = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();

  /** A hook that may replace the gradient, with the line that registered it. */
  private record Replacing(UnaryOperator<Tensor> hook, Tensor of, Place place) {}

  Hook add(UnaryOperator<Tensor> hook, Tensor of) {
    Replacing added = new Replacing(hook, of, Place.here());
    replacing.add(added);
    return new Hook(() -> replacing.removeIf(other -> other == added));
  }

  Hook addAfterwards(Runnable hook) {
    Runnable added = hook::run;
    afterwards.add(added);
    return new Hook(() -> afterwards.removeIf(other -> other == added));
  }

  Tensor replace(Tensor yBar) {
    Tensor gradient = yBar;
    for (Replacing each : List.copyOf(replacing)) {
      Tensor replaced = each.hook.apply(gradient.clone());
      if (!Arrays.equals(replaced.shape(), gradient.shape())) {
        throw new GradientException(
            "backward: the hook registered at "
                + each.place
                + " must return a gradient of the same shape\n  tensor    "
                + each.of.signature()
                + "\n  gradient  "
                + Arrays.toString(gradient.shape())
                + "\n  returned  "
                + Arrays.toString(replaced.shape()));
      }
      gradient = replaced;
    }
    return gradient;
  }

  void accumulated() {
    for (Runnable each : List.copyOf(afterwards)) {
      each.run();
    }
  }
}
