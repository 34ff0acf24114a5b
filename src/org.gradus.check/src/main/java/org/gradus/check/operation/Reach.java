package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;

/**
 * Kinds of shapes that an operation takes, and how many cases have each.
 *
 * <p>What it takes is not declared, but tried: the operands of cases are cut and repeated, and the
 * operation says whether it takes the result. So a sampler that never draws a scalar is told from
 * an operation that has none.
 */
final class Reach {
  private static final int MOST_AXES = 3;

  /** Cases whose operands are cut and repeated, a count. */
  private static final int TRIED = 200;

  /** Kind of a case no operand of which is repeated, where one might be. */
  private static final String NONE = "no operand repeated";

  private static final String SEVERAL = "several operands repeated";

  private final List<Shapes> met = new ArrayList<>();
  private final Set<String> taken = new TreeSet<>();
  private final Set<Side> repeatable = new HashSet<>();
  private boolean hasSeveralElements;

  /** Shapes of the operands of a case, and of its result. */
  private record Shapes(List<int[]> operands, int[] result) {}

  /** An axis of an operand, counted from the last one, which is 1. */
  private record Side(int operand, int fromEnd) {}

  /** A change of one operand to another shape; empty where it has no such shape. */
  private interface Cut extends Function<Tensor, Optional<Tensor>> {}

  /** Note the shapes of a case, and what else the operation would take. */
  void meet(Case sampled) {
    List<Tensor> x = sampled.operands();
    Optional<Tensor> y = run(sampled, x);
    if (y.isEmpty()) {
      return;
    }
    met.add(new Shapes(x.stream().map(Tensor::shape).toList(), y.get().shape()));
    hasSeveralElements |= y.get().numel() > 1;
    if (met.size() <= TRIED && x.stream().allMatch(t -> t.ndim() <= MOST_AXES)) {
      tryShapes(sampled, y.get());
      tryRepeats(sampled, x, y.get());
      whole(sampled, y.get()).ifPresent(all -> tryRepeats(sampled, all, y.get()));
    }
  }

  /** Whether the operation has results of more than one element. */
  boolean hasSeveralElements() {
    return hasSeveralElements;
  }

  /** In how many cases each kind of shapes was met, of those that the operation takes. */
  Map<String, Long> cases() {
    Map<String, Long> cases = new TreeMap<>();
    taken.forEach(kind -> cases.put(kind, 0L));
    if (!repeatable.isEmpty()) {
      cases.put(NONE, 0L);
    }
    met.forEach(shapes -> kinds(shapes).forEach(kind -> cases.merge(kind, 1L, Long::sum)));
    return cases;
  }

  private Set<String> kinds(Shapes shapes) {
    Set<String> kinds = new TreeSet<>();
    Set<Integer> repeated = new TreeSet<>();
    for (int operand = 0; operand < shapes.operands.size(); operand++) {
      int[] shape = shapes.operands.get(operand);
      kinds.addAll(kinds(operand, shape));
      for (Side side : repeatable) {
        if (side.operand == operand
            && length(shape, side.fromEnd) == 1
            && length(shapes.result, side.fromEnd) > 1) {
          repeated.add(operand);
        }
      }
    }
    repeated.forEach(operand -> kinds.add(repeated(operand)));
    if (repeated.size() > 1) {
      kinds.add(SEVERAL);
    }
    if (repeated.isEmpty() && !repeatable.isEmpty()) {
      kinds.add(NONE);
    }
    return kinds;
  }

  private static String repeated(int operand) {
    return "x" + operand + " repeated";
  }

  private static List<String> kinds(int operand, int... shape) {
    List<String> kinds = new ArrayList<>();
    if (shape.length <= MOST_AXES) {
      kinds.add("x" + operand + " of rank " + shape.length);
    }
    if (Arrays.stream(shape).anyMatch(length -> length == 1)) {
      kinds.add("x" + operand + " with an axis of length 1");
    }
    if (Arrays.stream(shape).anyMatch(length -> length == 0)) {
      kinds.add("x" + operand + " empty");
    }
    return kinds;
  }

  /** Length of an axis; 1 where there is none. */
  private static int length(int[] shape, int fromEnd) {
    return fromEnd > shape.length ? 1 : shape[shape.length - fromEnd];
  }

  private void tryShapes(Case sampled, Tensor y) {
    List<Tensor> x = sampled.operands();
    List<List<Integer>> choices = new ArrayList<>();
    IntStream.range(0, x.size()).forEach(operand -> choices.add(List.of(operand)));
    choices.add(IntStream.range(0, x.size()).boxed().toList());
    for (List<Integer> operands : choices) {
      for (Cut cut : cuts()) {
        cut(x, operands, cut)
            .ifPresent(
                other -> {
                  Optional<Tensor> taken = run(sampled, other);
                  if (taken.isPresent() && isFinite(y) && isFinite(taken.get())) {
                    hasSeveralElements |= taken.get().numel() > 1;
                    operands.forEach(k -> this.taken.addAll(kinds(k, other.get(k).shape())));
                  }
                });
      }
    }
  }

