package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.junit.jupiter.api.Test;

/**
 * Every operation saves what its rule reads, and nothing else: a value changed between forward and
 * backward is found out, or makes no difference.
 */
// [proof->autograd~saved-values~1]
class SavedValuesTest {
  /** Turns signs and orders around, and sizes too. */
  private static final double CHANGE = -1.5;

  /** Leaves a probability one. */
  private static final double CHANGE_INSIDE = 0.5;

  @Test
  void changedOperandIsFoundOutOrMakesNoDifference() {
    AtomicInteger foundOut = new AtomicInteger();
    AtomicInteger harmless = new AtomicInteger();
    OperationCases.each(
        (operation, one) -> {
          for (boolean[] required : OperationCases.subsets(one)) {
            for (int changed = 0; changed < required.length; changed++) {
              int index = changed;
              List<Tensor> operands = OperationCases.operands(one, required);
              Optional<List<double[]>> gradients =
                  gradients(one, operands, y -> operands.get(index).detach().mul_(CHANGE));
              (gradients.isEmpty() ? foundOut : harmless).incrementAndGet();
              gradients.ifPresent(g -> same(one.title(), g, untouched(one, required)));
            }
          }
        });
    assertThat(foundOut.get()).isGreaterThan(1000);
    assertThat(harmless.get()).isGreaterThan(1000);
  }

  @Test
  void changedResultIsFoundOutOrMakesNoDifference() {
    AtomicInteger foundOut = new AtomicInteger();
    OperationCases.each(
        (operation, one) -> {
          for (boolean[] required : OperationCases.subsets(one)) {
            List<Tensor> operands = OperationCases.operands(one, required);
            Optional<List<double[]>> gradients = gradients(one, operands, SavedValuesTest::spoil);
            foundOut.addAndGet(gradients.isEmpty() ? 1 : 0);
            gradients.ifPresent(g -> same(one.title(), g, untouched(one, required)));
          }
        });
    assertThat(foundOut.get()).isGreaterThan(200);
  }

  @Test
  void nothingIsSavedThatTheGradientDoesNotDependOn() {
    Set<String> refused = new TreeSet<>();
    Set<String> decisive = new TreeSet<>();
    OperationCases.each(
        (operation, one) -> {
          for (boolean[] required : OperationCases.subsets(one)) {
            for (int changed = 0; changed < required.length; changed++) {
              String key = operation.id() + " " + changed + " " + Arrays.toString(required);
              int index = changed;
              List<Tensor> operands = OperationCases.operands(one, required);
              if (gradients(one, operands, y -> operands.get(index).detach().mul_(CHANGE))
                  .isPresent()) {
                continue;
              }
              refused.add(key);
              List<double[]> then = elsewhere(one, required, index);
              if (!Arrays.deepEquals(then.toArray(), untouched(one, required).toArray())) {
                decisive.add(key);
              }
            }
          }
        });
    assertThat(decisive).as("operand and who asks").isEqualTo(refused).isNotEmpty();
  }

  /** Gradients with one operand changed before forward, within the domain if that is checked. */
  private static List<double[]> elsewhere(Case one, boolean[] required, int index) {
    for (double change : new double[] {CHANGE, CHANGE_INSIDE}) {
      List<Tensor> operands = OperationCases.operands(one, required);
      operands.get(index).detach().mul_(change);
      try {
        return gradients(one, operands, y -> {}).orElseThrow();
      } catch (IllegalArgumentException outside) {
        assertThat(change).as(outside.getMessage()).isEqualTo(CHANGE);
      }
    }
    throw new AssertionError(one.title() + " takes no other operand");
  }

  @Test
  void secondWalkIsRefusedOrTheSame() {
    AtomicInteger refused = new AtomicInteger();
    AtomicInteger same = new AtomicInteger();
    OperationCases.each(
        (operation, one) -> {
          boolean[] all = new boolean[one.operands().size()];
          Arrays.fill(all, true);
          List<Tensor> operands = OperationCases.operands(one, all);
          Tensor y = one.application().apply(operands);
          Tensor yBar = OperationCases.cotangent(y);
          y.backward(yBar);
          List<double[]> once = clear(operands);
          try {
            y.backward(yBar);
            same(one.title(), clear(operands), once);
            same.incrementAndGet();
          } catch (GradientException freed) {
            assertThat(freed).hasMessageContaining("were freed by an earlier backward pass");
            assertThat(operands).as(one.title()).noneMatch(Tensor::hasGrad);
            refused.incrementAndGet();
          }
        });
    assertThat(refused.get()).isGreaterThan(500);
    assertThat(same.get()).isGreaterThan(500);
  }

  /** Change one element, for a result may repeat its elements. */
  private static void spoil(Tensor y) {
    try (var off = NoGrad.on()) {
      Tensor part = y;
      while (part.ndim() > 0 && y.numel() > 0) {
        part = part.select(0, 0);
      }
      part.mul_(CHANGE);
    }
  }

  /** Gradients after a change between forward and backward; empty if the change was found out. */
  private static Optional<List<double[]>> gradients(
      Case one, List<Tensor> operands, Consumer<Tensor> change) {
    Tensor y = one.application().apply(operands);
    change.accept(y);
    if (y.requiresGrad()) {
      try {
        y.backward(OperationCases.cotangent(y));
      } catch (GradientException found) {
        assertThat(found).hasMessageContaining("was changed in place afterwards");
        return Optional.empty();
      }
    }
    return Optional.of(clear(operands));
  }

  private static List<double[]> untouched(Case one, boolean[] required) {
    return gradients(one, OperationCases.operands(one, required), y -> {}).orElseThrow();
  }

  private static List<double[]> clear(List<Tensor> operands) {
    List<double[]> gradients = new ArrayList<>();
    for (Tensor operand : operands) {
      gradients.add(operand.hasGrad() ? operand.grad().toArray() : new double[0]);
      operand.clearGrad();
    }
    return gradients;
  }

  private static void same(String title, List<double[]> some, List<double[]> others) {
    for (int i = 0; i < some.size(); i++) {
      assertThat(some.get(i)).as(title).containsExactly(others.get(i));
    }
  }
}
