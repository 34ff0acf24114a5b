package org.gradus.whole.proofs.behaviors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.whole.proofs.behaviors.Evidence.Outcome;
import org.gradus.whole.proofs.behaviors.Example.Expected.NoProgram;
import org.gradus.whole.proofs.behaviors.Example.Expected.Nothing;
import org.gradus.whole.proofs.behaviors.Example.Expected.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every behavior of the list holds as its row claims. */
class BehaviorsTest {

  private static final Behavior BLANK = Behavior.same(0, "an example to be judged");

  @TestFactory
  Stream<DynamicTest> behavior() {
    return Behaviors.all().stream()
        .flatMap(
            behavior ->
                behavior.examples().stream()
                    .map(
                        example ->
                            DynamicTest.dynamicTest(
                                behavior.id() + " " + behavior.title() + " · " + example.title(),
                                () ->
                                    assertThat(example.fault(Behaviors.evidence(example)))
                                        .isEmpty())));
  }

  @Test
  void everyBehaviorStandsOnceAndInOrder() {
    assertThat(Behaviors.all())
        .extracting(Behavior::number)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 85).boxed().toList());
  }

  @Test
  void everyCaseIsShownByTheBehaviorsItIsEvidenceFor() {
    List<String> holes = new ArrayList<>();
    for (Behavior behavior : Behaviors.all()) {
      for (Evidence evidence : Behaviors.fixture().values()) {
        if (evidence.behaviors().contains(behavior.id())
            && behavior.examples().stream().noneMatch(of(evidence))) {
          holes.add(evidence.id() + " is not used by " + behavior.id());
        }
      }
    }
    assertThat(holes).isEmpty();
  }

  /** A case that is used in parts is used in all of them, be it by several behaviors. */
  @Test
  void everyPartOfACaseIsShown() {
    List<String> used =
        Behaviors.all().stream()
            .flatMap(behavior -> behavior.examples().stream())
            .map(Example::title)
            .toList();
    List<String> holes = new ArrayList<>();
    for (Evidence evidence : Behaviors.fixture().values()) {
      List<String> parts =
          evidence.partNames().stream().map(part -> evidence.id() + "/" + part).toList();
      if (!used.contains(evidence.id()) && parts.stream().anyMatch(used::contains)) {
        holes.addAll(parts.stream().filter(part -> !used.contains(part)).toList());
      }
    }
    assertThat(holes).isEmpty();
  }

  private static Predicate<Example> of(Evidence evidence) {
    return example -> example.caseName().equals(evidence.id());
  }

  /** What is shown of points without a derivative is declared in the catalogue, as a kink. */
  @Test
  void everyPointWithoutADerivativeIsDeclared() {
    assertThat(Kinks.OPERATIONS)
        .allSatisfy(id -> assertThat(Catalogue.operation(id).kinks()).as(id).isNotEmpty());
  }

  @Test
  void verdictsAreBorneOut() {
    for (Behavior behavior : Behaviors.all()) {
      boolean differs = any(behavior, example -> !example.why().isEmpty());
      boolean refuses = any(behavior, example -> example.expected() instanceof Refusal);
      boolean warns = any(behavior, example -> !example.warnings().isEmpty());
      assertThat(
              switch (behavior.verdict()) {
                case SAME -> any(behavior, example -> !runs(example)) || behavior.why().isEmpty();
                case BETTER -> refuses || warns;
                case STRICTER -> differs && (refuses || warns);
                case DIFFERENT -> differs;
                case CANNOT_ARISE -> any(behavior, example -> !runs(example));
                case OMITTED -> behavior.examples().stream().noneMatch(BehaviorsTest::runs);
              })
          .as("%s %s", behavior.id(), behavior.verdict())
          .isTrue();
      if (behavior.verdict() != Verdict.SAME) {
        assertThat(behavior.why()).as(behavior.id()).isNotEmpty();
      }
    }
  }

  private static boolean runs(Example example) {
    return !(example.expected() instanceof NoProgram || example.expected() instanceof Nothing);
  }

  private static boolean any(Behavior behavior, Predicate<Example> holds) {
    return behavior.examples().stream().anyMatch(holds);
  }

  // ---------------------------------------------------------------- the comparison can fail

  @Test
  void anotherValueIsFound() {
    assertThat(fault(BLANK.agrees("C057", () -> Tensor.of(4, 4.000001))))
        .contains("at /elements/1, PyTorch 4, Gradus 4.000001");
  }

  @Test
  void anotherShapeAnotherFlagAndAnotherCountAreFound() {
    assertThat(fault(BLANK.agrees("C060", () -> Tensor.scalar(4)))).isNotEmpty();
    assertThat(fault(BLANK.agrees("C060", () -> leaf(4))))
        .contains("at /requires a gradient, PyTorch false, Gradus true");
    assertThat(fault(BLANK.agrees("C057", () -> Tensor.of(4)))).isNotEmpty();
  }

  @Test
  void aDoctoredFixtureIsFound() {
    Example example = BLANK.agrees("C060", () -> Tensor.of(4)).examples().get(0);
    Evidence four = Behaviors.evidence(example).orElseThrow();
    Datum five = Datum.of(Tensor.of(5));
    Evidence doctored =
        new Evidence(four.id(), four.behaviors(), new Outcome.Returned(five), four.warnings());
    assertThat(example.fault(Optional.of(four))).isEmpty();
    assertThat(example.fault(Optional.of(doctored)))
        .contains("at /elements/0, PyTorch 5, Gradus 4");
  }

  @Test
  void anotherRefusalIsFound() {
    Behavior.Steps steps = () -> Tensor.ones(2).retainGrad();
    String message =
        "retainGrad: [2] does not require a gradient\nit is a leaf without requiresGrad_()";
    assertThat(fault(BLANK.refuses("C072", GradientException.class, steps, message))).isEmpty();
    assertThat(fault(BLANK.refuses("C072", ShapeException.class, steps, message))).isNotEmpty();
    assertThat(fault(BLANK.refuses("C072", GradientException.class, steps, "no"))).isNotEmpty();
    assertThat(fault(BLANK.refuses("C057", GradientException.class, steps, message))).isNotEmpty();
    assertThat(fault(BLANK.refuses("C132", GradientException.class, steps, message)))
        .contains("IndexError there, GradientException here");
  }

  @Test
  void aWarningTooManyOrTooFewIsFound() {
    Callable<Object> loud = () -> leaf(1).mul(2).gradIfPresent();
    assertThat(fault(BLANK.agrees("C188", loud))).isNotEmpty();
    assertThat(fault(BLANK.agrees("C188", () -> null).warning("text"))).isNotEmpty();
    assertThat(fault(BLANK.agrees("C070", () -> null))).isNotEmpty();
  }

  @Test
  void aDifferenceThatIsNoneIsFound() {
    assertThat(fault(BLANK.differs("C057", "why", () -> Tensor.of(4, 4), Tensor.of(4, 4))))
        .contains("it is claimed to differ from PyTorch, and does not: why");
    assertThat(fault(BLANK.differs("C057", "why", () -> Tensor.of(4, 5), Tensor.of(4, 5))))
        .isEmpty();
  }

  @Test
  void aProgramThatCompilesIsFound() {
    assertThat(fault(BLANK.doesNotCompile("C114", "loss.clearGrad();", "error"))).isNotEmpty();
  }

  private static Optional<String> fault(Behavior behavior) {
    Example example = behavior.examples().get(0);
    return example.fault(Behaviors.evidence(example));
  }
}
