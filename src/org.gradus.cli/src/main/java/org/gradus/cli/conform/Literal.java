package org.gradus.cli.conform;

import java.util.Arrays;
import java.util.Optional;
import org.gradus.tensor.Tensor;

/**
 * A tensor as a case writes it.
 *
 * @param kind of its elements
 * @param shape length of each axis
 * @param data elements in row-major order; booleans as 1 and 0
 */
record Literal(Kind kind, int[] shape, double[] data) {

  /** What the elements are. */
  enum Kind {
    FLOAT64,
    INT64,
    BOOL
  }

  /**
   * Reads a tensor.
   *
   * @throws MalformedException if it is none
   */
  static Literal of(Fields fields) {
    int[] shape = fields.integers("shape");
    long size = 1;
    for (int length : shape) {
      if (length < 0) {
        throw MalformedException.of(
            fields.path("shape"), "no length may be negative", Arrays.toString(shape));
      }
      size = Math.min(size * length, Integer.MAX_VALUE);
    }
    double[] data = fields.numbers("data");
    if (data.length != size) {
      throw MalformedException.of(
          fields.path("data"),
          "the shape %s takes %d numbers".formatted(Arrays.toString(shape), size),
          data.length);
    }
    return new Literal(kind(fields, data), shape, data);
  }

  /** Reads a member that may be null. */
  static Optional<Literal> optional(Fields fields, String name) {
    return fields.has(name) ? Optional.of(of(fields.object(name))) : Optional.empty();
  }

  private static Kind kind(Fields fields, double[] data) {
    String name = fields.text("dtype", "float64");
    switch (name) {
      case "float64":
        return Kind.FLOAT64;
      case "int64":
        if (Arrays.stream(data).anyMatch(value -> value != (int) value)) {
          throw MalformedException.of(
              fields.path("data"), "int64 takes integers", Arrays.toString(data));
        }
        return Kind.INT64;
      case "bool":
        if (Arrays.stream(data).anyMatch(value -> value != 0 && value != 1)) {
          throw MalformedException.of(
              fields.path("data"), "bool takes true and false", Arrays.toString(data));
        }
        return Kind.BOOL;
      default:
        throw MalformedException.of(
            fields.path("dtype"), "it must be float64, int64 or bool", name);
    }
  }

  static Literal zeros(int... shape) {
    return new Literal(Kind.FLOAT64, shape, Tensor.zeros(shape).toArray());
  }

  /** A new leaf of these numbers. */
  Tensor tensor() {
    return Tensor.of(data).reshape(shape);
  }
}
