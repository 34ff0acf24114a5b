package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.check.Derivative;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;

/**
 * A declared gradient lies between the derivatives on both sides of its kink.
 *
 * <p>A derivative is taken at a distance from the kink, by differences of the forward line, which
 * share nothing with the rule; where it grows without bound as the distance shrinks it counts as
 * infinite, and a side without values has none.
 */
class KinkProperties {
  /**
   * Distance from a kink; a second one, a thousand times smaller, tells what grows without bound.
   */
  private static final double NEAR = 0x1p-12;

  private static final double NEARER = 0x1p-22;

  /** A slope that grows by more than this is unbounded: ln x grows by 7, √x by a thousand. */
  private static final double GROWTH = 4;

  /** What a curvature of 2 changes over the distance, and as much again for rounding. */
  private static final double CURVATURE = 4 * NEARER;

  /** A kink under the name of its operation. */
  record Named(String name, Kink kink) {
    @Override
    public String toString() {
      return name;
    }

    boolean hasSides() {
      return kink.standing() != Kink.Standing.CONVENTION
          && units(kink).stream().allMatch(unit -> sides(kink, unit).length > 0);
    }
  }

  private static Stream<Named> kinks() {
    return Catalogue.operations().stream()
        .flatMap(operation -> operation.kinks().stream().map(kink -> named(operation, kink)));
  }

  private static Named named(Operation operation, Kink kink) {
    return new Named(operation.id() + " " + kink.where(), kink);
  }

  @Provide
  Arbitrary<Named> valued() {
    return Arbitraries.of(kinks().filter(Named::hasSides).toList());
  }

  /** All along the axis of the other operand the divisor is 0: only beside it are there numbers. */
  @Example
  void allKinksButDivisionsByZeroHaveSidesOrAreConventions() {
    assertThat(
            kinks()
                .filter(named -> named.kink().standing() != Kink.Standing.CONVENTION)
                .filter(named -> !named.hasSides())
                .map(Named::name))
        .containsExactly("div a = 1, b = 0", "normalLogDensity x = 1, μ = 0, σ = 0");
  }

  @Property(tries = 2000)
  void theDeclaredGradientLiesBetweenBothSides(@ForAll("valued") Named named, @ForAll long seed) {
    Kink kink = named.kink();
    for (double[] direction : units(kink)) {
      between(named, direction);
    }
    if (units(kink).stream().allMatch(unit -> hasFiniteSides(kink, unit))) {
      double[] mixed = units(kink).get(0).clone();
      SplittableRandom random = new SplittableRandom(seed);
      Arrays.setAll(mixed, i -> random.nextDouble(-1, 1));
      between(named, mixed);
    }
  }

  private static void between(Named named, double[] direction) {
    double declared = declaredAlong(named.kink(), direction);
    double[] sides = sides(named.kink(), direction);
    assertThat(sides).as("sides of %s", named).isNotEmpty();
    double low = Arrays.stream(sides).min().orElseThrow() - CURVATURE;
    double high = Arrays.stream(sides).max().orElseThrow() + CURVATURE;
    assertThat(low <= declared && declared <= high)
        .as(
            "%s along %s: %s between %s and %s",
            named, Arrays.toString(direction), declared, low, high)
        .isTrue();
  }

  private static double declaredAlong(Kink kink, double... direction) {
    double[] gradient =
        kink.gradients().stream().flatMapToDouble(g -> Arrays.stream(g.toArray())).toArray();
    double sum = 0;
    for (int i = 0; i < direction.length; i++) {
      sum += direction[i] == 0 ? 0 : direction[i] * gradient[i];
    }
    return sum;
  }

  private static boolean hasFiniteSides(Kink kink, double... direction) {
    double[] sides = sides(kink, direction);
    return sides.length == 2 && Arrays.stream(sides).allMatch(Double::isFinite);
  }

  /** Derivatives along a direction after and before the kink, so far as there are values. */
  private static double[] sides(Kink kink, double... direction) {
    return Stream.of(side(kink, 1, direction), side(kink, -1, direction))
        .flatMapToDouble(OptionalDouble::stream)
        .toArray();
  }

  private static OptionalDouble side(Kink kink, int sign, double... direction) {
    double near = slope(kink, sign * NEAR, direction);
    double nearer = slope(kink, sign * NEARER, direction);
    if (Double.isNaN(nearer)) {
      return OptionalDouble.empty();
    }
    boolean unbounded = Math.abs(nearer) > Math.abs(near) + GROWTH;
    return OptionalDouble.of(unbounded ? Math.signum(nearer) * Double.POSITIVE_INFINITY : nearer);
  }

  private static double slope(Kink kink, double at, double... direction) {
    return Derivative.of(t -> value(kink, t, direction), at, Math.abs(at) / 4, 0).value();
  }

  private static double value(Kink kink, double t, double... direction) {
    List<Tensor> moved = new ArrayList<>();
    int next = 0;
    for (Tensor x : kink.operands()) {
      double[] step = Arrays.copyOfRange(direction, next, next + x.numel());
      moved.add(x.add(Tensor.of(step).reshape(x.shape()).mul(t)));
      next += x.numel();
    }
    return kink.application().apply(moved).sum().item();
  }

  private static List<double[]> units(Kink kink) {
    int size = kink.operands().stream().mapToInt(Tensor::numel).sum();
    return Stream.iterate(0, i -> i < size, i -> i + 1)
        .map(i -> DoubleStream.iterate(0, k -> k < size, k -> k + 1).map(k -> k == i ? 1 : 0))
        .map(DoubleStream::toArray)
        .toList();
  }
}
