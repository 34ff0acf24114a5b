package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.gradus.learn.Adagrad;
import org.gradus.learn.Adam;
import org.gradus.learn.AdamW;
import org.gradus.learn.Coefficient;
import org.gradus.learn.GradientDescent;
import org.gradus.learn.Optimizer;
import org.gradus.learn.RmsProp;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;

/** Laws of the updates: concepts O18 and O19 of the lesson. */
// [proof->learn~sgd~1]
// [proof->learn~adam~1]
// [proof->learn~adamw~1]
// [proof->learn~rmsprop~1]
// [proof->learn~adagrad~1]
class UpdateProperties {

  /** Few roundings of 2⁻⁵³ a step, each relative to the largest number of the trajectory. */
  private static final double BIT_NEAR = 1e-15;

  private static final int SIZE = 6;
  private static final int STEPS = 12;

  /** Two hundred tries for each kind. */
  @Property(tries = 1000)
  void everyStepIsThatOfPlainArrays(
      @ForAll("updates") Update update,
      @ForAll("numbers") double[] start,
      @ForAll("gradients") double[][] gradients) {
    PlainUpdate plain = PlainUpdate.of(update, SIZE);
    Tensor w = Tensor.of(start).reshape(2, 3).clone().requiresGrad_();
    Optimizer optimizer = Optimizer.of(update, w);
    double[] expected = start.clone();
    double largest = largest(start);
    for (int t = 0; t < gradients.length; t++) {
      w.setGrad(Tensor.of(gradients[t]).reshape(2, 3));
      optimizer.step();
      plain.step(expected, gradients[t]);
      largest = Math.max(largest, largest(expected));
      double[] actual = w.detach().toArray();
      for (int i = 0; i < SIZE; i++) {
        assertThat(Math.abs(actual[i] - expected[i]))
            .as("step %d, element %d", t, i)
            .isLessThanOrEqualTo(BIT_NEAR * largest);
      }
    }
  }

  private static double largest(double[] w) {
    return Arrays.stream(w).map(Math::abs).max().orElseThrow();
  }

  @Property
  void plainSgdIsGradientDescentBitForBit(
      @ForAll("any") Regression problem, @ForAll @DoubleRange(min = 0.01, max = 0.1) double eta) {
    Vector<Coefficient> a = problem.begin().requiresGrad_();
    Optimizer optimizer = Optimizer.of(Sgd.of(eta), a);
    for (int t = 0; t < STEPS; t++) {
      optimizer.zeroGrad();
      MeanSquaredError.of(problem.inputs().matmul(a), problem.targets()).backward();
      optimizer.step();
    }
    Vector<Coefficient> w =
        new GradientDescent(eta)
            .minimize(
                problem.begin(),
                STEPS,
                v -> MeanSquaredError.of(problem.inputs().matmul(v), problem.targets()));
    assertThat(a.detach().toArray()).isEqualTo(w.toArray());
  }

  @Property
  void toMaximizeIsToDescendOnTheNegative(
      @ForAll("sgds") Sgd sgd,
      @ForAll("numbers") double[] start,
      @ForAll("gradients") double[][] g) {
    Sgd down = new Sgd(sgd.learningRate(), sgd.momentum(), 0, false, sgd.weightDecay(), false);
    Tensor climbing = Tensor.of(start).requiresGrad_();
    Tensor descending = Tensor.of(start).requiresGrad_();
    Optimizer up = Optimizer.of(down.withMaximize(), climbing);
    Optimizer straight = Optimizer.of(down, descending);
    for (double[] gradient : g) {
      climbing.setGrad(Tensor.of(gradient).neg());
      descending.setGrad(Tensor.of(gradient));
      up.step();
      straight.step();
    }
    assertThat(climbing.detach().toArray()).isEqualTo(descending.detach().toArray());
  }

  @Provide
  Arbitrary<Regression> any() {
    return Regression.any();
  }

  @Provide
  Arbitrary<double[]> numbers() {
    return Regression.numbers(-10, 10, SIZE);
  }

  @Provide
  Arbitrary<double[][]> gradients() {
    return numbers().array(double[][].class).ofSize(STEPS);
  }

  @Provide
  Arbitrary<Update> updates() {
    return Arbitraries.oneOf(sgds(), adams(), adamWs(), rmsProps(), adagrads());
  }

  @Provide
  Arbitrary<Sgd> sgds() {
    return Combinators.combine(
            rate(), orZero(0.99), Arbitraries.of(-0.5, 0.0, 0.3, 1.0), flag(), orZero(0.5), flag())
        .as(
            (eta, momentum, dampening, nesterov, decay, maximize) ->
                nesterov && momentum > 0
                    ? new Sgd(eta, momentum, 0, true, decay, maximize)
                    : new Sgd(eta, momentum, dampening, false, decay, maximize));
  }

  private static Arbitrary<Adam> adams() {
    return Combinators.combine(
            rate(),
            orZero(0.99),
            orZero(0.999),
            Arbitraries.of(1e-8, 1e-3),
            orZero(0.5),
            flag(),
            flag())
        .as(Adam::new);
  }

  private static Arbitrary<AdamW> adamWs() {
    return Combinators.combine(adams(), orZero(0.5))
        .as((adam, decay) -> new AdamW(adam.withWeightDecay(0), decay));
  }

  private static Arbitrary<RmsProp> rmsProps() {
    return Combinators.combine(
            rate(),
            orZero(0.99),
            Arbitraries.of(1e-8, 1e-3),
            orZero(0.5),
            orZero(0.99),
            flag(),
            flag())
        .as(RmsProp::new);
  }

  private static Arbitrary<Adagrad> adagrads() {
    return Combinators.combine(
            rate(), orZero(0.5), orZero(0.5), orZero(2), Arbitraries.of(1e-10, 1e-3), flag())
        .as(Adagrad::new);
  }

  private static Arbitrary<Double> rate() {
    return Arbitraries.doubles().between(1e-4, 0.5).ofScale(6);
  }

  /** Numbers up to a bound, the bound itself and zero among them. */
  private static Arbitrary<Double> orZero(double bound) {
    return Arbitraries.oneOf(
        Arbitraries.of(0.0, bound), Arbitraries.doubles().between(0, bound).ofScale(6));
  }

  private static Arbitrary<Boolean> flag() {
    return Arbitraries.of(false, true);
  }
}
