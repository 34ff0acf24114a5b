package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradus.check.Report;
import org.gradus.check.operation.OperationCheck;
import org.gradus.check.operation.SingularityCheck;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Distance;
import org.gradus.tensor.op.Domain;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Kink;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;

/** What an operation says of its singularities is believed only if it is true, and whole. */
// [proof->check~singularities~1]
class SingularityCheckTest {
  private static final Distance TO_ZERO = Distance.ofOperand("x", 0, 0);

  @Test
  void theCatalogueIsBelieved() {
    for (Operation operation : Catalogue.operations()) {
      SingularityCheck check = SingularityCheck.of(operation);
      assertThat(check.kinks().plus(check.reach()).faults()).as(operation.id()).isEmpty();
    }
  }

  /**
   * So the search is not in vain. Where the norm of a vector is zero, so is each element; and at 0
   * and 1 a target is at the border of what is taken, where nothing is singular.
   */
  @Test
  void everyDistanceOfTheCatalogueIsMissedWhereItIsLeftOut() {
    List<String> unmissed = new ArrayList<>();
    for (Operation operation : Catalogue.operations()) {
      List<Case> cases = cases(operation);
      cases.stream()
          .flatMap(sampled -> sampled.distances().stream().map(Distance::name))
          .distinct()
          .filter(name -> cases.stream().noneMatch(sampled -> isMissed(sampled, name)))
          .forEach(name -> unmissed.add(operation.id() + " " + name));
    }
    assertThat(unmissed)
        .containsExactly("norm ‖x‖", "binaryCrossEntropy y", "binaryCrossEntropy 1 − y");
  }

  private static List<Case> cases(Operation operation) {
    Draw draw = Draw.from(new SplittableRandom(5));
    return Stream.generate(() -> operation.sampler().apply(draw)).limit(100).toList();
  }

  private static boolean isMissed(Case sampled, String name) {
    Case less =
        new Case(
            sampled.title(),
            sampled.operands(),
            sampled.application(),
            sampled.definition(),
            sampled.distances().stream().filter(d -> !d.name().equals(name)).toList());
    return !SingularityCheck.completeness(less, 5).agrees();
  }

  @Test
  void aRampWithItsDistanceAndItsKinkPasses() {
    Operation ramp =
        ramp(Tensor::relu, Domain.around(0, 2))
            .withKink(Tensor::relu, new Ramp(), 0, 0.5, "anything from 0 to 1");
    SingularityCheck check = SingularityCheck.of(ramp);
    assertThat(check.kinks().plus(check.reach()).plus(judged(ramp)).agrees()).isTrue();
  }

  @Test
  void aBranchWithoutADistanceIsFound() {
    assertThat(fault(SingularityCheck.completeness(at(ramp(Tensor::relu, Domain.around(0, 2))), 1)))
        .matches(
            """
            a distance must be zero where the branch changes
              operands   \\[\\[[-0-9.E, ]+\\]\\]
              distances  \\[\\]
              nearest    Infinity
            declare it: Operation.with\\(Distance\\) or Case.with\\(Distance\\)""");
  }

  @Test
  void aRootWithoutADistanceIsFound() {
    Operation root =
        Operation.unary("root", "y = √x", "", Tensor::sqrt, new Root(), Domain.POSITIVE);
    assertThat(fault(SingularityCheck.completeness(at(root), 1)))
        .startsWith("a distance must be zero where an argument of a singular function vanishes\n");
  }

  @Test
  void aGradientBeyondBothSidesIsNoSubgradient() {
    Operation ramp =
        ramp(Tensor::relu, Domain.around(0, 2))
            .withKink(Tensor::relu, new Ramp(), 0, -0.25, "none at all");
    assertThat(fault(SingularityCheck.of(ramp).kinks()))
        .isEqualTo(
            """
            at x = 0.0 the declared gradient must lie in the hull of the derivatives around
              declared  [-0.25]
              around    [0.0] [1.0]
            declare another gradient, or another standing""");
  }

  @Test
  void aGradientFromInsideTheHullIsTakenAtATie() {
    assertThat(SingularityCheck.of(tie(0.25, 0.75)).kinks().agrees()).isTrue();
    assertThat(fault(SingularityCheck.of(tie(0.5, 0.75)).kinks()))
        .isEqualTo(
            """
            at a = b the declared gradient must lie in the hull of the derivatives around
              declared  [0.5, 0.75]
              around    [0.0, 1.0] [1.0, 0.0]
            declare another gradient, or another standing""");
  }

  @Test
  void aLimitIsReached() {
    Operation root =
        Operation.unary("root", "y = √x", "", Tensor::sqrt, new Root(), Domain.POSITIVE);
    assertThat(
            fault(SingularityCheck.of(root.withBorder(Tensor::sqrt, new Root(), 0, 7, "")).kinks()))
        .startsWith(
            "at x = 0.0 the declared gradient must be the limit of the derivatives around\n");
  }

