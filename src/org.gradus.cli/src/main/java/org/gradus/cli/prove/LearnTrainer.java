package org.gradus.cli.prove;

import java.util.ArrayList;
import java.util.List;
import org.gradus.check.law.Bowl;
import org.gradus.check.law.Trainer;
import org.gradus.check.law.UpdateRule;
import org.gradus.check.law.UpdateRule.Means;
import org.gradus.check.law.UpdateRule.Momentum;
import org.gradus.learn.Adam;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.tensor.Tensor;

/** The training loop of the lesson with its optimizers, on tensors. */
// [impl->cli~prove-laws~1]
public final class LearnTrainer implements Trainer {

  @Override
  public List<double[]> run(UpdateRule rule, Bowl loss, double[] start, int steps) {
    Tensor w = Tensor.of(start).clone().requiresGrad_();
    Tensor half = Tensor.of(loss.curvature()).mul(0.5);
    Tensor bottom = Tensor.of(loss.bottom());
    Optimizer optimizer = Optimizer.of(update(rule), w);
    List<double[]> trajectory = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      optimizer.zeroGrad();
      w.sub(bottom).square().mul(half).sum().backward();
      optimizer.step();
      trajectory.add(w.detach().toArray());
    }
    return trajectory;
  }

  private static Update update(UpdateRule rule) {
    if (rule instanceof Momentum sgd) {
      return new Sgd(
          sgd.rate(), sgd.momentum(), sgd.dampening(), sgd.nesterov(), sgd.decay(), sgd.maximize());
    }
    Means adam = (Means) rule;
    return new Adam(
        adam.rate(),
        adam.beta1(),
        adam.beta2(),
        adam.eps(),
        adam.decay(),
        adam.amsgrad(),
        adam.maximize());
  }
}
