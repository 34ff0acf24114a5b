package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.Optimizer;
import org.gradus.learn.ParameterGroup;
import org.gradus.learn.Schedule;
import org.gradus.learn.Scheduler;
import org.gradus.learn.Sgd;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples of schedules, against PyTorch's recurrences: the rate of a step from the one before. */
// [proof->learn~schedule~1]
class ScheduleTest {

  private static final double ETA = 0.3;

  private static double[] first(int count, Schedule schedule) {
    return IntStream.range(0, count).mapToDouble(t -> schedule.learningRate(ETA, t)).toArray();
  }

  private static void assertClose(double[] actual, double... expected) {
    assertThat(actual).containsExactly(expected, within(1e-15));
  }

  @Test
  void aStepComesAfterEveryK() {
    assertClose(first(7, Schedule.step(3, 0.1)), 0.3, 0.3, 0.3, 0.03, 0.03, 0.03, 0.003);
  }

  @Test
  void milestonesCountFromWhereTheyStandAndAsOftenAsTheyAreNamed() {
    assertClose(
        first(7, Schedule.multiStep(0.5, 5, 2, 5)), 0.3, 0.3, 0.15, 0.15, 0.15, 0.0375, 0.0375);
    assertClose(first(2, Schedule.multiStep(0.5)), 0.3, 0.3);
  }

  @Test
  void aMilestoneMayStandAtTheVeryBeginning() {
    assertClose(first(2, Schedule.multiStep(0.5, 0)), 0.15, 0.15);
  }

  @Test
  void theNextScheduleTakesTheStepAtWhichItIsDue() {
    Schedule tenth = (first, t) -> first / 10;
    assertClose(first(3, Schedule.exponential(1).then(1, tenth)), 0.3, 0.03, 0.03);
    assertClose(first(2, Schedule.exponential(1).then(0, tenth)), 0.03, 0.03);
  }

  /** The formula is a rounding above it. */
  @Test
  void aWarmUpEndsAtTheRateItself() {
    assertThat(Schedule.warmUp(3, 0.2).learningRate(ETA, 3)).isEqualTo(ETA);
  }

  @Test
  void tenStepsAreEnoughForACycle() {
    assertThat(first(10, Schedule.oneCycle(10))).hasSize(10);
  }

  @Test
  void anExponentialMultipliesAtEachStep() {
    double[] rates = first(40, Schedule.exponential(0.9));
    for (int t = 1; t < rates.length; t++) {
      assertThat(rates[t]).isCloseTo(rates[t - 1] * 0.9, within(1e-15));
    }
    assertThat(rates[0]).isEqualTo(ETA);
  }

  /** η(t+1) = η₁ + (η(t) − η₁)·(1 + cos(π(t+1)/T))/(1 + cos(πt/T)). */
  @Test
  void aCosineFollowsItsRecurrence() {
    int steps = 20;
    double[] rates = first(steps + 1, Schedule.cosine(steps, 0.01));
    for (int t = 0; t < steps; t++) {
      double ratio =
          (1 + Math.cos(Math.PI * (t + 1) / steps)) / (1 + Math.cos(Math.PI * t / steps));
      assertThat(rates[t + 1]).isCloseTo(0.01 + (rates[t] - 0.01) * ratio, within(1e-14));
    }
    assertThat(rates[0]).isEqualTo(ETA);
    assertThat(rates[steps]).isCloseTo(0.01, within(1e-15));
    assertThat(rates[steps / 2]).isCloseTo((ETA + 0.01) / 2, within(1e-15));
  }

  /** η(t+1) = η(t)·(1 + (1 − a)/(T·a + t·(1 − a))). */
  @Test
  void aWarmUpFollowsItsRecurrenceAndStays() {
    double[] rates = first(8, Schedule.warmUp(5, 0.2));
    for (int t = 0; t < 5; t++) {
      double growth = 1 + 0.8 / (5 * 0.2 + t * 0.8);
      assertThat(rates[t + 1]).isCloseTo(rates[t] * growth, within(1e-15));
    }
    assertClose(rates, 0.06, 0.108, 0.156, 0.204, 0.252, 0.3, 0.3, 0.3);
  }

