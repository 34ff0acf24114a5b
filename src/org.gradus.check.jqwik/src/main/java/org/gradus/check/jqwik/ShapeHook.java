package org.gradus.check.jqwik;

import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Makes the parameters of a property fit each other before each try: a name of {@link Shape} gets
 * the least length that any of them has drawn for it, and of each the leading part is kept.
 *
 * <p>jqwik draws and shrinks each parameter by itself, and a try depends on nothing but what it was
 * given: so it can be replayed, and where one parameter shrinks the others follow. jqwik reports
 * what it has drawn; where that was cut, a footnote says to which lengths. jqwik finds it by
 * ServiceLoader.
 */
// [impl->check~shapes~1]
public final class ShapeHook implements AroundTryHook {

  @Override
  public PropagationMode propagateTo() {
    return PropagationMode.ALL_DESCENDANTS;
  }

  @Override
  public TryExecutionResult aroundTry(
      TryLifecycleContext context, TryExecutor property, List<Object> values) {
    List<Shaped> shaped = shaped(context.targetMethod().getParameters(), values);
    requireOneRange(shaped);
    Map<String, Integer> lengths = new TreeMap<>();
    for (Shaped parameter : shaped) {
      parameter.lengths().forEach((name, length) -> lengths.merge(name, length, Math::min));
    }
    List<Object> fitting = new ArrayList<>(values);
    boolean cut = false;
    for (Shaped parameter : shaped) {
      int[] shape = parameter.axes().shape(name -> lengths.getOrDefault(name, 0));
      if (!Arrays.equals(shape, parameter.block().shape())) {
        Block kept = parameter.block().leading(shape);
        fitting.set(parameter.position(), parameter.axes().form().made(kept));
        cut = true;
      }
    }
    TryExecutionResult result = property.execute(fitting);
    return cut && result.isFalsified() ? result.withFootnotes(List.of(footnote(lengths))) : result;
  }

  private static String footnote(Map<String, Integer> lengths) {
    return lengths.entrySet().stream()
        .map(length -> length.getKey() + " = " + length.getValue())
        .collect(Collectors.joining(", ", "cut to ", ""));
  }

  private static List<Shaped> shaped(Parameter[] parameters, List<Object> values) {
    return IntStream.range(0, parameters.length)
        .filter(i -> parameters[i].isAnnotationPresent(Shape.class))
        .mapToObj(i -> Shaped.of(i, parameters[i], values.get(i)))
        .toList();
  }

  private static void requireOneRange(List<Shaped> shaped) {
    Map<String, Axes> first = new TreeMap<>();
    for (Shaped parameter : shaped) {
      Axes axes = parameter.axes();
      for (String name : axes.names()) {
        Axes other = first.computeIfAbsent(name, absent -> axes);
        if (other.least() != axes.least() || other.most() != axes.most()) {
          throw new IllegalArgumentException(
              "@Shape: "
                  + name
                  + " must have the same range wherever it stands\n  first  "
                  + other.least()
                  + " to "
                  + other.most()
                  + "\n  then   "
                  + axes.least()
                  + " to "
                  + axes.most());
        }
      }
    }
  }

  /** A parameter with a shape, and what was drawn for it. */
  private record Shaped(int position, Axes axes, Block block) {

    static Shaped of(int position, Parameter parameter, Object value) {
      Shape shape = Optional.ofNullable(parameter.getAnnotation(Shape.class)).orElseThrow();
      Axes axes = Axes.of(parameter.getType(), shape);
      return new Shaped(position, axes, axes.form().read(value));
    }

    Map<String, Integer> lengths() {
      Map<String, Integer> lengths = new TreeMap<>();
      List<String> entries = axes.entries();
      for (int axis = 0; axis < entries.size(); axis++) {
        if (Axes.isName(entries.get(axis))) {
          lengths.put(entries.get(axis), block.shape()[axis]);
        }
      }
      return lengths;
    }
  }
}
