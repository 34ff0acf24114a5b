package org.gradus.check.junit.internal;

import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradus.check.GradientCheck;
import org.gradus.check.Subject;
import org.gradus.check.junit.GradientTest;
import org.jspecify.annotations.Nullable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A method or field that is a gradient test.
 *
 * @param type class under test, which may inherit it
 * @param member the method or field
 * @param asked its annotation
 */
record Declared(Class<?> type, Member member, GradientTest asked) {
  private static final String GIVES =
      "it must give what is to be checked, a GradientCheck or a Subject";

  /** Lists the gradient tests of a class that can be instantiated, methods before fields. */
  static List<Declared> in(Class<?> type) {
    if (Modifier.isAbstract(type.getModifiers())) {
      return List.of();
    }
    Stream<Method> methods =
        AnnotationSupport.findAnnotatedMethods(
            type, GradientTest.class, HierarchyTraversalMode.TOP_DOWN)
            .stream();
    Stream<Field> fields = AnnotationSupport.findAnnotatedFields(type, GradientTest.class).stream();
    return Stream.concat(
            methods.map(method -> new Declared(type, method, asked(method))),
            fields.map(field -> new Declared(type, field, asked(field))))
        .toList();
  }

  private static GradientTest asked(AccessibleObject member) {
    return AnnotationSupport.findAnnotation(member, GradientTest.class).orElseThrow();
  }

  boolean isMethod() {
    return member instanceof Method;
  }

  String name() {
    return member.getName();
  }

  /** Names what is wrong with the test itself, whatever its gradient. */
  Optional<String> misuse() {
    if (member instanceof Method method && method.getParameterCount() > 0) {
      return refusal(
          "the method must have no parameters",
          Arrays.toString(method.getParameterTypes()),
          "the points are drawn for it: see size");
    }
    if (!Subject.class.isAssignableFrom(given())
        && !GradientCheck.class.isAssignableFrom(given())) {
      return refusal(GIVES, given().getName(), "return GradientCheck.of(f).gradient(g)");
    }
    if (asked.points() < 1) {
      return refusal("there must be at least one point", "points = " + asked.points(), "");
    }
    if (asked.size().length == 0 || Arrays.stream(asked.size()).anyMatch(length -> length < 1)) {
      return refusal(
          "there must be an operand, and each must have an element",
          "size = " + Arrays.toString(asked.size()),
          "");
    }
    if (!(asked.low() < asked.high()) || !Double.isFinite(asked.high() - asked.low())) {
      return refusal(
          "low must be less than high, both finite",
          "low = " + asked.low() + ", high = " + asked.high(),
          "");
    }
    return Modifier.isStatic(member.getModifiers()) || constructor().isPresent()
        ? Optional.empty()
        : refusal(
            "its class must have a constructor without parameters",
            type.getName(),
            "make the test static, or its class");
  }

  private Optional<String> refusal(String must, String given, String remedy) {
    return Optional.of(
        "@GradientTest "
            + this
            + ": "
            + must
            + "\n  given  "
            + given
            + (remedy.isEmpty() ? "" : "\n" + remedy));
  }

  private Class<?> given() {
    return member instanceof Method method ? method.getReturnType() : ((Field) member).getType();
  }

  private Optional<Constructor<?>> constructor() {
    return Arrays.stream(type.getDeclaredConstructors())
        .filter(constructor -> constructor.getParameterCount() == 0)
        .findFirst();
  }

  /** Asks a new instance of the class for what is to be checked. */
  GradientCheck check() {
    Object value = value();
    if (value instanceof GradientCheck check) {
      return check;
    }
    if (value instanceof Subject subject) {
      return GradientCheck.of(subject);
    }
    throw new IllegalStateException(refusal(GIVES, "null", "").orElseThrow());
  }

  private @Nullable Object value() {
    // Of a static member the instance does not matter.
    Object instance =
        Modifier.isStatic(member.getModifiers())
            ? type
            : Optional.<Object>ofNullable(ReflectionSupport.newInstance(type)).orElseThrow();
    if (member instanceof Method method) {
      return ReflectionSupport.invokeMethod(method, instance);
    }
    return ReflectionSupport.tryToReadFieldValue((Field) member, instance)
        .getOrThrow(IllegalStateException::new);
  }

  @Override
  public String toString() {
    return type.getName() + "." + name();
  }
}
