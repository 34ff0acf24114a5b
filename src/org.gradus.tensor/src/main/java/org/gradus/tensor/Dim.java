package org.gradus.tensor;

/**
 * An axis with its length.
 *
 * @param axis name of the axis
 * @param length number of elements along it, a count
 * @param <A> the axis
 */
// [impl->shape~naming-axes~1]
public record Dim<A extends Axis>(Class<A> axis, int length) {

  /**
   * Check the length.
   *
   * @throws ShapeException if {@code length} is negative
   */
  public Dim {
    if (length < 0) {
      throw new ShapeException(
          "Dim.of: the length of "
              + (axis == Axis.class ? "an axis" : "axis " + word(axis))
              + " must not be negative\n  given  "
              + length);
    }
  }

  /**
   * Tie a name to a length.
   *
   * @throws ShapeException if {@code length} is negative
   */
  public static <A extends Axis> Dim<A> of(Class<A> axis, int length) {
    return new Dim<>(axis, length);
  }

  /**
   * Name as messages show it: the class name with a small first letter, empty for {@link Axis}
   * itself.
   */
  public String word() {
    return word(axis);
  }

  private static String word(Class<?> axis) {
    String name = axis.getSimpleName();
    return axis == Axis.class ? "" : Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public String toString() {
    return word().isEmpty() ? Integer.toString(length) : word() + "=" + length;
  }
}
