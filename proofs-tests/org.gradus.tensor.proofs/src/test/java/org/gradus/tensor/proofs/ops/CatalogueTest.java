package org.gradus.tensor.proofs.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Case;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Definition;
import org.gradus.tensor.op.Operation;
import org.gradus.tensor.op.Real;
import org.junit.jupiter.api.Test;

/** The catalogue has no hole, and one would be told what to fill it with. */
class CatalogueTest {
  private static final Completeness COMPLETENESS =
      new Completeness(Path.of(System.getProperty("gradus.root")));

  @Test
  void everyOperationIsProvenSpecifiedExplainedAndSampledWidely() {
    assertThat(Catalogue.operations().stream().flatMap(o -> COMPLETENESS.missing(o).stream()))
        .isEmpty();
  }

  @Test
  void noTwoOperationsShareAnId() {
    assertThat(Catalogue.operations().stream().map(Operation::id)).doesNotHaveDuplicates();
  }

  @Test
  void aNewOperationIsToldWhatToAdd() {
    Operation bare =
        Operation.of(
            "ramp",
            "y = ln(1 + eˣ)",
            "x̄ = ȳ·σ(x)",
            draw ->
                Case.of(
                    "ramp",
                    Tensor.of(1, 2),
                    x -> x.exp().log1p(),
                    Definition.elementwise(new Softplus())));
    assertThat(COMPLETENESS.missing(bare))
        .containsExactly(
            "ramp: no proof: add a class that extends OperationContract with super(\"ramp\")"
                + " below // [proof->op~"
                + "ramp~1] to proofs-tests/org.gradus.tensor.proofs/src/"
                + "test/java/org/gradus/tensor/proofs/ops",
            "ramp: no item: add op~ramp~1, one sentence, and Needs: impl, proof, doc to"
                + " spec/ops.md",
            "ramp: no section: add a heading, doc~ramp~1 that covers op~ramp~1, and a"
                + " paragraph to docs/operations.md",
            "ramp: only 0 of 500 samples have rank 0: draw it by Sample.shape, or name the"
                + " exception in Reach",
            "ramp: only 0 of 500 samples have rank 2: draw it by Sample.shape, or name the"
                + " exception in Reach",
            "ramp: only 0 of 500 samples have rank 3: draw it by Sample.shape, or name the"
                + " exception in Reach",
            "ramp: only 0 of 500 samples have an empty axis: draw it by Draw.length, or name"
                + " the exception in Reach",
            "ramp: only 0 of 500 samples have an axis of length one: draw it by Draw.length,"
                + " or name the exception in Reach");
  }

  @Test
  void aNewOperationOfTwoOperandsIsToldToBroadcast() {
    Operation rigid =
        Operation.of(
            "rigid",
            "y = a·b",
            "ā = ȳ·b, b̄ = ȳ·a",
            draw ->
                new Case(
                    "rigid",
                    List.of(Tensor.of(1, 2), Tensor.of(1, 2)),
                    t -> t.get(0).mul(t.get(1)),
                    Definition.elementwise(new Product(), 2)));
    assertThat(Reach.of(rigid).missing())
        .contains(
            "only 0 of 500 samples add axes to the left operand: draw it by Sample.partner, or"
                + " name the exception in Reach",
            "only 0 of 500 samples repeat an axis of the left operand: draw it by Sample.partner, or"
                + " name the exception in Reach",
            "only 0 of 500 samples add axes to the right operand: draw it by Sample.partner, or"
                + " name the exception in Reach",
            "only 0 of 500 samples repeat an axis of the right operand: draw it by Sample.partner, or"
                + " name the exception in Reach");
  }

  private record Softplus() implements Definition.Unary {
    @Override
    public <S extends Real<S>> S of(S x) {
      return x.exp().add(1).log();
    }
  }

  private record Product() implements Definition.Binary {
    @Override
    public <S extends Real<S>> S of(S a, S b) {
      return a.mul(b);
    }
  }
}
