package org.gradus.check.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.gradus.check.law.UpdateRule.Means;
import org.gradus.check.law.UpdateRule.Momentum;

/**
 * What must hold of a training loop: where each step leads is known without running one.
 *
 * <pre>
 *   descent   wₜ = c + (1 − η·h)ᵗ·(w₀ − c)
 *   momentum  (wₜ, vₜ, 1) = Aᵗ⁻¹·(w₁, v₁, 1), a power of a matrix
 *   Adam      wₜ = wₜ₋₁ − η·mean(g)/(√mean(g²) + ε), means of all gradients so far, the weight of
 *             the one of k steps ago being βᵏ
 * </pre>
 */
// [impl->check~update-laws~1]
public final class TrainerLaws {
  static final String DESCENT = "plain descent";
  static final String MOMENTUM = "momentum";
  static final String DECAY = "weight decay";
  static final String CLIMBING = "climbing";
  static final String MEANS = "running means";
  static final String LARGEST = "largest square";

  private static final int STEPS = 20;
  private static final int SIZE = 3;

  /**
   * Twenty steps of at most ten roundings of 2⁻⁵³, and the powers of a matrix with as many again:
   * 4·10⁻¹⁴ of the largest number of the trajectory; a momentum of 0.9 adds up ten of them.
   */
  private static final double TOLERANCE = 1e-12;

  private static final LawBook<Trainer> BOOK =
      new LawBook<>(
          "optimizers",
          List.of(
              law(
                  DESCENT,
                  "Each step of plain descent leaves the same share of the way to the bottom.",
                  random -> new Momentum(rate(random), 0, 0, false, 0, false)),
              law(
                  MOMENTUM,
                  "A step with momentum, dampening or Nesterov's form is a product with a matrix.",
                  random -> momentum(random, 0, false)),
              law(
                  DECAY,
                  "So it is with weight decay, which belongs to the gradient.",
                  random -> momentum(random, random.nextDouble(0.05, 0.3), false)),
              law(
                  CLIMBING,
                  "To maximize turns the gradient of the loss around, and no more than that.",
                  random -> momentum(random, random.nextDouble(0.05, 0.3), true)),
              law(
                  MEANS,
                  "Adam goes by weighted means of all gradients and of their squares.",
                  random -> means(random, false)),
              law(
                  LARGEST,
                  "With AMSGrad the mean of the squares never falls.",
                  random -> means(random, true))),
          PlainTrainer::new,
          TrainerMistakes.all());

  private TrainerLaws() {}

  /** The laws of training loops, and what people get wrong about them. */
  public static LawBook<Trainer> book() {
    return BOOK;
  }

  private static double rate(RandomGenerator random) {
    return random.nextDouble(0.02, 0.1);
  }

  private static Momentum momentum(RandomGenerator random, double decay, boolean maximize) {
    boolean nesterov = random.nextBoolean();
    return new Momentum(
        rate(random),
        random.nextDouble(0.3, 0.9),
        nesterov ? 0 : random.nextDouble(0.1, 0.5),
        nesterov,
        decay,
        maximize);
  }

  private static Means means(RandomGenerator random, boolean amsgrad) {
    return new Means(
        rate(random),
        random.nextDouble(0.3, 0.9),
        random.nextDouble(0.3, 0.9),
        random.nextDouble(0.01, 0.1),
        random.nextDouble(0.05, 0.3),
        amsgrad,
        false);
  }

  private static Law<Trainer> law(
      String name, String statement, Function<RandomGenerator, UpdateRule> rule) {
    return Law.of(
        name, statement, (trainer, random) -> objection(trainer, rule.apply(random), random));
  }

