package org.gradus.check;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * The closed forms of linear regression: where gradient descent ends, and where it is at each step.
 *
 * <pre>
 *   L(w) = ‖X·w − y‖² / n          X: [n, d]   y: [n]   w: [d]
 *   ∇L   = 2·Xᵀ·(X·w − y) / n
 *   H    = 2·Xᵀ·X / n              H: [d, d]
 * </pre>
 *
 * <p>X is taken as it is: a model with an intercept brings a column of ones. Nothing here iterates
 * a step of descent or calls a gradient, so that it can bear witness on code that does. X is
 * decomposed once by singular values, X = U·Σ·Vᵀ; XᵀX, whose condition is the square of that of X,
 * is never formed on the way to an answer.
 */
// [impl->check~least-squares~1]
public final class LeastSquares {

  /**
   * Share of the largest singular value, times max(n, d), below which a singular value is zero.
   *
   * <p>2⁻⁴⁸ is 16 roundings: a dependent column comes out with a singular value of a few roundings.
   * The nearly collinear columns of Longley, in their own units, stand 2·10⁻¹⁰ apart.
   */
  private static final double ZERO_SHARE = 0x1p-48;

  private final RealMatrix x;
  private final RealVector y;
  private final SingularValueDecomposition svd;
  private final int rank;

  private LeastSquares(RealMatrix x, RealVector y) {
    this.x = x;
    this.y = y;
    svd = new SingularValueDecomposition(x);
    rank = rank(svd.getSingularValues(), Math.max(x.getRowDimension(), x.getColumnDimension()));
  }

  /**
   * Decomposes a problem of least squares.
   *
   * @param x inputs, [n, d], copied
   * @param y targets, [n], copied
   * @throws IllegalArgumentException if x has no row or no column, its rows differ in length, y has
   *     another number of rows, or a value is not finite
   */
  public static LeastSquares of(double[][] x, double[] y) {
    requireProblem(x, y);
    return new LeastSquares(new Array2DRowRealMatrix(x), new ArrayRealVector(y));
  }

  /** Counts the singular values of X above max(n, d)·2⁻⁴⁸ times the largest. */
  public int rank() {
    return rank;
  }

  /** Asks whether the columns of X are independent, so that there is one solution. */
  public boolean hasFullRank() {
    return rank == x.getColumnDimension();
  }

  /**
   * Solves by QR with Householder reflections: X = Q·R, R·w = Qᵀ·y.
   *
   * <p>Independent of {@link #solutionBySvd}, and indifferent to the units of the columns.
   *
   * @return the one w with the smallest L(w), [d]
   * @throws IllegalStateException if the columns of X are dependent
   */
  public double[] solutionByQr() {
    if (!hasFullRank()) {
      throw new IllegalStateException(
          "least squares by QR: the columns of x must be independent; %d columns have rank %d"
                  .formatted(x.getColumnDimension(), rank)
              + "\nask solutionBySvd(), the smallest of the many solutions");
    }
    return new QRDecomposition(x).getSolver().solve(y).toArray();
  }

  /**
   * Solves by singular values: w = Σᵢ vᵢ·(uᵢᵀ·y)/σᵢ over the rank.
   *
   * @return of all w with the smallest L(w) the one with the smallest ‖w‖, [d]
   */
  public double[] solutionBySvd() {
    RealVector w = new ArrayRealVector(x.getColumnDimension());
    for (int i = 0; i < rank; i++) {
      double share = svd.getU().getColumnVector(i).dotProduct(y) / svd.getSingularValues()[i];
      w = w.add(svd.getV().getColumnVector(i).mapMultiply(share));
    }
    return w.toArray();
  }

  /** Returns the solution by QR where there is one solution, else the smallest one, [d]. */
  public double[] solution() {
    return hasFullRank() ? solutionByQr() : solutionBySvd();
  }

  /** Returns the residuals y − X·w* at the solution, [n]. */
  public double[] residuals() {
    return residualVector().toArray();
  }

  /** Returns ‖y − X·w*‖². */
  public double residualSumOfSquares() {
    RealVector residual = residualVector();
    return residual.dotProduct(residual);
  }

  /** Returns L(w*) = ‖y − X·w*‖² / n, the least mean squared error there is. */
  public double meanSquaredError() {
    return residualSumOfSquares() / x.getRowDimension();
  }

  /** Returns H = 2·Xᵀ·X / n, [d, d], the same at every w. */
  public double[][] hessian() {
    return x.transpose().multiply(x).scalarMultiply(2.0 / x.getRowDimension()).getData();
  }

  /**
   * Returns the eigenvalues of H, λᵢ = 2·σᵢ²/n, the largest first, [d].
   *
   * <p>Taken from X and not from H: rounding in H hides an eigenvalue below 10⁻¹⁶ of the largest,
   * and Longley's smallest is 4·10⁻²⁰ of it. Beyond the rank they are exactly 0.
   */
  public double[] eigenvalues() {
    double[] eigenvalues = new double[x.getColumnDimension()];
    for (int i = 0; i < rank; i++) {
      double singular = svd.getSingularValues()[i];
      eigenvalues[i] = 2 * singular * singular / x.getRowDimension();
    }
    return eigenvalues;
  }

