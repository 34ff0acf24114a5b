package org.gradus.whole.proofs.behaviors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.whole.proofs.behaviors.Example.Expected.NoProgram;
import org.gradus.whole.proofs.behaviors.Example.Expected.Nothing;
import org.gradus.whole.proofs.behaviors.Example.Expected.Refusal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every behavior of the list holds as its row claims. */
class BehaviorsTest {

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
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, Behaviors.all().size()).boxed().toList());
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

  @Test
  void verdictsAreBorneOut() {
    for (Behavior behavior : Behaviors.all()) {
      boolean differs = any(behavior, example -> !example.why().isEmpty());
      boolean refuses = any(behavior, example -> example.expected() instanceof Refusal);
      boolean warns = any(behavior, example -> !example.warnings().isEmpty());
      assertThat(
              switch (behavior.verdict()) {
                case SAME -> behavior.why().isEmpty();
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
    Example example =
        Behavior.same(1, "").agrees("C057", () -> leaf(4, 4.000001)).examples().get(0);
    assertThat(example.fault(Behaviors.evidence(example)))
        .contains("at /elements/1, PyTorch 4, Gradus 4.000001");
  }
}
