package org.gradus.tensor.proofs.shapes;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.Functions;
import org.gradus.tensor.Scalar;

/**
 * A public function of {@link Functions} or {@link Elementwise}, found by reflection, with
 * arguments that it takes.
 */
record Call(Method method) {

  /** Constants for parameters of type double, in order: a range, a mean and deviation, a factor. */
  private static final double[] CONSTANTS = {0.25, 0.75};

  /** All of them, in the order of their names. */
  static List<Call> ofElementwise() {
    return Stream.<Class<?>>of(Functions.class, Elementwise.class)
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isBridge())
        .map(Call::new)
        .sorted(Comparator.comparing(Call::name))
        .toList();
  }

  /** Name and parameters. */
  String name() {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  /** Call it on {@code a}, with {@code b} for another face of its kind. */
  <F extends Elementwise<F>> F on(F a, F b, Scalar c, long seed) {
    Class<?>[] types = method.getParameterTypes();
    Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      if (types[i] == double.class) {
        arguments[i] = CONSTANTS[i];
      } else if (types[i] == Scalar.class) {
        arguments[i] = c;
      } else if (types[i] == RandomGenerator.class) {
        arguments[i] = new Random(seed);
      } else {
        arguments[i] = b;
      }
    }
    return invoke(a, arguments);
  }

  @SuppressWarnings("unchecked") // that an elementwise function returns F is a proof of its own
  private <F> F invoke(F a, Object[] arguments) {
    try {
      return (F) method.invoke(a, arguments);
    } catch (InvocationTargetException e) {
      throw new AssertionError(name() + " failed", e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(name() + " is not open", e);
    }
  }
}
