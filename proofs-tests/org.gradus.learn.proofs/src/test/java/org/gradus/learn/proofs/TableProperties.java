package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gradus.learn.data.Table;

/** Laws of reading: what was written comes back. */
// [proof->learn~table~1]
class TableProperties {

  private static Path file = Path.of("unset");

  @BeforeContainer
  static void makeFile() throws IOException {
    file = Files.createTempFile("table", ".csv");
  }

  @AfterContainer
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  @Property
  void numbersComeBackToTheBit(@ForAll("finite") @NotEmpty List<Double> column) throws IOException {
    String cells = column.stream().map(String::valueOf).collect(Collectors.joining("\n"));
    Files.writeString(file, "x\n" + cells + "\n");
    double[] written = column.stream().mapToDouble(Double::doubleValue).toArray();
    assertThat(Table.read(file).numbers("x")).containsExactly(written);
  }

  @Property
  void quotedTextComesBackWithoutTheWhiteSpaceAroundIt(
      @ForAll("cells") @NotEmpty List<String> column) throws IOException {
    String lines = column.stream().map(cell -> quoted(cell) + ",1\n").collect(Collectors.joining());
    Files.writeString(file, "name,y\n" + lines);
    assertThat(Table.read(file).text("name"))
        .isEqualTo(column.stream().map(String::strip).toList());
  }

  @Property
  void eachRowKnowsTheLineItBeginsOn(@ForAll("cells") @NotEmpty List<String> column)
      throws IOException {
    String lines = column.stream().map(cell -> quoted(cell) + ",1\n").collect(Collectors.joining());
    Files.writeString(file, "name,y\n" + lines);
    Table table = Table.read(file);
    int line = 2;
    for (int row = 0; row < table.rowCount(); row++) {
      assertThat(table.line(row)).isEqualTo(line);
      line += 1 + (int) column.get(row).chars().filter(letter -> letter == '\n').count();
    }
  }

  @Provide
  Arbitrary<List<Double>> finite() {
    return Arbitraries.doubles().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<String>> cells() {
    return Arbitraries.strings()
        .withChars('a', 'é', '木', ',', ';', '"', '\n', ' ', '1')
        .ofMaxLength(8)
        .list()
        .ofMaxSize(10);
  }

  private static String quoted(String cell) {
    return '"' + cell.replace("\"", "\"\"") + '"';
  }
}
