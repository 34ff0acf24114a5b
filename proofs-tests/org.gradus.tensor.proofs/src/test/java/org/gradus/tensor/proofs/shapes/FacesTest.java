package org.gradus.tensor.proofs.shapes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.gradus.tensor.Axis;
import org.gradus.tensor.Backward;
import org.gradus.tensor.Dim;
import org.gradus.tensor.Elementwise;
import org.gradus.tensor.Face;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Matrix;
import org.gradus.tensor.Scalar;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.Vector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Laws of all methods of the typed faces, found by reflection. */
class FacesTest {
  private interface Sample extends Axis {}

  private static final Dim<Sample> ONE = Dim.of(Sample.class, 1);

  private static final Consumer<Object> IGNORED = ignored -> {};

  // [proof->shape~typed-elementwise~1]
  @TestFactory
  Stream<DynamicTest> everyElementwiseFunctionReturnsTheFaceItself() {
    return Call.ofElementwise().stream()
        .map(
            call ->
                DynamicTest.dynamicTest(
                    call.name(),
                    () ->
                        assertThat(call.method().getGenericReturnType())
                            .isEqualTo(call.method().getDeclaringClass().getTypeParameters()[0])));
  }

  // [proof->shape~typed-elementwise~1]
  @Test
  void everyFunctionOfTwoOperandsTakesTheFaceItself() {
    assertThat(Call.ofElementwise())
        .flatExtracting(call -> List.of(call.method().getGenericParameterTypes()))
        .containsOnly(
            Elementwise.class.getTypeParameters()[0],
            double.class,
            Scalar.class,
            RandomGenerator.class);
  }

  // [proof->shape~typed-gradient~1]
  @TestFactory
  Stream<DynamicTest> nothingReturnsNull() {
    return Stream.of(Scalar.class, Vector.class, Matrix.class, Dim.class)
        .flatMap(
            type ->
                Arrays.stream(type.getMethods())
                    .filter(method -> method.getDeclaringClass() != Object.class)
                    .filter(method -> !method.isBridge())
                    .map(
                        method ->
                            DynamicTest.dynamicTest(
                                title(type, method), () -> check(type, method))));
  }

  private static String title(Class<?> type, Method method) {
    return type.getSimpleName() + "." + new Call(method).name();
  }

  /** A method may refuse one of the receivers, never both. */
  private static void check(Class<?> type, Method method) throws IllegalAccessException {
    assertThat(method.getAnnotatedReturnType().isAnnotationPresent(Nullable.class))
        .as("may return null")
        .isFalse();
    int answers = 0;
    for (Object receiver : List.of(plain(type), tracked(type))) {
      try {
        Object result = method.invoke(receiver, arguments(type, method));
        if (method.getReturnType() != void.class) {
          assertThat(result).isNotNull();
        }
        answers++;
      } catch (InvocationTargetException e) {
        assertThat(e).hasCauseInstanceOf(GradientException.class);
      }
    }
    assertThat(answers).as("receivers on which it answered").isPositive();
  }

  /** One element along each axis, so that everything fits everything, and is a loss. */
  private static Object plain(Class<?> type) {
    if (type == Scalar.class) {
      return Scalar.of(1);
    } else if (type == Vector.class) {
      return Vector.ones(ONE);
    } else if (type == Matrix.class) {
      return Matrix.ones(ONE, ONE);
    } else {
      return ONE;
    }
  }

  /** The same with a gradient that has been accumulated. */
  private static Object tracked(Class<?> type) {
    Object plain = plain(type);
    if (plain instanceof Face<?> face) {
      Tensor leaf = face.requiresGrad_().tensor();
      leaf.sum().backward();
    }
    return plain;
  }

  private static Object[] arguments(Class<?> type, Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(parameter -> argument(type, parameter))
        .toArray();
  }

  private static Object argument(Class<?> type, Class<?> parameter) {
    return Stream.of(
            plain(type),
            plain(Scalar.class),
            plain(Vector.class),
            plain(Matrix.class),
            ((Face<?>) plain(type == Dim.class ? Scalar.class : type)).tensor(),
            ONE,
            Sample.class,
            IndexTensor.of(0),
            new Random(1),
            new double[] {1},
            new Backward[0],
            UnaryOperator.identity(),
            IGNORED,
            "x")
        .filter(parameter::isInstance)
        .findFirst()
        .orElseGet(() -> primitive(parameter));
  }

  private static Object primitive(Class<?> parameter) {
    if (parameter == int.class) {
      return 0;
    } else if (parameter == double.class) {
      return 1.0;
    } else if (parameter == boolean.class) {
      return true;
    } else {
      throw new AssertionError("no argument is at hand for a parameter of " + parameter);
    }
  }
}
