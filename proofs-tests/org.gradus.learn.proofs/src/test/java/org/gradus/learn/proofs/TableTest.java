package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.gradus.learn.data.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Examples of tables that can be read. */
// [proof->learn~table~1]
class TableTest {

  @TempDir private Path folder;

  @Test
  void columnsAreFoundByName() throws IOException {
    Table table =
        read(
            """
            length,width,species
            5.1,3.5,setosa
            7.0,3.2,versicolor
            """);
    assertThat(table.names()).containsExactly("length", "width", "species");
    assertThat(table.rowCount()).isEqualTo(2);
    assertThat(table.numbers("width")).containsExactly(3.5, 3.2);
    assertThat(table.text("species")).containsExactly("setosa", "versicolor");
    assertThat(table.text("length")).containsExactly("5.1", "7.0");
    assertThat(table.matrix(List.of("width", "length")))
        .isDeepEqualTo(new double[][] {{3.5, 5.1}, {3.2, 7.0}});
    assertThat(table.source()).isEqualTo(folder.resolve("table.csv").toString());
  }

  @Test
  void matrixOfNoColumnsHasRowsOfNoLength() throws IOException {
    assertThat(read("x\n1\n2\n").matrix(List.of())).isDeepEqualTo(new double[2][0]);
  }

  @Test
  void numbersAreDecimals() throws IOException {
    assertThat(read("x\n1\n-2.5\n+.5\n3.\n1e-3\n6.02E+23\n1e-400\n").numbers("x"))
        .containsExactly(1, -2.5, 0.5, 3, 1e-3, 6.02e23, 0);
  }

  @Test
  void byteOrderMarkIsNoPartOfTheFirstName() throws IOException {
    assertThat(read("\uFEFFx,y\n1,2\n").names()).containsExactly("x", "y");
  }

  @Test
  void linesMayEndAsOnAnySystem() throws IOException {
    for (String end : List.of("\n", "\r\n", "\r")) {
      Table table = read("x,y" + end + "1,2" + end + "3,4");
      assertThat(table.numbers("y")).containsExactly(2, 4);
      assertThat(table.line(1)).isEqualTo(3);
    }
  }

  @Test
  void quotedCellsHoldCommasQuotesAndLineBreaks() throws IOException {
    Table table = read("\"the name\",y\n\"a, \"\"b\"\"\",1\n\"two\nlines\",2\nc,3\n");
    assertThat(table.names()).containsExactly("the name", "y");
    assertThat(table.text("the name")).containsExactly("a, \"b\"", "two\nlines", "c");
    assertThat(table.line(1)).isEqualTo(3);
    assertThat(table.line(2)).isEqualTo(5);
  }

  @Test
  void blankLinesAreSkippedAndCounted() throws IOException {
    Table table = read("\nx,y\n\n1,2\n\n\n3,4\n\n");
    assertThat(table.numbers("x")).containsExactly(1, 3);
    assertThat(table.line(0)).isEqualTo(4);
    assertThat(table.line(1)).isEqualTo(7);
  }

  @Test
  void whiteSpaceAroundCellsIsDropped() throws IOException {
    Table table = read("x , name\n 1,\ta b \n");
    assertThat(table.numbers("x")).containsExactly(1);
    assertThat(table.text("name")).containsExactly("a b");
  }

  @Test
  void emptyCellsAreText() throws IOException {
    assertThat(read("name,y\n,1\nb,2\n").text("name")).containsExactly("", "b");
  }

  /** The bytes tell, not the name. */
  @Test
  void packedTablesAreUnpacked() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("x,y\n1,2\n".getBytes(StandardCharsets.UTF_8));
    }
    Path file = folder.resolve("table.csv");
    Files.write(file, packed.toByteArray());
    assertThat(Table.read(file).numbers("y")).containsExactly(2);
  }

  @Test
  void columnIsNumericWhenMostOfItsCellsSpellNumbers() throws IOException {
    Table table =
        read(
            """
            all,gap,slip,half,text,none
            1,1,1,1,a,
            2,,2,b,1e,
            3,,x,2,1f,
            4,NaN,4,c,0x1,
            """);
    assertThat(table.columnIsNumeric("all")).isTrue();
    assertThat(table.columnIsNumeric("gap")).isTrue();
    assertThat(table.columnIsNumeric("slip")).isTrue();
    assertThat(table.columnIsNumeric("half")).isFalse();
    assertThat(table.columnIsNumeric("text")).isFalse();
    assertThat(table.columnIsNumeric("none")).isFalse();
    assertThat(table.numericNames()).containsExactly("all", "gap", "slip");
  }

  @Test
  void rowsThatAreNotThereHaveNoLine() throws IOException {
    Table table = read("x\n1\n2\n");
    assertThatThrownBy(() -> table.line(2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void tableWithEnoughRowsIsReturned() throws IOException {
    Table table = read("x\n1\n2\n");
    assertThat(table.requireRows(2, "fit a line")).isSameAs(table);
  }

  private Table read(String text) throws IOException {
    Path file = folder.resolve("table.csv");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return Table.read(file);
  }
}