  /** The corners of PyTorch's phases, which lie between steps where 0.3·T is no whole number. */
  @Test
  void oneCycleRisesAndFalls() {
    Schedule cycle = Schedule.oneCycle(20);
    double[] rates = first(20, cycle);
    assertThat(rates[0]).isCloseTo(ETA / 25, within(1e-16));
    assertThat(rates[5]).isEqualTo(ETA);
    assertThat(rates[19]).isCloseTo(ETA / 250_000, within(1e-16));
    assertThat(rates[12]).isCloseTo((ETA + ETA / 250_000) / 2, within(1e-15));
    for (int t = 0; t < 19; t++) {
      assertThat(rates[t + 1] > rates[t]).isEqualTo(t < 5);
    }
    assertThat(Schedule.oneCycle(15).learningRate(ETA, 3)).isLessThan(ETA);
    assertThat(Schedule.oneCycle(15).learningRate(ETA, 4)).isLessThan(ETA);
    assertThatThrownBy(() -> cycle.learningRate(ETA, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            one-cycle schedule: its end must not be passed
              steps  20
              asked  step 20
            give it as many steps as are taken""");
  }

  @Test
  void oneAfterTheOtherBeginsAtZeroAgain() {
    Schedule schedule = Schedule.warmUp(2, 0.5).then(2, Schedule.exponential(0.1));
    assertClose(first(5, schedule), 0.15, 0.225, 0.3, 0.03, 0.003);
  }

  @Test
  void eachGroupHasARateOfItsOwnToBeginWith() {
    ParameterGroup fast = group(1);
    ParameterGroup slow = group(0.1);
    Optimizer optimizer = Optimizer.of(fast, slow);
    Scheduler scheduler = Scheduler.of(optimizer, Schedule.warmUp(2, 0.5));
    assertRates(optimizer, 0.5, 0.05);
    scheduler.step();
    assertRates(optimizer, 0.75, 0.07500000000000001);
    optimizer.add(group(7));
    scheduler.step();
    assertRates(optimizer, 1, 0.1, 7);
    scheduler.moveTo(1);
    assertRates(optimizer, 0.75, 0.07500000000000001, 7);
    assertThat(scheduler.t()).isEqualTo(1);
    scheduler.moveTo(0);
    assertThat(scheduler.t()).isZero();
  }

  @Test
  void whatIsRefusedChangesNothing() {
    Optimizer optimizer = Optimizer.of(group(1), group(2));
    Scheduler scheduler =
        Scheduler.of(optimizer, (first, t) -> t < 1 ? first : first == 2 ? -1 : 0.5);
    refused(
        scheduler::step,
        """
        sgd: the learning rate must be finite and not negative
          given  -1.0
        try 0.1""");
    assertThat(scheduler.t()).isZero();
    assertRates(optimizer, 1, 2);
    refused(() -> scheduler.moveTo(-1), "scheduler: the moment must not be negative\n  given  -1");
  }

  private static ParameterGroup group(double rate) {
    return ParameterGroup.of(Sgd.of(rate), Tensor.of(1).requiresGrad_());
  }

  private static void assertRates(Optimizer optimizer, double... rates) {
    assertThat(optimizer.groups().stream().mapToDouble(group -> group.update().learningRate()))
        .containsExactly(
            IntStream.range(0, rates.length).mapToObj(i -> rates[i]).toArray(Double[]::new));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -3})
  void countsArePositive(int wrong) {
    String given = " must be at least 1\n  given  " + wrong;
    refused(
        () -> Schedule.step(wrong, 0.1),
        "step schedule: the number of steps between two changes" + given);
    refused(() -> Schedule.cosine(wrong, 0), "cosine schedule: the number of steps" + given);
    refused(() -> Schedule.warmUp(wrong, 0), "warm-up: the number of steps" + given);
  }

  @Test
  void numbersThatMakeNoRateAreRefused() {
    refused(() -> Schedule.step(1, -0.1), notNegative("step schedule: the gamma", -0.1, "0.1"));
    refused(
        () -> Schedule.multiStep(Double.NaN, 1),
        notNegative("multi-step schedule: the gamma", Double.NaN, "0.1"));
    refused(
        () -> Schedule.multiStep(0.1, 4, -2),
        "multi-step schedule: a milestone must not be negative\n  given  -2");
    refused(
        () -> Schedule.exponential(-1), notNegative("exponential schedule: the gamma", -1, "0.95"));
    refused(
        () -> Schedule.cosine(3, -1),
        notNegative("cosine schedule: the last learning rate", -1, "0"));
    refused(
        () -> Schedule.warmUp(3, 1.5),
        "warm-up: the share to begin with must be from 0 to 1\n  given  1.5\ntry 0.1");
    refused(
        () -> Schedule.oneCycle(9),
        "one-cycle schedule: there must be at least 10 steps to rise and to fall\n  given  9");
    refused(
        () -> Schedule.exponential(1).then(-1, Schedule.exponential(1)),
        "schedule: the number of steps before the next must not be negative\n  given  -1");
  }

  private static String notNegative(String what, double given, String example) {
    return what + " must be finite and not negative\n  given  " + given + "\ntry " + example;
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
