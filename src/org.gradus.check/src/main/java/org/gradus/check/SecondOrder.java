package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.gradus.tensor.Backward;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Cells;
import org.gradus.tensor.op.Definition;

/**
 * Second derivative along two directions.
 *
 * <pre>
 *   d = ∂²⟨ȳ, f(x + a·v + b·w)⟩ / ∂a∂b   at a = b = 0
 *   g = ∇⟨ȳ, f(x)⟩,   d = ⟨∇⟨g, v⟩, w⟩
 * </pre>
 *
 * <p>The first line is exact forward mode of order two in two parameters; the second is the
 * gradient of the gradient.
 */
// [impl->check~second-order~1]
final class SecondOrder {
  private SecondOrder() {}

  static Comparison compare(
      Function<List<Tensor>, Tensor> f,
      Definition definition,
      List<Operand> x,
      double[] cotangent,
      List<double[]> v,
      List<double[]> w) {
    double expected = 0;
    double scale = 0;
    List<Taylor> y = definition.of(SecondOrder::constant, moved(x, v, w)).values();
    for (int j = 0; j < cotangent.length; j++) {
      double term = cotangent[j] * y.get(j).series().getPartialDerivative(1, 1);
      expected += term;
      scale += Math.abs(term);
    }
    double actual = 0;
    List<double[]> second = gradientOfGradient(f, x, cotangent, v);
    for (int operand = 0; operand < x.size(); operand++) {
      for (int i = 0; i < x.get(operand).size(); i++) {
        double term = second.get(operand)[i] * w.get(operand)[i];
        actual += term;
        scale += Math.abs(term);
      }
    }
    return Comparison.of(
        Oracle.SECOND_ORDER,
        "second derivative along two random directions",
        expected,
        actual,
        scale);
  }

  private static Taylor constant(double value) {
    return new Taylor(new DerivativeStructure(2, 2, value));
  }

  private static List<Cells<Taylor>> moved(List<Operand> x, List<double[]> v, List<double[]> w) {
    DerivativeStructure a = new DerivativeStructure(2, 2, 0, 0.0);
    DerivativeStructure b = new DerivativeStructure(2, 2, 1, 0.0);
    List<Cells<Taylor>> cells = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      List<Taylor> numbers = new ArrayList<>();
      for (int i = 0; i < x.get(operand).size(); i++) {
        numbers.add(
            new Taylor(
                a.multiply(v.get(operand)[i])
                    .add(b.multiply(w.get(operand)[i]))
                    .add(x.get(operand).values()[i])));
      }
      cells.add(new Cells<>(x.get(operand).shape(), numbers));
    }
    return cells;
  }

  private static List<double[]> gradientOfGradient(
      Function<List<Tensor>, Tensor> f, List<Operand> x, double[] cotangent, List<double[]> v) {
    List<Tensor> leaves = x.stream().map(o -> o.tensor().requiresGrad_()).toList();
    Tensor y = f.apply(leaves);
    y.backward(Tensor.of(cotangent).reshape(y.shape()), Backward.CREATE_GRAPH);
    Tensor along = Tensor.scalar(0);
    for (int operand = 0; operand < leaves.size(); operand++) {
      Tensor leaf = leaves.get(operand);
      if (leaf.hasGrad()) {
        Tensor direction = Tensor.of(v.get(operand)).reshape(leaf.shape());
        along = along.add(leaf.grad().mul(direction).sum());
        leaf.clearGrad();
      }
    }
    if (along.requiresGrad()) {
      along.backward();
    }
    return leaves.stream()
        .map(leaf -> leaf.hasGrad() ? leaf.grad().toArray() : new double[leaf.numel()])
        .toList();
  }
}
