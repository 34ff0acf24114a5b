package org.gradus.learn.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

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
  IRIS("iris.csv", "species");

  private final String fileName;
  private final String target;

  ExampleData(String fileName, String target) {
    this.fileName = fileName;
    this.target = target;
  }

  /** Names the file: "norris.csv". */
  public String fileName() {
    return fileName;
  }

  /** Names the column to be predicted. */
  public String target() {
    return target;
  }

  /** Reads the table. */
  public Table table() {
    try (InputStream bytes = open()) {
      return TableReader.read(fileName, bytes.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Opens the file, to be copied or read otherwise; the caller closes it. */
  public InputStream open() {
    InputStream bytes = ExampleData.class.getResourceAsStream(fileName);
    if (bytes == null) {
      throw new IllegalStateException(fileName + " must lie beside its class, and does not");
    }
    return bytes;
  }
}
