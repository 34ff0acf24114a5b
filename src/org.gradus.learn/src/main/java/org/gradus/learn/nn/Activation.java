package org.gradus.learn.nn;

import java.util.function.UnaryOperator;
import org.gradus.learn.Module;
import org.gradus.tensor.Functions;

/**
 * A function without parameters as a module, such as those of one variable between linear maps.
 *
 * @param <F> the face of argument and value
 */
// [impl->learn~activation~1]
public final class Activation<F> extends Module<F, F> {

  private final String name;
  private final String settings;
  private final UnaryOperator<F> function;

  private Activation(String name, String settings, UnaryOperator<F> function) {
    this.name = name;
    this.settings = settings;
    this.function = function;
  }

  /** Make a module of a function, shown by a name. */
  public static <F> Activation<F> of(String name, UnaryOperator<F> function) {
    return new Activation<>(name, "", function);
  }

  /** y = max(x, 0). */
  public static <F extends Functions<F>> Activation<F> relu() {
    return of("Relu", Functions::relu);
  }

  /** y = x above 0, {@code slope}·x below. */
  public static <F extends Functions<F>> Activation<F> leakyRelu(double slope) {
    return new Activation<>("LeakyRelu", "slope=" + slope, x -> x.leakyRelu(slope));
  }

  /** y = x above 0, α·(eˣ − 1) below. */
  public static <F extends Functions<F>> Activation<F> elu(double alpha) {
    return new Activation<>("Elu", "alpha=" + alpha, x -> x.elu(alpha));
  }

  /** y = x·Φ(x), Φ being the distribution of the standard normal. */
  public static <F extends Functions<F>> Activation<F> gelu() {
    return of("Gelu", Functions::gelu);
  }

  /** y = x/(1 + e⁻ˣ). */
  public static <F extends Functions<F>> Activation<F> silu() {
    return of("Silu", Functions::silu);
  }

  /** y = ln(1 + eˣ). */
  public static <F extends Functions<F>> Activation<F> softplus() {
    return of("Softplus", Functions::softplus);
  }

  /** y = 1/(1 + e⁻ˣ). */
  public static <F extends Functions<F>> Activation<F> sigmoid() {
    return of("Sigmoid", Functions::sigmoid);
  }

  /** y = tanh x. */
  public static <F extends Functions<F>> Activation<F> tanh() {
    return of("Tanh", Functions::tanh);
  }

  @Override
  public F forward(F x) {
    return function.apply(x);
  }

  @Override
  protected String name() {
    return name;
  }

  @Override
  protected String settings() {
    return settings;
  }
}
