package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.tensor.op.Draw;

/**
 * Draw of small cases: ranks up to {@value #MOST_AXES}, lengths from 0 to {@value #MOST_LENGTH},
 * every choice of structure taken from outside, every value at random.
 */
final class SmallDraw implements Draw {
  static final int MOST_AXES = 3;
  static final int MOST_LENGTH = 3;

  private final Chooser chooser;
  private final RandomGenerator values;
  private final List<Fork> forks = new ArrayList<>();

  /** Where the choices of structure come from. */
  interface Chooser {
    /**
     * Which branch to take, from 0.
     *
     * @param depth number of forks before this one
     * @param branches number of branches, at least 2
     */
    int choose(int depth, int branches);
  }

  /**
   * A choice that was made.
   *
   * @param taken branch that was taken, from 0
   * @param branches number of branches
   */
  record Fork(int taken, int branches) {}

  SmallDraw(Chooser chooser, RandomGenerator values) {
    this.chooser = chooser;
    this.values = values;
  }

  /** The choices made so far, from the root of the tree; a choice of one is none. */
  List<Fork> forks() {
    return List.copyOf(forks);
  }

  private int branch(int branches) {
    if (branches == 1) {
      return 0;
    }
    int taken = chooser.choose(forks.size(), branches);
    forks.add(new Fork(taken, branches));
    return taken;
  }

  @Override
  public int between(int least, int most) {
    return least + branch(most - least + 1);
  }

  @Override
  public boolean rarely(int draws) {
    return yes();
  }

  @Override
  public int rank(int least, int most) {
    return between(least, Math.min(most, Math.max(least, MOST_AXES)));
  }

  @Override
  public int length(int least) {
    return between(least, Math.max(least, MOST_LENGTH));
  }

  @Override
  public int whole(int least, int most) {
    return values.nextInt(least, most + 1);
  }

  @Override
  public double real(double low, double high) {
    return values.nextDouble(low, high);
  }
}
