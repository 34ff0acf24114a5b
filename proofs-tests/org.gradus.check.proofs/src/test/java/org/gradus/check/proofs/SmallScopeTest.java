package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.gradus.check.operation.SmallScope;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;

/** The walk itself, over trees of choices that can be counted by hand. */
// [proof->check~small-scope~1]
class SmallScopeTest {
  private static final int PLENTY = 1000;

  private static Operation titled(Function<Draw, String> title) {
    return Operation.of(
        "titled",
        "y = x",
        "x̄ = ȳ",
        draw ->
            Case.of(
                title.apply(draw),
                Tensor.scalar(draw.real(1, 2)),
                x -> x.mul(1),
                Definition.elementwise(SmallScopeTest::same)));
  }

  private static <S extends Real<S>> S same(S x) {
    return x.mul(1);
  }

  private static List<String> titles(Operation operation, long seed, int limit) {
    return SmallScope.of(operation).cases(seed, limit).stream().map(Case::title).toList();
  }

  @Test
  void everyLeafOfATreeIsVisitedOnceInOrder() {
    Operation tree =
        titled(
            draw -> {
              int first = draw.between(4, 6);
              return first == 5
                  ? first + " " + draw.yes() + " " + draw.oneOf(List.of("a", "b"))
                  : first + "";
            });
    assertThat(titles(tree, 1, PLENTY))
        .containsExactly("4", "5 false a", "5 false b", "5 true a", "5 true b", "6");
  }

  @Test
  void ranksEndAtThreeAndLengthsGoFromZeroToThree() {
    assertThat(titles(titled(draw -> "" + draw.rank(1, 9)), 1, PLENTY))
        .containsExactly("1", "2", "3");
    assertThat(titles(titled(draw -> "" + draw.rank(4, 9)), 1, PLENTY)).containsExactly("4");
    assertThat(titles(titled(draw -> "" + draw.length(0)), 1, PLENTY))
        .containsExactly("0", "1", "2", "3");
    assertThat(titles(titled(draw -> "" + draw.length(2)), 1, PLENTY)).containsExactly("2", "3");
    assertThat(titles(titled(draw -> "" + draw.length(7)), 1, PLENTY)).containsExactly("7");
  }

  @Test
  void whatIsRareIsVisitedAsOftenAsWhatIsNot() {
    assertThat(titles(titled(draw -> "" + draw.rarely(100)), 1, PLENTY))
        .containsExactly("false", "true");
  }

  @Test
  void aChoiceOfOneIsNoneAndValuesAreNoStructure() {
    Operation one = titled(draw -> draw.between(3, 3) + (draw.whole(0, 9) < 10 ? "" : "!"));
    assertThat(titles(one, 1, PLENTY)).containsExactly("3");
  }

  @Test
  void valuesAreThoseOfTheSeedAndStructuresAreNot() {
    Operation one = titled(draw -> draw.yes() + "");
    Function<Long, List<Double>> values =
        seed ->
            SmallScope.of(one).cases(seed, PLENTY).stream()
                .map(c -> c.operands().get(0).item())
                .toList();
    assertThat(values.apply(1L)).isEqualTo(values.apply(1L)).doesNotHaveDuplicates();
    assertThat(values.apply(1L)).doesNotContainAnyElementsOf(values.apply(2L));
    assertThat(titles(one, 1, PLENTY)).isEqualTo(titles(one, 2, PLENTY));
  }

  @Test
  void aTreeThatIsTooLargeIsWalkedInPartAndEvenly() {
    Operation large = titled(draw -> draw.between(0, 9) + " " + draw.between(0, 99));
    List<String> some = titles(large, 1, 500);
    assertThat(some).hasSize(500).doesNotHaveDuplicates();
    assertThat(some).isEqualTo(titles(large, 1, 500)).isNotEqualTo(titles(large, 2, 500));
    for (int first = 0; first < 10; first++) {
      String head = first + " ";
      assertThat(some.stream().filter(title -> title.startsWith(head)).count()).isBetween(30L, 70L);
    }
    assertThat(SmallScope.of(large).run(1, 999, () -> {}).complete()).isFalse();
    assertThat(SmallScope.of(large).run(1, 1000, () -> {}).complete()).isTrue();
  }

  @Test
  void theOutcomeCountsStructuresAndRequests() {
    AtomicInteger steps = new AtomicInteger();
    SmallScope.Outcome outcome =
        SmallScope.of(titled(draw -> "" + draw.between(1, 5)))
            .run(1, PLENTY, steps::incrementAndGet);
    assertThat(outcome.structures()).isEqualTo(5).isEqualTo(steps.get());
    assertThat(outcome.requests()).isEqualTo(5 * 2);
    assertThat(outcome.report().passed()).isTrue();
    assertThat(outcome).hasToString(outcome.report() + "\n5 structures, complete; 10 requests");
    assertThat(outcome.json())
        .startsWith(
            "{\"operation\": \"titled\", \"structures\": 5, \"scope\": \"complete\","
                + " \"requests\": 10, \"numbers\": ");
  }

  @Test
  void aStructureThatDependsOnAValueIsRefused() {
    List<Function<Draw, String>> dependent =
        List.of(
            draw -> draw.real(0, 1) < 0.5 ? "" + draw.yes() : "",
            draw -> "" + draw.between(0, draw.whole(0, 9)),
            draw -> draw.between(0, 9) + (draw.real(0, 1) < 0.5 ? "" + draw.yes() : ""));
    for (Function<Draw, String> sampler : dependent) {
      assertThatThrownBy(
              () -> {
                for (long seed = 0; seed < 50; seed++) {
                  SmallScope.of(titled(sampler)).cases(seed, PLENTY);
                }
              })
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "titled: the structure of a case must not depend on its values\n"
                  + "  other values led to other choices of structure\n"
                  + "draw what the structure depends on by between, oneOf, yes, rarely, rank or"
                  + " length");
    }
  }

  @Test
  void noStructureIsNoLimit() {
    assertThatThrownBy(() -> SmallScope.of(titled(draw -> "")).run(1, 0, () -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("small scope of titled: at least one structure must be allowed\n  given  0");
  }
}
