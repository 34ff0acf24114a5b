package org.gradus.learn.nn;

import java.util.random.RandomGenerator;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.ShapeException;

/**
 * First values of weights, drawn so that the numbers in a network keep their size from layer to
 * layer.
 *
 * <pre>
 *                  uniform from ±                      normal with deviation
 *   Kaiming        gain·√(3/fan)                       gain/√fan
 *   Xavier         gain·√(6/(fan in + fan out))        gain·√(2/(fan in + fan out))
 *
 *   w: [out, in, …]     fan in = in·(rest)     fan out = out·(rest)
 * </pre>
 *
 * <p>Each writes into the weight it is given, unrecorded, and returns it. The gain makes up for the
 * activation that follows. Sources: He, Zhang, Ren and Sun, <em>Delving deep into rectifiers</em>;
 * Glorot and Bengio, <em>Understanding the difficulty of training deep feedforward neural
 * networks</em>.
 */
// [impl->learn~initialization~1]
public final class Initialization {

  /** Gain of no activation and of the sigmoid. */
  public static final double LINEAR = 1;

  /** Gain of the hyperbolic tangent. */
  public static final double TANH = 5.0 / 3;

  /** Gain of relu, √2: half of the numbers are cut off. */
  public static final double RELU = Math.sqrt(2);

  /** Which count of numbers keeps its size: those read, or the gradients of those made. */
  public enum Fan {
    /** Numbers that each output reads. */
    IN,

    /** Numbers that each input is read by. */
    OUT
  }

  private Initialization() {}

  /** Gain of a leaky relu, √(2/(1 + slope²)). */
  public static double leakyRelu(double slope) {
    return Math.sqrt(2 / (1 + slope * slope));
  }

  /**
   * w ← uniform from ±gain·√(3/fan).
   *
   * @throws ShapeException if w has fewer than two axes or no element
   */
  public static <F extends Elementwise<F>> F kaimingUniform_(
      F w, Fan fan, double gain, RandomGenerator random) {
    return uniform(w, gain * Math.sqrt(3 / fan("kaimingUniform_", w, fan)), random);
  }

  /**
   * w ← normal with mean 0 and deviation gain/√fan.
   *
   * @throws ShapeException if w has fewer than two axes or no element
   */
  public static <F extends Elementwise<F>> F kaimingNormal_(
      F w, Fan fan, double gain, RandomGenerator random) {
    return normal(w, gain / Math.sqrt(fan("kaimingNormal_", w, fan)), random);
  }

  /**
   * w ← uniform from ±gain·√(6/(fan in + fan out)).
   *
   * @throws ShapeException if w has fewer than two axes or no element
   */
  public static <F extends Elementwise<F>> F xavierUniform_(
      F w, double gain, RandomGenerator random) {
    return uniform(w, gain * Math.sqrt(6 / bothFans("xavierUniform_", w)), random);
  }

  /**
   * w ← normal with mean 0 and deviation gain·√(2/(fan in + fan out)).
   *
   * @throws ShapeException if w has fewer than two axes or no element
   */
  public static <F extends Elementwise<F>> F xavierNormal_(
      F w, double gain, RandomGenerator random) {
    return normal(w, gain * Math.sqrt(2 / bothFans("xavierNormal_", w)), random);
  }

  private static <F extends Elementwise<F>> F uniform(F w, double bound, RandomGenerator random) {
    try (var off = NoGrad.on()) {
      return w.uniform_(-bound, bound, random);
    }
  }

  private static <F extends Elementwise<F>> F normal(
      F w, double deviation, RandomGenerator random) {
    try (var off = NoGrad.on()) {
      return w.normal_(0, deviation, random);
    }
  }

  private static double bothFans(String function, Elementwise<?> w) {
    return fan(function, w, Fan.IN) + fan(function, w, Fan.OUT);
  }

  private static double fan(String function, Elementwise<?> w, Fan fan) {
    int[] shape = w.shape();
    if (shape.length < 2 || w.numel() == 0) {
      throw new ShapeException(
          "%s: a weight must have the axes [out, in, …] and an element\n  given  %s"
              .formatted(function, w.signature()));
    }
    return (double) w.numel() / shape[fan == Fan.IN ? 0 : 1];
  }
}
