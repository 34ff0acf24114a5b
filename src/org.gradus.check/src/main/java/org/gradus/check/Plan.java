package org.gradus.check;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How much of a gradient is looked at.
 *
 * @param perOperand how many elements of each operand are moved one at a time
 * @param directions along how many random directions all are moved
 * @param listens whether the noise of the function is measured, and let pass
 */
record Plan(int perOperand, int directions, boolean listens) {
  /** Up to so many elements each of them is moved. */
  static final int MOST_ELEMENTS = 256;

  private static final int FEW = 8;

  /** Plan for a point: every element and two directions, or for a large one eight of each. */
  static Plan of(List<Operand> x) {
    return Content.size(x) <= MOST_ELEMENTS
        ? new Plan(MOST_ELEMENTS, 2, true)
        : new Plan(FEW, FEW, true);
  }

  /** Plan for another point, after the first one agreed. */
  static Plan further(List<Operand> x) {
    return new Plan(Content.size(x) <= FEW ? FEW : 0, 2, true);
  }

  int[] elements(List<Operand> x, RandomGenerator random) {
    List<Integer> elements = new ArrayList<>();
    int offset = 0;
    for (Operand operand : x) {
      int size = operand.size();
      int start = size <= perOperand ? 0 : random.nextInt(size);
      for (int k = 0; k < Math.min(size, perOperand); k++) {
        elements.add(offset + (start + k * Math.max(size / perOperand, 1)) % size);
      }
      offset += size;
    }
    return elements.stream().mapToInt(Integer::intValue).toArray();
  }
}
