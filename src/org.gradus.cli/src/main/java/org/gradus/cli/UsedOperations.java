package org.gradus.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.gradus.tensor.Face;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Operation;

/**
 * The operations that a gradient went through, as rows of the catalogue.
 *
 * <p>A recorded graph knows classes, the catalogue knows names. Which class belongs to which row is
 * found out by running the row: an operation stands in the graph of its own cases.
 */
final class UsedOperations {

  /** Enough cases to meet each class that a row can record. */
  private static final int CASES = 32;

  private UsedOperations() {}

  /**
   * Lists the operations in the graph of a tensor, from the leaves to the result.
   *
   * @param result a tensor whose graph has not been walked back yet
   * @throws IllegalStateException if an operation has no row in the catalogue
   */
  static List<Operation> of(Face<?> result) {
    List<Recorder> rows = Catalogue.operations().stream().map(Recorder::of).toList();
    return classes(result).stream().map(type -> row(type, rows)).distinct().toList();
  }

  /** Chooses the row that records this class and the fewest others. */
  private static Operation row(Class<?> type, List<Recorder> rows) {
    return rows.stream()
        .filter(row -> row.recorded.contains(type))
        .min(Comparator.comparingInt(row -> row.recorded.size()))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "the catalogue has no row for the operation " + type.getName()))
        .operation;
  }

  private static List<Class<?>> classes(Face<?> result) {
    List<Class<?>> found = new ArrayList<>();
    Set<GradientFunction> seen = new HashSet<>();
    Deque<GradientFunction> open = new ArrayDeque<>();
    result.gradientFunction().ifPresent(open::add);
    while (!open.isEmpty()) {
      GradientFunction node = open.remove();
      if (seen.add(node)) {
        node.op().ifPresent(op -> found.add(0, op.getClass()));
        open.addAll(node.next());
      }
    }
    return List.copyOf(new LinkedHashSet<>(found));
  }

  /** A row and the classes that its cases record. */
  private record Recorder(Operation operation, Set<Class<?>> recorded) {

    static Recorder of(Operation operation) {
      Set<Class<?>> recorded = new HashSet<>();
      Draw draw = Draw.from(new SplittableRandom(0));
      for (int i = 0; i < CASES; i++) {
        Case drawn = operation.sampler().apply(draw);
        drawn.operands().forEach(Tensor::requiresGrad_);
        recorded.addAll(classes(drawn.application().apply(drawn.operands())));
      }
      return new Recorder(operation, recorded);
    }
  }
}
