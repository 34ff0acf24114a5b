package org.gradus.learn.data;

import java.nio.ByteBuffer;

/** The numbers that binary files hold. */
enum BinaryNumber {
  BOOLEAN(1),
  UNSIGNED_BYTE(1),
  BYTE(1),
  UNSIGNED_SHORT(2),
  SHORT(2),
  UNSIGNED_INT(4),
  INT(4),
  UNSIGNED_LONG(8),
  LONG(8),
  FLOAT(4),
  DOUBLE(8);

  /** The largest magnitude below which each integer is a double. */
  private static final long EXACT = 1L << 53;

  private final int bytes;

  BinaryNumber(int bytes) {
    this.bytes = bytes;
  }

  /** Counts the bytes of a number. */
  int bytes() {
    return bytes;
  }

  /**
   * Reads the next number.
   *
   * @throws DataException if it is an integer beyond ±2⁵³, where doubles have gaps
   */
  double read(String file, ByteBuffer in) {
    return switch (this) {
      case BOOLEAN -> in.get() == 0 ? 0 : 1;
      case UNSIGNED_BYTE -> Byte.toUnsignedInt(in.get());
      case BYTE -> in.get();
      case UNSIGNED_SHORT -> Short.toUnsignedInt(in.getShort());
      case SHORT -> in.getShort();
      case UNSIGNED_INT -> Integer.toUnsignedLong(in.getInt());
      case INT -> in.getInt();
      case UNSIGNED_LONG -> exactly(file, in.getLong(), true);
      case LONG -> exactly(file, in.getLong(), false);
      case FLOAT -> in.getFloat();
      case DOUBLE -> in.getDouble();
    };
  }

  private static double exactly(String file, long value, boolean unsigned) {
    boolean exact = value <= EXACT && value >= (unsigned ? 0 : -EXACT);
    if (!exact) {
      throw DataException.notExact(
          file, unsigned ? Long.toUnsignedString(value) : Long.toString(value));
    }
    return value;
  }
}
