package org.gradus.tensor.internal.ops;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Sample;

/**
 * What the larger and the smaller of two numbers share.
 *
 * <p>Their cases never tie: the left operand lies near even multiples of a step, the right one near
 * odd ones.
 */
final class Ties {
  private static final double STEP = 0.4;

  private Ties() {}

  /** Row of the larger or the smaller of two numbers, with its kinks. */
  static Operation operation(
      String id,
      String formula,
      String rule,
      BinaryOperator<Tensor> application,
      Definition.Binary definition) {
    Tensor half = Tensor.scalar(0.5);
    Tensor one = Tensor.scalar(1);
    return Operation.of(id, formula, rule, draw -> sample(id, draw, application, definition))
        .with(
            Kink.subgradient(
                at("a = b", List.of(half, half), application, definition),
                "subgradient of smallest norm",
                half,
                half))
        .with(
            Kink.convention(
                at("a = NaN", List.of(Tensor.scalar(Double.NaN), half), application, definition),
                "as PyTorch: NaN passes to both",
                one,
                one));
  }

  private static Case sample(
      String id, Draw draw, BinaryOperator<Tensor> application, Definition.Binary definition) {
    int[] left = Sample.shape(draw);
    int[] right = Sample.partner(draw, left);
    Tensor a = steps(draw, 0, left);
    Tensor b = steps(draw, 1, right);
    String title = id + " " + Arrays.toString(a.shape()) + " " + Arrays.toString(b.shape());
    return at(title, List.of(a, b), application, definition, Sample.broadcast(left, right));
  }

  /** A case of given operands, which broadcast to {@code shape}. */
  private static Case at(
      String title,
      List<Tensor> operands,
      BinaryOperator<Tensor> application,
      Definition.Binary definition,
      int... shape) {
    return new Case(
        title,
        operands,
        t -> application.apply(t.get(0), t.get(1)),
        Definition.elementwise(definition, shape),
        List.of(Distance.ofDifference("a − b", 0)));
  }

  private static Tensor steps(Draw draw, int odd, int... shape) {
    double[] values = Tensor.zeros(shape).toArray();
    Arrays.setAll(
        values, i -> STEP * (2 * draw.whole(-2, 2) + odd) + draw.real(-Domain.ROOM, Domain.ROOM));
    return Tensor.of(values).reshape(shape);
  }
}
