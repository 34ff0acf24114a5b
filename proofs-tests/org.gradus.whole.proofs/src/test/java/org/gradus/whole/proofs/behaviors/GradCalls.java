package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.ArrayList;
import java.util.List;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.UnaryOp;

/** Requests for gradients that do not accumulate: B14 to B21. */
final class GradCalls {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B14~1]
          Behavior.of(
                  14,
                  "an input that was not used is an error",
                  Verdict.BETTER,
                  "names input and result, says whether a leaf was never used or the way was cut,"
                      + " and both ways to ask for it all the same")
              .refuses(
                  "C073",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(1);
                    Autograd.of(a.mul(2).sum()).grad(a, b);
                  },
                  """
                  grad: input 1, [1], was not used to compute []
                  it is a leaf that no recorded operation has used; call gradIfUsed for an empty \
                  gradient, or zeroIfUnused() for zeros\
                  """)
              .refuses(
                  "cut by detach",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(1).named("b");
                    Tensor cut = b.mul(3).detach();
                    Autograd.of(a.mul(cut).sum().named("loss")).grad(a, b);
                  },
                  """
                  grad: input 1, b : [1], was not used to compute loss : []
                  it is used elsewhere, or the way was cut by detach() or a NoGrad block; call \
                  gradIfUsed for an empty gradient, or zeroIfUnused() for zeros\
                  """),
          // [proof->behavior~B15~1]
          Behavior.same(15, "an unused input may be allowed, and gets none")
              .agrees(
                  "C074",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(1);
                    return Autograd.of(a.mul(2).sum()).gradIfUsed(a, b);
                  }),
          // [proof->behavior~B16~1]
          Behavior.of(
                  16,
                  "an unused input may get zeros instead",
                  Verdict.SAME,
                  "to be refused, to be empty and to be zero are three calls, so none contradicts"
                      + " another")
              .agrees(
                  "C075",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(1);
                    return Autograd.of(a.mul(2).sum()).zeroIfUnused().grad(a, b);
                  })
              .agrees(
                  "C075",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(1);
                    return Autograd.of(a.mul(2).sum()).zeroIfUnused().gradIfUsed(a, b);
                  })
              .lacks("C076", "there is no option to refuse what is refused anyway"),
          // [proof->behavior~B17~1]
          Behavior.of(
                  17,
                  "an input that does not require a gradient is an error",
                  Verdict.BETTER,
                  "names it by position and name, and says why it requires none")
              .refuses(
                  "C077",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1);
                    Tensor x = Tensor.ones(1);
                    Autograd.of(a.mul(x).sum()).grad(x);
                  },
                  """
                  grad: input 0, [1], does not require a gradient
                  it is a leaf without requiresGrad_()\
                  """),
          // [proof->behavior~B18~1]
          Behavior.same(18, "an empty list of inputs is an error")
              .refuses(
                  "C078",
                  GradientException.class,
                  () -> Autograd.of(leaf(1).sum()).grad(),
                  """
                  grad: there must be at least one input to compute the gradient by
                    given  none\
                  """),
          // [proof->behavior~B19~1]
          Behavior.same(19, "asked for gradients do not accumulate")
              .agrees(
                  "C081",
                  () -> {
                    Tensor a = leaf(3);
                    List<Tensor> gradients = Autograd.of(a.mul(a).sum()).grad(a);
                    return List.of(gradients, a.gradIfPresent());
                  }),
          // [proof->behavior~B20~1]
          Behavior.same(20, "a gradient by a result may be asked for")
              .agrees(
                  "X004",
                  () -> {
                    Tensor a = leaf(2);
                    Tensor b = a.mul(3);
                    Tensor c = b.mul(b).sum();
                    return List.of(Autograd.of(c).grad(b), a.gradIfPresent(), b.isLeaf());
                  }),
          // [proof->behavior~B21~1]
          Behavior.same(21, "rules that reach no requested input do not run")
              .agrees(
                  "X005",
                  () -> {
                    List<String> ran = new ArrayList<>();
                    Tensor a = leaf(1);
                    Tensor b = leaf(1);
                    Tensor y = a.mul(2).add(Tensor.apply(new Told(b, ran))).sum();
                    return List.of(Autograd.of(y).grad(a), ran);
                  }));

  private GradCalls() {}

  /** y = x, whose rule tells that it has run. */
  private record Told(Tensor x, List<String> ran) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(1);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      ran.add("other branch");
      gradients.add(x, () -> yBar);
    }
  }
}
