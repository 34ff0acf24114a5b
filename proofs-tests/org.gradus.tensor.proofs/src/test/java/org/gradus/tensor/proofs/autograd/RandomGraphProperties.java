package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;
import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;

/**
 * Random graphs of 1 to 30 operations with fan-out, views and changes in place: the walk back gives
 * the gradients of naive forward differentiation.
 */
// [proof->autograd~backward~1]
// [proof->autograd~in-place-view~1]
class RandomGraphProperties {

  /**
   * A slope is a sum over at most 2³⁰ paths, yet all numbers are at most one: some hundred terms,
   * each of at most thirty roundings of 1.1e-16, relative to the largest slope or one.
   */
  private static final double ROUNDING = 1e-11;

  @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
  @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
  void gradientIsThatOfForwardMode(
      @ForAll("leaves") List<int[]> leaves, @ForAll("steps") List<GraphStep> steps) {
    GraphRun run = new GraphRun(leaves, steps);
    Tensor loss = run.loss();
    Dual twin = run.twinLoss();
    assertThat(loss.item()).isCloseTo(twin.value(), within(ROUNDING));
    Optional<GradientException> failure = walk(loss);
    Statistics.label("outcome")
        .collect(run.changes() > 0 ? "changed" : "plain", failure.isEmpty() ? "walked" : "refused")
        .coverage(
            coverage -> {
              coverage.check("plain", "walked").percentage(share -> share > 10);
              coverage.check("changed", "walked").percentage(share -> share > 25);
              coverage.check("changed", "refused").percentage(share -> share > 5);
              coverage.check("plain", "refused").count(count -> count == 0);
            });
    if (failure.isPresent()) {
      assertThat(failure.get()).hasMessageContaining("was changed in place afterwards");
      assertThat(run.isSpoiled()).as("a saved value was changed").isTrue();
      assertThat(run.leaves()).noneMatch(Tensor::hasGrad);
    } else {
      compare(run.leaves(), twin.slopes());
    }
  }

  @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
  void recordedWalkGivesTheSameGradientAndMayBeRepeated(
      @ForAll("leaves") List<int[]> leaves, @ForAll("steps") List<GraphStep> steps) {
    GraphRun run = new GraphRun(leaves, steps);
    if (run.isSpoiled()) {
      return;
    }
    double[] slopes = run.twinLoss().slopes();
    Tensor loss = run.loss();
    loss.backward(Backward.CREATE_GRAPH);
    compare(run.leaves(), slopes);
    run.leaves().forEach(Tensor::clearGrad);
    loss.backward();
    compare(run.leaves(), slopes);
  }

  private static void compare(List<Tensor> leaves, double[] slopes) {
    double largest = 1;
    for (double slope : slopes) {
      largest = Math.max(largest, Math.abs(slope));
    }
    int at = 0;
    for (Tensor leaf : leaves) {
      for (double entry : leaf.grad().detach().toArray()) {
        assertThat(entry).isCloseTo(slopes[at++], within(ROUNDING * largest));
      }
    }
  }

  private static Optional<GradientException> walk(Tensor loss) {
    try {
      loss.backward();
      return Optional.empty();
    } catch (GradientException refused) {
      return Optional.of(refused);
    }
  }

  @Provide
  Arbitrary<List<int[]>> leaves() {
    return GraphStep.leaves();
  }

  @Provide
  Arbitrary<List<GraphStep>> steps() {
    return GraphStep.steps();
  }
}
