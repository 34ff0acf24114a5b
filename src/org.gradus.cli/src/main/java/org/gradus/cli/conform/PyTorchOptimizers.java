package org.gradus.cli.conform;

import org.gradus.learn.Adagrad;
import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.RmsProp;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;

/** PyTorch's optimizers by name, with its names of their numbers, and its defaults. */
// [impl->cli~conform-optimizers~1]
final class PyTorchOptimizers {

  private PyTorchOptimizers() {}

  /**
   * Returns the update of an optimizer.
   *
   * @throws UnsupportedException if Gradus has no such optimizer, or it does not heed a number
   */
  static Update of(String name, Fields hyper) {
    Update update =
        switch (name) {
          case "SGD" -> sgd(hyper);
          case "Adam" -> adam(hyper, hyper.number("weight_decay", 0));
          case "AdamW" -> new AdamW(adam(hyper, 0), hyper.number("weight_decay", 0.01));
          case "RMSprop" -> rmsProp(hyper);
          case "Adagrad" -> adagrad(hyper);
          default -> throw new UnsupportedException("there is no optimizer " + name);
        };
    hyper
        .unasked()
        .ifPresent(
            unasked -> {
              throw new UnsupportedException("the optimizer does not take " + unasked);
            });
    return update;
  }

  private static Sgd sgd(Fields hyper) {
    return new Sgd(
        hyper.number("lr", 0.001),
        hyper.number("momentum", 0),
        hyper.number("dampening", 0),
        hyper.flag("nesterov", false),
        hyper.number("weight_decay", 0),
        hyper.flag("maximize", false));
  }

  private static Adam adam(Fields hyper, double weightDecay) {
    double[] betas = hyper.has("betas") ? hyper.numbers("betas") : new double[] {0.9, 0.999};
    if (betas.length != 2) {
      throw MalformedException.of(hyper.path("betas"), "there must be two", betas.length);
    }
    return new Adam(
        hyper.number("lr", 0.001),
        betas[0],
        betas[1],
        hyper.number("eps", 1e-8),
        weightDecay,
        hyper.flag("amsgrad", false),
        hyper.flag("maximize", false));
  }

  private static RmsProp rmsProp(Fields hyper) {
    return new RmsProp(
        hyper.number("lr", 0.01),
        hyper.number("alpha", 0.99),
        hyper.number("eps", 1e-8),
        hyper.number("weight_decay", 0),
        hyper.number("momentum", 0),
        hyper.flag("centered", false),
        hyper.flag("maximize", false));
  }

  private static Adagrad adagrad(Fields hyper) {
    return new Adagrad(
        hyper.number("lr", 0.01),
        hyper.number("lr_decay", 0),
        hyper.number("weight_decay", 0),
        hyper.number("initial_accumulator_value", 0),
        hyper.number("eps", 1e-10),
        hyper.flag("maximize", false));
  }
}
