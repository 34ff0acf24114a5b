package org.gradus.check.jqwik.proofs;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;

/** Properties that keep what they draw; another proof runs them, so they are none themselves. */
class Drawn {
  static final List<Long> MANY = new ArrayList<>();
  static final List<Long> SEEDED = new ArrayList<>();

  @net.jqwik.api.Property(tries = 60)
  void many(@ForAll long number) {
    MANY.add(number);
  }

  @net.jqwik.api.Property(tries = 5, seed = "3")
  void seeded(@ForAll long number) {
    SEEDED.add(number);
  }
}
