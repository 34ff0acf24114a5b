package org.gradus.check.law;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What must hold of every subject of a kind, and a test that knows the right numbers from another
 * source.
 *
 * @param name the law in a few words
 * @param statement what must hold, in one sentence
 * @param drawn whether its cases are random; else one case is all there is
 * @param test looks at one case
 * @param <S> kind of subject
 */
public record Law<S>(String name, String statement, boolean drawn, Test<S> test) {

  /** Holds a subject against a law in one case. */
  @FunctionalInterface
  public interface Test<S> {

    /** What speaks against the subject; empty if nothing does. */
    Optional<String> objection(S subject, RandomGenerator random);
  }

  /** Law of random cases. */
  static <S> Law<S> of(String name, String statement, Test<S> test) {
    return new Law<>(name, statement, true, test);
  }

  /** Law of one case. */
  static <S> Law<S> once(String name, String statement, Test<S> test) {
    return new Law<>(name, statement, false, test);
  }

  /** Objection unless two numbers are equal. */
  static Optional<String> equal(String what, double expected, double actual) {
    return expected == actual
        ? Optional.empty()
        : Optional.of(what + " must be " + expected + ", and is " + actual);
  }

  /** Objection unless something holds. */
  static Optional<String> holds(String what, boolean holds) {
    return holds ? Optional.empty() : Optional.of(what);
  }
}
