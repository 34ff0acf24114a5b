package org.gradus.cli.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.gradus.check.law.EngineLaws;
import org.gradus.check.law.LawBook;
import org.gradus.check.law.LawVerdict;
import org.gradus.check.law.MistakeVerdict;
import org.gradus.check.law.TensorEngine;
import org.gradus.check.law.TrainerLaws;

/**
 * What proving has found out about the engine or the optimizers, which are no operations.
 *
 * @param subject what was proven: {@code engine} or {@code optimizers}
 * @param laws the laws that it must keep
 * @param right what they say of it
 * @param mistakes what they say of every known mistake; none unless they were asked for
 */
// [impl->cli~prove-laws~1]
public record LawProof(
    String subject, List<LawText> laws, LawVerdict right, List<MistakeVerdict> mistakes) {
  /** Names by which a command line asks for them. */
  public static final List<String> SUBJECTS =
      List.of(EngineLaws.book().name(), TrainerLaws.book().name());

  /** A law in words. */
  public record LawText(String name, String statement) {}

  /** Prove those of the subjects that are named, in the order of {@link #SUBJECTS}. */
  public static List<LawProof> of(Proof.Plan plan, List<String> names) {
    List<LawProof> proofs = new ArrayList<>();
    if (names.contains(EngineLaws.book().name())) {
      proofs.add(of(plan, EngineLaws.book(), TensorEngine::new));
    }
    if (names.contains(TrainerLaws.book().name())) {
      proofs.add(of(plan, TrainerLaws.book(), LearnTrainer::new));
    }
    return proofs;
  }

  private static <S> LawProof of(Proof.Plan plan, LawBook<S> book, Supplier<S> right) {
    return new LawProof(
        book.name(),
        book.laws().stream().map(law -> new LawText(law.name(), law.statement())).toList(),
        book.judge(right, plan.seed(), plan.tries()),
        plan.mistakes() ? book.judgeMistakes(plan.seed(), Proof.FIRST_CASES) : List.of());
  }

  /** How many mistakes a law has caught. */
  public long by(String law) {
    return mistakes.stream().filter(row -> row.verdict().after().containsKey(law)).count();
  }

  /** How many mistakes no other law has caught. */
  public long alone(String law) {
    return mistakes.stream()
        .filter(row -> row.verdict().after().size() == 1 && row.verdict().after().containsKey(law))
        .count();
  }

  /** How many mistakes were caught by the law that should. */
  public long caught() {
    return mistakes.stream().filter(MistakeVerdict::asExpected).count();
  }

  /** Mistakes that the law that should did not catch. */
  public List<MistakeVerdict> survivors() {
    return mistakes.stream().filter(row -> !row.asExpected()).toList();
  }

  /** Whether every law is kept, and every mistake was caught. */
  public boolean holds() {
    return right.keepsAll() && survivors().isEmpty();
  }
}
