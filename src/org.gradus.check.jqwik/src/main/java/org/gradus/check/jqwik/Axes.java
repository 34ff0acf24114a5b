package org.gradus.check.jqwik;

import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * The axes of a {@link Shape}.
 *
 * @param form what is made in the shape
 * @param entries names and lengths, in their order
 * @param least least length of a name
 * @param most largest length of a name
 */
record Axes(Form form, List<String> entries, int least, int most) {

  /**
   * Reads an annotation.
   *
   * @throws IllegalArgumentException if the type has no shape, or the shape does not belong to it
   */
  static Axes of(Class<?> type, Shape shape) {
    String who = "@Shape(\"" + shape.value() + "\") " + type.getSimpleName();
    Form form =
        Form.of(type)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        who
                            + ": the parameter must be a double[], a double[][] or a Tensor\n"
                            + "  given  "
                            + type.getName()));
    List<String> entries =
        shape.value().isBlank()
            ? List.of()
            : Stream.of(shape.value().split(",", -1)).map(String::strip).toList();
    for (String entry : entries) {
      if (!entry.matches("[A-Za-z]\\w*|\\d{1,6}")) {
        throw new IllegalArgumentException(
            who + ": an axis must be a name or a length\n  given  \"" + entry + "\"");
      }
    }
    if (form.rank().orElse(entries.size()) != entries.size()) {
      throw new IllegalArgumentException(
          who
              + ": there must be as many axes as the type has\n  type   "
              + form.rank().getAsInt()
              + "\n  given  "
              + entries.size());
    }
    if (shape.least() < 0 || shape.most() < shape.least()) {
      throw new IllegalArgumentException(
          who
              + ": least and most must be lengths, in this order\n  given  least = "
              + shape.least()
              + ", most = "
              + shape.most());
    }
    return new Axes(form, entries, shape.least(), shape.most());
  }

  /** Lists the names, each once. */
  List<String> names() {
    return entries.stream().filter(Axes::isName).distinct().toList();
  }

  static boolean isName(String entry) {
    return !Character.isDigit(entry.charAt(0));
  }

  /** Makes a shape of the lengths of its names. */
  int[] shape(ToIntFunction<String> length) {
    return entries.stream()
        .mapToInt(entry -> isName(entry) ? length.applyAsInt(entry) : Integer.parseInt(entry))
        .toArray();
  }
}
