package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.relative;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.gradus.tensor.op.Case;

// [proof->op~linear~1]
class LinearProperties extends OperationContract {
  private interface Row extends Axis {}

  private interface Input extends Axis {}

  private interface Output extends Axis {}

  LinearProperties() {
    super("linear");
  }

  @Example
  void twoRowsByHand() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}}).requiresGrad_();
    Tensor w = Tensor.of(new double[][] {{1, 0}, {0, 10}, {5, -1}}).requiresGrad_();
    Tensor b = Tensor.of(100, 200, 300).requiresGrad_();
    Tensor y = Layers.linear(x, w, b);
    same(Tensor.of(new double[][] {{101, 220, 303}, {103, 240, 311}}), y);
    y.backward(Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}));
    same(Tensor.of(new double[][] {{16, 17}, {34, 44}}), x.grad());
    same(Tensor.of(new double[][] {{13, 18}, {17, 24}, {21, 30}}), w.grad());
    same(Tensor.of(5, 7, 9), b.grad());
  }

  @Property
  void itIsAProductWithTheTransposedAndASum(@ForAll("cases") Case sampled) {
    List<Tensor> t = sampled.operands();
    Tensor product = t.get(0).matmul(t.get(1).t());
    Tensor y = t.size() == 2 ? product : product.add(t.get(2));
    same(y, sampled.application().apply(t));
  }

  @Property
  void everyRowIsMappedAlone(@ForAll("cases") Case sampled) {
    Tensor x = sampled.operands().get(0);
    if (x.ndim() > 1 && x.size(0) > 0) {
      Tensor w = sampled.operands().get(1);
      Tensor last = x.select(0, x.size(0) - 1);
      same(Layers.linear(last, w), Layers.linear(x, w).select(0, x.size(0) - 1));
    }
  }

  @Property
  void matricesGiveTheNumbersAndGradientsOfTensors(@ForAll("cases") Case sampled) {
    List<Tensor> leaves = sampled.operands().stream().map(t -> t.clone().requiresGrad_()).toList();
    Tensor x = leaves.get(0);
    if (x.ndim() != 2) {
      return;
    }
    Dim<Input> in = Dim.of(Input.class, x.size(1));
    Dim<Output> out = Dim.of(Output.class, leaves.get(1).size(0));
    Matrix<Row, Input> rows = Matrix.of(Dim.of(Row.class, x.size(0)), in, x.clone());
    Matrix<Output, Input> weight = Matrix.of(out, in, leaves.get(1).clone());
    Matrix<Row, Output> typed =
        leaves.size() == 2
            ? Layers.linear(rows, weight)
            : Layers.linear(rows, weight, Vector.of(out, leaves.get(2).clone()));
    Tensor cotangent = Tensor.arange(typed.numel()).sin().reshape(typed.shape());
    typed.tensor().backward(cotangent);
    List<Tensor> gradients = leaves.stream().map(leaf -> leaf.grad().clone()).toList();
    leaves.forEach(Tensor::clearGrad);
    Tensor plain = sampled.application().apply(leaves);
    plain.backward(cotangent);
    same(plain, typed.tensor());
    for (int i = 0; i < leaves.size(); i++) {
      same(leaves.get(i).grad(), gradients.get(i));
    }
  }

  @Example
  void noFeatureLeavesTheBias() {
    Tensor y = Layers.linear(Tensor.zeros(2, 0), Tensor.zeros(3, 0), Tensor.of(1, 2, 3));
    same(Tensor.of(new double[][] {{1, 2, 3}, {1, 2, 3}}), y);
  }

  @Example
  void noRowLeavesGradientsOfZero() {
    Tensor w = Tensor.ones(3, 2).requiresGrad_();
    Tensor b = Tensor.ones(3).requiresGrad_();
    Layers.linear(Tensor.zeros(0, 2), w, b).sum().backward();
    same(Tensor.zeros(3, 2), w.grad());
    same(Tensor.zeros(3), b.grad());
  }

  @Example
  void aColumnOfOnesIsABias() {
    Tensor x = Tensor.of(new double[][] {{0.5, 1}, {-0.25, 1}});
    Tensor together = Layers.linear(x, Tensor.of(new double[][] {{3, 2}}));
    Tensor apart = Layers.linear(x.slice(1, 0, 1), Tensor.of(new double[][] {{3}}), Tensor.of(2));
    relative(0, together, apart);
    assertThat(together.toArray()).containsExactly(3.5, 1.25);
  }
}
