package org.gradus.learn.proofs;

import java.util.Arrays;
import org.gradus.learn.Adagrad;
import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.RmsProp;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;

/** Updates of a parameter in plain arrays, which share no code with what they judge. */
interface PlainUpdate {

  /** Changes the parameter in place. */
  void step(double[] w, double[] gradient);

  static PlainUpdate of(Update update, int size) {
    if (update instanceof Sgd sgd) {
      return of(sgd, size);
    }
    if (update instanceof Adam adam) {
      return of(adam, size);
    }
    if (update instanceof AdamW adamW) {
      return of(adamW, size);
    }
    if (update instanceof RmsProp rmsProp) {
      return of(rmsProp, size);
    }
    return of((Adagrad) update, size);
  }

  private static PlainUpdate of(Sgd sgd, int size) {
    return new PlainSgd(sgd, new double[size]);
  }

  private static PlainUpdate of(Adam adam, int size) {
    return new PlainAdam(adam, new double[size], new double[size], new double[size]);
  }

  private static PlainUpdate of(AdamW adamW, int size) {
    PlainUpdate adam = of(adamW.adam(), size);
    return (w, gradient) -> {
      for (int i = 0; i < w.length; i++) {
        w[i] *= 1 - adamW.learningRate() * adamW.weightDecay();
      }
      adam.step(w, gradient);
    };
  }

  private static PlainUpdate of(RmsProp rmsProp, int size) {
    return new PlainRmsProp(rmsProp, new double[size], new double[size], new double[size]);
  }

  private static PlainUpdate of(Adagrad adagrad, int size) {
    double[] sum = new double[size];
    Arrays.fill(sum, adagrad.initialAccumulator());
    return new PlainAdagrad(adagrad, sum);
  }

  /** Stochastic gradient descent, element after element. */
  final class PlainSgd implements PlainUpdate {

    private final Sgd sgd;
    private final double[] velocity;
    private boolean moving;

    private PlainSgd(Sgd sgd, double[] velocity) {
      this.sgd = sgd;
      this.velocity = velocity;
    }

    @Override
    public void step(double[] w, double[] gradient) {
      for (int i = 0; i < w.length; i++) {
        double g = (sgd.maximize() ? -gradient[i] : gradient[i]) + sgd.weightDecay() * w[i];
        if (sgd.momentum() > 0) {
          velocity[i] = moving ? sgd.momentum() * velocity[i] + (1 - sgd.dampening()) * g : g;
          g = sgd.nesterov() ? g + sgd.momentum() * velocity[i] : velocity[i];
        }
        w[i] -= sgd.learningRate() * g;
      }
      moving = true;
    }
  }

  /** Adam, element after element. */
  final class PlainAdam implements PlainUpdate {

    private final Adam adam;
    private final double[] mean;
    private final double[] square;
    private final double[] largest;
    private int t;

    private PlainAdam(Adam adam, double[] mean, double[] square, double[] largest) {
      this.adam = adam;
      this.mean = mean;
      this.square = square;
      this.largest = largest;
    }

    @Override
    public void step(double[] w, double[] gradient) {
      t++;
      double rate = adam.learningRate() / (1 - Math.pow(adam.beta1(), t));
      double root = Math.sqrt(1 - Math.pow(adam.beta2(), t));
      for (int i = 0; i < w.length; i++) {
        double g = (adam.maximize() ? -gradient[i] : gradient[i]) + adam.weightDecay() * w[i];
        mean[i] = adam.beta1() * mean[i] + (1 - adam.beta1()) * g;
        square[i] = adam.beta2() * square[i] + (1 - adam.beta2()) * (g * g);
        largest[i] = adam.amsgrad() ? Math.max(largest[i], square[i]) : square[i];
        w[i] -= rate * mean[i] / (Math.sqrt(largest[i]) / root + adam.eps());
      }
    }
  }

  /** Division by the running mean square, element after element. */
  final class PlainRmsProp implements PlainUpdate {

    private final RmsProp rmsProp;
    private final double[] square;
    private final double[] mean;
    private final double[] velocity;

    private PlainRmsProp(RmsProp rmsProp, double[] square, double[] mean, double[] velocity) {
      this.rmsProp = rmsProp;
      this.square = square;
      this.mean = mean;
      this.velocity = velocity;
    }

    @Override
    public void step(double[] w, double[] gradient) {
      double kept = rmsProp.alpha();
      for (int i = 0; i < w.length; i++) {
        double g = (rmsProp.maximize() ? -gradient[i] : gradient[i]) + rmsProp.weightDecay() * w[i];
        square[i] = kept * square[i] + (1 - kept) * (g * g);
        mean[i] = kept * mean[i] + (1 - kept) * g;
        double spread = rmsProp.centered() ? square[i] - mean[i] * mean[i] : square[i];
        velocity[i] = rmsProp.momentum() * velocity[i] + g / (Math.sqrt(spread) + rmsProp.eps());
        w[i] -= rmsProp.learningRate() * velocity[i];
      }
    }
  }

  /** Division by the sum of squares, element after element. */
  final class PlainAdagrad implements PlainUpdate {

    private final Adagrad adagrad;
    private final double[] sum;
    private int before;

    private PlainAdagrad(Adagrad adagrad, double[] sum) {
      this.adagrad = adagrad;
      this.sum = sum;
    }

    @Override
    public void step(double[] w, double[] gradient) {
      double rate = adagrad.learningRate() / (1 + before * adagrad.learningRateDecay());
      before++;
      for (int i = 0; i < w.length; i++) {
        double g = (adagrad.maximize() ? -gradient[i] : gradient[i]) + adagrad.weightDecay() * w[i];
        sum[i] += g * g;
        w[i] -= rate * g / (Math.sqrt(sum[i]) + adagrad.eps());
      }
    }
  }
}
