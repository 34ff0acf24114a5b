package org.gradus.check.jqwik;

import java.util.List;
import org.gradus.tensor.op.Draw;

/**
 * Choices read from a list of integers, so that an engine which shrinks the list shrinks the case.
 *
 * <p>An entry of 0 stands for the least integer, the first choice, and the plainest number of an
 * interval. At its end the tape starts over.
 */
final class Tape implements Draw {
  /** Largest entry. */
  static final int MOST = (1 << 20) - 1;

  private final List<Integer> entries;
  private int position;

  Tape(List<Integer> entries) {
    this.entries = entries;
  }

  private int next() {
    return entries.get(position++ % entries.size());
  }

  @Override
  public int between(int least, int most) {
    return least + next() % (most - least + 1);
  }

  @Override
  public double real(double low, double high) {
    int entry = next();
    return entry == 0 ? plain(low, high) : low + (high - low) * (entry / (MOST + 1.0));
  }

  /** The number of an interval with the fewest binary digits. */
  private static double plain(double low, double high) {
    double step = 1;
    while (Math.ceil(low / step) * step >= high) {
      step /= 2;
    }
    return Math.ceil(low / step) * step;
  }
}
