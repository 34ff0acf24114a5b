package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.gradus.check.Comparison;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.Tally;
import org.junit.jupiter.api.Test;

// [proof->check~report~1]
class ReportTest {
  private static final Comparison WRONG =
      new Comparison(Oracle.FORWARD_MODE, "gradient by \"x\"[1, 2]", 2, 1, 2, 2e-12);

  private static final Report FAILED =
      new Report(
          "f [2, 3]",
          List.of(new Tally(Oracle.FORWARD_MODE, 4, 3, 1, 0.5, 1e-12)),
          List.of(WRONG),
          List.of());

  @Test
  void aDisagreementHasBothNumbersTheOracleAndTheRelativeError() {
    assertThat(FAILED)
        .hasToString(
            """
            f [2, 3]: 1 of 4 numbers disagree
              gradient by "x"[1, 2]
                expected  2.0  (forward mode)
                actual    1.0, 0.500000 times as much
                relative error  5.0e-01, allowed 1.0e-12""");
  }

  @Test
  void whatIsAllowedAgreesAndIsNoticedBeyond() {
    assertThat(new Comparison(Oracle.DIFFERENCES, "x", 1, 1.5, 1, 0.5).agrees()).isTrue();
    assertThat(new Comparison(Oracle.DIFFERENCES, "x", 1, 1.5, 1, 0.49).agrees()).isFalse();
    assertThat(new Comparison(Oracle.DIFFERENCES, "x", 2, 2, 1, 2e-6).isTelling()).isTrue();
    assertThat(new Comparison(Oracle.DIFFERENCES, "x", 2, 2, 1, 2.1e-6).isTelling()).isFalse();
  }

  @Test
  void twentyDisagreementsAreKept() {
    Report report = Report.of("f", Collections.nCopies(25, WRONG));
    assertThat(report.failures()).hasSize(20);
    assertThat(report.tallies().get(0).failures()).isEqualTo(25);
  }

  @Test
  void whatWasFoundIsWhatIsThrown() {
    assertThatThrownBy(FAILED::verify)
        .isInstanceOf(AssertionError.class)
        .hasMessage(FAILED.toString());
    assertThatThrownBy(FAILED::requireAgreement)
        .isInstanceOf(AssertionError.class)
        .hasMessage(FAILED.toString());
  }

  @Test
  void agreementStatesWhatWouldHaveBeenNoticed() {
    Report report =
        report(
            new Tally(Oracle.FORWARD_MODE, 4, 3, 0, 0, 2.5e-12),
            new Tally(Oracle.ADJOINT, 1, 1, 0, 0, 4e-12));
    assertThat(report.passed()).isTrue();
    assertThat(report.sensitivity()).isEqualTo(2.5e-12);
    assertThat(report)
        .hasToString(
            "f: 5 numbers agree; a relative error of the gradient above 2.5e-12 would have been"
                + " noticed");
  }

  @Test
  void agreementThatProvesNothingHasNotPassed() {
    Report report =
        report(
            new Tally(Oracle.VALUE, 4, 4, 0, 0, 1e-12),
            new Tally(Oracle.FORWARD_MODE, 4, 0, 0, 0, Double.POSITIVE_INFINITY));
    assertThat(report.agrees()).isTrue();
    assertThat(report.passed()).isFalse();
    report.requireAgreement();
    assertThat(report)
        .hasToString(
            "f: 8 numbers agree, but nothing was proven: each derivative is zero or negligible"
                + " against the tolerance");
  }

  @Test
  void declaredGradientsSpeakForThemselves() {
    Report report = report(new Tally(Oracle.DECLARED, 2, 0, 0, 0, Double.POSITIVE_INFINITY));
    assertThat(report.passed()).isTrue();
    assertThat(report).hasToString("f: 2 numbers agree");
  }

  @Test
  void nothingHasNotPassed() {
    assertThat(report().passed()).isFalse();
    assertThat(report())
        .hasToString("f: nothing was compared; the operands or the result have no element");
  }

