package org.gradus.whole.proofs.docs;

import org.gradus.check.jqwik.OperationContract;

// region contract
class GradientCheckingProperties extends OperationContract {
  GradientCheckingProperties() {
    super(GradientCheckingSoftplus.OPERATION);
  }
}
// endregion