  private static Optional<List<Tensor>> cut(List<Tensor> x, List<Integer> operands, Cut cut) {
    List<Tensor> other = new ArrayList<>(x);
    for (int operand : operands) {
      Optional<Tensor> changed = cut.apply(x.get(operand));
      if (changed.isEmpty()) {
        return Optional.empty();
      }
      other.set(operand, changed.get());
    }
    return Optional.of(other);
  }

  private static List<Cut> cuts() {
    List<Cut> cuts = new ArrayList<>();
    for (int rank = 0; rank <= MOST_AXES; rank++) {
      cuts.add(ofRank(rank));
    }
    for (int axis = 0; axis < MOST_AXES; axis++) {
      for (int length = 0; length <= 1; length++) {
        cuts.add(shorter(axis, length));
      }
    }
    return cuts;
  }

  /** Another rank: the first of an axis alone, or everything twice. */
  private static Cut ofRank(int rank) {
    return t ->
        Optional.of(t)
            .filter(some -> some.ndim() != rank && some.numel() > 0)
            .map(some -> ofRank(some, rank));
  }

  private static Tensor ofRank(Tensor t, int rank) {
    Tensor changed = t;
    while (changed.ndim() > rank) {
      changed = changed.select(0, 0);
    }
    while (changed.ndim() < rank) {
      changed = Tensor.stack(List.of(changed, changed), 0);
    }
    return changed;
  }

  private static Cut shorter(int axis, int length) {
    return t ->
        Optional.of(t)
            .filter(some -> axis < some.ndim() && some.size(axis) > length)
            .map(some -> some.slice(axis, 0, length));
  }

  /** The operands of a case, all of the shape of the result; empty where they are none. */
  private static Optional<List<Tensor>> whole(Case sampled, Tensor y) {
    List<Tensor> all = new ArrayList<>();
    for (Tensor x : sampled.operands()) {
      if (!isPart(x.shape(), y.shape())) {
        return Optional.empty();
      }
      all.add(x.expand(y.shape()).clone());
    }
    return run(sampled, all).filter(same -> isSame(same, y)).map(same -> all);
  }

  private static boolean isPart(int[] shape, int[] of) {
    return shape.length <= of.length
        && IntStream.rangeClosed(1, shape.length)
            .allMatch(i -> length(shape, i) == 1 || length(shape, i) == length(of, i));
  }

  private void tryRepeats(Case sampled, List<Tensor> x, Tensor y) {
    List<Side> sides = new ArrayList<>();
    for (int operand = 0; operand < x.size(); operand++) {
      int[] shape = x.get(operand).shape();
      for (int fromEnd = 1; fromEnd <= shape.length && shape.length <= y.ndim(); fromEnd++) {
        Side side = new Side(operand, fromEnd);
        int length = length(shape, fromEnd);
        if (length > 1 && length == length(y.shape(), fromEnd) && repeats(sampled, x, side)) {
          sides.add(side);
          repeatable.add(side);
          taken.add(repeated(operand));
        }
      }
    }
    for (Side one : sides) {
      for (Side other : sides) {
        if (one.operand < other.operand
            && one.fromEnd != other.fromEnd
            && takes(sampled, x, one, other, y)) {
          taken.add(SEVERAL);
        }
      }
    }
  }

  /** Whether one slice along an axis does the same as the slice repeated. */
  private static boolean repeats(Case sampled, List<Tensor> x, Side side) {
    Tensor operand = x.get(side.operand);
    Tensor slice = slice(operand, side.fromEnd);
    Tensor filled = slice.expand(operand.shape()).clone();
    Optional<Tensor> y = run(sampled, with(x, side.operand, slice));
    return y.isPresent()
        && run(sampled, with(x, side.operand, filled))
            .filter(all -> isSame(all, y.get()))
            .isPresent();
  }

  private static boolean takes(Case sampled, List<Tensor> x, Side one, Side other, Tensor y) {
    List<Tensor> first = with(x, one.operand, slice(x.get(one.operand), one.fromEnd));
    List<Tensor> both = with(first, other.operand, slice(x.get(other.operand), other.fromEnd));
    return run(sampled, both).filter(z -> Arrays.equals(z.shape(), y.shape())).isPresent();
  }

  private static Tensor slice(Tensor x, int fromEnd) {
    return x.slice(x.ndim() - fromEnd, 0, 1);
  }

  private static List<Tensor> with(List<Tensor> x, int operand, Tensor other) {
    List<Tensor> changed = new ArrayList<>(x);
    changed.set(operand, other);
    return changed;
  }

  private static boolean isSame(Tensor a, Tensor b) {
    return Arrays.equals(a.shape(), b.shape()) && Arrays.equals(a.toArray(), b.toArray());
  }

  private static boolean isFinite(Tensor y) {
    return Arrays.stream(y.toArray()).allMatch(Double::isFinite);
  }

  /** The result; empty where the operation does not take the operands, whatever it throws. */
  private static Optional<Tensor> run(Case sampled, List<Tensor> x) {
    try (var off = NoGrad.on()) {
      return Optional.of(sampled.application().apply(x.stream().map(Tensor::clone).toList()));
    } catch (RuntimeException refused) {
      return Optional.empty();
    }
  }
}
