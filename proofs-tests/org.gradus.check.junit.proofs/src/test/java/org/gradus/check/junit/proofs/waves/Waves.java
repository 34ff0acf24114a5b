package org.gradus.check.junit.proofs.waves;

import org.gradus.check.Subject;
import org.gradus.check.junit.GradientTest;

/** A gradient test in a field. */
class Waves {
  @GradientTest(points = 1)
  final Subject wave =
      Subject.ofScalar("wave", x -> Math.sin(x[0]), x -> new double[] {Math.cos(x[0])});
}
