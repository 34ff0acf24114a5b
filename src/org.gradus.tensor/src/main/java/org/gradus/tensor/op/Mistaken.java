package org.gradus.tensor.op;

import java.util.List;
import java.util.function.Function;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.EnableGrad;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;

/**
 * An operation that somebody got wrong: a forward line, and a reverse rule of their own.
 *
 * @param inputs operands
 * @param line computes the result from the operands
 * @param rule computes the gradient of each operand
 * @param careful whether operands and result are saved, as a rule that reads them must have it
 */
public record Mistaken(
    List<Tensor> inputs, Function<List<Tensor>, Tensor> line, Rule rule, boolean careful)
    implements TensorOp {

  /** Mistaken operation that saves what its rule may read. */
  public Mistaken(List<Tensor> inputs, Function<List<Tensor>, Tensor> line, Rule rule) {
    this(inputs, line, rule, true);
  }

  /** A reverse rule: from operands, result and its gradient to the gradient of each operand. */
  @FunctionalInterface
  public interface Rule {
    List<Tensor> gradients(List<Tensor> x, Tensor y, Tensor yBar);
  }

  /** A reverse rule of an operation of one operand. */
  @FunctionalInterface
  public interface UnaryRule {
    Tensor gradient(Tensor x, Tensor y, Tensor yBar);
  }

  /** Run it, and record it. */
  public static Tensor apply(List<Tensor> x, Function<List<Tensor>, Tensor> line, Rule rule) {
    return Tensor.apply(new Mistaken(x, line, rule));
  }

  /**
   * Gradients of the right operation, run and differentiated once more: what a mistake about its
   * rule starts from. They can be differentiated.
   */
  public static List<Tensor> rightGradients(
      Function<List<Tensor>, Tensor> right, List<Tensor> x, Tensor yBar) {
    try (var on = EnableGrad.on()) {
      Tensor[] own = x.stream().map(Mistaken::own).toArray(Tensor[]::new);
      return Autograd.of(right.apply(List.of(own)))
          .seeds(yBar)
          .createGraph()
          .zeroIfUnused()
          .grad(own);
    }
  }

  /** A tensor that the graph tells from every other use of the operand, and leads back to it. */
  private static Tensor own(Tensor operand) {
    return operand.requiresGrad() ? operand.clone() : operand.detach().requiresGrad_();
  }

  @Override
  public Tensor forward() {
    try (var off = NoGrad.on()) {
      return line.apply(inputs).clone();
    }
  }

  @Override
  public void backward(Tensor y, Tensor yBar, Gradients gradients) {
    for (int i = 0; i < inputs.size(); i++) {
      int operand = i;
      gradients.add(inputs.get(i), () -> rule.gradients(inputs, y, yBar).get(operand));
    }
  }

  @Override
  public Saved saved() {
    return careful ? new Saved(true, inputs) : Saved.nothing();
  }

  @Override
  public String name() {
    return "Mistaken";
  }
}
