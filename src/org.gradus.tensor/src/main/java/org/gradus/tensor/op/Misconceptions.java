package org.gradus.tensor.op;

import java.util.List;
import java.util.Map;

/**
 * Extension point for mistakes about operations, found by {@link java.util.ServiceLoader}.
 *
 * <p>Mistakes that fit every operation, such as a wrong sign, need not be listed: the check brings
 * them.
 */
// [impl->tensor~misconceptions~1]
public interface Misconceptions {

  /** Mistakes about operations, by the id of the operation. */
  Map<String, List<Misconception>> misconceptions();

  /** Mistakes of every operation that change nothing in some, by the id of the operation. */
  default Map<String, List<Harmless>> harmless() {
    return Map.of();
  }
}
