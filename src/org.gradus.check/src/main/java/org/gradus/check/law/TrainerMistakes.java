package org.gradus.check.law;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gradus.check.law.UpdateRule.Means;
import org.gradus.check.law.UpdateRule.Momentum;

/** Training loops and updates that people get wrong, each in one decision. */
// [impl->check~update-laws~1]
final class TrainerMistakes {

  private TrainerMistakes() {}

  static List<Mistake<Trainer>> all() {
    List<Mistake<Trainer>> all = new ArrayList<>();
    all.addAll(ofTheLoop());
    all.addAll(ofMomentum());
    all.addAll(ofDecay());
    all.addAll(ofAdam());
    return all;
  }

  private static Mistake<Trainer> mistake(
      String name, String sentence, String law, Supplier<Trainer> trainer) {
    return new Mistake<>(name, sentence, law, trainer);
  }

  private static List<Mistake<Trainer>> ofTheLoop() {
    return List.of(
        mistake(
            "gradient not zeroed",
            "Without zeroGrad the gradient of every earlier step is added to that of this one.",
            TrainerLaws.DESCENT,
            () ->
                new PlainTrainer() {
                  @Override
                  void turn(Parameter p, UpdateRule rule, Bowl loss, int i) {
                    backward(p, loss, i);
                    step(p, rule);
                  }
                }),
        mistake(
            "zeroed too early",
            "You clear the gradient between backward and step: the step has nothing to go by.",
            TrainerLaws.DESCENT,
            () ->
                new PlainTrainer() {
                  @Override
                  void turn(Parameter p, UpdateRule rule, Bowl loss, int i) {
                    backward(p, loss, i);
                    zeroGrad(p);
                    step(p, rule);
                  }
                }),
        mistake(
            "step before backward",
            "The step goes by the gradient of the step before: walk back first.",
            TrainerLaws.DESCENT,
            () ->
                new PlainTrainer() {
                  @Override
                  void turn(Parameter p, UpdateRule rule, Bowl loss, int i) {
                    step(p, rule);
                    zeroGrad(p);
                    backward(p, loss, i);
                  }
                }),
        mistake(
            "climbs",
            "The gradient points uphill: subtract it.",
            TrainerLaws.DESCENT,
            () ->
                new PlainTrainer() {
                  @Override
                  double descent(Parameter p, Momentum rule, double g) {
                    return -super.descent(p, rule, g);
                  }
                }),
        mistake(
            "learning rate squared",
            "The learning rate is multiplied in twice, once with the gradient and once in the step.",
            TrainerLaws.DESCENT,
            () ->
                new PlainTrainer() {
                  @Override
                  double descent(Parameter p, Momentum rule, double g) {
                    return super.descent(p, rule, rule.rate() * g);
                  }
                }),
        mistake(
            "learning rate forgotten",
            "A step is the learning rate times the gradient, not the gradient itself.",
            TrainerLaws.DESCENT,
            () ->
                new PlainTrainer() {
                  @Override
                  double descent(Parameter p, Momentum rule, double g) {
                    return super.descent(p, rule, g) / rule.rate();
                  }
                }));
  }

  private static List<Mistake<Trainer>> ofMomentum() {
    return List.of(
        mistake(
            "first step dampened",
            "There is no velocity yet: the first one is the gradient itself, undampened.",
            TrainerLaws.MOMENTUM,
            () ->
                new PlainTrainer() {
                  @Override
                  double velocity(Parameter p, Momentum rule, double g) {
                    return rule.momentum() * p.velocity + (1 - rule.dampening()) * g;
                  }
                }),
        mistake(
            "dampening ignored",
            "The velocity takes in the share 1 − τ of the gradient, not all of it.",
            TrainerLaws.MOMENTUM,
            () ->
                new PlainTrainer() {
                  @Override
                  double velocity(Parameter p, Momentum rule, double g) {
                    return rule.momentum() * p.velocity + g;
                  }
                }),
        mistake(
            "running mean for velocity",
            "The velocity adds the gradient up; a running mean would take in 1 − μ of it.",
            TrainerLaws.MOMENTUM,
            () ->
                new PlainTrainer() {
                  @Override
                  double velocity(Parameter p, Momentum rule, double g) {
                    return rule.momentum() * p.velocity + (1 - rule.momentum()) * g;
                  }
                }),
        mistake(
            "velocity forgotten",
            "The velocity of the last step has to be kept for this one.",
            TrainerLaws.MOMENTUM,
            () ->
                new PlainTrainer() {
                  @Override
                  double velocity(Parameter p, Momentum rule, double g) {
                    return g;
                  }
                }),
        mistake(
            "Nesterov as plain",
            "Nesterov's form steps by the gradient and the velocity ahead, not by the velocity.",
            TrainerLaws.MOMENTUM,
            () ->
                new PlainTrainer() {
                  @Override
                  double ahead(Momentum rule, double g, double before, double velocity) {
                    return velocity;
                  }
                }),
        mistake(
            "looks ahead by the old velocity",
            "Take the gradient into the velocity first, then look ahead by it.",
            TrainerLaws.MOMENTUM,
            () ->
                new PlainTrainer() {
                  @Override
                  double ahead(Momentum rule, double g, double before, double velocity) {
                    return g + rule.momentum() * before;
                  }
                }));
  }

