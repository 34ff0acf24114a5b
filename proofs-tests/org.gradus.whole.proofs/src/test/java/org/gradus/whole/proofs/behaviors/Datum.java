package org.gradus.whole.proofs.behaviors;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.tensor.Face;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.IndexTensor;
import org.jspecify.annotations.Nullable;

/** A value as data, in one form for what the fixture holds and for what Gradus returns. */
sealed interface Datum {

  /** No value: None there, an empty optional here. */
  record Nothing() implements Datum {
    @Override
    public String toString() {
      return "none";
    }
  }

  /** Yes or no. */
  record Truth(boolean value) implements Datum {
    @Override
    public String toString() {
      return "" + value;
    }
  }

  /** A text. */
  record Text(String value) implements Datum {
    @Override
    public String toString() {
      return value;
    }
  }

  /** A number. */
  record Numeral(double value) implements Datum {
    @Override
    public String toString() {
      String text = Double.toString(value).replace("Infinity", "∞");
      return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
  }

  /** Several values in order. */
  record Items(List<Datum> values) implements Datum {
    @Override
    public String toString() {
      return values.stream().map(Datum::toString).collect(Collectors.joining(", ", "[", "]"));
    }
  }

  /** Several values by name. */
  record Fields(Map<String, Datum> values) implements Datum {
    @Override
    public String toString() {
      return values.toString();
    }
  }

  /** Lengths of axes. */
  record Shape(List<Integer> lengths) implements Datum {
    @Override
    public String toString() {
      return "shape " + lengths;
    }
  }

  /**
   * A tensor.
   *
   * @param elements numbers, nested as the axes are
   * @param single whether they were computed in single precision
   * @param function whether an operation made it that was recorded
   */
  record Array(Datum elements, Shape shape, boolean single, boolean requiresGrad, boolean function)
      implements Datum {
    @Override
    public String toString() {
      return elements + (requiresGrad ? " requiring a gradient" : "");
    }
  }

  /** Puts what an example returns into this form. */
  static Datum of(@Nullable Object value) {
    if (value == null) {
      return new Nothing();
    }
    if (value instanceof Datum datum) {
      return datum;
    }
    if (value instanceof Optional<?> optional) {
      return of(optional.orElse(null));
    }
    if (value instanceof Boolean truth) {
      return new Truth(truth);
    }
    if (value instanceof Number number) {
      return new Numeral(number.doubleValue());
    }
    if (value instanceof int[] lengths) {
      return shape(lengths);
    }
    if (value instanceof double[] numbers) {
      return new Items(Arrays.stream(numbers).mapToObj(Datum::of).toList());
    }
    if (value instanceof List<?> list) {
      return new Items(list.stream().map(Datum::of).toList());
    }
    if (value instanceof Map<?, ?> map) {
      Map<String, Datum> fields = new LinkedHashMap<>();
      map.forEach((key, each) -> fields.put("" + key, of(each)));
      return new Fields(fields);
    }
    if (value instanceof GradientFunction function) {
      return new Text(function.name());
    }
    if (value instanceof IndexTensor index) {
      double[] numbers = Arrays.stream(index.toArray()).asDoubleStream().toArray();
      return new Array(nested(numbers, index.shape()), shape(index.shape()), false, false, false);
    }
    if (value instanceof Face<?> face) {
      return new Array(list(face), shape(face.shape()), false, face.requiresGrad(), !face.isLeaf());
    }
    return new Text(value.toString());
  }

  /** Numbers of a tensor, nested as its axes are, and nothing else of it. */
  static Datum list(Face<?> face) {
    return nested(face.detach().toArray(), face.shape());
  }

  private static Shape shape(int... lengths) {
    return new Shape(Arrays.stream(lengths).boxed().toList());
  }

  private static Datum nested(double[] numbers, int... shape) {
    if (shape.length == 0) {
      return of(numbers[0]);
    }
    int[] rest = Arrays.copyOfRange(shape, 1, shape.length);
    int size = Arrays.stream(rest).reduce(1, (a, b) -> a * b);
    return new Items(
        IntStream.range(0, shape[0])
            .mapToObj(i -> nested(Arrays.copyOfRange(numbers, i * size, (i + 1) * size), rest))
            .toList());
  }

  /** Tells where a value differs from this one, the true one; empty if nowhere. */
  default Optional<String> difference(Datum found) {
    return difference(found, "", Tolerance.DOUBLE);
  }

  private Optional<String> difference(Datum found, String place, double tolerance) {
    if (this instanceof Numeral truth && found instanceof Numeral number) {
      return Tolerance.holds(truth.value, number.value, tolerance)
          ? Optional.empty()
          : Optional.of(words(place, this, found));
    }
    if (this instanceof Items truth && found instanceof Items items) {
      return difference(byPosition(truth.values), byPosition(items.values), place, tolerance);
    }
    if (this instanceof Fields truth && found instanceof Fields fields) {
      return difference(truth.values, fields.values, place, tolerance);
    }
    if (this instanceof Array truth && found instanceof Array array) {
      double bound = truth.single ? Tolerance.SINGLE : Tolerance.DOUBLE;
      return difference(parts(truth), parts(array), place, bound);
    }
    return equals(found) ? Optional.empty() : Optional.of(words(place, this, found));
  }

  private static Optional<String> difference(
      Map<String, Datum> truth, Map<String, Datum> found, String place, double tolerance) {
    if (!truth.keySet().equals(found.keySet())) {
      return Optional.of(words(place, new Fields(truth), new Fields(found)));
    }
    return truth.entrySet().stream()
        .map(
            part ->
                part.getValue()
                    .difference(found.get(part.getKey()), place + "/" + part.getKey(), tolerance))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Map<String, Datum> byPosition(List<Datum> values) {
    Map<String, Datum> byPosition = new LinkedHashMap<>();
    for (Datum value : values) {
      byPosition.put("" + byPosition.size(), value);
    }
    return byPosition;
  }

  private static Map<String, Datum> parts(Array array) {
    Map<String, Datum> parts = new LinkedHashMap<>();
    parts.put("elements", array.elements);
    parts.put("shape", array.shape);
    parts.put("requires a gradient", new Truth(array.requiresGrad));
    parts.put("has a gradient function", new Truth(array.function));
    return parts;
  }

  private static String words(String place, Datum truth, Datum found) {
    List<String> words = new ArrayList<>(List.of("PyTorch " + truth, "Gradus " + found));
    if (!place.isEmpty()) {
      words.add(0, "at " + place);
    }
    return String.join(", ", words);
  }
}
