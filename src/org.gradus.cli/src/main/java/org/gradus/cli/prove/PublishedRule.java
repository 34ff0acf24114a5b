package org.gradus.cli.prove;

import java.util.List;
import java.util.stream.Stream;
import org.gradus.check.operation.Kills;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Operation;

/**
 * A rule on which another suite was measured, to be held against this one.
 *
 * @param suite the other suite
 * @param rule the rule in a few words
 * @param standing whether it is wrong
 * @param elsewhere what the other suite was measured to say
 * @param comment why
 * @param right the operation that the rule belongs to
 * @param change from the operation to one with this rule
 */
// [impl->cli~prove-comparison~1]
public record PublishedRule(
    String suite,
    String rule,
    Standing standing,
    Verdict elsewhere,
    String comment,
    Operation right,
    Misconception change) {

  /** Whether a rule is wrong. */
  public enum Standing {
    /** It is wrong: a suite must reject it. */
    WRONG,
    /** It is right: a suite must accept it. */
    RIGHT,
    /** One of several values that are right at a kink: a suite may insist on another one. */
    CONVENTION
  }

  /** What a suite says of a rule. */
  public enum Verdict {
    /** Nothing spoke against it. */
    ACCEPTED,
    /** Something did. */
    REJECTED,
    /** It was rejected by tests that fail by chance on right code too. */
    BY_CHANCE
  }

  /**
   * A rule, and what this suite says of it.
   *
   * @param published the rule
   * @param kills which oracles and laws spoke against it
   */
  public record Judged(PublishedRule published, Kills kills) {

    /** What this suite says. */
    public Verdict verdict() {
      return kills.killed() ? Verdict.REJECTED : Verdict.ACCEPTED;
    }

    /** Whether this suite is right. */
    public boolean isRight() {
      return published.isRight(verdict());
    }
  }

  /** All of them, suite by suite. */
  public static List<PublishedRule> all() {
    return Stream.concat(GradcheckRules.all().stream(), MinitorchRules.all().stream()).toList();
  }

  /**
   * Hold the rule against every oracle and law.
   *
   * @param seed seed of the cases
   * @param cases largest number of cases, a count
   */
  public Judged judge(long seed, int cases) {
    return new Judged(this, Kills.of(right, change, seed, cases));
  }

  /** Whether the other suite is right about it: by chance is not. */
  public boolean isRightElsewhere() {
    return isRight(elsewhere);
  }

  private boolean isRight(Verdict verdict) {
    return switch (standing) {
      case WRONG -> verdict == Verdict.REJECTED;
      case RIGHT -> verdict == Verdict.ACCEPTED;
      case CONVENTION -> true;
    };
  }
}
