package org.gradus.learn.data;

import java.util.Arrays;
import java.util.List;
import org.gradus.tensor.IndexTensor;

/**
 * Columns shifted to mean 0 and scaled to deviation 1.
 *
 * <pre>
 *   z = (x − μ) / σ        μ = Σx / n        σ² = Σ(x − μ)² / n        X, Z: [n, d]   μ, σ: [d]
 * </pre>
 *
 * <p>σ is the population deviation, with n and not n − 1 below the line. So the mean of z² is
 * exactly 1, and the Hessian of the mean squared error over Z is twice the matrix of correlations:
 * its eigenvalues add up to 2d, whatever the units of X were. The sample deviation is larger by
 * √(n/(n−1)).
 *
 * <p>The mean is taken in two passes, the second one adding the mean of what the first left over;
 * sums run down the rows.
 */
// [impl->learn~standardize~1]
public final class Standardizer {

  private static final int FEWEST_ROWS = 2;

  private final List<String> names;
  private final double[] means;
  private final double[] deviations;

  private Standardizer(List<String> names, double[] means, double[] deviations) {
    this.names = List.copyOf(names);
    this.means = means;
    this.deviations = deviations;
  }

  /**
   * Fits means and deviations to columns of a table.
   *
   * @throws DataException if a column cannot be read as numbers or is constant, or there is one row
   */
  public static Standardizer fit(Table table, List<String> names) {
    return fit(" of " + table.source(), names, table.matrix(names));
  }

  /**
   * Fits means and deviations to the columns of a matrix.
   *
   * @param names one name a column, for messages
   * @param x values, [n, d]
   * @throws DataException if there are fewer than two rows, a row has another length than the
   *     names, a value is not finite, or a column is constant
   */
  public static Standardizer fit(List<String> names, double[][] x) {
    return fit("", names, x);
  }

  /**
   * Fits means and deviations to some rows of a matrix, those to learn from. The others are not
   * looked at: whatever they hold changes nothing, and is no part of what is known.
   *
   * @param names one name a column, for messages
   * @param x values, [n, d]
   * @param rows indices from 0 to n − 1
   * @throws DataException under the conditions of the other form, or if a row is not there
   */
  public static Standardizer fit(List<String> names, double[][] x, IndexTensor rows) {
    RowIndices.check("standardize the columns", rows, x.length);
    return fit(names, Arrays.stream(rows.toArray()).mapToObj(i -> x[i]).toArray(double[][]::new));
  }

  private static Standardizer fit(String source, List<String> names, double[][] x) {
    if (x.length < FEWEST_ROWS) {
      throw DataException.tooFewRowsToStandardize(source, x.length);
    }
    double[] means = new double[names.size()];
    double[] deviations = new double[names.size()];
    for (double[] row : x) {
      requireWidth("standardize the columns" + source, names, row.length);
    }
    for (int j = 0; j < means.length; j++) {
      requireFinite(source, names.get(j), x, j);
      requireSpread(source, names.get(j), x, j);
      means[j] = mean(x, j);
      deviations[j] = deviation(x, j, means[j]);
      if (!(deviations[j] > 0 && Double.isFinite(deviations[j]))) {
        throw DataException.spreadOutOfRange(source, names.get(j), deviations[j]);
      }
    }
    return new Standardizer(names, means, deviations);
  }

  /** Lists the names of the columns. */
  public List<String> names() {
    return names;
  }

  /** Returns the means μ, [d], in the units of the columns. */
  public double[] means() {
    return means.clone();
  }

  /** Returns the population deviations σ, [d], in the units of the columns. */
  public double[] deviations() {
    return deviations.clone();
  }

  /**
   * Standardizes rows: z = (x − μ) / σ.
   *
   * @param x values in the original units, [any, d]
   * @throws DataException if a row does not have d values
   */
  public double[][] apply(double[][] x) {
    double[][] z = new double[x.length][names.size()];
    for (int i = 0; i < x.length; i++) {
      requireWidth("standardize", names, x[i].length);
      for (int j = 0; j < names.size(); j++) {
        z[i][j] = (x[i][j] - means[j]) / deviations[j];
      }
    }
    return z;
  }

  /**
   * Returns standardized rows to the original units: x = z·σ + μ.
   *
   * @param z standardized values, [any, d]
   * @throws DataException if a row does not have d values
   */
  public double[][] invert(double[][] z) {
    double[][] x = new double[z.length][names.size()];
    for (int i = 0; i < z.length; i++) {
      requireWidth("invert", names, z[i].length);
      for (int j = 0; j < names.size(); j++) {
        x[i][j] = z[i][j] * deviations[j] + means[j];
      }
    }
    return x;
  }

  /**
   * Maps the weights of a linear model fitted on standardized columns to the original units.
   *
   * <pre>
   *   Z·w + b = X·w′ + b′        w′ = w / σ        b′ = b − Σ w·μ/σ        w, w′: [d]
   * </pre>
   *
   * @param w change of the prediction for each deviation of a column, [d]
   * @return w′, the change of the prediction for each unit of a column, [d]
   * @throws DataException if there are not d weights
   */
  public double[] originalWeights(double[] w) {
    requireWidth("map weights", names, w.length);
    double[] original = new double[w.length];
    for (int j = 0; j < w.length; j++) {
      original[j] = w[j] / deviations[j];
    }
    return original;
  }

  /**
   * Maps the intercept of a linear model fitted on standardized columns to the original units.
   *
   * @param w weights on the standardized columns, [d]
   * @param b intercept on the standardized columns: the prediction where each column has its mean
   * @return b′ = b − Σ w·μ/σ, the prediction where each column is 0 in its own units
   * @throws DataException if there are not d weights
   */
  public double originalIntercept(double[] w, double b) {
    double[] original = originalWeights(w);
    double shift = 0;
    for (int j = 0; j < w.length; j++) {
      shift += original[j] * means[j];
    }
    return b - shift;
  }

  private static double mean(double[][] x, int column) {
    double sum = 0;
    for (double[] row : x) {
      sum += row[column];
    }
    double first = sum / x.length;
    double left = 0;
    for (double[] row : x) {
      left += row[column] - first;
    }
    return first + left / x.length;
  }

  private static double deviation(double[][] x, int column, double mean) {
    double squares = 0;
    for (double[] row : x) {
      squares += (row[column] - mean) * (row[column] - mean);
    }
    return Math.sqrt(squares / x.length);
  }

  private static void requireWidth(String what, List<String> names, int given) {
    if (given != names.size()) {
      throw DataException.columnsDiffer(what, names, given);
    }
  }

  private static void requireFinite(String source, String name, double[][] x, int column) {
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i][column])) {
        throw DataException.valueNotFinite(source, name, i, x[i][column]);
      }
    }
  }

  private static void requireSpread(String source, String name, double[][] x, int column) {
    for (double[] row : x) {
      if (row[column] != x[0][column]) {
        return;
      }
    }
    throw DataException.constantColumn(source, name, x[0][column]);
  }
}
