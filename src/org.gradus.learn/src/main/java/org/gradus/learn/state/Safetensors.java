package org.gradus.learn.state;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.tensor.Tensor;

/**
 * Tensors by name in a file of the format safetensors, which other frameworks read and write.
 *
 * <pre>
 *   8 bytes    length of the header, little-endian
 *   header     JSON: {"weight": {"dtype": "F64", "shape": [2, 3], "data_offsets": [0, 48]}, …}
 *   numbers    little-endian, in row-major order, one tensor after the other without a gap
 * </pre>
 *
 * <p>Numbers are written as F64 and so come back bit for bit. F32, F16, BF16, I64, I32, I16, I8, U8
 * and BOOL are read too. Texts that belong to the tensors stand under {@code __metadata__}.
 *
 * @param tensors by name, in the order of the file
 * @param metadata texts by name
 */
// [impl->learn~safetensors~1]
public record Safetensors(Map<String, Tensor> tensors, Map<String, String> metadata) {

  /** The longest header, as in other readers, so that a damaged length asks for no such memory. */
  static final int LONGEST_HEADER = 100_000_000;

  static final String METADATA = "__metadata__";

  private static final int LENGTH_BYTES = 8;

  /** Copy the maps, in their order. */
  public Safetensors {
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /** Take tensors, without texts. */
  public static Safetensors of(Map<String, Tensor> tensors) {
    return new Safetensors(tensors, Map.of());
  }

  /**
   * Write the file whole or not at all, and the folders above it.
   *
   * @throws IllegalArgumentException if a tensor has the name of the texts, or all numbers take 2
   *     GiB or more
   * @throws UncheckedIOException if it cannot be written; what stood there stays
   */
  public void write(Path file) {
    WholeFile.write(file, bytes());
  }

  private byte[] bytes() {
    JsonObject header = new JsonObject();
    JsonObject texts = new JsonObject();
    metadata.forEach(texts::addProperty);
    if (!metadata.isEmpty()) {
      header.add(METADATA, texts);
    }
    long end = 0;
    for (Map.Entry<String, Tensor> one : tensors.entrySet()) {
      requireName(one.getKey());
      long start = end;
      end += 8L * one.getValue().numel();
      header.add(one.getKey(), entry(one.getValue(), start, end));
    }
    byte[] json = padded(header.toString()).getBytes(StandardCharsets.UTF_8);
    requireSize(LENGTH_BYTES + json.length + end);
    ByteBuffer bytes =
        ByteBuffer.allocate((int) (LENGTH_BYTES + json.length + end))
            .order(ByteOrder.LITTLE_ENDIAN)
            .putLong(json.length)
            .put(json);
    for (Tensor tensor : tensors.values()) {
      for (double value : tensor.detach().toArray()) {
        bytes.putDouble(value);
      }
    }
    return bytes.array();
  }

  private static JsonObject entry(Tensor tensor, long start, long end) {
    JsonArray shape = new JsonArray();
    for (int length : tensor.shape()) {
      shape.add(length);
    }
    JsonArray offsets = new JsonArray();
    offsets.add(start);
    offsets.add(end);
    JsonObject entry = new JsonObject();
    entry.addProperty("dtype", ElementType.F64.name());
    entry.add("shape", shape);
    entry.add("data_offsets", offsets);
    return entry;
  }

  /** Pad by spaces, so that the numbers begin at a multiple of eight bytes. */
  private static String padded(String json) {
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    return json + " ".repeat(Math.floorMod(-length, LENGTH_BYTES));
  }

  private static void requireName(String name) {
    if (name.equals(METADATA)) {
      throw new IllegalArgumentException(
          "safetensors: a tensor must not have the name of the texts\n  given  " + METADATA);
    }
  }

  private static void requireSize(long size) {
    if (size > Integer.MAX_VALUE - LENGTH_BYTES) {
      throw new IllegalArgumentException(
          """
          safetensors: all numbers of a file must take less than 2 GiB
            given  %d bytes
          write them to several files"""
              .formatted(size));
    }
  }

  /**
   * Read a file whole.
   *
   * @throws StateException if it is missing, cannot be read, or is damaged: a header that is cut
   *     off, longer than the file or no JSON, an unknown type, a shape that does not fit its bytes,
   *     tensors that overlap or leave a gap, or bytes missing or left over
   */
  public static Safetensors read(Path file) {
    byte[] bytes = content(file);
    if (bytes.length < LENGTH_BYTES) {
      throw StateException.damaged(
          file,
          "the file must begin with the length of its header, 8 bytes",
          bytes.length + " bytes");
    }
    ByteBuffer all = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length = all.getLong();
    if (length < 2 || length > Math.min(all.remaining(), LONGEST_HEADER)) {
      throw StateException.damaged(
          file,
          "the header must be at least 2 bytes long, and must end within the file, which has %d more"
              .formatted(all.remaining()),
          Long.toUnsignedString(length) + " bytes");
    }
    byte[] json = new byte[(int) length];
    all.get(json);
    SafetensorsHeader header = SafetensorsHeader.parse(file, json, all.remaining());
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    header.entries().forEach((name, entry) -> tensors.put(name, entry.read(all.slice())));
    return new Safetensors(tensors, header.metadata());
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw StateException.unreadable(file, "there is no such file");
    } catch (IOException e) {
      throw StateException.unreadable(
          file, Files.isDirectory(file) ? "this is a folder" : String.valueOf(e.getMessage()));
    }
  }
}
