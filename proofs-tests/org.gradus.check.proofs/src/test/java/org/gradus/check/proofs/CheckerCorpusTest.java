package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gradus.check.Report;
import org.gradus.check.proofs.Corpus.Row;
import org.gradus.check.proofs.Corpus.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checker itself: no false alarm, no miss. */
// [proof->check~gradient-check~2]
class CheckerCorpusTest {

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>(Corpus.rows());
    rows.addAll(MatrixCorpus.rows());
    return rows;
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theVerdictIsReached(Row row) {
    Report report = row.check().get();
    assertThat(report.toString()).contains(row.said());
    switch (row.verdict()) {
      case RIGHT -> report.verify();
      case WRONG -> assertThat(report.failures()).as(report.toString()).isNotEmpty();
      case UNFIT -> assertThat(report.faults()).as(report.toString()).isNotEmpty();
    }
    assertThat(report.passed()).as(report.toString()).isEqualTo(row.verdict() == Verdict.RIGHT);
  }

  @Test
  void halfOfAHundredAndTwentyAreRefused() {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(120);
    long right = rows().stream().filter(row -> row.verdict() == Verdict.RIGHT).count();
    assertThat(right).isBetween(rows().size() / 3L, 2L * rows().size() / 3);
    assertThat(rows().stream().map(Row::name)).doesNotHaveDuplicates();
  }
}
