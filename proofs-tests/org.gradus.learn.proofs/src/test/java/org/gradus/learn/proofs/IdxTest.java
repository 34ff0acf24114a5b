package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.data.DataException;
import org.gradus.learn.data.Idx;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** IDX files: written by hand, there and back, and damaged. */
// [proof->learn~idx~1]
class IdxTest {

  /** Two rows of three unsigned bytes. */
  private static final String SMALL = "00000802 00000002 00000003 00 01 7F 80 FE FF";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("digits-idx2-ubyte");
  }

  @Property
  void whatIsWrittenIsReadBackEqual(
      @ForAll Idx.Type type, @ForAll("shapes") int[] shape, @ForAll long seed) throws IOException {
    var random = new SplittableRandom(seed);
    int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = new double[size];
    Arrays.setAll(values, i -> value(type, random.nextInt()));
    Tensor x = Tensor.of(values).reshape(shape);
    for (String ending : new String[] {".idx", ".idx.gz"}) {
      Path there = Files.createTempFile("array", ending);
      try {
        Idx.write(there, type, x);
        Tensor back = Idx.read(there);
        assertThat(back.shape()).isEqualTo(shape);
        assertThat(back.toArray()).isEqualTo(values);
      } finally {
        Files.delete(there);
      }
    }
  }

  /** A number of the type, all bits of which come from those drawn. */
  private static double value(Idx.Type type, int bits) {
    return switch (type) {
      case UNSIGNED_BYTE -> bits & 0xFF;
      case BYTE -> (byte) bits;
      case SHORT -> (short) bits;
      case INT -> bits;
      case FLOAT -> (float) (bits / 3.0);
      case DOUBLE -> bits / 3.0;
    };
  }

  /** Whatever the bytes are, the answer is an array or a message. */
  @Property
  void bytesAreReadOrRefused(@ForAll("headers") int[] header, @ForAll byte[] rest)
      throws IOException {
    byte[] bytes = new byte[header.length + rest.length];
    for (int i = 0; i < header.length; i++) {
      bytes[i] = (byte) header[i];
    }
    System.arraycopy(rest, 0, bytes, header.length, rest.length);
    Path there = Files.createTempFile("array", ".idx");
    try {
      Files.write(there, bytes);
      Tensor x = Idx.read(there);
      assertThat(bytes.length).isGreaterThanOrEqualTo(4 + 4 * x.ndim() + x.numel());
    } catch (DataException e) {
      assertThat(e).hasMessageStartingWith("read " + there + ": ");
    } finally {
      Files.delete(there);
    }
  }

  @Provide
  Arbitrary<int[]> shapes() {
    return Arbitraries.integers().between(0, 4).array(int[].class).ofMinSize(1).ofMaxSize(4);
  }

  @Provide
  Arbitrary<int[]> headers() {
    Arbitrary<int[]> type = Arbitraries.of(0, 8, 9, 11, 14).array(int[].class).ofSize(1);
    Arbitrary<int[]> lengths = Arbitraries.of(0, 0, 0, 1, 255).array(int[].class).ofSize(5);
    return type.flatMap(
        code ->
            lengths.map(
                bytes -> new int[] {0, 0, code[0], 1, bytes[0], bytes[1], bytes[2], bytes[3]}));
  }

  @Test
  void numbersAreThoseOfTheirBytes() throws IOException {
    assertRead(SMALL, 0, 1, 127, 128, 254, 255);
    assertRead("00000901 00000004 00 7F 80 FF", 0, 127, -128, -1);
    assertRead("00000B01 00000003 0102 8000 FFFF", 258, -32768, -1);
    assertRead("00000C01 00000002 01020304 80000000", 16909060, Integer.MIN_VALUE);
    assertRead("00000D01 00000002 3FC00000 C2F60000", 1.5, -123);
    assertRead("00000E01 00000001 3FB999999999999A", 0.1);
    assertRead("00000804 00000001 00000002 00000001 00000001 05 06", 5, 6);
    write(SMALL);
    assertThat(Idx.read(file).shape()).containsExactly(2, 3);
    assertThat(Idx.read(file).at(1, 0)).isEqualTo(128);
    assertThat(Idx.readIndices(file))
        .isEqualTo(IndexTensor.of(new int[] {2, 3}, new int[] {0, 1, 127, 128, 254, 255}));
  }

  @Test
  void writingMakesTheSameBytes() throws IOException {
    Tensor x = Tensor.of(new double[][] {{0, 1, 127}, {128, 254, 255}});
    Idx.write(file, Idx.Type.UNSIGNED_BYTE, x);
    assertThat(Files.readAllBytes(file)).isEqualTo(bytes(SMALL));
  }

  /** The bytes tell, not the name. */
  @Test
  void packedFilesAreUnpacked() throws IOException {
    Files.write(file, packed(bytes(SMALL)));
    assertThat(Idx.read(file).toArray()).containsExactly(0, 1, 127, 128, 254, 255);
  }

  @Test
  void everyCutIsRefused() throws IOException {
    byte[] plain = bytes(SMALL);
    byte[] packed = packed(plain);
    for (byte[] whole : new byte[][] {plain, packed}) {
      for (int length = 0; length < whole.length; length++) {
        Files.write(file, Arrays.copyOf(whole, length));
        assertThatThrownBy(() -> Idx.read(file)).isInstanceOf(DataException.class);
      }
    }
  }

  @Test
  void otherBeginningsAreRefused() throws IOException {
    for (String first :
        new String[] {
          "01000801",
          "00010801",
          "00000A01",
          "00000800",
          "00000805",
          "000008FF",
          "504B0304",
          "00",
          ""
        }) {
      write(first);
      refused(
          () -> Idx.read(file),
          """
          read %s: an IDX file must begin with 00 00, a type and a rank
            types        08 09 0B 0C 0D 0E
            ranks        01 to 04
            begins with  %s
          give an IDX file, plain or packed by gzip\
          """
              .formatted(file, first.isEmpty() ? "nothing" : first.replaceAll("(..)(?=.)", "$1 ")));
    }
  }

  @Test
  void otherLengthsThanPromisedAreRefused() throws IOException {
    write(SMALL + "00");
    refused(
        () -> Idx.read(file),
        """
        read %s: the file must be as long as its header says
          lengths  [2, 3]
          needs    18 bytes
          has      19 bytes
        copy or download the file again\
        """
            .formatted(file));
    write("00000E03 7FFFFFFF 7FFFFFFF 7FFFFFFF 00");
    refused(
        () -> Idx.read(file),
        """
        read %s: the file must be as long as its header says
          lengths  [2147483647, 2147483647, 2147483647]
          needs    79228162403583873202826248200 bytes
          has      17 bytes
        copy or download the file again\
        """
            .formatted(file));
    write("00000801 80000000");
    refused(
        () -> Idx.read(file),
        """
        read %s: no length may be negative
          lengths  [-2147483648]
        copy or download the file again\
        """
            .formatted(file));
    write("00000802 00000001");
    refused(
        () -> Idx.read(file),
        """
        read %s: the header must end within the file, of 8 bytes, and does not
        copy or download the file again\
        """
            .formatted(file));
  }

  @Test
  void missingFilesAndFoldersAreNamed() throws IOException {
    write(SMALL);
    refused(
        () -> Idx.read(folder.resolve("digits-idx3-ubyte")),
        """
        read %s: there is no such file
          files beside it  digits-idx2-ubyte
        did you mean "digits-idx2-ubyte"?\
        """
            .formatted(folder.resolve("digits-idx3-ubyte")));
    refused(
        () -> Idx.read(folder),
        """
        read %s: an IDX file must be given, and this is a folder
          files in it  digits-idx2-ubyte
        give the path of an IDX file\
        """
            .formatted(folder));
  }

  @Test
  void fractionsAreNoIndices() throws IOException {
    write("00000D01 00000002 3F800000 3FC00000");
    refused(
        () -> Idx.readIndices(file),
        """
        read %s: every number must be an integer of an int; number 1 is 1.5
        read it as a tensor\
        """
            .formatted(file));
  }

  @Test
  void numbersThatDoNotFitAreNotWritten() {
    double[][] unfit = {{-1}, {256}, {0.5}, {Double.NaN}};
    for (double[] value : unfit) {
      refused(
          () -> Idx.write(file, Idx.Type.UNSIGNED_BYTE, Tensor.of(value)),
          """
          write %s: the type unsigned byte must hold every number exactly; there is %s
          choose another type\
          """
              .formatted(file, value[0]));
    }
    refused(
        () -> Idx.write(file, Idx.Type.FLOAT, Tensor.of(0.1)),
        """
        write %s: the type float must hold every number exactly; there is 0.1
        choose another type\
        """
            .formatted(file));
    refused(
        () -> Idx.write(file, Idx.Type.INT, Tensor.scalar(1)),
        "write %s: an IDX file has 1 to 4 axes\n  shape  []".formatted(file));
    refused(
        () -> Idx.write(file, Idx.Type.INT, Tensor.zeros(1, 1, 1, 1, 1)),
        "write %s: an IDX file has 1 to 4 axes\n  shape  [1, 1, 1, 1, 1]".formatted(file));
    assertThat(file).doesNotExist();
  }

  @Test
  void whatIsNotFiniteIsKeptWhereTheTypeHasIt() throws IOException {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0};
    for (Idx.Type type : new Idx.Type[] {Idx.Type.FLOAT, Idx.Type.DOUBLE}) {
      Idx.write(file, type, Tensor.of(values));
      assertThat(Idx.read(file).toArray()).isEqualTo(values);
    }
  }

  private void assertRead(String hex, double... values) throws IOException {
    write(hex);
    assertThat(Idx.read(file).toArray()).containsExactly(values);
  }

  private void write(String hex) throws IOException {
    Files.write(file, bytes(hex));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  private static void refused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(DataException.class).hasMessage(message);
  }
}