  private static List<Mistake<Trainer>> ofDecay() {
    return List.of(
        mistake(
            "decay of the wrong sign",
            "Weight decay pulls towards zero; yours pushes away from it.",
            TrainerLaws.DECAY,
            () ->
                new PlainTrainer() {
                  @Override
                  double direction(Parameter p, UpdateRule rule) {
                    return super.direction(p, rule) - 2 * rule.decay() * p.w;
                  }
                }),
        mistake(
            "decay ignored",
            "The weight decay is asked for and never added to the gradient.",
            TrainerLaws.DECAY,
            () ->
                new PlainTrainer() {
                  @Override
                  double direction(Parameter p, UpdateRule rule) {
                    return rule.maximize() ? -p.grad : p.grad;
                  }
                }),
        mistake(
            "decay beside the momentum",
            "The decay belongs to the gradient, and the velocity takes it in.",
            TrainerLaws.DECAY,
            () ->
                new PlainTrainer() {
                  @Override
                  double descent(Parameter p, Momentum rule, double g) {
                    double pull = rule.decay() * p.w;
                    return super.descent(p, rule, g - pull) + rule.rate() * pull;
                  }
                }),
        mistake(
            "decay without learning rate",
            "The learning rate belongs to the decay too.",
            TrainerLaws.DECAY,
            () ->
                new PlainTrainer() {
                  @Override
                  double descent(Parameter p, Momentum rule, double g) {
                    double pull = rule.decay() * p.w;
                    return super.descent(p, rule, g - pull) + pull;
                  }
                }),
        mistake(
            "decay turned around",
            "To maximize turns the gradient of the loss around; the decay still pulls to zero.",
            TrainerLaws.CLIMBING,
            () ->
                new PlainTrainer() {
                  @Override
                  double direction(Parameter p, UpdateRule rule) {
                    double g = p.grad + rule.decay() * p.w;
                    return rule.maximize() ? -g : g;
                  }
                }),
        mistake(
            "maximize ignored",
            "To climb was asked for: turn the gradient of the loss around.",
            TrainerLaws.CLIMBING,
            () ->
                new PlainTrainer() {
                  @Override
                  double direction(Parameter p, UpdateRule rule) {
                    return p.grad + rule.decay() * p.w;
                  }
                }));
  }

  private static List<Mistake<Trainer>> ofAdam() {
    return List.of(
        mistake(
            "no bias correction",
            "The means begin at zero: divide by 1 − βᵗ, or the first steps go by the zeros.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double rest(double beta, int step) {
                    return 1;
                  }
                }),
        mistake(
            "bias correction of the first step",
            "The divisor is 1 − βᵗ, and t is the number of steps so far.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double rest(double beta, int step) {
                    return 1 - beta;
                  }
                }),
        mistake(
            "one step too many counted",
            "The first step is t = 1.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double rest(double beta, int step) {
                    return super.rest(beta, step + 1);
                  }
                }),
        mistake(
            "ε inside the root",
            "ε is added to the root, not to what the root is taken of.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double divisor(double square, double eps) {
                    return Math.sqrt(square + eps);
                  }
                }),
        mistake(
            "root forgotten",
            "Divide by the root of the mean square: then the unit of the gradient cancels.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double divisor(double square, double eps) {
                    return square + eps;
                  }
                }),
        mistake(
            "shares of the means swapped",
            "β₁ is the share of the mean of gradients, β₂ that of the mean of squares.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double adam(Parameter p, Means rule, double g) {
                    return super.adam(
                        p,
                        new Means(
                            rule.rate(),
                            rule.beta2(),
                            rule.beta1(),
                            rule.eps(),
                            rule.decay(),
                            rule.amsgrad(),
                            rule.maximize()),
                        g);
                  }
                }),
        mistake(
            "decay beside the means",
            "In Adam the decay belongs to the gradient; beside the means it is AdamW.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double adam(Parameter p, Means rule, double g) {
                    double pull = rule.decay() * p.w;
                    return super.adam(p, rule, g - pull) + rule.rate() * pull;
                  }
                }),
        mistake(
            "largest square ignored",
            "With AMSGrad the divisor never falls: take the largest mean square so far.",
            TrainerLaws.LARGEST,
            () ->
                new PlainTrainer() {
                  @Override
                  double adam(Parameter p, Means rule, double g) {
                    p.largest = 0;
                    return super.adam(p, rule, g);
                  }
                }),
        mistake(
            "square of the mean",
            "The divisor needs the mean of the squares, which is more than the square of the mean.",
            TrainerLaws.MEANS,
            () ->
                new PlainTrainer() {
                  @Override
                  double adam(Parameter p, Means rule, double g) {
                    double mean = rule.beta1() * p.mean + (1 - rule.beta1()) * g;
                    double rest = rest(rule.beta1(), p.step);
                    p.mean = mean;
                    return rule.rate()
                        * mean
                        / rest
                        / divisor(mean * mean / rest / rest, rule.eps());
                  }
                }));
  }
}
