package org.gradus.check.law;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.gradus.check.law.UpdateRule.Means;
import org.gradus.check.law.UpdateRule.Momentum;

/**
 * A small training loop on plain numbers whose every decision can be taken otherwise: what mistaken
 * ones are made from.
 *
 * <p>It keeps all the laws as it is.
 */
class PlainTrainer implements Trainer {

  /** One parameter, its gradient as an engine holds it, and what earlier steps have left. */
  static final class Parameter {
    double w;
    double grad;
    int step;
    double velocity;
    double mean;
    double square;
    double largest;

    Parameter(double w) {
      this.w = w;
    }
  }

  @Override
  public final List<double[]> run(UpdateRule rule, Bowl loss, double[] start, int steps) {
    List<Parameter> all =
        IntStream.range(0, start.length).mapToObj(i -> new Parameter(start[i])).toList();
    List<double[]> trajectory = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      for (int i = 0; i < start.length; i++) {
        turn(all.get(i), rule, loss, i);
      }
      trajectory.add(all.stream().mapToDouble(parameter -> parameter.w).toArray());
    }
    return trajectory;
  }

  /** The three calls around a loss. */
  void turn(Parameter p, UpdateRule rule, Bowl loss, int i) {
    zeroGrad(p);
    backward(p, loss, i);
    step(p, rule);
  }

  final void zeroGrad(Parameter p) {
    p.grad = 0;
  }

  final void backward(Parameter p, Bowl loss, int i) {
    p.grad += loss.slope(i, p.w);
  }

  final void step(Parameter p, UpdateRule rule) {
    p.step++;
    double g = direction(p, rule);
    p.w -= rule instanceof Momentum momentum ? descent(p, momentum, g) : adam(p, (Means) rule, g);
  }

  double direction(Parameter p, UpdateRule rule) {
    return (rule.maximize() ? -p.grad : p.grad) + rule.decay() * p.w;
  }

  /** How far a step of gradient descent goes. */
  double descent(Parameter p, Momentum rule, double g) {
    if (rule.momentum() == 0) {
      return rule.rate() * g;
    }
    double before = p.velocity;
    p.velocity = velocity(p, rule, g);
    return rule.rate() * (rule.nesterov() ? ahead(rule, g, before, p.velocity) : p.velocity);
  }

  double velocity(Parameter p, Momentum rule, double g) {
    return p.step == 1 ? g : rule.momentum() * p.velocity + (1 - rule.dampening()) * g;
  }

  double ahead(Momentum rule, double g, double before, double velocity) {
    return g + rule.momentum() * velocity;
  }

  /** How far a step of Adam goes. */
  double adam(Parameter p, Means rule, double g) {
    p.mean = rule.beta1() * p.mean + (1 - rule.beta1()) * g;
    p.square = rule.beta2() * p.square + (1 - rule.beta2()) * g * g;
    p.largest = Math.max(p.largest, p.square);
    double square = rule.amsgrad() ? p.largest : p.square;
    double mean = p.mean / rest(rule.beta1(), p.step);
    return rule.rate() * mean / divisor(square / rest(rule.beta2(), p.step), rule.eps());
  }

  /** What the zeros at the start leave of the weights of a running mean. */
  double rest(double beta, int step) {
    return 1 - Math.pow(beta, step);
  }

  double divisor(double square, double eps) {
    return Math.sqrt(square) + eps;
  }
}
