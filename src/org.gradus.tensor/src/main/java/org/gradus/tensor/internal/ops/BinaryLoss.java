package org.gradus.tensor.internal.ops;

import org.gradus.tensor.BinaryOptions;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Saved;

/** Loss of two classes: a tells the prediction, b is the target from 0 to 1. */
interface BinaryLoss extends PairLoss {

  /** The weights w and q. */
  BinaryOptions options();

  /** w·x. */
  default Tensor weighted(Tensor x) {
    return options().weights().map(x::mul).orElse(x);
  }

  /** q·x. */
  default Tensor positive(Tensor x) {
    return options().positiveWeights().map(x::mul).orElse(x);
  }

  /** m = 1 + (q − 1)·y: the weights of both classes, each for its share of the target. */
  default Tensor mass() {
    return options().positiveWeights().map(q -> b().mul(q.sub(1)).add(1)).orElse(Tensor.scalar(1));
  }

  @Override
  default Saved saved() {
    Saved saved = Saved.of(a()).and(b(), a().requiresGrad());
    for (Tensor w : options().weights().stream().toList()) {
      saved = saved.and(w, true);
    }
    for (Tensor q : options().positiveWeights().stream().toList()) {
      saved = saved.and(q, true);
    }
    return saved;
  }
}
