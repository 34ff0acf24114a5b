package org.gradus.whole.proofs.lesson;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gradus.check.LeastSquares;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Sample;
import org.gradus.learn.nn.MeanSquaredError;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Vector;

/**
 * A problem of linear regression: inputs with a column of ones, and targets.
 *
 * @param x the inputs
 * @param y the targets
 */
public record Problem(Matrix<Sample, Coefficient> x, Vector<Sample> y) {

  /** Slope and intercept. */
  public static final Dim<Coefficient> COEFFICIENTS = Dim.of(Coefficient.class, 2);

  /** Returns the lesson's problem: {@code n} points about the line 3x + 2, with uniform noise. */
  public static Problem drawn(int n, RandomGenerator random) {
    Dim<Sample> samples = Dim.of(Sample.class, n);
    Matrix<Sample, Coefficient> x = Matrix.ones(samples, COEFFICIENTS);
    x.column(0).uniform_(-1, 1, random);
    return new Problem(x, x.matmul(coefficients(3, 2)).add(Vector.rand(samples, random)));
  }

  /** Returns the lesson's problem of 100 points. */
  public static Problem drawn(long seed) {
    return drawn(100, generator(seed));
  }

  /** Returns four points on the line 3x + 2, without noise. */
  public static Problem exact() {
    Dim<Sample> samples = Dim.of(Sample.class, 4);
    return new Problem(
        Matrix.of(samples, COEFFICIENTS, -1, 1, -0.5, 1, 0.5, 1, 1, 1),
        Vector.of(samples, -1, 0.5, 3.5, 5));
  }

  /** Returns slope and intercept as a vector. */
  public static Vector<Coefficient> coefficients(double slope, double intercept) {
    return Vector.of(COEFFICIENTS, slope, intercept);
  }

  /** Returns the generator of random numbers that all examples use. */
  public static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Computes the mean squared error of coefficients. */
  public Scalar loss(Vector<Coefficient> a) {
    return MeanSquaredError.of(x.matmul(a), y);
  }

  /** Computes the gradient of the loss by the graph. */
  public Vector<Coefficient> gradient(Vector<Coefficient> at) {
    Vector<Coefficient> a = at.detach().clone().requiresGrad_();
    loss(a).backward();
    return a.grad();
  }

  /** Returns the closed forms of this problem. */
  public LeastSquares leastSquares() {
    double[][] rows = new double[x.rowDim().length()][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = x.row(i).toArray();
    }
    return LeastSquares.of(rows, y.toArray());
  }
}
