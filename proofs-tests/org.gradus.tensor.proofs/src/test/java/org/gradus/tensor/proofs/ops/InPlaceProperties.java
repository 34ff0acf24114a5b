package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gradus.tensor.proofs.ops.Agreement.same;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.check.jqwik.Cases;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;

// [proof->op~in-place~1]
class InPlaceProperties {

  /** An operation in place, what it must equal, and its operands: b broadcasts to a. */
  record Change(
      String name,
      BinaryOperator<Tensor> inPlace,
      BinaryOperator<Tensor> outOfPlace,
      Tensor a,
      Tensor b) {
    @Override
    public String toString() {
      return name + " " + a.signature() + " " + b.signature();
    }
  }

  private record Twin(
      String name, BinaryOperator<Tensor> inPlace, BinaryOperator<Tensor> outOfPlace) {}

  private static final List<Twin> TWINS =
      List.of(
          new Twin("add_", Tensor::add_, Tensor::add),
          new Twin("add_ number", (a, b) -> a.add_(2), (a, b) -> a.add(2)),
          new Twin("sub_", Tensor::sub_, Tensor::sub),
          new Twin("sub_ number", (a, b) -> a.sub_(2), (a, b) -> a.sub(2)),
          new Twin("mul_", Tensor::mul_, Tensor::mul),
          new Twin("mul_ number", (a, b) -> a.mul_(3), (a, b) -> a.mul(3)),
          new Twin("div_", Tensor::div_, Tensor::div),
          new Twin("div_ number", (a, b) -> a.div_(3), (a, b) -> a.div(3)),
          new Twin("clamp_", (a, b) -> a.clamp_(-1, 1), (a, b) -> a.clamp(-1, 1)),
          new Twin("relu_", (a, b) -> a.relu_(), (a, b) -> a.relu()),
          new Twin("exp_", (a, b) -> a.exp_(), (a, b) -> a.exp()),
          new Twin("copy_", Tensor::copy_, (a, b) -> b.expand(a.shape())),
          new Twin("fill_", (a, b) -> a.fill_(7), (a, b) -> Tensor.full(7, a.shape())),
          new Twin("zero_", (a, b) -> a.zero_(), (a, b) -> Tensor.zeros(a.shape())),
          new Twin(
              "uniform_",
              (a, b) -> a.uniform_(-2, 3, new SplittableRandom(4)),
              (a, b) -> Tensor.rand(new SplittableRandom(4), a.shape()).mul(5).add(-2)),
          new Twin(
              "normal_",
              (a, b) -> a.normal_(1, 0.5, new SplittableRandom(4)),
              (a, b) -> Tensor.randn(new SplittableRandom(4), a.shape()).mul(0.5).add(1)));

  @Provide
  Arbitrary<Change> changes() {
    return Combinators.combine(Arbitraries.of(TWINS), Cases.of(Catalogue.operation("mul")))
        .as(
            (twin, sampled) -> {
              Tensor first = sampled.operands().get(0);
              Tensor second = sampled.operands().get(1);
              Tensor shape = sampled.application().apply(sampled.operands()).mul(0);
              boolean grows = first.ndim() < shape.ndim() || first.numel() < shape.numel();
              Tensor b = grows ? first : second;
              Tensor a = (grows ? second : first).add(shape);
              return new Change(twin.name, twin.inPlace, twin.outOfPlace, a, b);
            });
  }

  @Property(tries = 1000)
  void theValueIsThatOfTheTwin(@ForAll("changes") Change change) {
    Tensor expected = change.outOfPlace.apply(change.a, change.b);
    Tensor target = change.a.clone();
    change.inPlace.apply(target, change.b);
    same(expected, target);
  }

  @Property(tries = 1000)
  void gradientsAreThoseOfTheTwin(@ForAll("changes") Change change) {
    Tensor[] expected = gradients(change, change.outOfPlace);
    Tensor[] actual = gradients(change, change.inPlace);
    same(expected[0], actual[0]);
    same(expected[1], actual[1]);
  }

  /** Gradients by a leaf that the target was made from, and by b; zeros where none arrives. */
  private static Tensor[] gradients(Change change, BinaryOperator<Tensor> operation) {
    Tensor a = change.a.clone().requiresGrad_();
    Tensor b = change.b.clone().requiresGrad_();
    Tensor y = operation.apply(a.mul(1), b);
    if (y.requiresGrad()) {
      y.backward(Tensor.arange(y.numel()).add(1).reshape(y.shape()));
    }
    return new Tensor[] {
      a.hasGrad() ? a.grad() : Tensor.zeros(a.shape()),
      b.hasGrad() ? b.grad() : Tensor.zeros(b.shape())
    };
  }

  @Property(tries = 1000)
  void theSameTensorComesBackOneVersionLater(@ForAll("changes") Change change) {
    Tensor target = change.a.clone();
    assertThat(change.inPlace.apply(target, change.b)).isSameAs(target);
    assertThat(target.version()).isEqualTo(1);
    assertThat(change.b.version()).isZero();
  }

  @Property(tries = 1000)
  void viewsSeeTheChange(@ForAll("changes") Change change) {
    Tensor target = change.a.clone();
    Tensor flat = target.flatten();
    Tensor alias = target.detach();
    change.inPlace.apply(target, change.b);
    same(target.flatten(), flat);
    same(target, alias);
    assertThat(flat.version()).isEqualTo(1);
  }

  @Property(tries = 1000)
  void aChangeThroughAViewReachesItsRegionOfTheBaseAndNoMore(@ForAll("changes") Change change) {
    Tensor expected = change.outOfPlace.apply(change.a, change.b);
    Tensor base = Tensor.stack(List.of(change.a, change.a), 0);
    change.inPlace.apply(base.select(0, 1), change.b);
    same(change.a, base.select(0, 0));
    same(expected, base.select(0, 1));
  }

  @Example
  void aResultOfAnotherShapeIsRefusedAndNothingChanges() {
    List<BinaryOperator<Tensor>> growing =
        List.of(Tensor::add_, Tensor::sub_, Tensor::mul_, Tensor::div_, Tensor::copy_);
    List<String> names = List.of("add_", "sub_", "mul_", "div_", "copy_");
    for (int i = 0; i < names.size(); i++) {
      BinaryOperator<Tensor> change = growing.get(i);
      Tensor target = Tensor.of(1, 2, 3);
      assertThatThrownBy(() -> change.apply(target, Tensor.ones(2, 3)))
          .isInstanceOf(ShapeException.class)
          .hasMessageStartingWith(names.get(i) + ": ");
      same(Tensor.of(1, 2, 3), target);
      assertThat(target.version()).isZero();
    }
  }

  @Example
  void zeroOverwritesNanAndInfinity() {
    same(Tensor.of(0, 0), Tensor.of(Double.NaN, Double.POSITIVE_INFINITY).zero_());
  }
}
