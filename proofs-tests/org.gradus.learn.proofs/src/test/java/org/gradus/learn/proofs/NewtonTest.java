package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Standardizer;
import org.gradus.learn.data.Table;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/**
 * Newton's method on logistic regression: gradient and Hessian of the likelihood lead to its
 * maximum in a handful of steps.
 *
 * <pre>
 *   L(w) = Σ ln(1 + e^zᵢ) − yᵢ·zᵢ,  z = X·w      w ← w − H⁻¹·∇L
 *   ∇L = Xᵀ(σ(z) − y)    H = Xᵀ·diag(σ(z)(1 − σ(z)))·X
 * </pre>
 *
 * <p>Versicolor against virginica of Iris, sepals, standardized, with a column of ones: the classes
 * overlap, so the maximum is finite.
 */
// [proof->autograd~derivatives~1]
class NewtonTest {

  /** Sums of a hundred terms of size one, and a system of condition below 100. */
  private static final double ROUNDING = 1e-12;

  private static final int MOST_STEPS = 6;

  private final double[][] x;
  private final double[] y;
  private final Tensor features;
  private final Tensor labels;

  NewtonTest() {
    Table iris = ExampleData.IRIS.table();
    List<String> names = List.of("sepal_length", "sepal_width");
    double[][] all = iris.matrix(names);
    List<double[]> rows = new ArrayList<>();
    List<Double> classes = new ArrayList<>();
    for (int row = 0; row < all.length; row++) {
      String species = iris.text("species").get(row);
      if (!species.equals("setosa")) {
        rows.add(all[row]);
        classes.add(species.equals("virginica") ? 1.0 : 0.0);
      }
    }
    double[][] chosen = rows.toArray(double[][]::new);
    double[][] standard = Standardizer.fit(names, chosen).apply(chosen);
    x = new double[standard.length][];
    for (int row = 0; row < x.length; row++) {
      x[row] = new double[] {standard[row][0], standard[row][1], 1};
    }
    y = classes.stream().mapToDouble(Double::doubleValue).toArray();
    features = Tensor.of(x);
    labels = Tensor.of(y);
  }

  @Test
  void maximumIsReachedInAHandfulOfSteps() {
    Tensor w = Tensor.zeros(3);
    List<Double> norms = new ArrayList<>();
    while (norms.size() < MOST_STEPS) {
      norms.add(new ArrayRealVector(gradient(w)).getNorm());
      w = w.sub(newtonStep(w));
    }
    assertThat(norms.get(0)).isGreaterThan(10);
    assertThat(norms.get(MOST_STEPS - 1)).as("gradient at the maximum").isLessThan(ROUNDING * 100);
    double[] reweighted = reweightedLeastSquares();
    for (int i = 0; i < 3; i++) {
      assertThat(w.at(i)).isCloseTo(reweighted[i], within(ROUNDING * Math.abs(reweighted[i]) * 10));
    }
    assertThatNothingIsBetter(w);
  }

  @Test
  void convergenceIsQuadratic() {
    Tensor w = Tensor.zeros(3);
    List<Double> norms = new ArrayList<>();
    for (int step = 0; step < MOST_STEPS - 1; step++) {
      w = w.sub(newtonStep(w));
      norms.add(new ArrayRealVector(gradient(w)).getNorm());
    }
    for (int step = 3; step < norms.size(); step++) {
      double before = norms.get(step - 1);
      assertThat(norms.get(step)).isLessThan(Math.max(2 * before * before, 1e-11));
    }
  }

  @Test
  void gradientAndHessianAreThoseOfTheFormulas() {
    Random random = new Random(7);
    for (int trial = 0; trial < 20; trial++) {
      Tensor w = Tensor.randn(random, 3);
      RealMatrix design = new Array2DRowRealMatrix(x);
      double[] z = design.operate(w.toArray());
      double[] residual = new double[z.length];
      double[] weight = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        double p = 1 / (1 + Math.exp(-z[i]));
        residual[i] = p - y[i];
        weight[i] = p * (1 - p);
      }
      double[] gradient = design.preMultiply(residual);
      RealMatrix hessian =
          design
              .transpose()
              .multiply(MatrixUtils.createRealDiagonalMatrix(weight))
              .multiply(design);
      assertThat(gradient(w)).containsExactly(gradient, within(ROUNDING * 100));
      double[] entries = Derivatives.hessian(this::loss, w).toArray();
      for (int i = 0; i < 9; i++) {
        assertThat(entries[i]).isCloseTo(hessian.getEntry(i / 3, i % 3), within(ROUNDING * 100));
      }
      assertThat(new EigenDecomposition(hessian).getRealEigenvalue(2))
          .as("the likelihood is concave")
          .isPositive();
    }
  }

  private Tensor loss(Tensor w) {
    Tensor z = features.mv(w);
    return z.exp().log1p().sub(labels.mul(z)).sum();
  }

  private double[] gradient(Tensor w) {
    Tensor leaf = w.detach().requiresGrad_();
    return Autograd.gradient(loss(leaf), leaf).toArray();
  }

  private Tensor newtonStep(Tensor w) {
    RealMatrix hessian = matrix(Derivatives.hessian(this::loss, w));
    RealVector gradient = new ArrayRealVector(gradient(w));
    return Tensor.of(new LUDecomposition(hessian).getSolver().solve(gradient).toArray());
  }

  private static RealMatrix matrix(Tensor square) {
    int n = square.size(0);
    RealMatrix matrix = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix.setEntry(i, j, square.at(i, j));
      }
    }
    return matrix;
  }

  /** The textbook's way to the same maximum, on plain arrays: no tensor, no derivative. */
  private double[] reweightedLeastSquares() {
    RealMatrix design = new Array2DRowRealMatrix(x);
    RealVector w = new ArrayRealVector(3);
    for (int step = 0; step < 12; step++) {
      double[] z = design.operate(w).toArray();
      double[] weight = new double[z.length];
      double[] response = new double[z.length];
      for (int i = 0; i < z.length; i++) {
        double p = 1 / (1 + Math.exp(-z[i]));
        weight[i] = p * (1 - p);
        response[i] = weight[i] * z[i] + y[i] - p;
      }
      RealMatrix normal =
          design
              .transpose()
              .multiply(MatrixUtils.createRealDiagonalMatrix(weight))
              .multiply(design);
      w =
          new LUDecomposition(normal)
              .getSolver()
              .solve(new ArrayRealVector(design.preMultiply(response)));
    }
    return w.toArray();
  }

  private void assertThatNothingIsBetter(Tensor w) {
    double least = loss(w).item();
    Random random = new Random(11);
    for (int trial = 0; trial < 200; trial++) {
      double scale = Math.pow(10, -random.nextInt(5));
      assertThat(loss(w.add(Tensor.randn(random, 3).mul(scale))).item()).isGreaterThan(least);
    }
  }
}
