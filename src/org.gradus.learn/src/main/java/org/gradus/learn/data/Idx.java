package org.gradus.learn.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/**
 * IDX files: arrays of numbers, as MNIST and Fashion-MNIST ship.
 *
 * <pre>
 *   00 00 type rank    length₁ … length_rank    numbers in row-major order
 *   type  08 unsigned byte, 09 byte, 0B short, 0C int, 0D float, 0E double
 *   rank  1 to 4        lengths  ints of 4 bytes        all numbers big-endian
 * </pre>
 *
 * <p>Files packed by gzip are unpacked, which their bytes tell and not their name. A file must be
 * exactly as long as its header says. Source: Y. LeCun, C. Cortes and C. Burges, The MNIST database
 * of handwritten digits, section <i>The IDX file format</i>.
 */
// [impl->learn~idx~1]
public final class Idx {

  /** The kinds of numbers of an IDX file. */
  public enum Type {
    /** 0 to 255. */
    UNSIGNED_BYTE(0x08, BinaryNumber.UNSIGNED_BYTE, 0, 255),
    /** −128 to 127. */
    BYTE(0x09, BinaryNumber.BYTE, Byte.MIN_VALUE, Byte.MAX_VALUE),
    /** −32768 to 32767. */
    SHORT(0x0B, BinaryNumber.SHORT, Short.MIN_VALUE, Short.MAX_VALUE),
    /** −2³¹ to 2³¹ − 1. */
    INT(0x0C, BinaryNumber.INT, Integer.MIN_VALUE, Integer.MAX_VALUE),
    /** Floating point in 4 bytes. */
    FLOAT(0x0D, BinaryNumber.FLOAT, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    /** Floating point in 8 bytes. */
    DOUBLE(0x0E, BinaryNumber.DOUBLE, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

    private final int code;
    private final BinaryNumber number;
    private final double least;
    private final double most;

    Type(int code, BinaryNumber number, double least, double most) {
      this.code = code;
      this.number = number;
      this.least = least;
      this.most = most;
    }

    private boolean holds(double value) {
      return switch (this) {
        case DOUBLE -> true;
        case FLOAT -> Double.isNaN(value) || (float) value == value;
        default -> value == Math.rint(value) && value >= least && value <= most;
      };
    }

    private void write(double value, ByteBuffer out) {
      switch (this) {
        case UNSIGNED_BYTE, BYTE -> out.put((byte) (int) value);
        case SHORT -> out.putShort((short) value);
        case INT -> out.putInt((int) value);
        case FLOAT -> out.putFloat((float) value);
        case DOUBLE -> out.putDouble(value);
      }
    }
  }

  private static final int MOST_RANK = 4;
  private static final int MAGIC = 4;

  private Idx() {}

  /**
   * Reads an array of numbers.
   *
   * @throws DataException if the file is missing, a folder, cannot be read or unpacked, does not
   *     begin as an IDX file of rank 1 to 4 does, or is not as long as its header says
   */
  public static Tensor read(Path path) {
    String file = path.toString();
    byte[] bytes = DataFile.IDX.read(path);
    if (bytes.length < MAGIC) {
      throw DataException.notIdx(file, Arrays.copyOf(bytes, bytes.length));
    }
    Type type = type(file, bytes);
    int rank = bytes[3];
    ByteBuffer in = ByteBuffer.wrap(bytes).position(MAGIC);
    if (in.remaining() < Integer.BYTES * rank) {
      throw DataException.cutHeader(file, bytes.length);
    }
    int[] shape = new int[rank];
    for (int axis = 0; axis < rank; axis++) {
      shape[axis] = in.getInt();
    }
    int count = ArrayContent.count(file, shape, type.number, in.position(), bytes.length);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = type.number.read(file, in);
    }
    return Tensor.of(values).reshape(shape);
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

  private static Type type(String file, byte[] bytes) {
    for (Type type : Type.values()) {
      if (bytes[0] == 0
          && bytes[1] == 0
          && bytes[2] == type.code
          && bytes[3] >= 1
          && bytes[3] <= MOST_RANK) {
        return type;
      }
    }
    throw DataException.notIdx(file, Arrays.copyOf(bytes, MAGIC));
  }

  /**
   * Writes an array of numbers, packed where the name of the file ends with ".gz".
   *
   * @param x numbers of rank 1 to 4
   * @throws DataException if the rank is another one, or the type does not hold a number exactly;
   *     nothing is written then
   * @throws IOException if the file cannot be written
   */
  public static void write(Path path, Type type, Tensor x) throws IOException {
    String file = path.toString();
    int[] shape = x.shape();
    if (shape.length < 1 || shape.length > MOST_RANK) {
      throw DataException.otherRank(file, MOST_RANK, shape);
    }
    double[] values = x.toArray();
    ByteBuffer out =
        ByteBuffer.allocate(
            MAGIC + Integer.BYTES * shape.length + type.number.bytes() * values.length);
    out.putShort((short) 0).put((byte) type.code).put((byte) shape.length);
    Arrays.stream(shape).forEach(out::putInt);
    for (double value : values) {
      if (!type.holds(value)) {
        throw DataException.notHeld(
            file, type.name().toLowerCase(Locale.ROOT).replace('_', ' '), value);
      }
      type.write(value, out);
    }
    try (OutputStream plain = Files.newOutputStream(path);
        OutputStream stream = file.endsWith(".gz") ? new GZIPOutputStream(plain) : plain) {
      stream.write(out.array());
    }
  }
}
