package org.gradus.tensor.proofs.ops;

import static org.gradus.tensor.proofs.ops.Agreement.bits;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.check.jqwik.Cases;
import org.gradus.check.jqwik.OperationContract;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

// [proof->op~matmul~1]
class MatMulProperties extends OperationContract {

  MatMulProperties() {
    super("matmul");
  }

  @Example
  void twoByTwoByHand() {
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 4}});
    Tensor w = Tensor.of(new double[][] {{5, 6}, {7, 8}});
    same(Tensor.of(new double[][] {{19, 22}, {43, 50}}), x.matmul(w));
  }

  @Property
  void theTransposedProductIsTheProductOfTheTransposedExchanged(
      @ForAll("matrices") List<Tensor> pair) {
    Tensor x = pair.get(0);
    Tensor w = pair.get(1);
    same(x.matmul(w).t(), w.t().matmul(x.t()));
  }

  @Property
  void theIdentityLeavesAMatrixAlone(@ForAll("matrices") List<Tensor> pair) {
    Tensor x = pair.get(0);
    same(x, x.matmul(Tensor.eye(x.size(1))));
    same(x, Tensor.eye(x.size(0)).matmul(x));
  }

  @Property
  void aBatchIsTheProductsOfItsMatrices(@ForAll("matrices") List<Tensor> pair) {
    Tensor x = pair.get(0);
    Tensor w = pair.get(1);
    Tensor batch = Tensor.stack(List.of(x, x.neg()), 0);
    same(Tensor.stack(List.of(x.matmul(w), x.neg().matmul(w)), 0), batch.matmul(w));
    same(Tensor.stack(List.of(x.matmul(w), x.neg().matmul(w)), 0), batch.matmul(w.unsqueeze(0)));
  }

  @Property
  void ranksOfOneAreARowOnTheLeftAndAColumnOnTheRight(@ForAll("matrices") List<Tensor> pair) {
    Tensor x = pair.get(0);
    Tensor row = x.sum(0);
    same(row.unsqueeze(0).matmul(pair.get(1)).squeeze(0), row.matmul(pair.get(1)));
    same(x.matmul(row.unsqueeze(1)).squeeze(1), x.matmul(row));
  }

  @Example
  void anEmptyInnerAxisGivesZeros() {
    same(Tensor.zeros(2, 3), Tensor.zeros(2, 0).matmul(Tensor.zeros(0, 3)));
  }

  @Example
  void zeroTimesInfinityIsNotSkipped() {
    Tensor infinite = Tensor.full(Double.POSITIVE_INFINITY, 2, 2);
    bits(Tensor.eye(2).matmul(infinite).flatten(), Double.NaN, Double.NaN, Double.NaN, Double.NaN);
  }

  /** X of any lengths and W of a length that fits. */
  @Provide
  Arbitrary<List<Tensor>> matrices() {
    return Cases.of(operation())
        .map(Case::operands)
        .map(pair -> List.of(matrix(pair.get(0)), fitting(pair)));
  }

  private static Tensor matrix(Tensor x) {
    return x.ndim() < 2 ? x.unsqueeze(0) : x.flatten(0, -2);
  }

  private static Tensor fitting(List<Tensor> pair) {
    int k = pair.get(0).size(-1);
    int m = 1 + pair.get(1).numel() % 4;
    return Tensor.arange(k * m).add(pair.get(1).sum()).sin().reshape(k, m);
  }
}
