package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Backward;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~embedding~1]
class EmbeddingProperties extends OperationContract {

  EmbeddingProperties() {
    super("embedding");
  }

  @Example
  void repeatedRowsAddTheirGradients() {
    Tensor w = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}).requiresGrad_();
    IndexTensor index = IndexTensor.of(new int[] {2, 2}, new int[] {2, 0, 2, 2});
    Tensor y = Layers.embedding(index, w);
    same(Tensor.of(5, 6, 1, 2, 5, 6, 5, 6).reshape(2, 2, 2), y);
    y.backward(Tensor.of(1, 2, 30, 40, 100, 200, 1000, 2000).reshape(2, 2, 2));
    bits(w.grad().flatten(), 30, 40, 0, 0, 1101, 2202);
  }

  @Example
  void thePaddingRowIsReadAndLearnsNothing() {
    for (int padding : new int[] {2, -1}) {
      Tensor w = Tensor.of(new double[][] {{1, 2}, {3, 4}, {5, 6}}).requiresGrad_();
      Tensor y = Layers.embedding(IndexTensor.of(2, 0, 2), w, padding);
      bits(y.detach().flatten(), 5, 6, 1, 2, 5, 6);
      y.backward(Tensor.of(Double.NaN, 2, 30, 40, 100, Double.POSITIVE_INFINITY).reshape(3, 2));
      bits(w.grad().flatten(), 30, 40, 0, 0, 0, 0);
    }
  }

  @Property
  void paddingTakesTheGradientOfItsRowAndNoOther(
      @ForAll("cases") Case sampled, @ForAll @IntRange(max = 3) int at) {
    Tensor w = sampled.operands().get(0).clone().requiresGrad_();
    if (w.size(0) == 0) {
      return;
    }
    int padding = at % w.size(0);
    IndexTensor all = IndexTensor.arange(w.size(0));
    Tensor y = Layers.embedding(all, w, padding);
    same(w, y);
    Tensor yBar = Tensor.arange(y.numel()).add(1).reshape(y.shape()).requiresGrad_();
    y.backward(yBar, Backward.CREATE_GRAPH);
    Tensor learning = all.toTensor().ne(Tensor.scalar(padding)).unsqueeze(1).expand(w.shape());
    same(yBar.mul(learning), w.grad());
    w.grad().sum().backward();
    same(learning, yBar.grad());
  }

  /** Row i of the identity, once for each index: the one-hot code. */
  @Property
  void itIsAProductWithOneHotRows(@ForAll("cases") Case sampled, @ForAll long seed) {
    Tensor w = sampled.operands().get(0);
    if (w.size(0) > 0) {
      int[] index = new int[5];
      Arrays.setAll(index, i -> (int) Math.floorMod(seed >> 8 * i, (long) w.size(0)));
      Tensor code = Tensor.eye(w.size(0)).index(IndexTensor.of(index));
      same(code.matmul(w), Layers.embedding(IndexTensor.of(index), w));
    }
  }

  @Example
  void noIndexLeavesAGradientOfZero() {
    Tensor w = Tensor.ones(2, 3).requiresGrad_();
    Tensor y = Layers.embedding(IndexTensor.of(new int[] {0, 4}, new int[0]), w);
    assertThat(y.shape()).containsExactly(0, 4, 3);
    y.sum().backward();
    same(Tensor.zeros(2, 3), w.grad());
  }
}
