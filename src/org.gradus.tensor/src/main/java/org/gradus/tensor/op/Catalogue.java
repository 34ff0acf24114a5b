package org.gradus.tensor.op;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/** All operations, those of Gradus and those that others have added. */
// [impl->tensor~catalogue~1]
public final class Catalogue {
  private Catalogue() {}

  /** Rows of all providers, in the order they are found. */
  public static List<Operation> operations() {
    return ServiceLoader.load(Operations.class, Catalogue.class.getClassLoader()).stream()
        .flatMap(provider -> provider.get().operations().stream())
        .toList();
  }

  /**
   * Row of one operation.
   *
   * @throws IllegalArgumentException if no operation has that id; the message lists those there are
   */
  public static Operation operation(String id) {
    List<Operation> all = operations();
    return all.stream()
        .filter(operation -> operation.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no operation is called '"
                        + id
                        + "'; there are "
                        + all.stream().map(Operation::id).collect(Collectors.joining(", "))));
  }
}
