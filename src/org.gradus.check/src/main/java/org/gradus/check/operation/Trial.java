package org.gradus.check.operation;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.Fault;
import org.gradus.check.Operand;
import org.gradus.check.Subject;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

/**
 * One case before its witnesses: the operands, the value, a random cotangent and the gradient.
 *
 * <pre>
 *   y = f(x₁, …, xₙ)      x̄ᵢ = (∂y/∂xᵢ)ᵀ·ȳ
 * </pre>
 *
 * <p>Every witness draws from a generator of its own, so that none of them depends on which others
 * were heard.
 */
final class Trial {
  private final Case sampled;
  private final long seed;
  private final List<Operand> x;
  private final Subject subject;
  private final double[] y;
  private final double[] cotangent;
  private final List<double[]> gradient;
  private final Jacobian jacobian;
  private final Terms terms;
  private final List<double[]> scales;

  /**
   * Run the operation forward and backward, with a random cotangent.
   *
   * @param seed seed of the cotangent and of what the witnesses draw
   * @throws Fault if the result has another shape than that of the definition
   * @throws org.gradus.tensor.GradientException if a gradient has another shape than its operand
   */
  Trial(Case sampled, long seed) {
    this(sampled, seed, Cotangents.RANDOM);
  }

  /** The same with another cotangent. */
  Trial(Case sampled, long seed, Cotangents cotangents) {
    this.sampled = sampled;
    this.seed = seed;
    this.x = Operands.list(sampled.operands());
    this.subject = new TensorSubject(sampled.title(), sampled.application());
    Tensor value = value(sampled);
    this.y = value.toArray();
    this.jacobian = Jacobian.of(sampled.definition(), x);
    requireShape(jacobian.shape(), value.shape());
    this.cotangent = cotangents.of(seed, y.length);
    this.gradient = subject.gradient(x, cotangent);
    this.terms = Terms.of(sampled.definition(), x);
    this.scales = terms.ofGradient(cotangent);
  }

  private static Tensor value(Case sampled) {
    try (var off = NoGrad.on()) {
      List<Tensor> own = sampled.operands().stream().map(Tensor::clone).toList();
      return sampled.application().apply(own);
    }
  }

  private static void requireShape(int[] defined, int[] shape) {
    if (!Arrays.equals(defined, shape)) {
      throw new Fault(
          "the result must have the shape of that of the definition\n  definition  "
              + Arrays.toString(defined)
              + "\n  result      "
              + Arrays.toString(shape));
    }
  }

  Case sampled() {
    return sampled;
  }

  /** Operands with their names, x₀, x₁, … unless they have some. */
  List<Operand> x() {
    return x;
  }

  /** The operation, as a function of plain numbers with a gradient. */
  Subject subject() {
    return subject;
  }

  double[] y() {
    return y;
  }

  double[] cotangent() {
    return cotangent;
  }

  /** What the rule gives for the cotangent, an array for each operand. */
  List<double[]> gradient() {
    return gradient;
  }

  /** All partial derivatives of the definition. */
  Jacobian jacobian() {
    return jacobian;
  }

  /** Sizes of the terms that value and gradients are made of. */
  Terms terms() {
    return terms;
  }

  /** Sizes of the terms of the gradient, an array for each operand. */
  List<double[]> scales() {
    return scales;
  }

  /** Random numbers of one witness. */
  RandomGenerator random(Witness witness) {
    return Directions.generator(seed + 31L * (1 + witness.oracle().ordinal()));
  }

  /** Whether it belongs to the fraction 1/{@code every} of the cases, by its seed. */
  boolean isOneOf(int every) {
    return Long.remainderUnsigned((seed * 0x9E3779B97F4A7C15L) >>> 32, every) == 0;
  }

  /** Whether there is nothing to differentiate: no operand, or no result, has an element. */
  boolean isEmpty() {
    return y.length == 0 || x.stream().allMatch(operand -> operand.size() == 0);
  }
}
