package org.gradus.learn.train;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.learn.state.WholeFile;

/**
 * What the epochs of a training have come to, in order.
 *
 * @param epochs one record each, the first of epoch 1
 */
// [impl->learn~history~1]
public record History(List<EpochRecord> epochs) {

  private static final List<String> COLUMNS = List.of("epoch", "learning rate");

  /** No epoch yet. */
  public static final History EMPTY = new History(List.of());

  /**
   * Copy the records.
   *
   * @throws IllegalArgumentException if they do not count 1, 2, 3, …
   */
  public History {
    epochs = List.copyOf(epochs);
    for (int i = 0; i < epochs.size(); i++) {
      if (epochs.get(i).epoch() != i + 1) {
        throw new IllegalArgumentException(
            "history: epochs must count 1, 2, 3, …\n  given  %d in place %d"
                .formatted(epochs.get(i).epoch(), i + 1));
      }
    }
  }

  /** Return this and one more epoch. */
  public History with(EpochRecord next) {
    List<EpochRecord> longer = new ArrayList<>(epochs);
    longer.add(next);
    return new History(longer);
  }

  /** Return the epochs, a count. */
  public int size() {
    return epochs.size();
  }

  /** Return what was measured last. */
  public EpochRecord last() {
    if (epochs.isEmpty()) {
      throw new IllegalStateException("history: there must be an epoch, and none has ended yet");
    }
    return epochs.get(epochs.size() - 1);
  }

  /** Return what was measured under a name in each epoch; NaN where nothing was. */
  public double[] values(String name) {
    return epochs.stream().mapToDouble(epoch -> epoch.value(name).orElse(Double.NaN)).toArray();
  }

  /** Return the first epoch with the least value of a name, from 1; empty where there is none. */
  public OptionalInt best(String name) {
    double[] values = values(name);
    return IntStream.range(0, values.length)
        .filter(i -> !Double.isNaN(values[i]))
        .reduce((i, j) -> values[j] < values[i] ? j : i)
        .stream()
        .map(i -> i + 1)
        .findFirst();
  }

  /**
   * Write a table of CSV: epoch, learning rate, then every value by name, a line for each epoch.
   *
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public void write(Path file) {
    WholeFile.write(file, text().getBytes(StandardCharsets.UTF_8));
  }

  /** Return the table of {@link #write}; a cell is empty where nothing was measured. */
  public String text() {
    Set<String> names = new LinkedHashSet<>();
    epochs.forEach(epoch -> names.addAll(epoch.values().keySet()));
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
      csv.writeRecord(Stream.concat(COLUMNS.stream(), names.stream()).toList());
      for (EpochRecord epoch : epochs) {
        Stream<String> first =
            Stream.of(Integer.toString(epoch.epoch()), Double.toString(epoch.learningRate()));
        Stream<String> rest =
            names.stream()
                .map(epoch::value)
                .map(value -> value.isPresent() ? Double.toString(value.getAsDouble()) : "");
        csv.writeRecord(Stream.concat(first, rest).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /**
   * Read the table of {@link #text()}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static History parse(String text) {
    try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(text)) {
      List<CsvRecord> lines = csv.stream().toList();
      List<String> names = lines.isEmpty() ? List.of() : lines.get(0).getFields();
      if (names.size() < COLUMNS.size() || !names.subList(0, COLUMNS.size()).equals(COLUMNS)) {
        throw notATable(new IllegalArgumentException("it begins with " + names));
      }
      return new History(
          lines.stream().skip(1).map(line -> record(names, line.getFields())).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (CsvParseException | IndexOutOfBoundsException | NumberFormatException e) {
      throw notATable(e);
    }
  }

  private static EpochRecord record(List<String> names, List<String> cells) {
    Map<String, Double> values = new LinkedHashMap<>();
    for (int i = COLUMNS.size(); i < names.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        values.put(names.get(i), Double.valueOf(cells.get(i)));
      }
    }
    return new EpochRecord(
        Integer.parseInt(cells.get(0)), Double.parseDouble(cells.get(1)), values);
  }

  private static IllegalArgumentException notATable(RuntimeException cause) {
    return new IllegalArgumentException(
        """
        history: the text must be a table of epochs, as a history writes it
          given  %s"""
            .formatted(String.valueOf(cause.getMessage())),
        cause);
  }
}
