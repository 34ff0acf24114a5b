package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gradus.check.GradientCheck;
import org.gradus.check.Report;

/** No right gradient is accused, and no wrong one passes, of a thousand functions each. */
// [proof->check~gradient-check~2]
// [proof->check~diagnosis~1]
class CheckerProperties {

  @Property(tries = 1000)
  void aRightGradientIsNeverAccused(@ForAll long seed) {
    RandomFunction f = RandomFunction.of(seed);
    check(f, 1).withSeed(seed).at(f.point()).requireAgreement();
  }

  /** What a report says would have been noticed is noticed. */
  @Property(tries = 1000)
  void tenTimesTheSensitivityIsAlwaysNoticed(@ForAll long seed) {
    RandomFunction f = RandomFunction.of(seed);
    Report right = check(f, 1).at(f.point());
    Report wrong = check(f, 1 + 10 * right.sensitivity()).at(f.point());
    assertThat(wrong.agrees()).as("%s%n%s", right, wrong).isFalse();
  }

  /** The commonest slip gets its hint for every function. */
  @Property(tries = 1000)
  void aMissingFactorOfTwoIsNamed(@ForAll long seed) {
    RandomFunction f = RandomFunction.of(seed);
    Optional<String> hint =
        check(f, 0.5).at(f.point()).notes().stream()
            .filter(note -> note.startsWith("likely"))
            .findFirst();
    assertThat(hint)
        .contains("likely: every entry is half of what it should be: is a factor 2 missing?");
  }

  private static GradientCheck check(RandomFunction f, double factor) {
    return GradientCheck.of(f::value).gradient(x -> f.scaledGradient(x, factor));
  }
}
