package org.gradus.tensor.op;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  /** Mistakes that are made about one operation, of all providers. */
  public static List<Misconception> misconceptions(String id) {
    return providers()
        .flatMap(provider -> provider.misconceptions().getOrDefault(id, List.of()).stream())
        .toList();
  }

  /** Mistakes of every operation that change nothing in this one. */
  public static List<Harmless> harmless(String id) {
    return providers()
        .flatMap(provider -> provider.harmless().getOrDefault(id, List.of()).stream())
        .toList();
  }

  private static Stream<Misconceptions> providers() {
    return ServiceLoader.load(Misconceptions.class, Catalogue.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get);
  }
}
