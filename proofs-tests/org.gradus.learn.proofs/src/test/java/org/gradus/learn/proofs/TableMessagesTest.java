package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.data.DataException;
import org.gradus.learn.data.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads whose file or column cannot be used. */
// [proof->learn~table~1]
class TableMessagesTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("ozone.csv");
  }

  @Test
  void missingFileNearAnother() throws IOException {
    write("x,y\n1,2\n");
    refused(
        () -> Table.read(folder.resolve("ozon.csv")),
        """
        read %s: there is no such file
          tables beside it  ozone.csv
        did you mean "ozone.csv"?\
        """
            .formatted(folder.resolve("ozon.csv")));
  }

  @Test
  void missingFileNearNoOther() throws IOException {
    write("x,y\n1,2\n");
    refused(
        () -> Table.read(folder.resolve("trees.csv")),
        """
        read %s: there is no such file
          tables beside it  ozone.csv
        give the path of a CSV file that exists\
        """
            .formatted(folder.resolve("trees.csv")));
  }

  /** Its folder is no part of the name: one letter of five may differ. */
  @Test
  void missingFileOfAShortNameNearAnother() throws IOException {
    Files.writeString(folder.resolve("b.csv"), "x\n1\n");
    refused(
        () -> Table.read(folder.resolve("a.csv")),
        """
        read %s: there is no such file
          tables beside it  b.csv
        did you mean "b.csv"?\
        """
            .formatted(folder.resolve("a.csv")));
  }

  @Test
  void missingFileInMissingFolder() {
    Path nowhere = folder.resolve("nowhere").resolve("trees.csv");
    refused(
        () -> Table.read(nowhere),
        """
        read %s: there is no such file
        give the path of a CSV file that exists\
        """
            .formatted(nowhere));
  }

  @Test
  void folderInsteadOfFile() throws IOException {
    write("x,y\n1,2\n");
    Files.writeString(folder.resolve("notes.txt"), "no table");
    refused(
        () -> Table.read(folder),
        """
        read %s: a CSV file must be given, and this is a folder
          tables in it  ozone.csv
        give the path of a CSV file\
        """
            .formatted(folder));
  }

  @Test
  void folderWithoutTables() {
    refused(
        () -> Table.read(folder),
        """
        read %s: a CSV file must be given, and this is a folder
        give the path of a CSV file\
        """
            .formatted(folder));
  }

  /** A link to itself: there, no folder, and not to be opened by anyone. */
  @Test
  void fileThatCannotBeOpened() throws IOException {
    Files.createSymbolicLink(file, file);
    readIsRefused(
        """
        read %1$s: the file must be readable, and it is not
          reason  java.nio.file.FileSystemException: %1$s: Too many levels of symbolic links or unable to access attributes of symbolic link
        check who may read the file\
        """);
  }

  @Test
  void emptyFile() throws IOException {
    for (String text : List.of("", "\uFEFF", " \n\n")) {
      write(text);
      readIsRefused(
          """
          read %s: the file is empty
          give it a line of column names and at least one line of values\
          """);
    }
  }

  @Test
  void bytesThatAreNotUtf8() throws IOException {
    Files.write(file, "x,ort\r\n1,Köln\r\n".getBytes(StandardCharsets.ISO_8859_1));
    readIsRefused(
        """
        read %s: the text must be UTF-8; line 2 has the byte 0xF6
        save the file as UTF-8\
        """);
    Files.write(file, "x,y\n1,2\n".getBytes(StandardCharsets.UTF_16));
    readIsRefused(
        """
        read %s: the text must be UTF-8; line 1 has the byte 0xFE
        save the file as UTF-8\
        """);
  }

  @Test
  void bytesThatEndWithinALetter() throws IOException {
    Files.write(file, new byte[] {'x', '\r', '1', '\r', '2', (byte) 0xC3});
    readIsRefused(
        """
        read %s: the text must be UTF-8; line 3 has the byte 0xC3
        save the file as UTF-8\
        """);
  }

  @Test
  void packedBytesThatDoNotUnpack() throws IOException {
    Files.write(file, new byte[] {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 1});
    readIsRefused(
        """
        read %s: it begins as gzip does and must unpack, and does not
          reason  java.io.EOFException: Unexpected end of ZLIB input stream
        copy or download the file again\
        """);
  }

  @Test
  void openQuote() throws IOException {
    write("x,name\n1,a\n2,\"b\n3,c\n");
    readIsRefused(
        """
        read %s: every quoted cell must end with a quote
          reader  Unclosed quoted field at end of input (record starting at line 3)
        close the quote; a quote inside a quoted cell is written twice\
        """);
  }

  @Test
  void lettersAfterAQuote() throws IOException {
    write("x,name\n1,\"a\"b\n");
    readIsRefused(
        """
        read %s: every quoted cell must end with a quote
          reader  Unexpected character after closing quote: 'b' (0x62) (record starting at line 2)
        close the quote; a quote inside a quoted cell is written twice\
        """);
  }

  @Test
  void semicolonsBetweenCells() throws IOException {
    write("x;y\n1,5;2,5\n");
    readIsRefused(
        """
        read %s: cells must be separated by commas; the header is separated by semicolons
          header  x;y
        save the file with commas between the cells and points in the numbers\
        """);
  }

  @Test
  void tabsBetweenCells() throws IOException {
    write("x\ty\n1\t2\n");
    readIsRefused(
        """
        read %s: cells must be separated by commas; the header is separated by tabs
          header  x\\ty
        save the file with commas between the cells and points in the numbers\
        """);
  }

  @Test
  void columnWithoutName() throws IOException {
    write("x,,y\n1,2,3\n");
    readIsRefused(
        """
        read %s: every column must have a name; column 2 has none
          header  x, , y
        write a name for column 2\
        """);
  }

  @Test
  void twoColumnsOfOneName() throws IOException {
    write("x,y, x\n1,2,3\n");
    readIsRefused(
        """
        read %s: column names must differ; columns 1 and 3 are both "x"
          header  x, y, x
        rename one of them\
        """);
  }

  @Test
  void numbersWhereNamesBelong() throws IOException {
    write("0.2,0.1\n337.4,338.8\n");
    readIsRefused(
        """
        read %s: the header must hold the column names; it holds numbers alone
          header  0.2, 0.1
        put a line of column names above it\
        """);
  }

  @Test
  void headerAlone() throws IOException {
    write("x,y\n");
    readIsRefused(
        """
        read %s: at least one line of values must follow the column names; there is none
          header  x, y
        add the values\
        """);
  }

  @Test
  void shortLine() throws IOException {
    write("x,y,z\n1,2,3\n\n4,5\n");
    readIsRefused(
        """
        read %s: every line must have as many cells as the header, 3; line 4 has 2
          header  x, y, z
          line 4  4, 5
        add what is missing\
        """);
  }

  @Test
  void longLine() throws IOException {
    write("x,y\n1,5,2\n");
    readIsRefused(
        """
        read %s: every line must have as many cells as the header, 2; line 2 has 3
          header  x, y
          line 2  1, 5, 2
        put quotes around a cell that contains a comma\
        """);
  }

  @Test
  void missingColumnNearAnother() throws IOException {
    write("length,Species\n1,setosa\n");
    String message =
        """
        column "specis" of %s: there is no such column
          columns  length, Species
        did you mean "Species"?\
        """;
    columnIsRefused("specis", message);
    refused(() -> Table.read(file).text("specis"), message.formatted(file));
    refused(() -> Table.read(file).columnIsNumeric("specis"), message.formatted(file));
    refused(() -> Table.read(file).matrix(List.of("length", "specis")), message.formatted(file));
  }

  @Test
  void missingColumnNearNoOther() throws IOException {
    write("length,species\n1,setosa\n");
    columnIsRefused(
        "color",
        """
        column "color" of %s: there is no such column
          columns  length, species
        name one of these columns\
        """);
  }

  /** One letter in three may differ, each one that is added or missing counts, and fewer win. */
  @Test
  void nearnessOfColumns() throws IOException {
    write("ozone,dat,height2,weigh\n1,2,3,4\n");
    String message =
        """
        column "%s" of FILE: there is no such column
          columns  ozone, dat, height2, weigh
        %s\
        """
            .replace("FILE", file.toString());
    refused(
        () -> Table.read(file).numbers("weight"),
        message.formatted("weight", "did you mean \"weigh\"?"));
    refused(
        () -> Table.read(file).numbers("dab"), message.formatted("dab", "did you mean \"dat\"?"));
    refused(
        () -> Table.read(file).numbers("zone"),
        message.formatted("zone", "did you mean \"ozone\"?"));
    for (String far : List.of("x", "dates", "one")) {
      refused(
          () -> Table.read(file).numbers(far), message.formatted(far, "name one of these columns"));
    }
  }

  @Test
  void aListOfTwelveColumnsIsShownWhole() throws IOException {
    write("a,b,c,d,e,f,g,h,i,j,k,l\n0,1,2,3,4,5,6,7,8,9,10,11\n");
    columnIsRefused(
        "pixel",
        """
        column "pixel" of %s: there is no such column
          columns  a, b, c, d, e, f, g, h, i, j, k, l
        name one of these columns\
        """);
  }

  @Test
  void longListOfColumns() throws IOException {
    String names = IntStream.range(0, 64).mapToObj(i -> "p" + i).collect(Collectors.joining(","));
    write(names + "\n" + "0,".repeat(63) + "0\n");
    columnIsRefused(
        "pixel",
        """
        column "pixel" of %s: there is no such column
          columns  p0, p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11 and 52 more
        name one of these columns\
        """);
  }

  @Test
  void textAmongNumbers() throws IOException {
    write("x,y\n1,2\n3,four\n");
    columnIsRefused(
        "y",
        """
        column "y" of %s: every cell must hold a number; line 3 holds "four"
        correct the cell, or leave the column out of the numbers\
        """);
  }

  @Test
  void longTextAmongNumbers() throws IOException {
    write("x,y\n1,\"" + "no\n".repeat(100) + "\"\n");
    columnIsRefused(
        "y",
        """
        column "y" of %s: every cell must hold a number; line 2 holds "no\\nno\\nno\\nno\\nno\\nno\\nno\\nno\\nno\\nno\\n…"
        correct the cell, or leave the column out of the numbers\
        """);
  }

  @Test
  void textOfFortyLettersIsShownWhole() throws IOException {
    write("x,y\n1," + "forty".repeat(8) + "\n");
    columnIsRefused(
        "y",
        """
        column "y" of %s: every cell must hold a number; line 2 holds "fortyfortyfortyfortyfortyfortyfortyforty"
        correct the cell, or leave the column out of the numbers\
        """);
  }

  @Test
  void decimalComma() throws IOException {
    write("x,y\n1,\"2,5\"\n");
    columnIsRefused(
        "y",
        """
        column "y" of %s: every cell must hold a number; line 2 holds "2,5"
        did you mean 2.5?\
        """);
  }

  @Test
  void emptyCell() throws IOException {
    write("x,y\n1,2\n3,\n");
    columnIsRefused(
        "y",
        """
        column "y" of %s: every cell must hold a number; line 3 is empty
        fill the cell or take the line out\
        """);
  }

  @Test
  void numberThatIsNotFinite() throws IOException {
    for (String cell : List.of("NaN", "nan", "Infinity", "-inf", "1e999")) {
      write("x,y\n1,2\n3," + cell + "\n");
      columnIsRefused(
          "y",
          """
          column "y" of %s: every number must be finite; line 3 holds CELL
          correct the cell or take the line out\
          """
              .replace("CELL", cell));
    }
  }

  @Test
  void fewerRowsThanNeeded() throws IOException {
    write("x,y\n1,2\n");
    refused(
        () -> Table.read(file).requireRows(2, "fit a line"),
        """
        fit a line with %s: at least 2 rows must be there; there is 1
        add rows\
        """
            .formatted(file));
  }

  private void write(String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private void readIsRefused(String message) {
    refused(() -> Table.read(file), message.formatted(file));
  }

  private void columnIsRefused(String name, String message) {
    refused(() -> Table.read(file).numbers(name), message.formatted(file));
  }

  private static void refused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(DataException.class).hasMessage(message);
  }
}
