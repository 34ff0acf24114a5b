package org.gradus.learn.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradus.learn.data.DataException;
import org.gradus.learn.data.Npy;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** npy files: as NumPy 2.4.6 wrote them, there and back, and damaged. */
// [proof->learn~npy~1]
class NpyTest {

  private static final String HEADER = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("weights.npy");
  }

  /** All types, both orders of bytes and of axes, both versions; values as NumPy printed them. */
  @Test
  void arraysOfNumPyAreReadAsItHasThem() throws IOException {
    List<String> arrays = numPy();
    assertThat(arrays).hasSize(43);
    for (String line : arrays) {
      String[] cells = line.split(",", -1);
      Files.write(file, Base64.getDecoder().decode(cells[5]));
      Tensor x = Npy.read(file);
      assertThat(x.shape()).as(line).isEqualTo(ints(cells[3]));
      assertThat(x.toArray()).as(line).isEqualTo(doubles(cells[4]));
    }
  }

  /** Doubles in row-major order and version 1.0 are written as NumPy writes them, to the byte. */
  @Test
  void writingMakesTheBytesOfNumPy() throws IOException {
    int compared = 0;
    for (String line : numPy()) {
      String[] cells = line.split(",", -1);
      if (cells[0].equals("<f8") && cells[1].equals("C") && cells[2].equals("1.0")) {
        Npy.write(file, Tensor.of(doubles(cells[4])).reshape(ints(cells[3])));
        assertThat(Files.readAllBytes(file)).isEqualTo(Base64.getDecoder().decode(cells[5]));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(5);
  }

  @Property
  void whatIsWrittenIsReadBackEqual(@ForAll("shapes") int[] shape, @ForAll double first)
      throws IOException {
    int size = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    double[] values = new double[size];
    Arrays.setAll(values, i -> first / (i + 1));
    Path there = Files.createTempFile("array", ".npy");
    try {
      Npy.write(there, Tensor.of(values).reshape(shape));
      assertThat(Npy.read(there).shape()).isEqualTo(shape);
      assertThat(Npy.read(there).toArray()).isEqualTo(values);
    } finally {
      Files.delete(there);
    }
  }

  /** Whatever byte is damaged, the answer is an array or a message. */
  @Property
  void damagedFilesAreReadOrRefused(@ForAll @IntRange(max = 143) int position, @ForAll byte other)
      throws IOException {
    Path there = Files.createTempFile("array", ".npy");
    try {
      Npy.write(there, Tensor.of(1, 2));
      byte[] bytes = Files.readAllBytes(there);
      bytes[position] = other;
      Files.write(there, bytes);
      assertThat(Npy.read(there).numel()).isBetween(1, 16);
    } catch (DataException e) {
      assertThat(e).hasMessageStartingWith("read " + there + ": ");
    } finally {
      Files.delete(there);
    }
  }

  @Provide
  Arbitrary<int[]> shapes() {
    return Arbitraries.integers().between(0, 4).array(int[].class).ofMaxSize(4);
  }

  @Test
  void everyCutIsRefused() throws IOException {
    Npy.write(file, Tensor.of(1, 2));
    byte[] whole = Files.readAllBytes(file);
    assertThat(whole).hasSize(144);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> Npy.read(file)).isInstanceOf(DataException.class);
    }
  }

  @Test
  void indicesAreIntegers() throws IOException {
    save("<i8", "3,", longs(7, -1, 0));
    assertThat(Npy.readIndices(file)).isEqualTo(IndexTensor.of(7, -1, 0));
    save("<i8", "2,", longs(1, 1L << 31));
    refused(
        () -> Npy.readIndices(file),
        """
        read %s: every number must be an integer of an int; number 1 is 2.147483648E9
        read it as a tensor\
        """
            .formatted(file));
  }

  @Test
  void integersInTheGapsOfDoublesAreRefused() throws IOException {
    long[][] beyond = {{(1L << 53) + 1}, {-(1L << 53) - 1}, {Long.MAX_VALUE}, {Long.MIN_VALUE}};
    for (long[] value : beyond) {
      for (String descr : new String[] {"<i8", "<u8"}) {
        save(descr, "1,", longs(value));
        refused(
            () -> Npy.read(file),
            """
            read %s: an integer must be within ±2^53, where doubles have no gaps; there is %s
            save the array as f8, if its last digits do not matter\
            """
                .formatted(
                    file,
                    descr.equals("<u8")
                        ? Long.toUnsignedString(value[0])
                        : Long.toString(value[0])));
      }
    }
  }

  @Test
  void otherBeginningsAreRefused() throws IOException {
    byte[] other = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 3, 0, 0, 0, 0, 0};
    Files.write(file, other);
    refused(
        () -> Npy.read(file),
        """
        read %s: an npy file must begin with 93 4E 55 4D 50 59 and version 01 00 or 02 00
          begins with  93 4E 55 4D 50 59 03 00
        save the array by numpy.save\
        """
            .formatted(file));
    for (int wrong : new int[] {0, 5, 7}) {
      byte[] damaged = other.clone();
      damaged[6] = 1;
      damaged[wrong]++;
      Files.write(file, damaged);
      assertThatThrownBy(() -> Npy.read(file))
          .isInstanceOf(DataException.class)
          .hasMessageStartingWith("read %s: an npy file must begin".formatted(file));
    }
    Files.write(file, new byte[0]);
    assertThatThrownBy(() -> Npy.read(file)).hasMessageContaining("begins with  nothing");
  }

  @Test
  void arraysOfAnythingElseAreRefused() throws IOException {
    for (String descr : new String[] {"|O", "<U5", "<c16", "<f2", "|f8", "=f8", "<m8"}) {
      save(descr, "1,", new byte[8]);
      refused(
          () -> Npy.read(file),
          """
          read %s: the header must tell descr, fortran_order and shape of an array of numbers
            descr   '<', '>' or '|' before f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1
            header  %s
          save the array as one of these types by numpy.save\
          """
              .formatted(file, HEADER.formatted(descr, "1,")));
    }
    for (String shape : new String[] {"-1,", "1 2", "9999999999,", "x"}) {
      save("<f8", shape, new byte[8]);
      assertThatThrownBy(() -> Npy.read(file))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("\n  header  " + HEADER.formatted("<f8", shape) + "\n");
    }
  }

  @Test
  void aLongHeaderIsCutInTheMessage() throws IOException {
    save("<f8", "1,".repeat(5000), new byte[8]);
    assertThatThrownBy(() -> Npy.read(file))
        .hasMessageContaining("(1,1,1,")
        .hasMessageContaining("…\n");
  }

  @Test
  void otherLengthsThanPromisedAreRefused() throws IOException {
    save("<f8", "3,", new byte[16]);
    int header = HEADER.formatted("<f8", "3,").length() + 10;
    refused(
        () -> Npy.read(file),
        """
        read %s: the file must be as long as its header says
          lengths  [3]
          needs    %d bytes
          has      %d bytes
        copy or download the file again\
        """
            .formatted(file, header + 24, header + 16));
    byte[] cut = Arrays.copyOf(Files.readAllBytes(file), 40);
    Files.write(file, cut);
    String message =
        """
        read %s: the header must end within the file, of %d bytes, and does not
        copy or download the file again\
        """;
    refused(() -> Npy.read(file), message.formatted(file, 40));
    cut[6] = 2;
    Files.write(file, Arrays.copyOf(cut, 10));
    refused(() -> Npy.read(file), message.formatted(file, 10));
  }

  @Test
  void missingFilesAndFoldersAreNamed() throws IOException {
    Npy.write(file, Tensor.of(1));
    refused(
        () -> Npy.read(folder.resolve("weight.npy")),
        """
        read %s: there is no such file
          files beside it  weights.npy
        did you mean "weights.npy"?\
        """
            .formatted(folder.resolve("weight.npy")));
    refused(
        () -> Npy.read(folder),
        """
        read %s: an npy file must be given, and this is a folder
          files in it  weights.npy
        give the path of an npy file\
        """
            .formatted(folder));
  }

  private void save(String descr, String shape, byte[] numbers) throws IOException {
    byte[] header = HEADER.formatted(descr, shape).getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out =
        ByteBuffer.allocate(10 + header.length + numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.putShort((short) header.length).put(header).put(numbers);
    Files.write(file, out.array());
  }

  private static byte[] longs(long... values) {
    ByteBuffer out = ByteBuffer.allocate(Long.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    Arrays.stream(values).forEach(out::putLong);
    return out.array();
  }

  private static List<String> numPy() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(NpyTest.class.getResourceAsStream("numpy-arrays.csv"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  private static int[] ints(String cell) {
    return Arrays.stream(cell.split(" "))
        .filter(number -> !number.isEmpty())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  private static double[] doubles(String cell) {
    return Arrays.stream(cell.split(" "))
        .filter(number -> !number.isEmpty())
        .mapToDouble(NpyTest::number)
        .toArray();
  }

  private static double number(String spelled) {
    return switch (spelled) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(spelled);
    };
  }

  private static void refused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading).isInstanceOf(DataException.class).hasMessage(message);
  }
}
