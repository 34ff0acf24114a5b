package org.gradus.learn.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** The kinds of files that are read, and their bytes, unpacked where they are packed. */
enum DataFile {
  CSV("a CSV file", "tables", ".csv"),
  IDX("an IDX file", "files", "idx"),
  NPY("an npy file", "files", ".npy");

  private final String kind;
  private final String several;
  private final String mark;

  DataFile(String kind, String several, String mark) {
    this.kind = kind;
    this.several = several;
    this.mark = mark;
  }

  /** Names the kind: "a CSV file". */
  String kind() {
    return kind;
  }

  /** Names what lies beside a file: "tables". */
  String several() {
    return several;
  }

  /**
   * Reads a whole file.
   *
   * @throws DataException if it is missing, a folder, or cannot be read or unpacked
   */
  byte[] read(Path path) {
    String file = path.toString();
    if (Files.isDirectory(path)) {
      throw DataException.folder(this, file, in(path));
    }
    if (Files.notExists(path)) {
      Path folder = path.toAbsolutePath().getParent();
      throw DataException.noSuchFile(this, file, folder == null ? List.of() : in(folder));
    }
    try {
      return unpacked(file, Files.readAllBytes(path));
    } catch (IOException e) {
      throw DataException.unreadable(file, e.toString());
    }
  }

  /**
   * Unpacks what is packed by gzip, whatever its name; other bytes stay as they are.
   *
   * @throws DataException if the bytes begin as gzip's do and cannot be unpacked
   */
  static byte[] unpacked(String file, byte[] bytes) {
    boolean packed = bytes.length > 1 && bytes[0] == 0x1F && bytes[1] == (byte) 0x8B;
    if (!packed) {
      return bytes;
    }
    try (var stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return stream.readAllBytes();
    } catch (IOException e) {
      throw DataException.brokenGzip(file, e.toString());
    }
  }

  /** Lists the files of this kind in a folder by name; none where it cannot be read. */
  private List<String> in(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(path -> String.valueOf(path.getFileName()))
          .filter(name -> name.contains(mark))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
