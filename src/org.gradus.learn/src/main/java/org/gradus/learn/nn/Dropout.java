package org.gradus.learn.nn;

import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.learn.internal.HyperparameterCheck;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.Layers;

/**
 * In training, dropping each element with probability p, and dividing the others by 1 − p.
 *
 * <pre>
 *   y = x·k/(1 − p)      k = 0 with probability p, else 1; drawn anew for each element and call
 *   y = x                when training is over
 * </pre>
 *
 * <p>So the expected value is x in both. Source: Srivastava and others, <em>Dropout: a simple way
 * to prevent neural networks from overfitting</em>.
 *
 * @param <F> the face of argument and value
 */
// [impl->learn~dropout~1]
public final class Dropout<F extends Elementwise<F>> extends Module<F, F> {

  private final double p;
  private final RandomGenerator random;

  private Dropout(double p, RandomGenerator random) {
    this.p = p;
    this.random = random;
  }

  /**
   * Drop with a probability.
   *
   * @throws IllegalArgumentException if p is below 0 or above 1
   */
  public static <F extends Elementwise<F>> Dropout<F> of(double p, RandomGenerator random) {
    HyperparameterCheck.portion("dropout", "probability", p, "0.5");
    return new Dropout<>(p, random);
  }

  @Override
  public F forward(F x) {
    return Layers.dropout(x, p, isTraining(), random);
  }

  @Override
  protected String settings() {
    return "p=" + p;
  }
}
