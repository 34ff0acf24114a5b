package org.gradus.check.jqwik;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * Arrays and tensors for parameters with a {@link Shape}, each by itself; {@link ShapeHook} makes
 * them fit each other. jqwik finds it by ServiceLoader.
 */
// [impl->check~shapes~1]
public final class ShapeProvider implements ArbitraryProvider {
  private static final double END = 2;
  private static final int DECIMALS = 6;

  @Override
  public boolean canProvideFor(TypeUsage target) {
    return target.findAnnotation(Shape.class).isPresent();
  }

  @Override
  public int priority() {
    return 200;
  }

  /**
   * Arbitrary of blocks cut out of one large enough.
   *
   * @throws IllegalArgumentException if the type has no shape, or the shape does not belong to it
   */
  @Override
  public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
    Axes axes = Axes.of(target.getRawType(), target.findAnnotation(Shape.class).orElseThrow());
    int[] largest = axes.shape(name -> axes.most());
    List<String> names = axes.names();
    Arbitrary<List<Integer>> lengths =
        Arbitraries.integers()
            .between(axes.least(), axes.most())
            .withDistribution(RandomDistribution.uniform())
            .withoutEdgeCases()
            .list()
            .ofSize(names.size());
    Arbitrary<List<Double>> elements =
        elements(target.findAnnotation(DoubleRange.class)).list().ofSize(Block.size(largest));
    return Set.of(
        Combinators.combine(lengths, elements)
            .as(
                (drawn, values) ->
                    axes.form()
                        .made(
                            new Block(largest, values.stream().mapToDouble(v -> v).toArray())
                                .leading(axes.shape(name -> drawn.get(names.indexOf(name))))))
            .withoutEdgeCases());
  }

  /** Without edge cases: they are kinks of many a function, and the ends of its domain. */
  private static Arbitrary<Double> elements(Optional<DoubleRange> range) {
    double low = range.map(DoubleRange::min).orElse(-END);
    double high = range.map(DoubleRange::max).orElse(END);
    return Arbitraries.doubles()
        .between(
            low,
            range.map(DoubleRange::minIncluded).orElse(true),
            high,
            range.map(DoubleRange::maxIncluded).orElse(true))
        .ofScale(DECIMALS)
        .shrinkTowards(plain(low, high))
        .withDistribution(RandomDistribution.uniform())
        .withoutEdgeCases();
  }

  private static double plain(double low, double high) {
    if (low < 1 && 1 < high) {
      return 1;
    }
    return low < -1 && -1 < high ? -1 : low + (high - low) / 2;
  }
}
