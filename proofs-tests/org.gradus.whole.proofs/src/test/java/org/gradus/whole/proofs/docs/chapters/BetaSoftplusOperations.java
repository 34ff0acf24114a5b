package org.gradus.whole.proofs.docs.chapters;

import java.util.List;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Operations;

// region provider
/** The operations that a program adds to the catalogue. */
public final class BetaSoftplusOperations implements Operations {
  @Override
  public List<Operation> operations() {
    return List.of(BetaSoftplus.OPERATION);
  }
}
// endregion
