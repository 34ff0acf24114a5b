package org.gradus.whole.proofs.docs.chapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.gradus.check.Oracle;
import org.gradus.check.Tally;
import org.gradus.check.operation.OperationCheck;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;
import org.gradus.whole.proofs.docs.chapters.BrokenSoftplus.Mistake;
import org.junit.jupiter.api.Test;

/** What the chapter on an operation of one's own claims. */
class OwnOperationTest {

  // [proof->tensor~catalogue~1]
  @Test
  void aProviderOnTheClassPathAddsItsOperationsToThoseThatAreThere() {
    assertThat(Catalogue.operations()).extracting(Operation::id).doesNotContain("betaSoftplus");
    assertThat(Extended.by(OwnOperation.services(), "check", "betaSoftplus", "softplus"))
        .contains("\nbetaSoftplus ", "\nsoftplus ", "\npassed: 2 operations, ");
  }

  @Test
  void theDetachedFactorIsSeenByTheHigherOrdersAlone() {
    assertThat(against(Mistake.DETACHED_FACTOR))
        .isEqualTo(EnumSet.of(Oracle.SECOND_ORDER, Oracle.THIRD_ORDER));
  }

  @Test
  void theOtherWrongNumbersAreSeenByEveryOracleOfADerivative() {
    Set<Oracle> derivatives =
        EnumSet.of(
            Oracle.FORWARD_MODE,
            Oracle.DIFFERENCES,
            Oracle.ADJOINT,
            Oracle.SECOND_ORDER,
            Oracle.THIRD_ORDER,
            Oracle.SIXTY_DIGITS,
            Oracle.FIVE_POINT);
    assertThat(against(Mistake.WRONG_FACTOR)).isEqualTo(derivatives);
    assertThat(against(Mistake.RESULT_NOT_SAVED)).isEqualTo(derivatives);
  }

  @Test
  void theCotangentThatIsChangedInPlaceIsSeenByTheLawThatItBreaksToo() {
    assertThat(against(Mistake.CHANGED_IN_PLACE)).contains(Oracle.UNTOUCHED, Oracle.FORWARD_MODE);
  }

  @Test
  void theOverflowIsSeenInSixtyDigitsAlone() {
    assertThat(against(Mistake.OVERFLOW)).isEqualTo(EnumSet.of(Oracle.SIXTY_DIGITS));
  }

  @Test
  void theOperandThatIsNotSavedIsSeenByOneLawAlone() {
    assertThat(against(Mistake.OPERAND_NOT_SAVED)).isEqualTo(EnumSet.of(Oracle.SAVED));
  }

  /** The oracles that disagree with a mistake. */
  private static Set<Oracle> against(Mistake mistake) {
    Set<Oracle> oracles = EnumSet.noneOf(Oracle.class);
    for (Tally tally : OperationCheck.of(mistake.operation()).run(7, 200, () -> {}).tallies()) {
      if (tally.failures() > 0) {
        oracles.add(tally.oracle());
      }
    }
    return oracles;
  }
}
