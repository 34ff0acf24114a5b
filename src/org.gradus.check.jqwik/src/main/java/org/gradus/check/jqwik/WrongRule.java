package org.gradus.check.jqwik;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.gradus.check.Operand;
import org.gradus.check.Subject;

/**
 * A gradient gone wrong in a way that fits every operation; a check that lets it pass proves
 * nothing.
 */
public enum WrongRule {
  /** No gradient at all. */
  ZERO(g -> 0),
  /** Wrong sign. */
  NEGATED(g -> -g),
  /** A factor of two too much. */
  DOUBLED(g -> 2 * g),
  /** Off by one part in a billion. */
  SLIGHTLY_OFF(g -> g * (1 + 1e-9)),
  /** The cotangent is taken for all ones. */
  COTANGENT_DROPPED(g -> g) {
    @Override
    double[] cotangent(double[] given) {
      double[] ones = new double[given.length];
      Arrays.fill(ones, 1);
      return ones;
    }
  },
  /** The cotangent is replaced by its mean. */
  COTANGENT_AVERAGED(g -> g) {
    @Override
    double[] cotangent(double[] given) {
      double[] mean = new double[given.length];
      Arrays.fill(mean, Arrays.stream(given).average().orElse(0));
      return mean;
    }
  };

  private final DoubleUnaryOperator change;

  WrongRule(DoubleUnaryOperator change) {
    this.change = change;
  }

  double[] cotangent(double[] given) {
    return given;
  }

  /**
   * Whether this differs from the right rule where the result has {@code size} elements: one is its
   * own mean.
   */
  boolean isWrongFor(int size) {
    return this != COTANGENT_AVERAGED || size > 1;
  }

  /** The same function with this wrong gradient. */
  public Subject of(Subject right) {
    return new Subject() {
      @Override
      public String name() {
        return right.name() + ", " + WrongRule.this;
      }

      @Override
      public boolean takesCotangent() {
        return right.takesCotangent();
      }

      @Override
      public double[] value(List<Operand> x) {
        return right.value(x);
      }

      @Override
      public List<double[]> gradient(List<Operand> x, double[] cotangent) {
        return right.gradient(x, cotangent(cotangent)).stream()
            .map(part -> Arrays.stream(part).map(change).toArray())
            .toList();
      }
    };
  }
}
