package org.gradus.learn.data;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Data that cannot be used as asked.
 *
 * <p>The message says what was asked, what must hold, what was given, and the remedy. Every message
 * of this package is made here.
 */
public final class DataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Longest excerpt of a cell and of a header, in characters, and of a list, in names. */
  private static final int EXCERPT = 40;

  private static final int HEADER = 100;

  private static final int LISTED = 12;

  private DataException(String message) {
    super(message);
  }

  static DataException noSuchFile(DataFile kind, String file, List<String> beside) {
    return new DataException(
        "read %s: there is no such file".formatted(file)
            + (beside.isEmpty()
                ? ""
                : "\n  %s beside it  ".formatted(kind.several()) + list(beside))
            + "\n"
            + meant(
                nameOf(file), beside, "give the path of %s that exists".formatted(kind.kind())));
  }

  static DataException folder(DataFile kind, String file, List<String> inside) {
    return new DataException(
        "read %s: %s must be given, and this is a folder".formatted(file, kind.kind())
            + (inside.isEmpty() ? "" : "\n  %s in it  ".formatted(kind.several()) + list(inside))
            + "\ngive the path of "
            + kind.kind());
  }

  static DataException brokenGzip(String file, String reason) {
    return new DataException(
        "read %s: it begins as gzip does and must unpack, and does not\n  reason  %s"
                .formatted(file, reason)
            + "\ncopy or download the file again");
  }

  static DataException unreadable(String file, String reason) {
    return new DataException(
        "read %s: the file must be readable, and it is not\n  reason  %s".formatted(file, reason)
            + "\ncheck who may read the file");
  }

  static DataException empty(String file) {
    return new DataException(
        "read %s: the file is empty".formatted(file)
            + "\ngive it a line of column names and at least one line of values");
  }

  static DataException notUtf8(String file, int line, byte found) {
    return new DataException(
        "read %s: the text must be UTF-8; line %d has the byte 0x%02X".formatted(file, line, found)
            + "\nsave the file as UTF-8");
  }

  static DataException brokenQuotes(String file, String reason) {
    return new DataException(
        "read %s: every quoted cell must end with a quote".formatted(file)
            + "\n  reader  "
            + reason
            + "\nclose the quote; a quote inside a quoted cell is written twice");
  }

  static DataException otherSeparator(String file, String header, String separator) {
    return new DataException(
        "read %s: cells must be separated by commas; the header is separated by %s\n  header  %s"
                .formatted(file, separator, excerpt(header))
            + "\nsave the file with commas between the cells and points in the numbers");
  }

  static DataException unnamedColumn(String file, List<String> names, int column) {
    return new DataException(
        "read %s: every column must have a name; column %d has none".formatted(file, column)
            + header(names)
            + "\nwrite a name for column %d".formatted(column));
  }

  static DataException duplicateColumn(String file, List<String> names, String name) {
    return new DataException(
        "read %s: column names must differ; columns %d and %d are both \"%s\""
                .formatted(file, names.indexOf(name) + 1, names.lastIndexOf(name) + 1, name)
            + header(names)
            + "\nrename one of them");
  }

  static DataException numbersAsNames(String file, List<String> names) {
    return new DataException(
        "read %s: the header must hold the column names; it holds numbers alone".formatted(file)
            + header(names)
            + "\nput a line of column names above it");
  }

  static DataException headerOnly(String file, List<String> names) {
    return new DataException(
        "read %s: at least one line of values must follow the column names; there is none"
                .formatted(file)
            + header(names)
            + "\nadd the values");
  }

  static DataException ragged(String file, List<String> names, int line, List<String> cells) {
    return new DataException(
        "read %s: every line must have as many cells as the header, %d; line %d has %d"
                .formatted(file, names.size(), line, cells.size())
            + header(names)
            + "\n  line %d  %s".formatted(line, list(cells))
            + "\n"
            + (cells.size() < names.size()
                ? "add what is missing"
                : "put quotes around a cell that contains a comma"));
  }

  static DataException noSuchColumn(String file, String name, List<String> names) {
    return new DataException(
        "column \"%s\" of %s: there is no such column\n  columns  %s"
                .formatted(name, file, list(names))
            + "\n"
            + meant(name, names, "name one of these columns"));
  }

  static DataException emptyCell(String file, String name, int line) {
    return new DataException(
        "column \"%s\" of %s: every cell must hold a number; line %d is empty"
                .formatted(name, file, line)
            + "\nfill the cell or take the line out");
  }

  static DataException notNumber(String file, String name, int line, String cell) {
    String withPoint = cell.replace(',', '.');
    return new DataException(
        "column \"%s\" of %s: every cell must hold a number; line %d holds \"%s\""
                .formatted(name, file, line, excerpt(cell))
            + (NumberCell.spellsNumber(withPoint)
                ? "\ndid you mean " + withPoint + "?"
                : "\ncorrect the cell, or leave the column out of the numbers"));
  }

  static DataException notFinite(String file, String name, int line, String cell) {
    return new DataException(
        "column \"%s\" of %s: every number must be finite; line %d holds %s"
                .formatted(name, file, line, excerpt(cell))
            + "\ncorrect the cell or take the line out");
  }

  static DataException tooFewRows(String file, String purpose, int fewest, int rows) {
    return new DataException(
        "%s with %s: at least %d rows must be there; there %s %d"
                .formatted(purpose, file, fewest, rows == 1 ? "is" : "are", rows)
            + "\nadd rows");
  }

  static DataException constantColumn(String source, String name, double value) {
    return new DataException(
        "standardize column \"%s\"%s: its values must differ; all are %s"
                .formatted(name, source, value)
            + "\nleave the column out: the intercept already plays its part");
  }

  static DataException spreadOutOfRange(String source, String name, double deviation) {
    return new DataException(
        "standardize column \"%s\"%s: its deviation must be a positive double; it comes out as %s"
                .formatted(name, source, deviation)
            + "\nchange the unit of the column");
  }

  static DataException valueNotFinite(String source, String name, int row, double value) {
    return new DataException(
        "standardize column \"%s\"%s: every value must be finite; row %d is %s"
                .formatted(name, source, row, value)
            + "\ncorrect the value or take the row out");
  }

  static DataException tooFewRowsToStandardize(String source, int rows) {
    return new DataException(
        "standardize the columns%s: at least 2 rows must be there; there %s %d"
                .formatted(source, rows == 1 ? "is" : "are", rows)
            + "\nadd rows");
  }

  static DataException columnsDiffer(String what, List<String> names, int given) {
    return new DataException(
        "%s: there must be one value a column, %d; there %s %d\n  columns  %s"
                .formatted(what, names.size(), given == 1 ? "is" : "are", given, list(names))
            + "\ngive the columns the standardizer was fitted on");
  }

  static DataException noClassInCell(String file, String name, int line) {
    return new DataException(
        "column \"%s\" of %s: every cell must name a class; line %d is empty"
                .formatted(name, file, line)
            + "\nfill the cell or take the line out");
  }

  static DataException tooFewClasses(String source, List<String> names) {
    return new DataException(
        "classes%s: at least 2 must be there; there %s\n  classes  %s"
                .formatted(source, names.size() == 1 ? "is 1" : "are " + names.size(), list(names))
            + "\nname a column that tells the rows apart");
  }

  static DataException noSuchClass(String name, List<String> names) {
    return new DataException(
        "class \"%s\": there is no such class\n  classes  %s".formatted(name, list(names))
            + "\n"
            + meant(name, names, "name one of these classes"));
  }

  static DataException noSuchClass(int index, List<String> names) {
    return new DataException(
        "class %d: there is no such class\n  classes  0 to %d, %s"
            .formatted(index, names.size() - 1, list(names)));
  }

  static DataException notASplit(int n, int validation) {
    return new DataException(
        "split: each part must have at least one row\n  rows        %d\n  validation  %d"
            .formatted(n, validation));
  }

  static DataException notOneTargetASample(int[] x, int[] y) {
    return new DataException(
        """
        data set: there must be at least one sample, and one target a sample along the first axis
          inputs   %s
          targets  %s\
        """
            .formatted(Arrays.toString(x), Arrays.toString(y)));
  }

  static DataException noListOfRows(String what, int[] shape) {
    return new DataException(
        "%s: the indices must be a list of at least one row\n  shape  %s"
            .formatted(what, Arrays.toString(shape)));
  }

  static DataException noSuchRow(String what, int row, int n) {
    return new DataException("%s: there is no row %d\n  rows  0 to %d".formatted(what, row, n - 1));
  }

  static DataException notIdx(String file, byte[] first) {
    return new DataException(
        """
        read %s: an IDX file must begin with 00 00, a type and a rank
          types        08 09 0B 0C 0D 0E
          ranks        01 to 04
          begins with  %s
        give an IDX file, plain or packed by gzip\
        """
            .formatted(file, hex(first)));
  }

  static DataException notNpy(String file, byte[] first) {
    return new DataException(
        """
        read %s: an npy file must begin with 93 4E 55 4D 50 59 and version 01 00 or 02 00
          begins with  %s
        save the array by numpy.save\
        """
            .formatted(file, hex(first)));
  }

  static DataException notNpyHeader(String file, String header) {
    return new DataException(
        """
        read %s: the header must tell descr, fortran_order and shape of an array of numbers
          descr   '<', '>' or '|' before f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1
          header  %s
        save the array as one of these types by numpy.save\
        """
            .formatted(file, excerpt(header.strip(), HEADER)));
  }

  static DataException cutHeader(String file, int length) {
    return new DataException(
        "read %s: the header must end within the file, of %d bytes, and does not"
                .formatted(file, length)
            + "\ncopy or download the file again");
  }

  static DataException negativeLength(String file, int[] shape) {
    return new DataException(
        "read %s: no length may be negative\n  lengths  %s".formatted(file, Arrays.toString(shape))
            + "\ncopy or download the file again");
  }

  static DataException otherLength(String file, String shape, String needed, int given) {
    return new DataException(
        """
        read %s: the file must be as long as its header says
          lengths  %s
          needs    %s bytes
          has      %d bytes
        copy or download the file again\
        """
            .formatted(file, shape, needed, given));
  }

  static DataException notExact(String file, String value) {
    return new DataException(
        "read %s: an integer must be within ±2^53, where doubles have no gaps; there is %s"
                .formatted(file, value)
            + "\nsave the array as f8, if its last digits do not matter");
  }

  static DataException notIndex(String file, int position, double value) {
    return new DataException(
        "read %s: every number must be an integer of an int; number %d is %s"
                .formatted(file, position, value)
            + "\nread it as a tensor");
  }

  static DataException otherRank(String file, int most, int[] shape) {
    return new DataException(
        "write %s: an IDX file has 1 to %d axes\n  shape  %s"
            .formatted(file, most, Arrays.toString(shape)));
  }

  static DataException notHeld(String file, String type, double value) {
    return new DataException(
        "write %s: the type %s must hold every number exactly; there is %s"
                .formatted(file, type, value)
            + "\nchoose another type");
  }

  private static String hex(byte[] bytes) {
    return bytes.length == 0
        ? "nothing"
        : HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes);
  }

  private static String header(List<String> names) {
    return "\n  header  " + list(names);
  }

  private static String meant(String asked, List<String> names, String otherwise) {
    Optional<String> nearest = NearestName.of(asked, names);
    return nearest.map(name -> "did you mean \"" + name + "\"?").orElse(otherwise);
  }

  private static String nameOf(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
  }

  private static String list(List<String> names) {
    String listed =
        names.stream().limit(LISTED).map(DataException::excerpt).collect(Collectors.joining(", "));
    return names.size() <= LISTED ? listed : listed + " and " + (names.size() - LISTED) + " more";
  }

  private static String excerpt(String cell) {
    return excerpt(cell, EXCERPT);
  }

  private static String excerpt(String text, int most) {
    String line = text.replace("\r", "\\r").replace("\n", "\\n");
    return line.length() <= most ? line : line.substring(0, most) + "…";
  }
}