  /** Returns λmax, the curvature of L in its steepest direction. */
  public double largestEigenvalue() {
    return eigenvalues()[0];
  }

  /** Returns λmin, the curvature of L in its flattest direction; 0 if columns are dependent. */
  public double smallestEigenvalue() {
    return eigenvalues()[x.getColumnDimension() - 1];
  }

  /**
   * Returns 2/λmax, the learning rate below which gradient descent converges from every start.
   *
   * <p>Above it the error along the steepest direction grows by |1 − ηλmax| at each step. Infinite
   * if X is zero.
   */
  public double learningRateBound() {
    return 2 / largestEigenvalue();
  }

  /**
   * Returns the point gradient descent approaches: the solution nearest to the start.
   *
   * <pre>
   *   w* = w₊ + (I − V·Vᵀ)·w0        w₊: the smallest solution   V: [d, rank]
   * </pre>
   *
   * <p>With independent columns it is the one solution. Otherwise no gradient has a part in the
   * null space of X, so that the part of w0 that lies there stays as it is.
   *
   * @param w0 start, [d]
   * @throws IllegalArgumentException if w0 has not d values
   */
  public double[] limit(double[] w0) {
    requireWeights(w0);
    if (hasFullRank()) {
      return solutionByQr();
    }
    RealVector start = new ArrayRealVector(w0);
    RealVector limit = new ArrayRealVector(solutionBySvd()).add(start);
    for (int i = 0; i < rank; i++) {
      RealVector v = svd.getV().getColumnVector(i);
      limit = limit.subtract(v.mapMultiply(v.dotProduct(start)));
    }
    return limit.toArray();
  }

  /**
   * Returns the weights of gradient descent after a number of steps, without taking them.
   *
   * <pre>
   *   w(t) = w* + (I − ηH)ᵗ·(w0 − w*) = w* + Σᵢ vᵢ·(1 − ηλᵢ)ᵗ·vᵢᵀ·(w0 − w*)
   * </pre>
   *
   * <p>with the eigenpairs (λᵢ, vᵢ) of H over the rank and w* of {@link #limit}.
   *
   * @param t steps, at least 0
   * @param eta learning rate η per step, finite
   * @param w0 start, [d]
   * @return w(t), [d]; values beyond the largest double come out infinite or NaN
   * @throws IllegalArgumentException if t is negative, eta is not finite, or w0 has not d values
   */
  public double[] iterate(int t, double eta, double[] w0) {
    if (t < 0) {
      throw new IllegalArgumentException(
          "iterate: the number of steps must be at least 0; t is " + t);
    }
    if (!Double.isFinite(eta)) {
      throw new IllegalArgumentException(
          "iterate: the learning rate must be finite; eta is " + eta);
    }
    RealVector limit = new ArrayRealVector(limit(w0));
    RealVector offset = new ArrayRealVector(w0).subtract(limit);
    double[] eigenvalues = eigenvalues();
    RealVector w = limit;
    for (int i = 0; i < rank; i++) {
      RealVector v = svd.getV().getColumnVector(i);
      double share = Math.pow(1 - eta * eigenvalues[i], t) * v.dotProduct(offset);
      w = w.add(v.mapMultiply(share));
    }
    return w.toArray();
  }

  private RealVector residualVector() {
    return y.subtract(x.operate(new ArrayRealVector(solution())));
  }

  private static int rank(double[] singularValues, int size) {
    int rank = 0;
    while (rank < singularValues.length
        && singularValues[rank] > size * ZERO_SHARE * singularValues[0]) {
      rank++;
    }
    return rank;
  }

  private void requireWeights(double[] w) {
    if (w.length != x.getColumnDimension()) {
      throw new IllegalArgumentException(
          "least squares: there must be one weight a column of x, %d; w0 has %d"
              .formatted(x.getColumnDimension(), w.length));
    }
  }

  private static void requireProblem(double[][] x, double[] y) {
    if (x.length == 0 || x[0].length == 0) {
      throw new IllegalArgumentException(
          "least squares: x must have a row and a column; it is [%d, %d]"
              .formatted(x.length, x.length == 0 ? 0 : x[0].length));
    }
    if (x.length != y.length) {
      throw new IllegalArgumentException(
          "least squares: x and y must have as many rows; x has %d and y has %d"
              .formatted(x.length, y.length));
    }
    for (int i = 0; i < x.length; i++) {
      if (x[i].length != x[0].length) {
        throw new IllegalArgumentException(
            "least squares: the rows of x must have equal length; row 0 has %d and row %d has %d"
                .formatted(x[0].length, i, x[i].length));
      }
      requireFinite("x[" + i + "]", x[i]);
    }
    requireFinite("y", y);
  }

  private static void requireFinite(String what, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "least squares: every value must be finite; %s[%d] is %s"
                .formatted(what, i, values[i]));
      }
    }
  }
}
