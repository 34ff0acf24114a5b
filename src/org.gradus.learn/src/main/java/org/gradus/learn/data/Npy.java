package org.gradus.learn.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * npy files: arrays of numbers, as NumPy saves them.
 *
 * <pre>
 *   93 N U M P Y major minor    length of the header (2 bytes, in version 2.0 4, little-endian)
 *   {'descr': '&lt;f8', 'fortran_order': False, 'shape': (3, 4), }    numbers
 *   descr  &lt; little, &gt; big-endian, | either    f4 f8 i1 i2 i4 i8 u1 u2 u4 u8 b1
 * </pre>
 *
 * <p>Numbers stand in row-major order, or with the first axis fastest in Fortran's order; a tensor
 * has them in row-major order either way. A file must be exactly as long as its header says. NaN
 * and infinities are kept. Source: NumPy Enhancement Proposal 1, A Simple File Format for NumPy
 * Arrays.
 */
// [impl->learn~npy~1]
public final class Npy {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int ALIGNMENT = 64;

  private static final Map<String, BinaryNumber> NUMBERS =
      Map.ofEntries(
          Map.entry("b1", BinaryNumber.BOOLEAN),
          Map.entry("u1", BinaryNumber.UNSIGNED_BYTE),
          Map.entry("i1", BinaryNumber.BYTE),
          Map.entry("u2", BinaryNumber.UNSIGNED_SHORT),
          Map.entry("i2", BinaryNumber.SHORT),
          Map.entry("u4", BinaryNumber.UNSIGNED_INT),
          Map.entry("i4", BinaryNumber.INT),
          Map.entry("u8", BinaryNumber.UNSIGNED_LONG),
          Map.entry("i8", BinaryNumber.LONG),
          Map.entry("f4", BinaryNumber.FLOAT),
          Map.entry("f8", BinaryNumber.DOUBLE));

  private static final Pattern DESCR = Pattern.compile("'descr': *'([<>|][a-z]\\d)'");
  private static final Pattern FORTRAN = Pattern.compile("'fortran_order': *(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("'shape': *\\( *((?:\\d{1,10} *, *){0,63}(?:\\d{1,10})?) *\\)");

  private Npy() {}

  /**
   * Reads an array of numbers.
   *
   * @throws DataException if the file is missing, a folder, cannot be read or unpacked, does not
   *     begin as an npy file of version 1.0 or 2.0 does, holds anything but numbers, an integer
   *     beyond ±2⁵³, or is not as long as its header says
   */
  public static Tensor read(Path path) {
    String file = path.toString();
    byte[] bytes = DataFile.NPY.read(path);
    int start = start(file, bytes);
    String header = header(file, bytes, start);
    String descr = find(file, DESCR, header);
    BinaryNumber number = NUMBERS.get(descr.substring(1));
    if (number == null || descr.startsWith("|") && number.bytes() > 1) {
      throw DataException.notNpyHeader(file, header);
    }
    int[] shape = shape(file, header);
    int before = start + header.length();
    int count = ArrayContent.count(file, shape, number, before, bytes.length);
    ByteBuffer in = ByteBuffer.wrap(bytes).position(before);
    in.order(descr.startsWith(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = number.read(file, in);
    }
    boolean fortran = find(file, FORTRAN, header).equals("True");
    return fortran ? fromFortran(values, shape) : Tensor.of(values).reshape(shape);
  }

  /**
   * Reads an array of integers: classes, for example.
   *
   * @throws DataException under the conditions of {@link #read}, or if a number is no integer of an
   *     int
   */
  public static IndexTensor readIndices(Path path) {
    return ArrayContent.indices(path.toString(), read(path));
  }

  private static int start(String file, byte[] bytes) {
    boolean known =
        bytes.length >= 10
            && Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
            && (bytes[6] == 1 || bytes[6] == 2)
            && bytes[7] == 0;
    if (!known) {
      throw DataException.notNpy(file, Arrays.copyOf(bytes, Math.min(8, bytes.length)));
    }
    return bytes[6] == 1 ? 10 : 12;
  }

  private static String header(String file, byte[] bytes, int start) {
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        start == 10
            ? Short.toUnsignedInt(in.getShort(8))
            : bytes.length < start ? Long.MAX_VALUE : Integer.toUnsignedLong(in.getInt(8));
    if (length > bytes.length - start) {
      throw DataException.cutHeader(file, bytes.length);
    }
    return new String(bytes, start, (int) length, StandardCharsets.ISO_8859_1);
  }

  private static String find(String file, Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    String found = matcher.find() ? matcher.group(1) : null;
    if (found == null) {
      throw DataException.notNpyHeader(file, header);
    }
    return found;
  }

  private static int[] shape(String file, String header) {
    String lengths = find(file, SHAPE, header).replace(" ", "");
    long[] shape =
        Arrays.stream(lengths.split(","))
            .filter(length -> !length.isEmpty())
            .mapToLong(Long::parseLong)
            .toArray();
    if (Arrays.stream(shape).anyMatch(length -> length > Integer.MAX_VALUE)) {
      throw DataException.notNpyHeader(file, header);
    }
    return Arrays.stream(shape).mapToInt(Math::toIntExact).toArray();
  }

  private static Tensor fromFortran(double[] values, int[] shape) {
    int[] backwards =
        IntStream.range(0, shape.length).map(i -> shape[shape.length - 1 - i]).toArray();
    int[] order = IntStream.range(0, shape.length).map(i -> shape.length - 1 - i).toArray();
    Tensor x = Tensor.of(values).reshape(backwards).permute(order);
    return Tensor.of(x.toArray()).reshape(shape);
  }

  /**
   * Writes an array as little-endian doubles in row-major order, version 1.0.
   *
   * @throws IOException if the file cannot be written
   */
  public static void write(Path path, Tensor x) throws IOException {
    String shape =
        Arrays.stream(x.shape()).mapToObj(length -> length + ",").collect(Collectors.joining(" "));
    if (x.ndim() > 1) {
      shape = shape.substring(0, shape.length() - 1);
    }
    String entries = "{'descr': '<f8', 'fortran_order': False, 'shape': (%s), }".formatted(shape);
    int used = MAGIC.length + 4 + entries.length() + 1;
    String header = entries + " ".repeat((ALIGNMENT - used % ALIGNMENT) % ALIGNMENT) + "\n";
    double[] values = x.toArray();
    ByteBuffer out =
        ByteBuffer.allocate(MAGIC.length + 4 + header.length() + Double.BYTES * values.length)
            .order(ByteOrder.LITTLE_ENDIAN);
    out.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) header.length());
    out.put(header.getBytes(StandardCharsets.US_ASCII));
    out.asDoubleBuffer().put(values);
    Files.write(path, out.array());
  }
}
