package org.gradus.tensor.proofs.autograd;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.proofs.tensor.SmallShapes;

/** Cases of every operation of the catalogue, run on fresh operands of which some require grad. */
final class OperationCases {
  /** Cases drawn of each operation. */
  static final int EACH = 40;

  private static final long SEED = 20_261_124;

  private OperationCases() {}

  /** Visit every operation, each with the same cases every time. */
  static void each(BiConsumer<Operation, Case> visit) {
    for (Operation operation : Catalogue.operations()) {
      Draw draw = Draw.from(new Random(SEED));
      for (int i = 0; i < EACH; i++) {
        visit.accept(operation, operation.sampler().apply(draw));
      }
    }
  }

  /** Every subset of the operands of a case. */
  static List<boolean[]> subsets(Case one) {
    return SmallShapes.subsets(one.operands().size());
  }

  /** Copies of the operands, those of a subset requiring a gradient. */
  static List<Tensor> operands(Case one, boolean[] required) {
    List<Tensor> copies = new ArrayList<>();
    for (int i = 0; i < required.length; i++) {
      copies.add(one.operands().get(i).detach().clone().requiresGrad_(required[i]));
    }
    return copies;
  }

  /** A gradient of the result that is neither constant nor zero. */
  static Tensor cotangent(Tensor y) {
    return SmallShapes.counted(y.shape()).mul(0.7).sin().add(0.1);
  }
}
