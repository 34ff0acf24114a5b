package org.gradus.learn.proofs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import org.gradus.learn.state.Safetensors;
import org.gradus.learn.state.StateException;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Examples of files of tensors, byte by byte. */
// [proof->learn~safetensors~1]
class SafetensorsTest {

  @TempDir private Path folder;

  private Path file(String header, byte... numbers) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return file(json.length, json, numbers);
  }

  private Path file(long length, byte[] json, byte... numbers) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(8 + json.length + numbers.length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).putLong(length).put(json).put(numbers);
    return Files.write(folder.resolve("a.safetensors"), bytes.array());
  }

  /** The layout that other frameworks expect, the numbers at a multiple of eight bytes. */
  @Test
  void aFileIsHeaderAndNumbers() throws IOException {
    Path file = folder.resolve("deep/w.safetensors");
    Safetensors.of(Map.of("w", Tensor.of(1, -2).reshape(1, 2))).write(file);
    String header = "{\"w\":{\"dtype\":\"F64\",\"shape\":[1,2],\"data_offsets\":[0,16]}}";
    int padded = (header.length() + 7) / 8 * 8;
    byte[] expected = new byte[8 + padded + 16];
    ByteBuffer.wrap(expected)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(padded)
        .put((header + " ".repeat(padded - header.length())).getBytes(StandardCharsets.UTF_8))
        .putDouble(1)
        .putDouble(-2);
    assertThat(Files.readAllBytes(file)).isEqualTo(expected);
  }

  @Test
  void aViewIsWrittenInItsOwnOrder() {
    Path file = folder.resolve("view.safetensors");
    Tensor w = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}}).requiresGrad_();
    Safetensors.of(Map.of("t", w.t())).write(file);
    assertThat(Safetensors.read(file).tensors().get("t").toArray())
        .containsExactly(1, 4, 2, 5, 3, 6);
  }

  @ParameterizedTest
  @CsvSource({
    "F32, 0000C03F, 1.5",
    "F32, 000080FF, -Infinity",
    "F16, 003C, 1",
    "F16, 00C0, -2",
    "F16, FF7B, 65504",
    "F16, 0004, 6.103515625E-5",
    "F16, 0100, 5.9604644775390625E-8",
    "F16, 0080, -0.0",
    "F16, 007C, Infinity",
    "F16, 00FC, -Infinity",
    "F16, 017E, NaN",
    "BF16, C03F, 1.5",
    "BF16, 80FF, -Infinity",
    "I64, FEFFFFFFFFFFFFFF, -2",
    "I32, FEFFFFFF, -2",
    "I16, FEFF, -2",
    "I8, FE, -2",
    "U8, FE, 254",
    "BOOL, 01, 1",
    "BOOL, 00, 0",
    "F64, 000000000000F83F, 1.5"
  })
  void everyTypeBecomesDoubles(String type, String hex, double expected) throws IOException {
    byte[] bytes = HexFormat.of().parseHex(hex);
    Path file =
        file(
            "{\"x\":{\"dtype\":\"%s\",\"shape\":[],\"data_offsets\":[0,%d]}}"
                .formatted(type, bytes.length),
            bytes);
    assertThat(Double.doubleToLongBits(Safetensors.read(file).tensors().get("x").item()))
        .isEqualTo(Double.doubleToLongBits(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      value = {
        "[]|the header must be one JSON object|",
        "{a|the header must be one JSON object|",
        "{} {}|the header must be one JSON object|",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},\"x\":3}|a name must stand in the header once|\"x\" twice",
        "{\"x\":{}}|tensor \"x\" must have a dtype, a shape and two data_offsets|{}",
        "{\"x\":{\"dtype\":\"F8\",\"shape\":[1],\"data_offsets\":[0,8]}}|tensor \"x\" must have a type of [F64, F32, F16, BF16, I64, I32, I16, I8, U8, BOOL]|F8",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[-1],\"data_offsets\":[0,8]}}|lengths and offsets of tensor \"x\" must be whole and not negative|-1",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[0.5],\"data_offsets\":[0,8]}}|lengths and offsets of tensor \"x\" must be whole and not negative|0.5",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[2],\"data_offsets\":[0,8]}}|tensor \"x\" must have the bytes of its shape, [2] of F64, which are 16|8",
        "{\"x\":{\"dtype\":\"F64\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,8]}}|tensor \"x\" must have less than 2 GiB|[4294967296, 4294967296]",
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[7],\"data_offsets\":[1,8]}}|tensor \"x\" must begin where the one before ends, at byte 0|1",
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[5],\"data_offsets\":[0,5]},\"y\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[4,8]}}|tensor \"y\" must begin where the one before ends, at byte 5|4",
        "{\"x\":{\"dtype\":\"U8\",\"shape\":[7],\"data_offsets\":[0,7]}}|the numbers must end with the file, which has 8 bytes of them|7",
        "{\"__metadata__\":{\"a\":1}}|__metadata__ must hold texts alone|{\"a\":1}"
      })
  void aHeaderThatDoesNotFitIsRefused(String header, String rule, String given) throws IOException {
    Path file = file(header, new byte[8]);
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(StateException.class)
        .hasMessageStartingWith(
            "read " + file + ": " + rule + "\n  given  " + (given == null ? "" : given))
        .hasMessageEndingWith(
            "the file is damaged or of another format; write it anew, or give a safetensors file");
  }

  @Test
  void aLengthThatDoesNotFitIsRefused() throws IOException {
    Path shortOne = Files.write(folder.resolve("short"), new byte[7]);
    damaged(shortOne, "the file must begin with the length of its header, 8 bytes", "7 bytes");
    String rule =
        "the header must be at least 2 bytes long, and must end within the file, which has 2 more";
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);
    damaged(file(3, json), rule, "3 bytes");
    damaged(file(1, json), rule, "1 bytes");
    damaged(file(-1, json), rule, "18446744073709551615 bytes");
    assertThat(Safetensors.read(file(2, json)).tensors()).isEmpty();
    damaged(
        file(2, new byte[] {(byte) 0xC3, '}'}), "the header must be text in UTF-8", "other bytes");
  }

  private static void damaged(Path file, String rule, String given) {
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(StateException.class)
        .hasMessage(
            """
            read %s: %s
              given  %s
            the file is damaged or of another format; write it anew, or give a safetensors file"""
                .formatted(file, rule, given));
  }

  @Test
  void whatIsNotThereIsNamed() {
    Path file = folder.resolve("none");
    assertThatThrownBy(() -> Safetensors.read(file))
        .isInstanceOf(StateException.class)
        .hasMessage(
            """
            read %s: the file must be readable
              reason  there is no such file
            give the path of a safetensors file that exists"""
                .formatted(file));
    assertThatThrownBy(() -> Safetensors.read(folder))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("reason  this is a folder");
  }

  @Test
  void theNameOfTheTextsIsRefusedBeforeAnythingIsWritten() {
    Path file = folder.resolve("refused");
    Safetensors tensors = Safetensors.of(Map.of("__metadata__", Tensor.of(1)));
    assertThatThrownBy(() -> tensors.write(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "safetensors: a tensor must not have the name of the texts\n  given  __metadata__");
    assertThat(file).doesNotExist();
  }
}
