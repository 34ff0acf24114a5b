package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/**
 * What a remedy would make of one operand: the same elements under another shape.
 *
 * @param call how it is written, for example {@code x.unsqueeze(1)}
 * @param shape shape afterwards
 * @param names name of each axis afterwards, empty for one that has none
 */
record Rearranged(String call, int[] shape, List<String> names) {

  /** An operand as it is, under its name, or else its role. */
  static Rearranged of(Tensor x, String role) {
    List<String> names = x.axisNames();
    return new Rearranged(
        x.name().orElse(role),
        x.shape(),
        names.size() == x.ndim() ? names : Collections.nCopies(x.ndim(), ""));
  }

  /** With axes of length one behind, so that it meets earlier axes than the last. */
  List<Rearranged> padded(int rank) {
    List<Rearranged> found = new ArrayList<>();
    int[] lengths = shape;
    List<String> words = names;
    while (lengths.length < rank) {
      lengths = Shapes.append(lengths, 1);
      words = inserted(words, words.size());
      boolean one = lengths.length == shape.length + 1;
      found.add(
          new Rearranged(
              call + (one ? ".unsqueeze(" + shape.length + ")" : reshaped(lengths)),
              lengths,
              words));
    }
    return found;
  }

  /** With one axis of length one, at each place. */
  List<Rearranged> widened() {
    List<Rearranged> found = new ArrayList<>();
    for (int place = 0; place <= shape.length; place++) {
      found.add(
          new Rearranged(
              call + ".unsqueeze(" + place + ")",
              Shapes.insert(shape, place, 1),
              inserted(names, place)));
    }
    return found;
  }

  /** Without one of its axes of length one. */
  List<Rearranged> squeezed() {
    List<Rearranged> found = new ArrayList<>();
    for (int axis = 0; axis < shape.length; axis++) {
      if (shape[axis] == 1) {
        List<String> words = new ArrayList<>(names);
        words.remove(axis);
        found.add(
            new Rearranged(
                call + ".squeeze(" + axis + ")", Shapes.replace(shape, axis), List.copyOf(words)));
      }
    }
    return found;
  }

  /** With its last two axes exchanged, if it has two. */
  List<Rearranged> transposed() {
    int last = shape.length - 1;
    if (last < 1) {
      return List.of();
    }
    int[] lengths = shape.clone();
    lengths[last] = shape[last - 1];
    lengths[last - 1] = shape[last];
    List<String> words = new ArrayList<>(names);
    Collections.swap(words, last - 1, last);
    String exchange = last == 1 ? ".t()" : ".transpose(" + (last - 1) + ", " + last + ")";
    return List.of(new Rearranged(call + exchange, lengths, List.copyOf(words)));
  }

  /** With one axis in place of all; as it is, if it has one. */
  Rearranged flattened() {
    int size = Shapes.size(shape);
    return shape.length == 1
        ? this
        : new Rearranged(call + ".flatten()", new int[] {size}, List.of(""));
  }

  /** Under another shape of as many elements that differs in axes of length one alone. */
  List<Rearranged> reshapedTo(int... target) {
    return Arrays.equals(withoutOnes(shape), withoutOnes(target))
        ? List.of(
            new Rearranged(call + reshaped(target), target, Collections.nCopies(target.length, "")))
        : List.of();
  }

  /** Meetings of axes of different names, less those of one name, with last axes aligned. */
  int strangeness(List<Rearranged> others) {
    int strangeness = 0;
    for (Rearranged other : others) {
      for (int back = 1; back <= Math.min(names.size(), other.names.size()); back++) {
        strangeness +=
            strangeness(names.get(names.size() - back), other.names.get(other.names.size() - back));
      }
    }
    return strangeness;
  }

  /** 1 for two different names, −1 for one name twice, 0 if one is missing. */
  static int strangeness(String name, String other) {
    if (name.isEmpty() || other.isEmpty()) {
      return 0;
    }
    return name.equals(other) ? -1 : 1;
  }

  private static String reshaped(int... lengths) {
    return Arrays.stream(lengths)
        .mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", ".reshape(", ")"));
  }

  private static List<String> inserted(List<String> names, int place) {
    List<String> more = new ArrayList<>(names);
    more.add(place, "");
    return List.copyOf(more);
  }

  private static int[] withoutOnes(int... lengths) {
    return Arrays.stream(lengths).filter(length -> length != 1).toArray();
  }
}
