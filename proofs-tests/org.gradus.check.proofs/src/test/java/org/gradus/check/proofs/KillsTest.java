package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.gradus.check.Oracle;
import org.gradus.check.operation.CommonMisconceptions;
import org.gradus.check.operation.Kills;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Symptom;
import org.junit.jupiter.api.Test;

// [proof->check~kill-matrix~1]
// [proof->check~common-misconceptions~1]
class KillsTest {
  private static final Operation SIGMOID = Catalogue.operation("sigmoid");
  private static final long SEED = 7;
  private static final int CASES = 20;

  @Test
  void everyMistakeAboutTheSigmoidIsCaughtByTheProofThatShould() {
    List<Kills> rows = Kills.of(SIGMOID, SEED, CASES);
    assertThat(rows).hasSizeGreaterThan(CommonMisconceptions.all().size());
    assertThat(rows).allMatch(Kills::asExpected).allMatch(Kills::killed);
  }

  @Test
  void theRowSaysWhoObjectedAndWhen() {
    Misconception detached = common("rule not differentiable");
    Kills row = Kills.of(SIGMOID, detached, SEED, CASES);
    assertThat(row.after()).containsOnlyKeys(Oracle.SECOND_ORDER, Oracle.THIRD_ORDER);
    assertThat(row.after().values()).allMatch(after -> 1 <= after && after <= CASES);
    assertThat(row)
        .hasToString(
            "rule not differentiable: second order should object; second order, third order did");
  }

  @Test
  void whatMakesNoDifferenceIsNotCaughtAndNotExpected() {
    Misconception nothing =
        Misconception.rule("right", "All is well.", (x, y, yBar) -> right(y, yBar));
    Kills row = Kills.of(SIGMOID, nothing, SEED, CASES);
    assertThat(row.killed()).isFalse();
    assertThat(row.asExpected()).isFalse();
    assertThat(row).hasToString("right: forward mode should object; nobody did");
  }

  @Test
  void aMistakeThatOthersCatchIsNotAsExpected() {
    Misconception mislabeled = common("wrong sign").shownBy(Symptom.UNSTEADY);
    Kills row = Kills.of(SIGMOID, mislabeled, SEED, CASES);
    assertThat(row.killed()).isTrue();
    assertThat(row.asExpected()).isFalse();
  }

  /** The same numbers under another shape are another result. */
  @Test
  void aResultOfAnotherShapeIsRefused() {
    Case right = SIGMOID.sampler().apply(Draw.from(new SplittableRandom(SEED)));
    int[] shape = right.operands().get(0).shape();
    Case wrong = right.applied(sigmoid -> x -> sigmoid.apply(x).unsqueeze(0));
    assertThat(OperationCheck.check(wrong, SEED).faults())
        .containsExactly(
            "the result must have the shape of that of the definition\n  definition  "
                + Arrays.toString(shape)
                + "\n  result      "
                + Arrays.toString(wrong.application().apply(wrong.operands()).shape()));
  }

  @Test
  void aDeclaredHarmlessMistakeMustNotBeCaught() {
    Misconception unsaved = common("operand not saved");
    Kills harmless = Kills.of(Catalogue.operation("add"), unsaved, SEED, CASES);
    assertThat(harmless.harmless()).isPresent();
    assertThat(harmless.asExpected()).isTrue();
    assertThat(harmless)
        .hasToString(
            "operand not saved: declared harmless, %s; nobody did"
                .formatted(harmless.harmless().orElseThrow()));
    assertThat(Kills.of(Catalogue.operation("add"), common("wrong sign"), SEED, CASES).harmless())
        .isEmpty();
    Kills stale =
        new Kills(
            "add",
            unsaved,
            Optional.of("linear"),
            CASES,
            Kills.of(SIGMOID, unsaved, SEED, CASES).after());
    assertThat(stale.asExpected()).isFalse();
  }

  /** A rule for |ȳ| gives zero for zero; what it gives for a sum is not the sum. */
  @Test
  void aRuleThatIsNotAdditiveIsSeenByLinearity() {
    assertThat(Kills.of(SIGMOID, common("size of the cotangent"), SEED, CASES).after())
        .containsKey(Oracle.LINEARITY);
  }

  @Test
  void nobodyObjectsWithoutACase() {
    assertThat(Kills.of(SIGMOID, common("wrong sign"), SEED, 0).killed()).isFalse();
  }

  /** It is found by comparison, not because the law itself fails. */
  @Test
  void anOperandThatIsNotSavedIsCaughtByOneLawAlone() {
    assertThat(Kills.of(SIGMOID, common("operand not saved"), SEED, CASES).after())
        .containsOnlyKeys(Oracle.SAVED);
  }

  @Test
  void aRuleThatIsRefusedAtAKinkIsCaughtThere() {
    assertThat(Kills.of(Catalogue.operation("abs"), common("axis left over"), SEED, 1).after())
        .containsEntry(Oracle.DECLARED, 1);
  }

  /** Else a mistake that was written carelessly would count as caught. */
  @Test
  void aMistakeThatCrashesIsNotCaught() {
    Misconception crashing =
        Misconception.rules(
            "crashing", "It reads what is not there.", (x, y, yBar) -> x.subList(1, 3));
    assertThatThrownBy(() -> Kills.of(SIGMOID, crashing, SEED, 1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void everyCommonMistakeHasANameOfItsOwnAndASentence() {
    assertThat(CommonMisconceptions.all()).extracting(Misconception::name).doesNotHaveDuplicates();
    assertThat(CommonMisconceptions.all())
        .allSatisfy(wrong -> assertThat(wrong.sentence()).matches("(?s)[A-Zȳ].{20,}[.?]"));
  }

  private static Tensor right(Tensor y, Tensor yBar) {
    return yBar.mul(y).mul(y.neg().add(1));
  }

  private static Misconception common(String name) {
    return CommonMisconceptions.all().stream()
        .filter(wrong -> wrong.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
