package org.gradus.tensor.proofs.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Operation;

/**
 * What the sampler of an operation reaches in {@value #DRAWS} draws.
 *
 * @param operation the operation
 * @param cases what was drawn
 */
record Reach(Operation operation, List<Case> cases) {
  private static final int DRAWS = 500;
  private static final long SEED = 7;

  /** How many draws make a configuration count as reached: one in a hundred. */
  private static final int FEWEST = DRAWS / 100;

  /** Ranks of operands and results, where the formula does not allow 0, 1, 2 and 3. */
  private static final Map<String, Set<Integer>> RANKS =
      Map.ofEntries(
          Map.entry("mv", Set.of(1, 2)),
          Map.entry("dot", Set.of(0, 1)),
          Map.entry("softmax", Set.of(1, 2, 3)),
          Map.entry("logSoftmax", Set.of(1, 2, 3)),
          Map.entry("cumsum", Set.of(1, 2, 3)),
          Map.entry("tril", Set.of(2, 3)),
          Map.entry("triu", Set.of(2, 3)),
          Map.entry("transpose", Set.of(1, 2, 3)),
          Map.entry("slice", Set.of(1, 2, 3)),
          Map.entry("gather", Set.of(1, 2, 3)),
          Map.entry("cat", Set.of(1, 2, 3)),
          Map.entry("linear", Set.of(1, 2, 3)),
          Map.entry("conv2d", Set.of(1, 3, 4)),
          Map.entry("maxPool2d", Set.of(3, 4)),
          Map.entry("avgPool2d", Set.of(3, 4)),
          Map.entry("batchNorm", Set.of(1, 2, 3, 4)),
          Map.entry("layerNorm", Set.of(1, 2, 3)),
          Map.entry("embedding", Set.of(1, 2, 3)));

  /** Operations of several operands that do not broadcast. */
  private static final Set<String> FIXED =
      Set.of(
          "mse",
          "l1",
          "smoothL1",
          "huber",
          "crossEntropyOfProbabilities",
          "binaryCrossEntropy",
          "binaryCrossEntropyWithLogits",
          "klDivergence",
          "klDivergenceOfLogs",
          "mv",
          "dot",
          "cat",
          "stack");

  static Reach of(Operation operation) {
    Draw draw = Draw.from(new SplittableRandom(SEED));
    return new Reach(
        operation, Stream.generate(() -> operation.sampler().apply(draw)).limit(DRAWS).toList());
  }

  /** One line for each configuration that is not reached, with what to add. */
  List<String> missing() {
    List<String> missing = new ArrayList<>();
    Set<Integer> ranks = RANKS.getOrDefault(operation.id(), Set.of(0, 1, 2, 3));
    for (int rank : new TreeSet<>(ranks)) {
      require(
          missing,
          c -> shapes(c).anyMatch(s -> s.length == rank),
          "have rank " + rank,
          "Sample.shape");
    }
    require(missing, c -> hasLength(c, 0), "have an empty axis", "Draw.length");
    require(missing, c -> hasLength(c, 1), "have an axis of length one", "Draw.length");
    if (cases.stream().allMatch(c -> c.operands().size() == 2) && !FIXED.contains(operation.id())) {
      broadcasts(missing, "left", 0);
      broadcasts(missing, "right", 1);
    }
    return missing;
  }

  private void require(List<String> missing, Predicate<Case> holds, String what, String remedy) {
    long count = cases.stream().filter(holds).count();
    if (count < FEWEST) {
      missing.add(
          "only "
              + count
              + " of "
              + DRAWS
              + " samples "
              + what
              + ": draw it by "
              + remedy
              + ", or name the exception in Reach");
    }
  }

  private static Stream<int[]> shapes(Case c) {
    return Stream.concat(c.operands().stream(), Stream.of(c.application().apply(c.operands())))
        .map(Tensor::shape);
  }

  private static boolean hasLength(Case c, int length) {
    return c.operands().stream().anyMatch(x -> IntStream.of(x.shape()).anyMatch(n -> n == length));
  }

  /** An operand is repeated along axes it lacks, and along axes of length one. */
  private void broadcasts(List<String> missing, String side, int operand) {
    require(
        missing,
        c -> batch(c, operand).length < batch(c, 1 - operand).length,
        "add axes to the " + side + " operand",
        "Sample.partner");
    require(
        missing,
        c -> stretches(batch(c, operand), batch(c, 1 - operand)),
        "repeat an axis of the " + side + " operand",
        "Sample.partner");
  }

  /** Axes of an operand that broadcast: of a matrix product all but the last two. */
  private int[] batch(Case c, int operand) {
    int[] shape = c.operands().get(operand).shape();
    int last = operation.id().equals("matmul") ? 2 : 0;
    return Arrays.copyOf(shape, Math.max(shape.length - last, 0));
  }

  private static boolean stretches(int[] own, int[] met) {
    return IntStream.rangeClosed(1, Math.min(own.length, met.length))
        .anyMatch(back -> own[own.length - back] == 1 && met[met.length - back] != 1);
  }
}
