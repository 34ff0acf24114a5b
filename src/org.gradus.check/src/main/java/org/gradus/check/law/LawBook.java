package org.gradus.check.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.GradientException;

/**
 * The laws of one kind of subject, and what people get wrong about it.
 *
 * @param name name of the kind: {@code engine}
 * @param laws its laws
 * @param plain makes the subject that the mistaken ones differ from in one decision; it keeps every
 *     law
 * @param mistakes mistakes about it, each of which one of the laws must catch
 * @param <S> kind of subject
 */
// [impl->check~law-mistakes~1]
public record LawBook<S>(
    String name, List<Law<S>> laws, Supplier<S> plain, List<Mistake<S>> mistakes) {
  /** Far from the seeds of neighboring cases. */
  private static final long STRIDE = 0x9E3779B97F4A7C15L;

  /**
   * Hold a subject against every law, each until it objects; a call that a subject refuses where it
   * must not is an objection too.
   *
   * @param subject makes the subject, anew for each case
   * @param seed seed of the cases
   * @param cases largest number of cases for each law, a count
   */
  public LawVerdict judge(Supplier<? extends S> subject, long seed, int cases) {
    return judge(name, subject, seed, cases);
  }

  private LawVerdict judge(String named, Supplier<? extends S> subject, long seed, int cases) {
    Map<String, Integer> after = new LinkedHashMap<>();
    Map<String, String> objections = new LinkedHashMap<>();
    for (Law<S> law : laws) {
      int most = law.drawn() ? cases : Math.min(cases, 1);
      for (int number = 1; number <= most && !after.containsKey(law.name()); number++) {
        RandomGenerator random = Directions.generator(seed + STRIDE * number);
        Optional<String> objection = objection(law, subject.get(), random);
        if (objection.isPresent()) {
          after.put(law.name(), number);
          objections.put(law.name(), objection.get());
        }
      }
    }
    return new LawVerdict(named, cases, after, objections);
  }

  private static <S> Optional<String> objection(Law<S> law, S subject, RandomGenerator random) {
    try {
      return law.test().objection(subject, random);
    } catch (GradientException refused) {
      return Optional.of("refused: " + refused.getMessage());
    }
  }

  /**
   * Hold every mistake against every law.
   *
   * @param seed seed of the cases
   * @param cases largest number of cases for each law, a count
   */
  public List<MistakeVerdict> judgeMistakes(long seed, int cases) {
    return mistakes.stream()
        .map(
            mistake ->
                new MistakeVerdict(
                    mistake.name(),
                    mistake.sentence(),
                    mistake.law(),
                    judge(mistake.name(), mistake.subject(), seed, cases)))
        .toList();
  }
}
