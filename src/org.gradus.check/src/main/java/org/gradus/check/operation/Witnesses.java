package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.check.Comparison;
import org.gradus.check.Differences;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Cells;

/** All oracles and laws, each independent of the engine it judges. */
// [impl->check~value~2]
// [impl->check~adjoint~2]
final class Witnesses {
  private static final List<Witness> ALL =
      List.of(
          Witness.of(Oracle.VALUE, Witnesses::value),
          Witness.of(Oracle.FORWARD_MODE, Witnesses::forwardMode),
          new ByRandom(Oracle.DIFFERENCES, Witnesses::differences),
          new ByRandom(Oracle.ADJOINT, Witnesses::adjoint),
          new ByRandom(Oracle.SECOND_ORDER, HigherOrder::second),
          new ByRandom(Oracle.THIRD_ORDER, HigherOrder::third),
          new ByRandom(Oracle.LINEARITY, Linearity::compare),
          new OneIn(16, new ByRandom(Oracle.SIXTY_DIGITS, HighPrecision::compare)),
          new OneIn(8, new ByRandom(Oracle.RATIONAL, Exact::compare)),
          Witness.of(Oracle.UNTOUCHED, Laws::untouched),
          Witness.of(Oracle.STEADY, Laws::steady),
          Witness.of(Oracle.SAVED, Laws::saved),
          Witness.of(Oracle.REQUESTED, Requests::compare),
          new ByRandom(Oracle.FIVE_POINT, Witnesses::fivePoint),
          new ByRandom(Oracle.BESIDE, Beside::compare));

  private Witnesses() {}

  /** In the order of {@link Oracle}. */
  static List<Witness> all() {
    return ALL;
  }

  /** A witness that draws. */
  private record ByRandom(Oracle oracle, RandomTestimony testimony) implements Witness {
    @Override
    public List<Comparison> testify(Trial trial) {
      return testimony.of(trial, trial.random(this));
    }
  }

  /** A witness that is expensive, and heard in one case of {@code every}, chosen by its seed. */
  private record OneIn(int every, Witness witness) implements Witness {
    @Override
    public Oracle oracle() {
      return witness.oracle();
    }

    @Override
    public List<Comparison> testify(Trial trial) {
      return trial.isOneOf(every) ? witness.testify(trial) : List.of();
    }
  }

  private interface RandomTestimony {
    List<Comparison> of(Trial trial, RandomGenerator random);
  }

  private static List<Comparison> value(Trial trial) {
    List<Cells<Plain>> cells =
        trial.x().stream()
            .map(
                operand ->
                    new Cells<>(
                        operand.shape(),
                        Arrays.stream(operand.values()).mapToObj(Plain::new).toList()))
            .toList();
    double[] expected =
        trial.sampled().definition().of(Plain::new, cells).values().stream()
            .mapToDouble(Plain::value)
            .toArray();
    double[] y = trial.y();
    return IntStream.range(0, y.length)
        .mapToObj(
            j ->
                Comparison.of(
                    Oracle.VALUE, "value " + j, expected[j], y[j], trial.terms().ofValue(j)))
        .toList();
  }

  static List<Comparison> forwardMode(Trial trial) {
    List<Comparison> comparisons = new ArrayList<>();
    List<Operand> x = trial.x();
    for (int operand = 0; operand < x.size(); operand++) {
      int size = x.get(operand).size();
      double[] expected = trial.jacobian().gradient(operand, size, trial.cotangent());
      double[] scales = trial.scales().get(operand);
      for (int i = 0; i < size; i++) {
        comparisons.add(
            Comparison.of(
                Oracle.FORWARD_MODE,
                "gradient by " + x.get(operand).element(i),
                expected[i],
                trial.gradient().get(operand)[i],
                scales[i]));
      }
    }
    return comparisons;
  }

  private static List<Comparison> differences(Trial trial, RandomGenerator random) {
    return trial.isEmpty()
        ? List.of()
        : Differences.compare(
            trial.subject(),
            trial.x(),
            trial.y(),
            trial.cotangent(),
            trial.gradient(),
            terms(trial),
            random);
  }

  private static List<Comparison> fivePoint(Trial trial, RandomGenerator random) {
    return trial.isEmpty()
        ? List.of()
        : Differences.compareByFivePoints(
            trial.subject(),
            trial.x(),
            trial.y(),
            trial.cotangent(),
            trial.gradient(),
            terms(trial),
            random);
  }

  /** Size of the terms of ⟨ȳ, y⟩ at any point that differences look at, near x. */
  private static double terms(Trial trial) {
    double growth = trial.scales().stream().flatMapToDouble(Arrays::stream).sum();
    return trial.terms().ofSum(trial.cotangent()) + Differences.REACH * growth;
  }

  private static List<Comparison> adjoint(Trial trial, RandomGenerator random) {
    List<double[]> direction = Directions.draw(random, trial.x());
    List<Tangent> y = Tangents.along(trial, List.of(direction));
    double forward = 0;
    double scale = 0;
    for (int j = 0; j < y.size(); j++) {
      forward += trial.cotangent()[j] * y.get(j).mixed();
      scale += Math.abs(trial.cotangent()[j]) * y.get(j).mixedSize();
    }
    double reverse = 0;
    for (int operand = 0; operand < direction.size(); operand++) {
      reverse += Directions.inner(trial.gradient().get(operand), direction.get(operand));
    }
    return trial.isEmpty()
        ? List.of()
        : List.of(Comparison.of(Oracle.ADJOINT, "⟨ȳ, J·u⟩ = ⟨Jᵀ·ȳ, u⟩", forward, reverse, scale));
  }
}
