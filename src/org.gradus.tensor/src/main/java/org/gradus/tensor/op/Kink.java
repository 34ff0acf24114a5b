package org.gradus.tensor.op;

import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;

/**
 * A point without a derivative, and the gradient declared there.
 *
 * @param at the point as a case; its title names it, for example {@code x = 0}
 * @param gradients declared gradient of the sum of the result by each operand
 * @param standing what can be proven of the declared gradient
 * @param reason why this value and no other
 */
public record Kink(Case at, List<Tensor> gradients, Standing standing, String reason) {

  /** What the neighborhood of a point says of the gradient declared there. */
  public enum Standing {
    /** It lies between the derivatives on all sides, or in the hull of their limits. */
    SUBGRADIENT("subgradient"),

    /** It is the limit of the derivatives from the domain, and may be infinite. */
    LIMIT("limit"),

    /** No neighbor says what it should be: at NaN, at infinities, or outside of the domain. */
    CONVENTION("convention");

    private final String word;

    Standing(String word) {
      this.word = word;
    }

    /** Name in tables and reports. */
    public String word() {
      return word;
    }
  }

  /** Kink whose declared gradient lies between the derivatives on all sides. */
  public static Kink subgradient(Case at, String reason, Tensor... gradients) {
    return new Kink(at, List.of(gradients), Standing.SUBGRADIENT, reason);
  }

  /** Kink whose declared gradient is the limit of the derivatives from the domain. */
  public static Kink limit(Case at, String reason, Tensor... gradients) {
    return new Kink(at, List.of(gradients), Standing.LIMIT, reason);
  }

  /** Point whose declared gradient no neighbor supports. */
  public static Kink convention(Case at, String reason, Tensor... gradients) {
    return new Kink(at, List.of(gradients), Standing.CONVENTION, reason);
  }

  /** The same kink of another application. */
  public Kink applied(UnaryOperator<Function<List<Tensor>, Tensor>> change) {
    return new Kink(at.applied(change), gradients, standing, reason);
  }

  /** The point in words. */
  public String where() {
    return at.title();
  }

  /** The point. */
  public List<Tensor> operands() {
    return at.operands();
  }

  /** Runs the operation. */
  public Function<List<Tensor>, Tensor> application() {
    return at.application();
  }
}
