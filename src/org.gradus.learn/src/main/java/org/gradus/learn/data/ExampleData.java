package org.gradus.learn.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Real tables that come along, so that the lesson runs without a download. */
// [impl->learn~table~1]
public enum ExampleData {
  /**
   * 36 calibrations of ozone monitors, one input and nearly a line. The easy case.
   *
   * <p>Source: NIST Statistical Reference Datasets, Norris.
   */
  NORRIS("norris.csv", "y"),

  /**
   * Employment in the United States in 16 years against six nearly collinear inputs. The hard case.
   *
   * <p>Source: NIST Statistical Reference Datasets, Longley 1967.
   */
  LONGLEY("longley.csv", "y"),

  /**
   * Four measurements, in centimeters, of 150 irises of three species.
   *
   * <p>Source: R. A. Fisher, The Use of Multiple Measurements in Taxonomic Problems, 1936.
   */
  IRIS("iris.csv", "species"),

  /**
   * 3823 digits written by 30 people, and held out 1797 by 13 others: 8×8 pixels p00 to p77, row by
   * row, each the number of dark points, 0 to 16, in a square of 4×4.
   *
   * <p>Source: E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI Machine
   * Learning Repository, 1998, doi:10.24432/C50P49; license CC BY 4.0. A header was added and the
   * files were packed.
   */
  OPTDIGITS("optdigits-train.csv.gz", "digit", Optional.of("optdigits-test.csv.gz"));

  private final String fileName;
  private final String target;
  private final Optional<String> heldOut;

  ExampleData(String fileName, String target) {
    this(fileName, target, Optional.empty());
  }

  ExampleData(String fileName, String target, Optional<String> heldOut) {
    this.fileName = fileName;
    this.target = target;
    this.heldOut = heldOut;
  }

  /** Names the file: "norris.csv". */
  public String fileName() {
    return fileName;
  }

  /** Names the column to be predicted. */
  public String target() {
    return target;
  }

  /** Reads the table: the part to learn from, where there are two. */
  public Table table() {
    return read(fileName);
  }

  /** Reads the part that is held out, to judge what was learned; empty where there is none. */
  public Optional<Table> heldOut() {
    return heldOut.map(ExampleData::read);
  }

  /** Opens the file, to be copied or read otherwise; the caller closes it. */
  public InputStream open() {
    return open(fileName);
  }

  private static Table read(String name) {
    try (InputStream bytes = open(name)) {
      return TableReader.read(name, bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream bytes = ExampleData.class.getResourceAsStream(name);
    if (bytes == null) {
      throw new IllegalStateException(name + " must lie beside its class, and does not");
    }
    return bytes;
  }
}
