package org.gradus.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.tensor.Face;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;

/**
 * The functions of formulas: the public methods that have the name of an operation of the
 * catalogue, so that a new operation has a word as soon as it has a method.
 *
 * <p>A method of a tensor takes that tensor as its first argument. An argument is a tensor, a
 * number, an axis, several axes, a list of indices, or {@code true} or {@code false}.
 */
final class Vocabulary {

  private static final List<Class<?>> HOLDERS = List.of(Tensor.class, Layers.class, Losses.class);

  private static final TreeMap<String, List<Method>> METHODS = methods();

  private Vocabulary() {}

  /** Lists all functions. */
  static List<String> names() {
    return List.copyOf(METHODS.keySet());
  }

  /** What a formula gives a function, in every form it can be taken for. */
  interface Argument {
    /** Returns the value. */
    Tensor tensor();

    /** Returns the number, if the argument is one. */
    Optional<Double> number();

    /** Returns the whole number, if the argument is one. */
    default Optional<Integer> integer() {
      return number().filter(n -> n == Math.rint(n)).map(Double::intValue);
    }

    /** Returns the whole numbers of a list in brackets, if the argument is one. */
    Optional<int[]> integers();

    /** Returns the truth, if the argument is the word for it. */
    Optional<Boolean> truth();
  }

  /**
   * Applies a function; a number in a formula is taken for a plain number where a method takes one.
   *
   * @return the result; empty if no method of that name takes these arguments
   */
  static Optional<Tensor> apply(String function, List<Argument> arguments) {
    for (Method method : METHODS.getOrDefault(function, List.of())) {
      Optional<Object[]> values = values(method, arguments);
      if (values.isPresent()) {
        return Optional.of(invoke(method, values.get()));
      }
    }
    return Optional.empty();
  }

  /** Lists the ways to call a function: clamp(x, number, number). */
  static String forms(String function) {
    return METHODS.getOrDefault(function, List.of()).stream()
        .map(
            method ->
                types(method).stream()
                    .map(Vocabulary::word)
                    .collect(Collectors.joining(", ", function + "(", ")")))
        .distinct()
        .collect(Collectors.joining(" or "));
  }

  private static TreeMap<String, List<Method>> methods() {
    TreeMap<String, List<Method>> methods = new TreeMap<>();
    for (Operation operation : Catalogue.operations()) {
      List<Method> found =
          HOLDERS.stream()
              .flatMap(holder -> Arrays.stream(holder.getMethods()))
              .filter(method -> plain(method.getName()).equals(plain(operation.id())))
              .filter(method -> Face.class.isAssignableFrom(method.getReturnType()))
              .filter(method -> types(method).stream().noneMatch(type -> word(type).isEmpty()))
              .sorted(
                  Comparator.comparing(Method::isVarArgs)
                      .thenComparing(Vocabulary::tensors)
                      .thenComparing(Method::toString))
              .toList();
      if (!found.isEmpty()) {
        methods.put(operation.id(), found);
      }
    }
    return methods;
  }

  /** Writes a name without capitals and dashes; a dash at the end, the sign of a change, stays. */
  private static String plain(String name) {
    return name.replaceAll("_(?!$)", "").toLowerCase(Locale.ROOT);
  }

  private static long tensors(Method method) {
    return types(method).stream().filter(Face.class::isAssignableFrom).count();
  }

  private static List<Class<?>> types(Method method) {
    Stream<Class<?>> own =
        Modifier.isStatic(method.getModifiers()) ? Stream.of() : Stream.of(Tensor.class);
    return Stream.concat(own, Arrays.stream(method.getParameterTypes())).toList();
  }

  /** Names a type of argument; empty for one that formulas cannot give. */
  private static String word(Class<?> type) {
    if (Face.class.isAssignableFrom(type) && type.isAssignableFrom(Tensor.class)) {
      return "x";
    } else if (type == double.class) {
      return "number";
    } else if (type == int.class) {
      return "axis";
    } else if (type == int[].class) {
      return "axes";
    } else if (type == IndexTensor.class) {
      return "[index, …]";
    }
    return type == boolean.class ? "true|false" : "";
  }

  private static Optional<Object[]> values(Method method, List<Argument> arguments) {
    List<Class<?>> types = types(method);
    int fixed = method.isVarArgs() ? types.size() - 1 : types.size();
    if (arguments.size() < fixed || !method.isVarArgs() && arguments.size() > fixed) {
      return Optional.empty();
    }
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      Optional<?> value = value(types.get(i), arguments.get(i));
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(value.get());
    }
    if (method.isVarArgs()) {
      List<Integer> rest =
          arguments.stream().skip(fixed).flatMap(argument -> argument.integer().stream()).toList();
      if (rest.size() < arguments.size() - fixed) {
        return Optional.empty();
      }
      values.add(rest.stream().mapToInt(Integer::intValue).toArray());
    }
    return Optional.of(values.toArray());
  }

  private static Optional<?> value(Class<?> type, Argument argument) {
    return switch (word(type)) {
      case "x" -> Optional.of(argument.tensor());
      case "number" -> argument.number();
      case "axis" -> argument.integer();
      case "axes" -> argument.integers();
      case "[index, …]" -> argument.integers().map(IndexTensor::of);
      default -> argument.truth();
    };
  }

  private static Tensor invoke(Method method, Object[] values) {
    boolean unbound = Modifier.isStatic(method.getModifiers());
    Object receiver = values.length == 0 ? Vocabulary.class : values[0];
    try {
      Object result =
          unbound
              ? method.invoke(Vocabulary.class, values)
              : method.invoke(receiver, Arrays.copyOfRange(values, 1, values.length));
      if (result instanceof Face<?> face) {
        return face.tensor();
      }
      throw new IllegalStateException(method + " has returned no tensor");
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(method + " has failed", e);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " is not public", e);
    }
  }
}