  @Test
  void aConventionIsNeeded() {
    Operation ramp =
        ramp(Tensor::relu, Domain.around(0, 2))
            .withConvention(Tensor::relu, new Ramp(), 0, 1, "though it need not be one");
    assertThat(fault(SingularityCheck.of(ramp).kinks()))
        .startsWith(
            "at x = 0.0 the declared gradient must be called a convention only if it is at odds with"
                + " the derivatives around\n");
  }

  @Test
  void bothSidesAreReached() {
    Operation ramp =
        ramp(Tensor::relu, Domain.POSITIVE).withKink(Tensor::relu, new Ramp(), 0, 0, "");
    assertThat(fault(SingularityCheck.of(ramp).reach()))
        .matches(
            """
            each side of x = 0 must be reached 20 times in 1000 cases
              below  0
              above  [0-9]+
            draw operands around it: Domain.around""");
  }

  @Test
  void aGradientIsDeclaredAtEachSingularity() {
    assertThat(
            fault(
                SingularityCheck.of(ramp(Tensor::relu, Domain.around(0, 2)).with(TO_ZERO)).reach()))
        .isEqualTo(
            """
            a gradient must be declared where x = 0
              kinks  []
            add a Kink there, with this distance""");
  }

  @Test
  void anOperationThatRefusesASingularityDeclaresNoGradientThere() {
    UnaryOperator<Tensor> picky =
        x -> {
          if (Arrays.stream(x.toArray()).anyMatch(v -> v == 0)) {
            throw new IllegalArgumentException("zero");
          }
          return x.relu();
        };
    assertThat(SingularityCheck.of(ramp(picky, Domain.around(0, 2)).with(TO_ZERO)).reach().agrees())
        .isTrue();
  }

  @Test
  void casesKeepTheirDistance() {
    Case near =
        Case.of("near", Tensor.of(0.01), Tensor::relu, Definition.elementwise(new Ramp()))
            .with(TO_ZERO);
    assertThat(fault(OperationCheck.check(near, 1)))
        .isEqualTo(
            """
            a sampled case must keep 0.05 from x = 0
              distance  0.01
            draw operands from a Domain that ends there""");
    assertThat(fault(OperationCheck.check(below(), 1)))
        .startsWith("a sampled case must keep 0.05 from x = 0, above it\n  distance  -1.0\n");
  }

  private static Case below() {
    return Case.of("below", Tensor.of(-1), Tensor::relu, Definition.elementwise(new Ramp()))
        .with(TO_ZERO.fromAbove());
  }

  @Test
  void aRuleThatTakesTheOtherSideAHairFromTheKinkIsCaught() {
    UnaryOperator<Tensor> late = x -> x.mul(x.detach().sub(1e-9).sign().add(1).div(2));
    Operation ramp = ramp(late, Domain.around(0, 2)).with(TO_ZERO);
    assertThat(judged(ramp).failures())
        .isNotEmpty()
        .allSatisfy(failure -> assertThat(failure.what()).endsWith(" at x = 1.0E-12"));
  }

  @Test
  void aDistanceCanBeApproached() {
    Case flat =
        Case.of("flat", Tensor.of(1), Tensor::relu, Definition.elementwise(new Ramp()))
            .with(Distance.of("one", Definition.elementwise(new One())));
    assertThat(fault(OperationCheck.check(flat, 1)))
        .isEqualTo(
            """
            operands must be able to move toward one = 1.0E-12 along the gradient of the distance
            let the distance be a smooth function near its zero""");
  }

  private static Operation ramp(UnaryOperator<Tensor> application, Domain domain) {
    return Operation.unary("ramp", "y = max(x, 0)", "", application, new Ramp(), domain);
  }

  private static Operation tie(double left, double right) {
    Case at = at(Catalogue.operation("maximum"));
    Kink declared = Catalogue.operation("maximum").kinks().get(0);
    return Operation.of("tie", "", "", draw -> at)
        .with(Kink.subgradient(declared.at(), "", Tensor.scalar(left), Tensor.scalar(right)));
  }

  private static Case at(Operation operation) {
    return operation.sampler().apply(Draw.from(new SplittableRandom(3)));
  }

  private static Report judged(Operation operation) {
    Draw draw = Draw.from(new SplittableRandom(3));
    Report report = SingularityCheck.of(operation).kinks();
    for (int seed = 0; seed < 20; seed++) {
      Case sampled = operation.sampler().apply(draw);
      report =
          report
              .plus(OperationCheck.check(sampled, seed))
              .plus(SingularityCheck.completeness(sampled, seed));
    }
    return report;
  }

  private static String fault(Report report) {
    assertThat(report.faults()).hasSize(1);
    return report.faults().get(0);
  }

  private record Ramp() implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.value() > 0 ? x.mul(1) : x.constant(0);
    }
  }

  private record Root() implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.sqrt();
    }
  }

  private record One() implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.constant(1);
    }
  }
}
