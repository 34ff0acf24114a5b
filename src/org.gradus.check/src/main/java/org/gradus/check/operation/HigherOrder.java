package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.check.Comparison;
import org.gradus.check.Operand;
import org.gradus.check.Oracle;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Cells;

/**
 * Derivative of second or third order, one direction for each order.
 *
 * <pre>
 *   d = ∂ⁿ⟨ȳ, f(x + a₁·v₁ + … + aₙ·vₙ)⟩ / ∂a₁…∂aₙ   at a = 0
 *   d = ⟨∇⟨… ⟨∇⟨ȳ, f(x)⟩, v₁⟩ …⟩, vₙ⟩
 * </pre>
 *
 * <p>The first line is exact forward mode of order n in n parameters; the second is the gradient of
 * the gradient, and of that once more.
 */
// [impl->check~second-order~2]
// [impl->check~third-order~2]
final class HigherOrder {
  private HigherOrder() {}

  /** The second order. */
  static List<Comparison> second(Trial trial, RandomGenerator random) {
    return trial.isEmpty() ? List.of() : compare(Oracle.SECOND_ORDER, 2, trial, random);
  }

  /** The third order, where the result is a number: NaN has no derivatives to agree on. */
  static List<Comparison> third(Trial trial, RandomGenerator random) {
    return trial.isEmpty() || !Arrays.stream(trial.y()).allMatch(Double::isFinite)
        ? List.of()
        : compare(Oracle.THIRD_ORDER, 3, trial, random);
  }

  private static List<Comparison> compare(
      Oracle oracle, int order, Trial trial, RandomGenerator random) {
    Case sampled = trial.sampled();
    List<Operand> x = trial.x();
    double[] cotangent = trial.cotangent();
    List<List<double[]>> directions =
        Stream.generate(() -> Directions.draw(random, x)).limit(order).toList();
    int[] mixed = new int[order];
    Arrays.fill(mixed, 1);
    double expected = 0;
    double scale = 0;
    List<Taylor> y =
        sampled.definition().of(value -> constant(order, value), moved(x, directions)).values();
    List<Tangent> sizes = Tangents.along(trial, directions);
    for (int j = 0; j < cotangent.length; j++) {
      expected += cotangent[j] * y.get(j).series().getPartialDerivative(mixed);
      scale += Math.abs(cotangent[j]) * sizes.get(j).mixedSize();
    }
    List<double[]> last = directions.get(order - 1);
    List<Tensor> gradient =
        gradient(sampled.application(), x, cotangent, directions.subList(0, order - 1));
    double actual = 0;
    for (int operand = 0; operand < x.size(); operand++) {
      actual += Directions.inner(gradient.get(operand).toArray(), last.get(operand));
    }
    return List.of(
        Comparison.of(
            oracle,
            oracle.title() + " derivative along random directions",
            expected,
            actual,
            scale));
  }

  private static Taylor constant(int order, double value) {
    return new Taylor(new DerivativeStructure(order, order, value));
  }

  private static List<Cells<Taylor>> moved(List<Operand> x, List<List<double[]>> directions) {
    int order = directions.size();
    List<Cells<Taylor>> cells = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      List<Taylor> numbers = new ArrayList<>();
      for (int i = 0; i < x.get(operand).size(); i++) {
        DerivativeStructure number =
            new DerivativeStructure(order, order, x.get(operand).values()[i]);
        for (int k = 0; k < order; k++) {
          DerivativeStructure parameter = new DerivativeStructure(order, order, k, 0.0);
          number = number.add(parameter.multiply(directions.get(k).get(operand)[i]));
        }
        numbers.add(new Taylor(number));
      }
      cells.add(new Cells<>(x.get(operand).shape(), numbers));
    }
    return cells;
  }

  /** Gradient of ⟨ȳ, f⟩, differentiated along each of the directions in turn. */
  private static List<Tensor> gradient(
      Function<List<Tensor>, Tensor> f,
      List<Operand> x,
      double[] cotangent,
      List<List<double[]>> directions) {
    Tensor[] leaves =
        x.stream().map(o -> Operands.tensor(o).requiresGrad_()).toArray(Tensor[]::new);
    Tensor y = f.apply(List.of(leaves));
    Tensor seed = Tensor.of(cotangent).reshape(y.shape());
    for (List<double[]> direction : directions) {
      if (y.requiresGrad()) {
        y = along(Autograd.of(y).seeds(seed).createGraph().zeroIfUnused().grad(leaves), direction);
        seed = Tensor.scalar(1);
      }
    }
    if (!y.requiresGrad()) {
      return Arrays.stream(leaves).map(leaf -> Tensor.zeros(leaf.shape())).toList();
    }
    return Autograd.of(y).seeds(seed).zeroIfUnused().grad(leaves);
  }

  private static Tensor along(List<Tensor> gradient, List<double[]> direction) {
    Tensor sum = Tensor.scalar(0);
    for (int operand = 0; operand < gradient.size(); operand++) {
      Tensor entries = gradient.get(operand);
      Tensor weights = Tensor.of(direction.get(operand)).reshape(entries.shape());
      sum = sum.add(entries.mul(weights).sum());
    }
    return sum;
  }
}
