package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gradus.learn.data.Classes;
import org.gradus.learn.data.ExampleData;
import org.gradus.learn.data.Table;
import org.junit.jupiter.api.Test;

/** The tables that come along are whole and are what they claim to be. */
// [proof->learn~table~1]
class ExampleDataTest {

  @Test
  void norrisIsOneInputAndOneOutput() {
    Table table = ExampleData.NORRIS.table();
    assertThat(table.names()).containsExactly("x", "y");
    assertThat(table.rowCount()).isEqualTo(36);
    assertThat(table.matrix(table.names())[0]).containsExactly(0.2, 0.1);
  }

  @Test
  void longleyIsSixInputsAndOneOutput() {
    Table table = ExampleData.LONGLEY.table();
    assertThat(table.names()).containsExactly("x1", "x2", "x3", "x4", "x5", "x6", "y");
    assertThat(table.rowCount()).isEqualTo(16);
    assertThat(table.numbers("x6")[15]).isEqualTo(1962);
  }

  @Test
  void irisIsFiftyFlowersOfEachSpecies() {
    Table table = ExampleData.IRIS.table();
    assertThat(table.numericNames())
        .containsExactly("sepal_length", "sepal_width", "petal_length", "petal_width");
    assertThat(
            table.text("species").stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
        .containsOnly(
            Map.entry("setosa", 50L), Map.entry("versicolor", 50L), Map.entry("virginica", 50L));
  }

  /** Two rows are known to be wrong in widely used copies of the data. */
  @Test
  void irisHasTheValuesThatFisherPublished() {
    Table table = ExampleData.IRIS.table();
    double[][] x = table.matrix(table.numericNames());
    assertThat(x[34]).containsExactly(4.9, 3.1, 1.5, 0.2);
    assertThat(x[37]).containsExactly(4.9, 3.6, 1.4, 0.1);
  }

  @Test
  void optdigitsAreDigitsOfEightTimesEightPixels() {
    Table learn = ExampleData.OPTDIGITS.table();
    Table judge = ExampleData.OPTDIGITS.heldOut().orElseThrow();
    assertThat(learn.rowCount()).isEqualTo(3823);
    assertThat(judge.rowCount()).isEqualTo(1797);
    assertThat(judge.source()).isEqualTo("optdigits-test.csv.gz");
    for (Table table : List.of(learn, judge)) {
      assertThat(table.names()).hasSize(65).startsWith("p00", "p01").endsWith("p77", "digit");
      assertThat(Classes.of(table, "digit").names())
          .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
      assertThat(
              Arrays.stream(table.matrix(table.names().subList(0, 64)))
                  .flatMapToDouble(Arrays::stream))
          .allMatch(pixel -> pixel == Math.rint(pixel) && pixel >= 0 && pixel <= 16);
    }
  }

  /** Published in the notes of the repository: 376 zeros to learn from, 178 to judge by. */
  @Test
  void optdigitsHaveTheirPublishedNumbers() {
    assertThat(ExampleData.OPTDIGITS.table().text("digit")).filteredOn("0"::equals).hasSize(376);
    assertThat(ExampleData.OPTDIGITS.heldOut().orElseThrow().text("digit"))
        .filteredOn("0"::equals)
        .hasSize(178);
  }

  @Test
  void onlyOptdigitsHoldRowsOut() {
    assertThat(ExampleData.values())
        .filteredOn(example -> example.heldOut().isPresent())
        .containsExactly(ExampleData.OPTDIGITS);
  }

  @Test
  void eachTargetIsAColumn() {
    for (ExampleData example : ExampleData.values()) {
      Table table = example.table();
      assertThat(table.names()).contains(example.target());
      assertThat(table.source()).isEqualTo(example.fileName());
      List<String> inputs =
          table.numericNames().stream().filter(name -> !name.equals(example.target())).toList();
      assertThat(Arrays.stream(table.matrix(inputs)).flatMapToDouble(Arrays::stream))
          .allMatch(Double::isFinite);
    }
  }

  @Test
  void fileCanBeCopied() throws IOException {
    try (InputStream bytes = ExampleData.NORRIS.open()) {
      assertThat(new String(bytes.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("x,y\n0.2,0.1\n");
    }
  }
}
