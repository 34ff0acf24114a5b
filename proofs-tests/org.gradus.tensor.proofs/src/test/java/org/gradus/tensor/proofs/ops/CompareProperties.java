package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.same;
import static org.gradus.tensor.proofs.ops.Agreement.whole;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.check.jqwik.Cases;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;

// [proof->op~compare~1]
class CompareProperties {

  @Provide
  Arbitrary<Case> cases() {
    return Cases.of(Catalogue.operation("sub"));
  }

  @Example
  void specialPointsAreThoseOfJava() {
    Special.agree(Tensor::eq, (a, b) -> a == b ? 1 : 0);
    Special.agree(Tensor::ne, (a, b) -> a != b ? 1 : 0);
    Special.agree(Tensor::lt, (a, b) -> a < b ? 1 : 0);
    Special.agree(Tensor::le, (a, b) -> a <= b ? 1 : 0);
    Special.agree(Tensor::gt, (a, b) -> a > b ? 1 : 0);
    Special.agree(Tensor::ge, (a, b) -> a >= b ? 1 : 0);
  }

  @Property
  void opposedComparisonsAddUpToOne(@ForAll("cases") Case sampled) {
    Tensor a = whole(sampled.operands().get(0));
    Tensor b = whole(sampled.operands().get(1));
    Tensor one = a.add(b).mul(0).add(1);
    same(one, a.eq(b).add(a.ne(b)));
    same(one, a.lt(b).add(a.ge(b)));
    same(one, a.gt(b).add(a.le(b)));
    same(one, a.lt(b).add(a.eq(b)).add(a.gt(b)));
    same(a.lt(b), b.gt(a));
  }

  @Example
  void noGradientComesThrough() {
    Tensor a = Tensor.of(1, 2).requiresGrad_();
    Tensor b = Tensor.of(2, 1).requiresGrad_();
    List<Tensor> results = List.of(a.eq(b), a.ne(b), a.lt(b), a.le(b), a.gt(b), a.ge(b));
    assertThat(results).noneMatch(Tensor::requiresGrad);
  }

  @Example
  void shapesThatDoNotBroadcastAreRefused() {
    assertThatThrownBy(() -> Tensor.zeros(2).lt(Tensor.zeros(3)))
        .isInstanceOf(ShapeException.class)
        .hasMessageStartingWith("lt: lengths must be equal, or one of them 1");
  }
}
