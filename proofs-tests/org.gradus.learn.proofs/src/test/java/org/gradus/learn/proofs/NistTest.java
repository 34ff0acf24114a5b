package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.check.LeastSquares;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Table;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * The closed forms against values that NIST computed in 500 digits and certified to 15.
 *
 * <pre>
 *   digits = −log₁₀(|computed − certified| / |certified|), at most 15
 * </pre>
 *
 * <p>The data enter in their own units, with a column of ones first. The digits reached are written
 * to {@code target/evidence/nist.json}.
 */
// [proof->check~least-squares~1]
class NistTest {

  /** As many as the certified values have. */
  private static final double MOST_DIGITS = 15;

  /** Demanded of QR, whose error does not depend on the units of the columns. */
  private static final double NORRIS_DIGITS = 11;

  private static final double LONGLEY_DIGITS = 9;

  /** Demanded of singular values, which suffer from units: a large column hides a small one. */
  private static final double NORRIS_DIGITS_BY_SVD = 11;

  private static final double LONGLEY_DIGITS_BY_SVD = 8;

  private static final List<String> EVIDENCE = new ArrayList<>();

  @Test
  void norrisReachesItsCertifiedValues() {
    var problem = new Certified(ExampleData.NORRIS, "norris-certified.csv");
    assertThat(problem.digitsByQr()).allMatch(digits -> digits >= NORRIS_DIGITS);
    assertThat(problem.digitsBySvd()).allMatch(digits -> digits >= NORRIS_DIGITS_BY_SVD);
    assertThat(problem.digitsOfResidualDeviation()).isGreaterThanOrEqualTo(NORRIS_DIGITS);
    EVIDENCE.add(problem.evidence());
  }

  @Test
  void longleyReachesItsCertifiedValues() {
    var problem = new Certified(ExampleData.LONGLEY, "longley-certified.csv");
    assertThat(problem.digitsByQr()).allMatch(digits -> digits >= LONGLEY_DIGITS);
    assertThat(problem.digitsBySvd()).allMatch(digits -> digits >= LONGLEY_DIGITS_BY_SVD);
    assertThat(problem.digitsOfResidualDeviation()).isGreaterThanOrEqualTo(LONGLEY_DIGITS);
    EVIDENCE.add(problem.evidence());
  }

  @AfterAll
  static void writeEvidence() throws IOException {
    Path file = Path.of("target", "evidence", "nist.json");
    Files.createDirectories(file.toAbsolutePath().getParent());
    String problems = EVIDENCE.stream().sorted().collect(Collectors.joining(",\n"));
    Files.writeString(file, "{\n" + problems + "\n}\n");
  }

  /** One data set with its certified coefficients B0, B1, ... and deviation of the residuals. */
  private static final class Certified {

    private final String name;
    private final LeastSquares closed;
    private final int freedom;
    private final double[] coefficients;
    private final double residualDeviation;

    Certified(ExampleData data, String certified) {
      name = data.name().toLowerCase(Locale.ROOT);
      Table table = data.table();
      List<String> inputs = table.names().subList(0, table.names().size() - 1);
      closed = LeastSquares.of(withOnes(table.matrix(inputs)), table.numbers(data.target()));
      double[] values = Table.read(resource(certified)).numbers("value");
      coefficients = Arrays.copyOf(values, values.length - 1);
      residualDeviation = values[values.length - 1];
      freedom = table.rowCount() - coefficients.length;
    }

    List<Double> digitsByQr() {
      return digits(closed.solutionByQr());
    }

    List<Double> digitsBySvd() {
      return digits(closed.solutionBySvd());
    }

    double digitsOfResidualDeviation() {
      return digits(Math.sqrt(closed.residualSumOfSquares() / freedom), residualDeviation);
    }

    String evidence() {
      return """
        "%s": {
          "qr": %s,
          "svd": %s,
          "residual_sd": %s,
          "eigenvalue_ratio": %s
        }"""
          .formatted(
              name,
              json(digitsByQr()),
              json(digitsBySvd()),
              rounded(digitsOfResidualDeviation()),
              String.format(
                  Locale.ROOT, "%.2e", closed.smallestEigenvalue() / closed.largestEigenvalue()))
          .indent(2)
          .stripTrailing();
    }

    private List<Double> digits(double[] computed) {
      return IntStream.range(0, coefficients.length)
          .mapToObj(j -> digits(computed[j], coefficients[j]))
          .toList();
    }

    private static double digits(double computed, double certified) {
      double error = Math.abs(computed - certified) / Math.abs(certified);
      return Math.min(MOST_DIGITS, -Math.log10(error));
    }

    private static String json(List<Double> digits) {
      return digits.stream().map(Certified::rounded).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String rounded(double digits) {
      return String.format(Locale.ROOT, "%.1f", digits);
    }

    private static double[][] withOnes(double[][] x) {
      double[][] wider = new double[x.length][x[0].length + 1];
      for (int i = 0; i < x.length; i++) {
        wider[i][0] = 1;
        System.arraycopy(x[i], 0, wider[i], 1, x[i].length);
      }
      return wider;
    }

    private static Path resource(String file) {
      try {
        return Path.of(Objects.requireNonNull(NistTest.class.getResource(file), file).toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
