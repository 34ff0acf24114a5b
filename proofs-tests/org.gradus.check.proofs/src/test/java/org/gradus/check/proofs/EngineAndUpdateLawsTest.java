package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.check.law.EngineLaws;
import org.gradus.check.law.Law;
import org.gradus.check.law.LawBook;
import org.gradus.check.law.LawVerdict;
import org.gradus.check.law.Mistake;
import org.gradus.check.law.MistakeVerdict;
import org.gradus.check.law.TensorEngine;
import org.gradus.check.law.TrainerLaws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The laws of the engine and of training loops: who keeps them, and what they catch. */
// [proof->check~engine-laws~1]
// [proof->check~update-laws~1]
// [proof->check~law-mistakes~1]
class EngineAndUpdateLawsTest {
  private static final long SEED = 7;
  private static final int CASES = 20;
  private static final int MANY = 1000;

  static Stream<LawBook<?>> books() {
    return Stream.of(EngineLaws.book(), TrainerLaws.book());
  }

  @Test
  void theEngineOfTensorsKeepsEveryLaw() {
    LawVerdict verdict = EngineLaws.book().judge(TensorEngine::new, SEED, MANY);
    assertThat(verdict.objections()).isEmpty();
    assertThat(verdict.keepsAll()).isTrue();
  }

  /** So what is caught of a mistaken one is its mistake, and nothing else. */
  @ParameterizedTest
  @MethodSource("books")
  void whatMistakesAreMadeFromKeepsEveryLaw(LawBook<?> book) {
    assertThat(plain(book).objections()).isEmpty();
  }

  private static <S> LawVerdict plain(LawBook<S> book) {
    return book.judge(book.plain(), SEED, MANY);
  }

  @ParameterizedTest
  @MethodSource("books")
  void everyMistakeIsCaughtByTheLawThatShould(LawBook<?> book) {
    List<MistakeVerdict> rows = book.judgeMistakes(SEED, CASES);
    assertThat(rows).hasSizeGreaterThanOrEqualTo(20).allMatch(MistakeVerdict::asExpected);
    assertThat(rows).hasSameSizeAs(book.mistakes());
  }

  @ParameterizedTest
  @MethodSource("books")
  void everyLawIsNamedByAMistakeAndEveryMistakeHasASentence(LawBook<?> book) {
    assertThat(book.mistakes().stream().map(Mistake::law).distinct())
        .containsExactlyInAnyOrderElementsOf(book.laws().stream().map(Law::name).toList());
    assertThat(book.mistakes()).extracting(Mistake::name).doesNotHaveDuplicates();
    assertThat(book.mistakes())
        .allSatisfy(mistake -> assertThat(mistake.sentence()).matches("(?s)[A-Zεβ].{10,}[.]"));
  }

  @Test
  void aRowSaysWhoShouldObjectAndWhoDid() {
    MistakeVerdict recursion =
        EngineLaws.book().judgeMistakes(SEED, 1).stream()
            .filter(row -> row.name().equals("recursion"))
            .findFirst()
            .orElseThrow();
    assertThat(recursion).hasToString("recursion: deep should object; deep did");
    assertThat(recursion.verdict().objections())
        .containsEntry("deep", "the stack overflows at a depth of 200000");
  }

  @Test
  void nobodyObjectsWithoutACase() {
    assertThat(EngineLaws.book().judgeMistakes(SEED, 0))
        .noneMatch(MistakeVerdict::asExpected)
        .allMatch(row -> row.toString().endsWith("; nobody did"));
  }
}
