package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.gradus.check.Comparison;
import org.gradus.check.Oracle;
import org.gradus.check.Report;
import org.gradus.check.operation.SmallScope;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Operation;
import org.junit.jupiter.api.Test;

/** Every operation in every small case, and what must be found there. */
// [proof->check~small-scope~1]
// [proof->check~requested~1]
class SmallScopeOperationsTest {
  private static final long SEED = 3;

  /** Structures of an operation in one build; {@code -Dgradus.scope.limit=1000000} walks more. */
  private static final int LIMIT = Integer.getInteger("gradus.scope.limit", 8000);

  /** Operations with more small structures than that. */
  private static final Set<String> BOUNDED =
      Set.of(
          "where",
          "norm",
          "normalLogDensity",
          "binaryCrossEntropy",
          "binaryCrossEntropyWithLogits",
          "conv2d",
          "maxPool2d",
          "avgPool2d");

  @Test
  void everyOperationIsRightInEverySmallCase() throws IOException {
    Path folder = Files.createDirectories(Path.of("target", "evidence", "small-scope"));
    Set<String> bounded = new TreeSet<>();
    List<String> wrong = new ArrayList<>();
    long structures = 0;
    long requests = 0;
    long numbers = 0;
    for (Operation operation : Catalogue.operations()) {
      SmallScope.Outcome outcome = SmallScope.of(operation).run(SEED, LIMIT, () -> {});
      Files.writeString(folder.resolve(operation.id() + ".json"), outcome.json() + "\n");
      structures += outcome.structures();
      requests += outcome.requests();
      numbers += outcome.report().numbers();
      if (!outcome.complete()) {
        bounded.add(operation.id());
      }
      if (!outcome.report().agrees()) {
        wrong.add(outcome.report().toString());
      }
    }
    Files.writeString(
        folder.resolveSibling("small-scope.json"),
        String.format(
            "{\"operations\": %d, \"bounded\": %d, \"limit\": %d, \"structures\": %d,"
                + " \"requests\": %d, \"numbers\": %d}%n",
            Catalogue.operations().size(), bounded.size(), LIMIT, structures, requests, numbers));
    assertThat(wrong).isEmpty();
    assertThat(BOUNDED).containsAll(bounded);
    assertThat(structures).isGreaterThan(100_000);
  }

  private static Report walk(
      String id, Function<Function<List<Tensor>, Tensor>, Function<List<Tensor>, Tensor>> change) {
    Operation mistaken = Catalogue.operation(id).applied(change::apply);
    return SmallScope.of(mistaken).run(SEED, LIMIT, () -> {}).report();
  }

  /** An operation with another reverse rule. */
  private static Report withRule(String id, Mistaken.Rule rule) {
    return walk(id, right -> x -> Mistaken.apply(x, right, rule));
  }

  private static Tensor summed(Tensor yBar, Tensor x) {
    return yBar.sumTo(x.shape());
  }

  @Test
  void aRightRuleIsNotAccused() {
    Report report =
        withRule("add", (x, y, yBar) -> List.of(summed(yBar, x.get(0)), summed(yBar, x.get(1))));
    assertThat(report.passed()).isTrue();
  }

  @Test
  void aRuleWithoutItsSumOverRepeatedAxesIsFound() {
    Report report = withRule("add", (x, y, yBar) -> List.of(yBar, summed(yBar, x.get(1))));
    assertThat(report.faults()).isNotEmpty();
    assertThat(report.faults().get(0)).startsWith("add [] [0]: ");
  }

  @Test
  void aRuleThatIsWrongWhereBothOperandsAreRepeatedIsFound() {
    Report report =
        withRule(
            "add",
            (x, y, yBar) -> {
              boolean both = y.numel() > x.get(0).numel() && y.numel() > x.get(1).numel();
              Tensor left = summed(yBar, x.get(0));
              return List.of(both ? left.mul(2) : left, summed(yBar, x.get(1)));
            });
    assertThat(report.failures()).isNotEmpty();
    assertThat(report.failures().get(0).what()).isEqualTo("add [2] [2, 1]: gradient by x0[0]");
  }

  @Test
  void aRuleThatIsWrongInOneStructureIsFound() {
    Report report =
        withRule(
            "add",
            (x, y, yBar) -> {
              boolean one =
                  List.of(x.get(0).signature(), x.get(1).signature())
                      .equals(List.of("[2, 1, 3]", "[3, 1]"));
              Tensor left = summed(yBar, x.get(0));
              return List.of(one ? left.mul(1.001) : left, summed(yBar, x.get(1)));
            });
    assertThat(report.tally(Oracle.FORWARD_MODE).orElseThrow().failures()).isEqualTo(6);
  }

  @Test
  void aRuleThatAppliesTheOrderOfAxesInPlaceOfItsInverseIsFound() {
    Report report =
        walk(
            "permute",
            right ->
                x ->
                    Mistaken.apply(
                        x, right, (t, y, yBar) -> List.of(again(right, t.get(0), yBar))));
    assertThat(report.agrees()).isFalse();
  }

  /** The order of axes once more: its own inverse unless three axes turn. */
  private static Tensor again(Function<List<Tensor>, Tensor> permute, Tensor x, Tensor yBar) {
    Tensor turned = permute.apply(List.of(yBar));
    return Arrays.equals(turned.shape(), x.shape()) ? turned : x.mul(0);
  }

  @Test
  void aSumOverAnotherAxisIsFoundByItsShapeAndByItsValue() {
    Report shape =
        walk("sum", right -> x -> x.get(0).ndim() == 2 ? x.get(0).sum(0) : right.apply(x));
    assertThat(shape.faults())
        .contains(
            "sum [0, 1] over [1]: the result must have the shape of that of the definition\n"
                + "  definition  [0]\n"
                + "  result      [1]");
    Report value =
        walk(
            "sum",
            right ->
                x -> {
                  Tensor y = right.apply(x);
                  Tensor other = x.get(0).ndim() == 2 ? x.get(0).sum(0) : y;
                  return Arrays.equals(other.shape(), y.shape()) ? other : y;
                });
    assertThat(value.tally(Oracle.VALUE).orElseThrow().failures()).isPositive();
  }

  @Test
  void aRuleThatIsRightForAllOperandsTogetherAloneIsFound() {
    Report report =
        withRule(
            "mul",
            (x, y, yBar) -> {
              boolean all = x.get(0).requiresGrad() && x.get(1).requiresGrad();
              return List.of(
                  summed(yBar.mul(x.get(1)), x.get(0)),
                  summed(yBar.mul(x.get(0)).mul(all ? 1 : 2), x.get(1)));
            });
    assertThat(report.failures()).extracting(Comparison::oracle).containsOnly(Oracle.REQUESTED);
    assertThat(report.failures().get(0).what()).isEqualTo("mul [] []: gradient by x1, asked of x1");
  }

  @Test
  void aResultThatForgetsWhoAskedIsFound() {
    Report report =
        walk(
            "mul",
            right -> x -> x.get(0).requiresGrad() ? right.apply(x) : right.apply(x).detach());
    assertThat(report.failures())
        .extracting(Comparison::what)
        .contains(
            "mul [] []: whether the result requires a gradient, asked of x1",
            "mul [] []: whether x1 has a gradient, asked of x1");
  }
}
