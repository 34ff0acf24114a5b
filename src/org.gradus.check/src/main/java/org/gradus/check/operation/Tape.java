package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.op.Numbers;

/** The steps of a definition in the order they were taken, for the sizes of their terms. */
// [impl->check~terms~1]
final class Tape implements Numbers<Weighed> {
  private final List<Step> steps = new ArrayList<>();

  /** From where a number came, and the most that an error on the way grows by. */
  private record Step(int[] from, double[] growth) {}

  @Override
  public Weighed constant(double value) {
    return noted(value, Math.abs(value), new int[0]);
  }

  /** Note a number made of others. */
  Weighed noted(double value, double size, int[] from, double... growth) {
    steps.add(new Step(from, growth));
    return new Weighed(this, steps.size() - 1, value, size);
  }

  int length() {
    return steps.size();
  }

  /** Carry weights from each number to those it was made of, the last first. */
  void backward(double... weights) {
    for (int place = weights.length - 1; place >= 0; place--) {
      Step step = steps.get(place);
      for (int i = 0; i < step.from().length; i++) {
        if (weights[place] != 0) {
          weights[step.from()[i]] += weights[place] * step.growth()[i];
        }
      }
    }
  }
}
