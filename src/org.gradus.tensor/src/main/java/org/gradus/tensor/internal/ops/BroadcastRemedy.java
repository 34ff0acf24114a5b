package org.gradus.tensor.internal.ops;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;

/** Changes of shape that would let operands meet; each has been tried on the shapes. */
// [impl->tensor~remedies~2]
final class BroadcastRemedy {
  /** Changes in place for which there is a method that makes a result of its own. */
  private static final Set<String> ARITHMETIC = Set.of("add_", "sub_", "mul_", "div_");

  private BroadcastRemedy() {}

  /** Remedies for operands that do not broadcast, or nothing. */
  static String offer(Tensor a, Tensor b) {
    return among(List.of(Rearranged.of(b, "right"), Rearranged.of(a, "left")));
  }

  /**
   * Remedies for operands that do not broadcast together, or nothing: one of them set against
   * earlier axes of the others, or, where none fits, transposed.
   */
  static String among(List<Rearranged> operands) {
    int rank = operands.stream().mapToInt(x -> x.shape().length).max().orElse(0);
    List<String> calls = changes(operands, x -> x.padded(rank));
    return Remedy.words(calls.isEmpty() ? changes(operands, Rearranged::transposed) : calls);
  }

  /** Changes of one operand that fit all others, those where names of axes agree best. */
  private static List<String> changes(
      List<Rearranged> operands, Function<Rearranged, List<Rearranged>> ways) {
    List<String> calls = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (Rearranged operand : operands) {
      List<Rearranged> others = operands.stream().filter(other -> other != operand).toList();
      for (Rearranged changed : ways.apply(operand)) {
        int strangeness = changed.strangeness(others);
        if (strangeness > least || !broadcast(changed, others)) {
          continue;
        }
        if (strangeness < least) {
          calls.clear();
          least = strangeness;
        }
        calls.add(changed.call());
      }
    }
    return calls;
  }

  private static boolean broadcast(Rearranged changed, List<Rearranged> others) {
    return Shapes.broadcast(
            Stream.concat(Stream.of(changed), others.stream()).map(Rearranged::shape).toList())
        .isPresent();
  }

  /** Remedy for an operand that does not broadcast to its target, or nothing. */
  static String into(Tensor target, Tensor other, String role) {
    return Remedy.words(reaching(target, Rearranged.of(other, role)));
  }

  /**
   * Remedy for an operand that does not broadcast to the target of a change in place: its axes set
   * otherwise, or else the operation that makes a result of its own, or nothing.
   */
  static String inPlace(String operation, Tensor target, Tensor other) {
    Rearranged x = Rearranged.of(other, "other");
    List<String> calls = reaching(target, x);
    boolean grows = Shapes.broadcast(target.shape(), other.shape()).isPresent();
    if (calls.isEmpty() && grows && ARITHMETIC.contains(operation)) {
      String method = operation.substring(0, operation.length() - 1);
      calls = List.of(Remedy.call(Rearranged.of(target, "target").call(), method, x.call()));
    }
    return Remedy.words(calls);
  }

  /** The change of an operand that broadcasts to a target, and there meets names best. */
  private static List<String> reaching(Tensor target, Rearranged x) {
    List<Rearranged> met = List.of(Rearranged.of(target, "target"));
    return Stream.of(x.padded(target.ndim()), x.squeezed(), x.transposed())
        .flatMap(List::stream)
        .filter(way -> Shapes.expands(way.shape(), target.shape()))
        .min(Comparator.comparingInt(way -> way.strangeness(met)))
        .map(Rearranged::call)
        .stream()
        .toList();
  }

  /** Remedy for an operand that must have the shape of another, or nothing. */
  static String equal(Tensor a, Tensor b) {
    Rearranged x = Rearranged.of(b, "right");
    return Remedy.words(
        Stream.of(x.widened(), x.squeezed(), x.transposed(), x.reshapedTo(a.shape()))
            .flatMap(List::stream)
            .filter(way -> Arrays.equals(way.shape(), a.shape()))
            .limit(1)
            .map(Rearranged::call)
            .toList());
  }
}
