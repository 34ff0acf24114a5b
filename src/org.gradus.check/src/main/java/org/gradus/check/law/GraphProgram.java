package org.gradus.check.law;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A program of sums and products on whole numbers, whose gradient is known as the sum over all
 * paths.
 *
 * <pre>
 *   ∂y/∂x = Σ over all paths from y to x of Π ∂(node)/∂(operand) along the path
 * </pre>
 *
 * <p>One factor of each product is a leaf, so that every number stays below 2⁵³ and all of them are
 * exact.
 *
 * @param leaves values of the leaves
 * @param steps what is computed, one after the other; the last is the result
 */
record GraphProgram(List<Double> leaves, List<Step> steps) {
  private static final int MOST_LEAVES = 3;
  private static final int FEWEST_STEPS = 3;
  private static final int MOST_STEPS = 10;

  /**
   * A sum or a product of two numbers, which are counted from the first leaf on.
   *
   * @param right a leaf where this is a product
   */
  record Step(boolean product, int left, int right) {}

  /** A random program, whose last step leads back to all before it. */
  static GraphProgram draw(RandomGenerator random) {
    int count = random.nextInt(1, MOST_LEAVES + 1);
    List<Double> leaves =
        IntStream.range(0, count).mapToObj(i -> random.nextBoolean() ? 2.0 : -3.0).toList();
    List<Step> steps = new ArrayList<>();
    int size = random.nextInt(FEWEST_STEPS, MOST_STEPS + 1);
    for (int known = count; known < count + size; known++) {
      boolean product = random.nextBoolean();
      steps.add(
          new Step(
              product,
              random.nextBoolean() ? known - 1 : random.nextInt(known),
              random.nextInt(product ? count : known)));
    }
    return new GraphProgram(leaves, steps);
  }

  /** Leaves of an engine. */
  List<ScalarEngine.Value> leaves(ScalarEngine engine) {
    return leaves.stream().map(engine::leaf).toList();
  }

  /** All numbers of the program, computed by the engine that the leaves belong to. */
  List<ScalarEngine.Value> run(List<ScalarEngine.Value> leaves) {
    List<ScalarEngine.Value> all = new ArrayList<>(leaves);
    for (Step step : steps) {
      ScalarEngine.Value left = all.get(step.left);
      ScalarEngine.Value right = all.get(step.right);
      all.add(step.product ? left.times(right) : left.plus(right));
    }
    return all;
  }

  /** Derivative of the result by a leaf. */
  double sumOverPaths(int leaf) {
    return paths(values(), leaves.size() + steps.size() - 1, leaf);
  }

  private double paths(double[] values, int from, int leaf) {
    if (from < leaves.size()) {
      return from == leaf ? 1 : 0;
    }
    Step step = steps.get(from - leaves.size());
    double left = step.product ? values[step.right] : 1;
    double right = step.product ? values[step.left] : 1;
    return left * paths(values, step.left, leaf) + right * paths(values, step.right, leaf);
  }

  private double[] values() {
    double[] values = new double[leaves.size() + steps.size()];
    for (int i = 0; i < values.length; i++) {
      if (i < leaves.size()) {
        values[i] = leaves.get(i);
      } else {
        Step step = steps.get(i - leaves.size());
        double left = values[step.left];
        double right = values[step.right];
        values[i] = step.product ? left * right : left + right;
      }
    }
    return values;
  }
}
