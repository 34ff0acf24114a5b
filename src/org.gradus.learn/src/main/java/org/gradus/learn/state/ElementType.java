package org.gradus.learn.state;

import java.nio.ByteBuffer;

/** Elements of a tensor in a file, which become doubles. */
enum ElementType {
  F64(8) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.getDouble();
    }
  },
  F32(4) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.getFloat();
    }
  },
  /** Five bits of exponent, ten of fraction. */
  F16(2) {
    @Override
    double read(ByteBuffer bytes) {
      int bits = bytes.getShort();
      int exponent = bits >> 10 & 0x1F;
      int fraction = bits & 0x3FF;
      double size =
          switch (exponent) {
            case 0 -> fraction * 0x1p-24;
            case 0x1F -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
            default -> Math.scalb(1 + fraction * 0x1p-10, exponent - 15);
          };
      return bits < 0 ? -size : size;
    }
  },
  /** The upper half of a float. */
  BF16(2) {
    @Override
    double read(ByteBuffer bytes) {
      return Float.intBitsToFloat(bytes.getShort() << 16);
    }
  },
  /** Beyond 2⁵³ in size not every one is a double. */
  I64(8) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.getLong();
    }
  },
  I32(4) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.getInt();
    }
  },
  I16(2) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.getShort();
    }
  },
  I8(1) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.get();
    }
  },
  U8(1) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.get() & 0xFF;
    }
  },
  BOOL(1) {
    @Override
    double read(ByteBuffer bytes) {
      return bytes.get() == 0 ? 0 : 1;
    }
  };

  private final int size;

  ElementType(int size) {
    this.size = size;
  }

  /** Return the bytes of an element, a count. */
  int size() {
    return size;
  }

  /** Read the next element. */
  abstract double read(ByteBuffer bytes);
}
