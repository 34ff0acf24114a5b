package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.gradus.check.internal.Directions;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Operation;

/**
 * Structures of the small cases of an operation: the leaves of the tree of choices of its sampler.
 *
 * <pre>
 *   next leaf: drop the choices behind that were the last of their fork, and take the next branch
 * </pre>
 *
 * @param operation the operation whose sampler draws the cases
 * @param paths for each structure the branch taken at every fork, from the root
 * @param complete whether these are all there are
 */
record Structures(Operation operation, List<int[]> paths, boolean complete) {
  /** How often a bounded walk may meet a structure again before it has met enough. */
  private static final int PATIENCE = 20;

  /**
   * All structures, depth first; where there are more than {@code limit}, at most that many
   * different ones, each branch of a fork being as likely as another.
   *
   * @param seed seed of the values, and of the branches where not all are taken
   * @param limit largest number of structures, a count
   */
  static Structures of(Operation operation, long seed, int limit) {
    RandomGenerator random = Directions.generator(seed);
    List<int[]> paths = new ArrayList<>();
    Optional<int[]> next = Optional.of(new int[0]);
    while (next.isPresent() && paths.size() < limit) {
      int[] start = next.get();
      SmallDraw draw =
          new SmallDraw(
              (depth, branches) ->
                  depth < start.length ? within(operation, branches, start[depth]) : 0,
              random);
      operation.sampler().apply(draw);
      paths.add(path(draw));
      next = after(draw.forks());
    }
    return next.isEmpty()
        ? new Structures(operation, List.copyOf(paths), true)
        : new Structures(operation, some(operation, random, limit), false);
  }

  private static List<int[]> some(Operation operation, RandomGenerator random, int limit) {
    Set<List<SmallDraw.Fork>> met = new LinkedHashSet<>();
    for (long tries = 0; met.size() < limit && tries < (long) PATIENCE * limit; tries++) {
      SmallDraw draw = new SmallDraw((depth, branches) -> random.nextInt(branches), random);
      operation.sampler().apply(draw);
      met.add(draw.forks());
    }
    return met.stream().map(Structures::path).toList();
  }

  private static int[] path(SmallDraw draw) {
    return path(draw.forks());
  }

  private static int[] path(List<SmallDraw.Fork> forks) {
    return forks.stream().mapToInt(SmallDraw.Fork::taken).toArray();
  }

  /** Start of the next path; none after the last. */
  private static Optional<int[]> after(List<SmallDraw.Fork> forks) {
    int[] path = path(forks);
    for (int last = path.length - 1; last >= 0; last--) {
      if (path[last] + 1 < forks.get(last).branches()) {
        int[] start = Arrays.copyOf(path, last + 1);
        start[last]++;
        return Optional.of(start);
      }
    }
    return Optional.empty();
  }

  /**
   * The case of a structure.
   *
   * @param values source of its values
   * @throws IllegalStateException if the sampler makes other choices than before: its structure
   *     depends on a value
   */
  Case draw(int number, RandomGenerator values) {
    int[] path = paths.get(number);
    SmallDraw draw =
        new SmallDraw(
            (depth, branches) -> {
              if (depth >= path.length) {
                throw dependent(operation);
              }
              return within(operation, branches, path[depth]);
            },
            values);
    Case sampled = operation.sampler().apply(draw);
    if (draw.forks().size() != path.length) {
      throw dependent(operation);
    }
    return sampled;
  }

  private static int within(Operation operation, int branches, int taken) {
    if (taken >= branches) {
      throw dependent(operation);
    }
    return taken;
  }

  private static IllegalStateException dependent(Operation operation) {
    return new IllegalStateException(
        operation.id()
            + ": the structure of a case must not depend on its values\n"
            + "  other values led to other choices of structure\n"
            + "draw what the structure depends on by between, oneOf, yes, rarely, rank or length");
  }
}