  /**
   * Starts and bottoms lie on two sides of zero and a good way apart, so that no gradient comes
   * near zero, where Adam would enlarge its rounding.
   */
  private static Optional<String> objection(
      Trainer trainer, UpdateRule rule, RandomGenerator random) {
    double[] start = new double[SIZE];
    double[] bottom = new double[SIZE];
    double[] curvature = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      double side = random.nextBoolean() ? 1 : -1;
      start[i] = side * random.nextDouble(2.5, 4);
      bottom[i] = -side * random.nextDouble(0.5, 2);
      curvature[i] = random.nextDouble(0.5, 2);
    }
    List<double[]> actual = trainer.run(rule, new Bowl(curvature, bottom), start.clone(), STEPS);
    return IntStream.range(0, SIZE)
        .mapToObj(
            i ->
                objection(
                    actual.stream().map(w -> w[i]).toList(),
                    expected(rule, curvature[i], bottom[i], start[i])))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> objection(List<Double> actual, double... expected) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    return IntStream.range(0, expected.length)
        .filter(t -> !(Math.abs(actual.get(t) - expected[t]) <= TOLERANCE * largest))
        .mapToObj(
            t ->
                "after %d steps a parameter must be %s, and is %s"
                    .formatted(t + 1, expected[t], actual.get(t)))
        .findFirst();
  }

  /** One parameter after each step. */
  private static double[] expected(UpdateRule rule, double h, double c, double start) {
    if (rule instanceof Means means) {
      return byMeans(means, w -> h * (w - c), start);
    }
    Momentum momentum = (Momentum) rule;
    return momentum.momentum() == 0
        ? IntStream.rangeClosed(1, STEPS)
            .mapToDouble(t -> c + Math.pow(1 - momentum.rate() * h, t) * (start - c))
            .toArray()
        : byPowers(momentum, h, c, start);
  }

  /** g = p·w + q, so that a step is linear in (w, v, 1). */
  private static double[] byPowers(Momentum rule, double h, double c, double start) {
    double sign = rule.maximize() ? -1 : 1;
    double p = sign * h + rule.decay();
    double q = -sign * h * c;
    RealMatrix first = step(rule, 0, 1, p, q);
    RealMatrix later = step(rule, rule.momentum(), 1 - rule.dampening(), p, q);
    double[] begin = first.operate(new double[] {start, 0, 1});
    return IntStream.range(0, STEPS).mapToDouble(t -> later.power(t).operate(begin)[0]).toArray();
  }

  /** v′ = kept·v + taken·g, and w′ = w − η·v′ or w − η·(g + μ·v′). */
  private static RealMatrix step(Momentum rule, double kept, double taken, double p, double q) {
    double ofVelocity = rule.rate() * (rule.nesterov() ? rule.momentum() : 1);
    double ofGradient = ofVelocity * taken + (rule.nesterov() ? rule.rate() : 0);
    return MatrixUtils.createRealMatrix(
        new double[][] {
          {1 - ofGradient * p, -ofVelocity * kept, -ofGradient * q},
          {taken * p, kept, taken * q},
          {0, 0, 1}
        });
  }

  private static double[] byMeans(Means rule, ToDoubleFunction<Double> slope, double start) {
    double w = start;
    List<Double> gradients = new ArrayList<>();
    List<Double> squares = new ArrayList<>();
    double[] trajectory = new double[STEPS];
    for (int t = 0; t < STEPS; t++) {
      double g = slope.applyAsDouble(w) + rule.decay() * w;
      gradients.add(g);
      squares.add(g * g);
      double square =
          rule.amsgrad()
              ? largestSum(rule.beta2(), squares) / weights(rule.beta2(), squares.size())
              : weighted(rule.beta2(), squares) / weights(rule.beta2(), squares.size());
      double mean = weighted(rule.beta1(), gradients) / weights(rule.beta1(), gradients.size());
      w -= rule.rate() * mean / (Math.sqrt(square) + rule.eps());
      trajectory[t] = w;
    }
    return trajectory;
  }

  private static double largestSum(double beta, List<Double> numbers) {
    return IntStream.rangeClosed(1, numbers.size())
        .mapToDouble(count -> weighted(beta, numbers.subList(0, count)))
        .max()
        .orElse(0);
  }

  /** Σ βᵏ times the number of k steps ago. */
  private static double weighted(double beta, List<Double> numbers) {
    int last = numbers.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToDouble(k -> Math.pow(beta, k) * numbers.get(last - k))
        .sum();
  }

  private static double weights(double beta, int count) {
    return IntStream.range(0, count).mapToDouble(k -> Math.pow(beta, k)).sum();
  }
}
