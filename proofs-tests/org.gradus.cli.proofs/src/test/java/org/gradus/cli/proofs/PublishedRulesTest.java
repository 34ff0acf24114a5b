package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.check.operation.OperationCheck;
import org.gradus.cli.prove.PublishedRule;
import org.gradus.cli.prove.PublishedRule.Standing;
import org.gradus.cli.prove.PublishedRule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules on which other suites were measured: every wrong one is caught, no right one accused. */
// [proof->cli~prove-comparison~1]
class PublishedRulesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void eachIsJudgedAsItIs(long seed) {
    assertThat(PublishedRule.all())
        .allSatisfy(
            rule ->
                assertThat(rule.judge(seed, 20).isRight())
                    .as("%s, %s: %s", rule.suite(), rule.right().id(), rule.rule())
                    .isTrue());
  }

  /** Else the rejection of a rule could be that of its operation. */
  @Test
  void theOperationsThemselvesAreRight() {
    assertThat(PublishedRule.all())
        .allSatisfy(rule -> OperationCheck.of(rule.right()).run(5, 50, () -> {}).verify());
  }

  /** The figures of the measurements. */
  @Test
  void theOthersSayWhatTheyWereMeasuredToSay() {
    assertThat(of("torch.autograd.gradcheck")).hasSize(25);
    assertThat(count("torch.autograd.gradcheck", Standing.WRONG, Verdict.ACCEPTED)).isEqualTo(12);
    assertThat(count("torch.autograd.gradcheck", Standing.WRONG, Verdict.REJECTED)).isEqualTo(7);
    assertThat(count("torch.autograd.gradcheck", Standing.RIGHT, Verdict.ACCEPTED)).isEqualTo(4);
    assertThat(count("torch.autograd.gradcheck", Standing.CONVENTION, Verdict.REJECTED))
        .isEqualTo(2);
    assertThat(of("minitorch")).hasSize(28);
    assertThat(count("minitorch", Standing.WRONG, Verdict.ACCEPTED)).isEqualTo(12);
    assertThat(count("minitorch", Standing.WRONG, Verdict.REJECTED)).isEqualTo(15);
    assertThat(count("minitorch", Standing.WRONG, Verdict.BY_CHANCE)).isEqualTo(1);
  }

  private static long count(String suite, Standing standing, Verdict verdict) {
    return of(suite).stream()
        .filter(rule -> rule.standing() == standing && rule.elsewhere() == verdict)
        .count();
  }

  private static List<PublishedRule> of(String suite) {
    return PublishedRule.all().stream().filter(rule -> rule.suite().equals(suite)).toList();
  }
}
