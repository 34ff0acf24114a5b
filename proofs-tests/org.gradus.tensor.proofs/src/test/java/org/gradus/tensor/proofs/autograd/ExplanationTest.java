package org.gradus.tensor.proofs.autograd;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.tensor.Autograd;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Places;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** The answer to "why has this no gradient?". */
// [proof->autograd~explain~1]
class ExplanationTest {
  private final Tensor a = Tensor.of(1, 2).requiresGrad_().named("a");

  @Test
  void leafThatNothingHasUsed() {
    assertThat(a.explain())
        .hasToString(
            """
            a : [2]
              leaf                yes
              requires gradient   yes
              version             0
              gradient            none, no recorded operation has used it\
            """);
  }

  @Test
  void resultAndWhatItsRuleReads() {
    try (var on = Places.on()) {
      Tensor b = a.mul(1).named("b");
      String made = Line.next();
      Tensor y = b.mul(b);
      String changed = Line.next();
      b.add_(1);
      assertThat(y.named("y").explain())
          .hasToString(
              """
              y : [2]
                leaf                no, the result of MulBackward, called at %s
                requires gradient   yes
                version             0
                saved values        b : [2] at version 0, since changed to version 1; \
              b : [2] at version 0, since changed to version 1
                gradient            none, and retainGrad() was not called for this result\
              """
                  .formatted(made));
      assertThat(b.explain().facts().get("version"))
          .isEqualTo("1, last changed by add_ at " + changed);
    }
  }

  @Test
  void everyReasonForNoGradient() {
    assertThat(reason(Tensor.ones(2))).isEqualTo("no, it is a leaf without requiresGrad_()");
    assertThat(reason(Tensor.ones(2).mul(2)))
        .isEqualTo("no, it was computed from leaves without requiresGrad_() alone");
    assertThat(reason(a.detach())).isEqualTo("no, it was detached");
    assertThat(reason(a.detach().mul(2).sum()))
        .isEqualTo("no, it was computed from a tensor that was detached");
    assertThat(reason(a.gt(a)))
        .isEqualTo("no, it is the result of a comparison, which has no gradient");
    assertThat(reason(IndexTensor.of(1, 2).toTensor()))
        .isEqualTo("no, it was converted from integers, which have no gradient");
    assertThat(reason(Autograd.gradient(a.sum(), a)))
        .isEqualTo("no, it is a gradient that was computed without CREATE_GRAPH");
    a.sum().backward();
    assertThat(reason(a.grad()))
        .isEqualTo("no, it is a gradient that was computed without CREATE_GRAPH");
    try (var off = NoGrad.on()) {
      assertThat(reason(a.mul(2))).isEqualTo("no, it was computed inside the NoGrad block");
    }
  }

  @Test
  void linesAreNamedWhereTheyWereKept() {
    try (var on = Places.on()) {
      String line = Line.next();
      Tensor cut = a.detach();
      assertThat(reason(cut)).isEqualTo("no, it was detached at " + line);
      assertThat(reason(cut.mul(3)))
          .isEqualTo("no, it was computed from a tensor that was detached at " + line);
      String opened = Line.next();
      NoGrad off = NoGrad.on();
      Tensor y = a.exp();
      off.close();
      assertThat(reason(y))
          .isEqualTo("no, it was computed inside the NoGrad block opened at " + opened);
    }
  }

  @Test
  void gradientThatIsThereOrNotYet() {
    Tensor loss = a.square().sum();
    assertThat(a.explain().facts().get("gradient"))
        .isEqualTo("none yet, no backward() has reached it");
    loss.backward();
    assertThat(a.explain().facts().get("gradient")).isEqualTo("present");
    assertThat(loss.explain().facts().get("saved values")).isEqualTo("none");
    assertThat(Tensor.ones(1).explain().facts().get("gradient")).isEqualTo("none");
  }

  @Test
  void freedValuesAreToldAndNotRefused() {
    Tensor y = a.exp();
    y.sum().backward();
    assertThat(y.explain().facts().get("saved values"))
        .isEqualTo("freed by an earlier backward pass");
  }

  @Test
  void wayToTheLoss() {
    Tensor loss = a.square().mul(3).sum().named("loss");
    assertThat(a.explain(loss).facts().get("way to the loss"))
        .isEqualTo("SumBackward → MulBackward → SquareBackward → AccumulateGrad");
    Tensor other = Tensor.ones(2).requiresGrad_();
    other.mul(2);
    assertThat(other.explain(loss).facts().get("way to the loss"))
        .isEqualTo("none, the loss loss : [] was not computed from it, or the way was cut");
    assertThat(Tensor.ones(1).explain(loss).facts().get("way to the loss"))
        .isEqualTo("none, no gradient flows to it");
    assertThat(a.explain(a.detach().sum().named("cut")).facts().get("way to the loss"))
        .isEqualTo(
            "none, the loss cut : [] requires no gradient:"
                + " it was computed from a tensor that was detached");
  }

  private static String reason(Tensor tensor) {
    return tensor.explain().facts().get("requires gradient");
  }
}
