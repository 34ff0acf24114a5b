package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.check.LeastSquares;
import org.gradus.learn.data.DataException;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Standardizer;
import org.gradus.learn.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples of standardized columns, and what a person reads where there can be none. */
// [proof->learn~standardize~1]
class StandardizerTest {

  private static final List<String> NAMES = List.of("x", "z");

  @Test
  void deviationDividesByTheNumberOfRows() {
    var standardizer = Standardizer.fit(NAMES, new double[][] {{1, 10}, {3, 30}, {5, 50}});
    assertThat(standardizer.names()).isEqualTo(NAMES);
    assertThat(standardizer.means()).containsExactly(3, 30);
    assertThat(standardizer.deviations())
        .containsExactly(new double[] {Math.sqrt(8.0 / 3), Math.sqrt(800.0 / 3)}, within(1e-14));
    assertThat(standardizer.apply(new double[][] {{3, 50}})[0])
        .containsExactly(new double[] {0, Math.sqrt(1.5)}, within(1e-15));
    assertThat(standardizer.invert(new double[][] {{0, Math.sqrt(1.5)}})[0])
        .containsExactly(new double[] {3, 50}, within(1e-14));
  }

  @Test
  void whatItReturnsIsACopy() {
    var standardizer = Standardizer.fit(List.of("x"), new double[][] {{1}, {3}});
    standardizer.means()[0] = 9;
    standardizer.deviations()[0] = 9;
    assertThat(standardizer.means()).containsExactly(2);
    assertThat(standardizer.deviations()).containsExactly(1);
  }

  @Test
  void meanIsExactWhereOnePassIsNot() {
    double[][] x = {{1e16}, {1e16 + 2}, {1e16 + 10}};
    assertThat(Standardizer.fit(List.of("x"), x).means()).containsExactly(1e16 + 4);
  }

  @Test
  void longleyKeepsItsLineThroughStandardizing() {
    Table table = ExampleData.LONGLEY.table();
    List<String> inputs = table.names().subList(0, 6);
    var standardizer = Standardizer.fit(table, inputs);
    double[][] z = standardizer.apply(table.matrix(inputs));
    double[] y = table.numbers("y");
    double[] fitted = LeastSquares.of(withOnes(z), y).solutionByQr();
    double[] weights = Arrays.copyOf(fitted, 6);
    double[] direct = LeastSquares.of(withOnes(table.matrix(inputs)), y).solutionByQr();
    double[] back = Arrays.copyOf(standardizer.originalWeights(weights), 7);
    back[6] = standardizer.originalIntercept(weights, fitted[6]);
    for (int j = 0; j < 7; j++) {
      assertThat(back[j]).isCloseTo(direct[j], within(1e-10 * Math.abs(direct[j])));
    }
  }

  @Test
  void constantColumnIsNamed(@TempDir Path folder) throws IOException {
    refused(
        () -> Standardizer.fit(NAMES, new double[][] {{1, 0.1}, {2, 0.1}, {3, 0.1}}),
        """
        standardize column "z": its values must differ; all are 0.1
        leave the column out: the intercept already plays its part""");
    Path file = folder.resolve("ozone.csv");
    Files.writeString(file, "x,z\n1,7\n2,7\n");
    refused(
        () -> Standardizer.fit(Table.read(file), NAMES),
        """
        standardize column "z" of %s: its values must differ; all are 7.0
        leave the column out: the intercept already plays its part\
        """
            .formatted(file));
  }

  @Test
  void oneRowHasNoDeviation(@TempDir Path folder) throws IOException {
    refused(
        () -> Standardizer.fit(NAMES, new double[][] {{1, 2}}),
        """
        standardize the columns: at least 2 rows must be there; there is 1
        add rows""");
    refused(
        () -> Standardizer.fit(NAMES, new double[0][]),
        """
        standardize the columns: at least 2 rows must be there; there are 0
        add rows""");
    Path file = folder.resolve("ozone.csv");
    Files.writeString(file, "x,z\n1,7\n");
    refused(
        () -> Standardizer.fit(Table.read(file), NAMES),
        """
        standardize the columns of %s: at least 2 rows must be there; there is 1
        add rows\
        """
            .formatted(file));
  }

  @Test
  void valueThatIsNotFiniteIsNamed() {
    refused(
        () -> Standardizer.fit(NAMES, new double[][] {{1, 2}, {3, Double.NaN}}),
        """
        standardize column "z": every value must be finite; row 1 is NaN
        correct the value or take the row out""");
  }

  @Test
  void deviationOutOfRangeIsNamed() {
    refused(
        () -> Standardizer.fit(List.of("x"), new double[][] {{1e300}, {-1e300}}),
        """
        standardize column "x": its deviation must be a positive double; it comes out as Infinity
        change the unit of the column""");
    refused(
        () -> Standardizer.fit(List.of("x"), new double[][] {{1e-300}, {2e-300}}),
        """
        standardize column "x": its deviation must be a positive double; it comes out as 0.0
        change the unit of the column""");
  }

  @Test
  void otherColumnsThanFittedAreRefused() {
    refused(
        () -> Standardizer.fit(NAMES, new double[][] {{1, 2}, {3}}),
        """
        standardize the columns: there must be one value a column, 2; there is 1
          columns  x, z
        give the columns the standardizer was fitted on""");
    var standardizer = Standardizer.fit(NAMES, new double[][] {{1, 10}, {3, 30}});
    refused(
        () -> standardizer.apply(new double[][] {{1, 2, 3}}),
        """
        standardize: there must be one value a column, 2; there are 3
          columns  x, z
        give the columns the standardizer was fitted on""");
    refused(
        () -> standardizer.invert(new double[][] {{1, 2, 3}}),
        """
        invert: there must be one value a column, 2; there are 3
          columns  x, z
        give the columns the standardizer was fitted on""");
    refused(
        () -> standardizer.originalIntercept(new double[1], 0),
        """
        map weights: there must be one value a column, 2; there is 1
          columns  x, z
        give the columns the standardizer was fitted on""");
  }

  private static double[][] withOnes(double[][] x) {
    double[][] wider = new double[x.length][];
    for (int i = 0; i < x.length; i++) {
      wider[i] = Arrays.copyOf(x[i], x[i].length + 1);
      wider[i][x[i].length] = 1;
    }
    return wider;
  }

  private static void refused(ThrowingCallable standardizing, String message) {
    assertThatThrownBy(standardizing).isInstanceOf(DataException.class).hasMessage(message);
  }
}
