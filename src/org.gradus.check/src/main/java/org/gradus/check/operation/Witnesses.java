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
// [impl->check~adjoint~1]
final class Witnesses {
  /** A definition may cancel: that of expm1 loses what x is smaller than one by. */
  private static final double LEAST_VALUE_SCALE = 1e-2;

  private static final List<Witness> ALL =
      List.of(
          Witness.of(Oracle.VALUE, Witnesses::value),
          Witness.of(Oracle.FORWARD_MODE, Witnesses::forwardMode),
          new ByRandom(Oracle.DIFFERENCES, Witnesses::differences),
          new ByRandom(Oracle.ADJOINT, Witnesses::adjoint),
          new ByRandom(Oracle.SECOND_ORDER, HigherOrder::second),
          new ByRandom(Oracle.THIRD_ORDER, HigherOrder::third),
          new ByRandom(Oracle.LINEARITY, Linearity::compare),
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
                    Oracle.VALUE,
                    "value " + j,
                    expected[j],
                    y[j],
                    Math.max(Math.abs(expected[j]), LEAST_VALUE_SCALE)))
        .toList();
  }

  private static List<Comparison> forwardMode(Trial trial) {
    List<Comparison> comparisons = new ArrayList<>();
    List<Operand> x = trial.x();
    for (int operand = 0; operand < x.size(); operand++) {
      int size = x.get(operand).size();
      double[] expected = trial.jacobian().gradient(operand, size, trial.cotangent());
      double[] scales = trial.jacobian().scale(operand, size, trial.cotangent());
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
            trial.subject(), trial.x(), trial.y(), trial.cotangent(), trial.gradient(), random);
  }

  private static List<Comparison> fivePoint(Trial trial, RandomGenerator random) {
    return trial.isEmpty()
        ? List.of()
        : Differences.compareByFivePoints(
            trial.subject(), trial.x(), trial.y(), trial.cotangent(), trial.gradient(), random);
  }

  private static List<Comparison> adjoint(Trial trial, RandomGenerator random) {
    List<Operand> x = trial.x();
    List<double[]> direction = Directions.draw(random, x);
    double reverse = 0;
    double scale = 0;
    for (int operand = 0; operand < x.size(); operand++) {
      int size = x.get(operand).size();
      double[] scales = trial.jacobian().scale(operand, size, trial.cotangent());
      for (int i = 0; i < size; i++) {
        scale += scales[i] * Math.abs(direction.get(operand)[i]);
      }
      reverse += Directions.inner(trial.gradient().get(operand), direction.get(operand));
    }
    if (scale == 0) {
      return List.of();
    }
    double forward = Directions.inner(trial.cotangent(), trial.jacobian().along(direction));
    return List.of(Comparison.of(Oracle.ADJOINT, "⟨ȳ, J·u⟩ = ⟨Jᵀ·ȳ, u⟩", forward, reverse, scale));
  }
}
