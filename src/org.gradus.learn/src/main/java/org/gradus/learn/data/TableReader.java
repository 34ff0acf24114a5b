package org.gradus.learn.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The way from a file to a table: bytes, text, records, columns, each step checked. */
final class TableReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;

  private TableReader(String file) {
    this.file = file;
  }

  static Table read(Path path) {
    var reader = new TableReader(path.toString());
    return reader.table(reader.records(reader.text(DataFile.CSV.read(path))));
  }

  static Table read(String name, byte[] bytes) {
    var reader = new TableReader(name);
    return reader.table(reader.records(reader.text(DataFile.unpacked(name, bytes))));
  }

  private String text(byte[] bytes) {
    var in = ByteBuffer.wrap(bytes);
    var out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    if (result.isError()) {
      throw DataException.notUtf8(file, lineAt(bytes, in.position()), bytes[in.position()]);
    }
    String text = out.flip().toString();
    return text.startsWith(String.valueOf(BYTE_ORDER_MARK)) ? text.substring(1) : text;
  }

  private static int lineAt(byte[] bytes, int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r' && bytes[i + 1] != '\n') {
        line++;
      }
    }
    return line;
  }

  private List<CsvRecord> records(String text) {
    if (text.isBlank()) {
      throw DataException.empty(file);
    }
    try (var reader =
        CsvReader.builder()
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(text)) {
      return reader.stream().toList();
    } catch (CsvParseException e) {
      Throwable cause = e.getCause();
      throw DataException.brokenQuotes(
          file, String.valueOf((cause == null ? e : cause).getMessage()));
    } catch (IOException e) {
      throw DataException.unreadable(file, e.toString());
    }
  }

  private Table table(List<CsvRecord> records) {
    List<String> names = checkedNames(cells(records.get(0)));
    if (records.size() == 1) {
      throw DataException.headerOnly(file, names);
    }
    List<List<String>> rows = new ArrayList<>();
    int[] lines = new int[records.size() - 1];
    for (CsvRecord record : records.subList(1, records.size())) {
      List<String> cells = cells(record);
      int line = Math.toIntExact(record.getStartingLineNumber());
      if (cells.size() != names.size()) {
        throw DataException.ragged(file, names, line, cells);
      }
      lines[rows.size()] = line;
      rows.add(cells);
    }
    return new Table(file, names, rows, lines);
  }

  private static List<String> cells(CsvRecord record) {
    return record.getFields().stream().map(String::strip).toList();
  }

  private List<String> checkedNames(List<String> names) {
    if (names.size() == 1 && names.get(0).contains(";")) {
      throw DataException.otherSeparator(file, names.get(0), "semicolons");
    }
    if (names.size() == 1 && names.get(0).contains("\t")) {
      throw DataException.otherSeparator(file, names.get(0).replace("\t", "\\t"), "tabs");
    }
    if (names.contains("")) {
      throw DataException.unnamedColumn(file, names, names.indexOf("") + 1);
    }
    if (names.stream().allMatch(NumberCell::spellsNumber)) {
      throw DataException.numbersAsNames(file, names);
    }
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw DataException.duplicateColumn(file, names, name);
      }
    }
    return names;
  }
}