  @Test
  void reportsAddUp() {
    Report sum = FAILED.plus(FAILED).plus(report(new Tally(Oracle.VALUE, 2, 2, 0, 0.1, 1e-9)));
    assertThat(sum.subject()).isEqualTo("f [2, 3]");
    assertThat(sum.failures()).containsExactly(WRONG, WRONG);
    assertThat(sum.tallies())
        .containsExactly(
            new Tally(Oracle.VALUE, 2, 2, 0, 0.1, 1e-9),
            new Tally(Oracle.FORWARD_MODE, 8, 6, 2, 0.5, 1e-12));
    assertThat(sum.named("g").subject()).isEqualTo("g");
  }

  @Test
  void onlyTheFirstDisagreementsAreKept() {
    Report sum = FAILED;
    for (int i = 0; i < 30; i++) {
      sum = sum.plus(FAILED);
    }
    assertThat(sum.failures()).hasSize(Report.MOST_FAILURES);
    assertThat(sum.numbers()).isEqualTo(31 * 4);
  }

  @Test
  void jsonIsJson() {
    Report report =
        FAILED.plus(
            new Report(
                "g",
                List.of(
                    new Tally(
                        Oracle.VALUE, 1, 0, 0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY)),
                List.of(),
                List.of("a \"fault\"\n\twith\\ signs")));
    assertThat(report.json())
        .isEqualTo(
            "{\"subject\": \"f [2, 3]\", \"passed\": false, \"sensitivity\": 1.0E-12, \"oracles\":"
                + " [{\"oracle\": \"value\", \"numbers\": 1, \"telling\": 0, \"failures\": 0,"
                + " \"worstError\": \"Infinity\", \"sensitivity\": \"Infinity\"}, {\"oracle\":"
                + " \"forward mode\", \"numbers\": 4, \"telling\": 3, \"failures\": 1,"
                + " \"worstError\": 0.5, \"sensitivity\": 1.0E-12}], \"failures\": [{\"oracle\":"
                + " \"forward mode\", \"what\": \"gradient by \\\"x\\\"[1, 2]\", \"expected\": 2.0,"
                + " \"actual\": 1.0, \"relativeError\": 0.5, \"allowed\": 2.0E-12}], \"faults\":"
                + " [\"a \\\"fault\\\"\\n\\u0009with\\\\ signs\"], \"notes\": []}");
    Map<?, ?> read = Strict.object(report.json());
    assertThat(read.keySet().stream().map(String::valueOf))
        .containsExactly(
            "subject", "passed", "sensitivity", "oracles", "failures", "faults", "notes");
  }

  @Test
  void aNumberAgreesWithItselfWhateverItIs() {
    assertThat(comparison(Double.NaN, Double.NaN).agrees()).isTrue();
    assertThat(comparison(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY).agrees()).isTrue();
    assertThat(comparison(0.0, -0.0).agrees()).isTrue();
    assertThat(comparison(Double.NaN, 1).agrees()).isFalse();
    assertThat(comparison(1, Double.NaN).error()).isInfinite();
    assertThat(comparison(Double.POSITIVE_INFINITY, 1).agrees()).isFalse();
  }

  @Test
  void aZeroShowsNoRelativeError() {
    assertThat(comparison(0, 0).sensitivity()).isInfinite();
    assertThat(comparison(0, 0).isTelling()).isFalse();
    assertThat(comparison(Double.NaN, Double.NaN).sensitivity()).isInfinite();
    assertThat(comparison(-2, -2).sensitivity()).isEqualTo(5e-13);
    assertThat(comparison(-2, -2).isTelling()).isTrue();
    assertThat(comparison(1e-7, 1e-7).isTelling()).isFalse();
  }

  private static Comparison comparison(double expected, double actual) {
    return new Comparison(Oracle.VALUE, "y[0]", expected, actual, 1, 1e-12);
  }

  private static Report report(Tally... tallies) {
    return new Report("f", List.of(tallies), List.of(), List.of());
  }
}
