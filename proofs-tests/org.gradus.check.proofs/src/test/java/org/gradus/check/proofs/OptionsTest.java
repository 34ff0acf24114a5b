package org.gradus.check.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradus.check.operation.Vacuity;
import org.gradus.check.operation.Vacuity.Aspect;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a call names beside tensors is an option, and none is forgotten. */
// [proof->check~vacuity~1]
class OptionsTest {
  /** Their numbers are a second operand, or the shape of the result. */
  private static final Set<String> NONE =
      Set.of("add", "sub", "mul", "div", "pow", "expand", "reshape", "sumTo");

  static List<Operation> operations() {
    return Catalogue.operations().stream().filter(row -> !NONE.contains(row.id())).toList();
  }

  @ParameterizedTest
  @MethodSource("operations")
  void everyArgumentThatIsNoTensorIsAnOption(Operation operation) {
    long options =
        Vacuity.of(operation, 1).measures().stream()
            .filter(measure -> measure.aspect() == Aspect.OPTION)
            .count();
    assertThat(options).isGreaterThanOrEqualTo(arguments(operation.id().replace("-constant", "")));
  }

  /** The most arguments that a method of this name has beside tensors. */
  private static long arguments(String id) {
    return Stream.of(Tensor.class.getMethods())
        .filter(method -> method.getName().equals(id))
        .mapToLong(OptionsTest::plain)
        .max()
        .orElse(0);
  }

  private static long plain(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .filter(type -> type.isPrimitive() || type == int[].class)
        .count();
  }
}
