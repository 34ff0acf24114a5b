package org.gradus.whole.proofs.docs.chapters;

import org.gradus.check.jqwik.OperationContract;

// region contract
class BetaSoftplusProperties extends OperationContract {
  BetaSoftplusProperties() {
    super(BetaSoftplus.OPERATION);
  }
}
// endregion
