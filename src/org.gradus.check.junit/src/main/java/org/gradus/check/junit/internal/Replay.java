package org.gradus.check.junit.internal;

import java.util.Optional;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * What a run asks for beside the annotations.
 *
 * @param seed seed of the points of every test
 * @param point number of the only point to run
 */
record Replay(Optional<Long> seed, Optional<Integer> point) {
  static final String SEED = "gradus.test.seed";
  static final String POINT = "gradus.test.point";

  static Replay of(ConfigurationParameters parameters) {
    return new Replay(parameters.get(SEED, Long::valueOf), parameters.get(POINT, Integer::valueOf));
  }

  boolean runs(Point p) {
    return point.isEmpty() || point.get() == p.number();
  }
}
