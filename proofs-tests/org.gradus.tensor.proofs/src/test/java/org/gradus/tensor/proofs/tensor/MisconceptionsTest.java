package org.gradus.tensor.proofs.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.misconceptions.Known;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Draw;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Misconceptions;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Symptom;
import org.junit.jupiter.api.Test;

// [proof->tensor~misconceptions~1]
class MisconceptionsTest {

  @Test
  void aWrongRuleLeavesTheCasesAndTheirValues() {
    Operation right = Catalogue.operation("sigmoid");
    Operation wrong = known("sigmoid", "inner derivative missing").of(right);
    Tensor rightLeaf = drawn(right).operands().get(0).requiresGrad_();
    Tensor wrongLeaf = drawn(wrong).operands().get(0).requiresGrad_();
    Tensor expected = drawn(right).application().apply(List.of(rightLeaf));
    Tensor actual = drawn(wrong).application().apply(List.of(wrongLeaf));
    assertThat(actual.detach()).hasToString(expected.detach().toString());
    expected.sum().backward();
    actual.sum().backward();
    assertThat(wrongLeaf.grad().toArray()).isNotEqualTo(rightLeaf.grad().toArray());
    assertThat(wrongLeaf.grad().toArray()).isEqualTo(actual.detach().toArray());
  }

  @Test
  void aWrongLineHasTheGradientThatBelongsToIt() {
    Misconception wrong = known("sigmoid", "no minus in the exponent");
    assertThat(wrong.symptom()).isEqualTo(Symptom.VALUE);
    Case sampled = drawn(wrong.of(Catalogue.operation("sigmoid")));
    Tensor x = sampled.operands().get(0).requiresGrad_();
    sampled.application().apply(List.of(x)).sum().backward();
    Tensor y = x.detach().neg().sigmoid();
    double[] falling = y.mul(y.sub(1)).toArray();
    assertThat(x.grad().toArray()).containsExactly(falling, offset());
  }

  @Test
  void aMistakeWithAConfigurationKeepsIt() {
    Operation wrong =
        known("softmax", "normalized over everything").of(Catalogue.operation("softmax"));
    assertThat(drawn(wrong).title()).isEqualTo(drawn(Catalogue.operation("softmax")).title());
  }

  @Test
  void everyProviderNamesOperationsOfTheCatalogueAndEachMistakeOnce() {
    Set<String> ids =
        Catalogue.operations().stream().map(Operation::id).collect(Collectors.toSet());
    List<String> names = new ArrayList<>();
    for (Misconceptions provider : ServiceLoader.load(Misconceptions.class)) {
      assertThat(ids).containsAll(provider.misconceptions().keySet());
      assertThat(ids).containsAll(provider.harmless().keySet());
      provider
          .misconceptions()
          .forEach((id, list) -> list.forEach(wrong -> names.add(id + ": " + wrong.name())));
    }
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void noTwoFamiliesNameTheSameOperation() {
    Map<String, List<Misconception>> family = Map.of("sigmoid", List.of());
    assertThatThrownBy(() -> Known.merged(List.of(family, family)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "each operation must belong to one family of misconceptions\n  in two  sigmoid");
  }

  /** A sentence says what is wrong and how it is right: it has more than a few words. */
  @Test
  void everySentenceIsOne() {
    for (Operation operation : Catalogue.operations()) {
      for (Misconception wrong : Catalogue.misconceptions(operation.id())) {
        assertThat(wrong.sentence())
            .as("%s: %s", operation.id(), wrong.name())
            .matches("(?s).{30,}[.?]");
      }
    }
  }

  private static Case drawn(Operation operation) {
    return operation.sampler().apply(Draw.from(new SplittableRandom(6)));
  }

  private static Misconception known(String id, String name) {
    return Catalogue.misconceptions(id).stream()
        .filter(wrong -> wrong.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /** Two rules for the same derivative differ by a few roundings. */
  private static Offset<Double> offset() {
    return within(1e-15);
  }
}
