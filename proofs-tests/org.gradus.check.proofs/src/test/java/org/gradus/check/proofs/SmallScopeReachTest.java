package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.check.operation.SmallScope;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The walk reaches all there is, counted here by brute force. */
// [proof->check~small-scope~1]
class SmallScopeReachTest {
  private static final int PLENTY = 60_000;

  /** Every shape of rank 0 to 3 with lengths 0 to 3, as lists. */
  private static final List<List<Integer>> SHAPES =
      IntStream.rangeClosed(0, 3).boxed().flatMap(rank -> tuples(rank, 4).stream()).toList();

  /** Every tuple of numbers below a bound. */
  private static List<List<Integer>> tuples(int size, int bound) {
    List<List<Integer>> all = List.of(List.of());
    for (int i = 0; i < size; i++) {
      List<List<Integer>> longer = new ArrayList<>();
      for (List<Integer> head : all) {
        for (int next = 0; next < bound; next++) {
          List<Integer> tuple = new ArrayList<>(head);
          tuple.add(next);
          longer.add(tuple);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<Case> cases(String id) {
    return SmallScope.of(Catalogue.operation(id)).cases(1, PLENTY);
  }

  private static List<Integer> shape(Tensor x) {
    return Arrays.stream(x.shape()).boxed().toList();
  }

  private static Set<List<List<Integer>>> operands(List<Case> cases) {
    Set<List<List<Integer>>> shapes = new HashSet<>();
    for (Case sampled : cases) {
      shapes.add(sampled.operands().stream().map(SmallScopeReachTest::shape).toList());
    }
    return shapes;
  }

  /**
   * Shape that two shapes broadcast to, by the rule as it is told: aligned behind, equal or one.
   */
  private static Optional<List<Integer>> met(List<Integer> a, List<Integer> b) {
    List<Integer> result = new ArrayList<>();
    for (int back = Math.max(a.size(), b.size()); back >= 1; back--) {
      int left = back > a.size() ? 1 : a.get(a.size() - back);
      int right = back > b.size() ? 1 : b.get(b.size() - back);
      if (left != right && left != 1 && right != 1) {
        return Optional.empty();
      }
      result.add(left == 1 ? right : left);
    }
    return Optional.of(result);
  }

  private static Set<List<List<Integer>>> pairs(Function<List<List<Integer>>, Boolean> valid) {
    Set<List<List<Integer>>> pairs = new HashSet<>();
    for (List<Integer> a : SHAPES) {
      for (List<Integer> b : SHAPES) {
        if (valid.apply(List.of(a, b))) {
          pairs.add(List.of(a, b));
        }
      }
    }
    return pairs;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "neg",
        "exp",
        "log",
        "log2",
        "log10",
        "log1p",
        "expm1",
        "sqrt",
        "rsqrt",
        "abs",
        "square",
        "reciprocal",
        "sin",
        "cos",
        "atan",
        "tanh",
        "sigmoid",
        "logSigmoid",
        "erf",
        "silu",
        "gelu",
        "geluByTanh",
        "relu",
        "sign",
        "round",
        "floor",
        "clone"
      })
  void everyShapeIsMetOnce(String id) {
    List<Case> cases = cases(id);
    assertThat(cases).hasSize(85);
    assertThat(operands(cases)).hasSize(85);
    assertThat(SHAPES).hasSize(85);
  }

  @ParameterizedTest
  @ValueSource(strings = {"add", "sub", "mul", "div", "pow", "atan2", "maximum", "minimum"})
  void everyPairThatBroadcastsIsMetOnce(String id) {
    List<Case> cases = cases(id);
    assertThat(cases).hasSize(2479);
    assertThat(operands(cases)).isEqualTo(pairs(p -> met(p.get(0), p.get(1)).isPresent()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"normalLogDensity", "where"})
  void everyTripleThatBroadcastsIsMetOnce(String id) {
    long triples = 0;
    for (List<Integer> a : SHAPES) {
      for (List<Integer> b : SHAPES) {
        Optional<List<Integer>> both = met(a, b);
        triples += SHAPES.stream().filter(c -> both.flatMap(ab -> met(ab, c)).isPresent()).count();
      }
    }
    List<Case> cases = cases(id);
    assertThat(triples).isEqualTo(52_525).isEqualTo(cases.size());
    assertThat(cases.stream().map(Case::title).distinct()).hasSize(cases.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"expand", "sumTo"})
  void everyShapeThatBroadcastsToAnotherIsMetOnce(String id) {
    List<Case> cases = cases(id);
    assertThat(cases)
        .hasSize(pairs(p -> met(p.get(0), p.get(1)).equals(Optional.of(p.get(1)))).size());
    assertThat(cases.stream().map(Case::title).distinct()).hasSize(cases.size());
  }

  @ParameterizedTest
  @ValueSource(strings = "matmul")
  void everyPairThatHasAProductIsMetOnce(String id) {
    List<Case> cases = cases(id);
    assertThat(cases).hasSize(1380);
    assertThat(operands(cases)).isEqualTo(pairs(SmallScopeReachTest::multiply));
  }

  private static boolean multiply(List<List<Integer>> pair) {
    List<Integer> a = pair.get(0);
    List<Integer> b = pair.get(1);
    return !a.isEmpty()
        && !b.isEmpty()
        && a.get(a.size() - 1).equals(b.get(Math.max(b.size() - 2, 0)))
        && met(a.subList(0, Math.max(a.size() - 2, 0)), b.subList(0, Math.max(b.size() - 2, 0)))
            .isPresent();
  }

  /**
   * 585 sets of axes, each axis counted from either end, and kept or not: Σ 4ⁿ·3ⁿ·2 over the ranks.
   */
  @ParameterizedTest
  @ValueSource(strings = {"sum", "mean", "logSumExp", "flip"})
  void everySetOfAxesIsMetFromEitherEndKeptOrNot(String id) {
    List<Case> cases = cases(id);
    assertThat(cases).hasSize(2 * (1 + 12 + 144 + 1728));
    assertThat(reduced(cases)).hasSize(585);
  }

  @ParameterizedTest
  @ValueSource(strings = {"var", "norm"})
  void everySetOfAxesIsMetWithEveryOption(String id) {
    assertThat(reduced(cases(id))).hasSize(585);
  }

  /** Shape of the operand and the set of axes that the title names. */
  private static Set<List<List<Integer>>> reduced(List<Case> cases) {
    Set<List<List<Integer>>> met = new HashSet<>();
    for (Case sampled : cases) {
      List<Integer> shape = shape(sampled.operands().get(0));
      String title = sampled.title();
      met.add(
          List.of(
              shape,
              numbers(title.substring(title.lastIndexOf('[')))
                  .map(axis -> Math.floorMod(axis, Math.max(shape.size(), 1)))
                  .sorted()
                  .toList()));
    }
    return met;
  }

  private static Stream<Integer> numbers(String list) {
    return Stream.of(list.replaceAll("[\\[\\] ]", "").split(","))
        .filter(number -> !number.isEmpty())
        .map(Integer::valueOf);
  }

  @ParameterizedTest
  @ValueSource(strings = "permute")
  void everyOrderOfAxesIsMetOnce(String id) {
    List<Case> cases = cases(id);
    assertThat(cases).hasSize(421).hasSize(1 + 4 + 16 * 2 + 64 * 6);
    assertThat(cases.stream().map(Case::title).distinct()).hasSize(421);
  }

  @ParameterizedTest
  @ValueSource(strings = {"softmax", "logSoftmax", "cumsum"})
  void everyAxisOfEveryShapeIsMetFromEitherEnd(String id) {
    List<Case> cases = cases(id);
    assertThat(cases).hasSize(2 * (4 + 16 * 2 + 64 * 3));
    assertThat(cases.stream().map(Case::title).distinct()).hasSize(cases.size());
  }
}
