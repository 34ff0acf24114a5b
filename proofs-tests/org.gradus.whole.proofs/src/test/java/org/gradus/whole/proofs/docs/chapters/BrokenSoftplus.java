package org.gradus.whole.proofs.docs.chapters;

import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.TensorOp;

/** The chapter's operation with one thing wrong. */
record BrokenSoftplus(BetaSoftplus right, Mistake mistake) implements TensorOp {

  /** What a person writes who has forgotten something; the rest is right. */
  enum Mistake {
    WRONG_FACTOR {
      // region wrong-factor
      @Override
      Tensor xBar(BetaSoftplus f, Tensor yBar) {
        return yBar.mul(f.slope()).mul(f.beta()).sumTo(f.x().shape()); // (ln(1 + e^(β·x)))′
      }
      // endregion
    },
    RESULT_NOT_SAVED {
      // region result-not-saved
      @Override
      Saved saved(BetaSoftplus f) {
        return new Saved(false, List.of(f.x(), f.beta()));
      }
      // endregion
    },
    OPERAND_NOT_SAVED {
      // region operand-not-saved
      @Override
      Saved saved(BetaSoftplus f) {
        return new Saved(true, List.of(f.x()));
      }
      // endregion
    },
    NOT_REDUCED {
      // region not-reduced
      @Override
      Tensor betaBar(BetaSoftplus f, Tensor y, Tensor yBar) {
        return yBar.mul(f.x().mul(f.slope()).sub(y)).div(f.beta());
      }
      // endregion
    },
    DETACHED_FACTOR {
      // region detached-factor
      @Override
      Tensor xBar(BetaSoftplus f, Tensor yBar) {
        return yBar.mul(f.slope().detach()).sumTo(f.x().shape());
      }
      // endregion
    },
    CHANGED_IN_PLACE {
      // region changed-in-place
      @Override
      Tensor xBar(BetaSoftplus f, Tensor yBar) {
        return yBar.mul_(f.slope()).sumTo(f.x().shape());
      }
      // endregion
    },
    OVERFLOW {
      // region overflow
      @Override
      Tensor forward(BetaSoftplus f) {
        return f.x().mul(f.beta()).exp().log1p().div(f.beta());
      }
      // endregion
    };

    Tensor forward(BetaSoftplus f) {
      return f.forward();
    }

    Tensor xBar(BetaSoftplus f, Tensor yBar) {
      return yBar.mul(f.slope()).sumTo(f.x().shape());
    }

    Tensor betaBar(BetaSoftplus f, Tensor y, Tensor yBar) {
      return yBar.mul(f.x().mul(f.slope()).sub(y)).div(f.beta()).sumTo(f.beta().shape());
    }

    Saved saved(BetaSoftplus f) {
      return f.saved();
    }

    Tensor apply(Tensor x, Tensor beta) {
      return Tensor.apply(new BrokenSoftplus(new BetaSoftplus(x, beta), this));
    }

    Operation operation() {
      return Operation.binary(
          name(),
          BetaSoftplus.OPERATION.formula(),
          BetaSoftplus.OPERATION.rule(),
          this::apply,
          BetaSoftplus::define,
          Domain.between(-2, 2),
          Domain.POSITIVE);
    }
  }

  @Override
  public List<Tensor> inputs() {
    return right.inputs();
  }

  @Override
  public Tensor forward() {
    return mistake.forward(right);
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    gradients.add(right.x(), () -> mistake.xBar(right, yBar));
    gradients.add(right.beta(), () -> mistake.betaBar(right, y, yBar));
  }

  @Override
  public Saved saved() {
    return mistake.saved(right);
  }
}
