package org.gradus.check.operation;

import java.util.List;
import org.gradus.check.Comparison;
import org.gradus.check.Oracle;

/** An oracle or a law at work: what it has to say in one case. */
interface Witness {

  /** Which one it is. */
  Oracle oracle();

  /**
   * Compare all numbers it knows another way to; none where it has nothing to say.
   *
   * @throws org.gradus.check.Fault if the case cannot be judged at all
   */
  List<Comparison> testify(Trial trial);

  /** Witness for an oracle. */
  static Witness of(Oracle oracle, Testimony testimony) {
    return new Witness() {
      @Override
      public Oracle oracle() {
        return oracle;
      }

      @Override
      public List<Comparison> testify(Trial trial) {
        return testimony.of(trial);
      }
    };
  }

  /** What a witness compares in a case. */
  interface Testimony {
    List<Comparison> of(Trial trial);
  }
}
