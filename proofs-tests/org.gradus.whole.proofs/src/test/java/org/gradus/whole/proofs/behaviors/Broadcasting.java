package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.BinaryOp;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/** Broadcasting, indexing, and what rules return: B62 to B66. */
final class Broadcasting {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B62~1]
          Behavior.same(62, "gradients are summed back to the shape of the operand")
              .agrees(
                  "C115",
                  () -> {
                    Tensor a = Tensor.ones(3, 1).requiresGrad_();
                    Tensor b = Tensor.ones(4).requiresGrad_();
                    Tensor c = Tensor.scalar(2).requiresGrad_();
                    a.mul(b).mul(c).sum().backward();
                    return List.of(
                        a.grad().shape(),
                        b.grad().shape(),
                        c.grad().shape(),
                        Datum.list(a.grad().flatten()),
                        Datum.list(b.grad()),
                        c.grad());
                  })
              .agrees(
                  "C116",
                  () -> {
                    Tensor a = Tensor.ones(1, 3).requiresGrad_();
                    a.expand(4, 3).sum().backward();
                    return a.grad();
                  })
              .agrees(
                  "X014",
                  () -> {
                    Tensor a = Tensor.ones(3, 1).requiresGrad_();
                    Tensor b = Tensor.ones(3, 0).requiresGrad_();
                    a.mul(b).sum().backward();
                    return List.of(Datum.list(a.grad()), b.grad().shape());
                  }),
          // [proof->behavior~B63~1]
          Behavior.of(
                  63,
                  "the pass sums what a rule returns to the shape of the operand",
                  Verdict.STRICTER,
                  "nothing is repaired: a rule that forgets to sum is wrong, and would stay hidden")
              .refusesInstead(
                  "X070",
                  "a rule returns exactly the shape of its operand",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor b = Tensor.ones(3, 2).requiresGrad_();
                    Tensor.apply(new Unsummed(a, b)).sum().backward();
                  },
                  """
                  backward: the rule of Unsummed must return a gradient of its operand's shape
                    operand   [2]
                    gradient  [3, 2]\
                  """),
          // [proof->behavior~B64~1]
          Behavior.of(
                  64,
                  "shapes that do not broadcast are an error",
                  Verdict.BETTER,
                  "names both operands and the axes that clash")
              .refuses(
                  "C013",
                  ShapeException.class,
                  () -> Tensor.ones(100).add(Tensor.ones(2)),
                  """
                  add: lengths must be equal, or one of them 1, aligned at the last axis: 100 \
                  (axis 0) and 2 (axis 0) differ
                    left   [100]
                    right  [2]\
                  """),
          // [proof->behavior~B65~1]
          Behavior.same(65, "an index that repeats accumulates")
              .agrees(
                  "C043",
                  () -> {
                    Tensor a = leaf(1, 2, 3);
                    a.index(IndexTensor.of(0, 0, 2)).sum().backward();
                    return a.grad();
                  }),
          // [proof->behavior~B66~1]
          Behavior.of(
                  66,
                  "a rule that returns a gradient of another shape is an error",
                  Verdict.BETTER,
                  "names operation and operand; a rule names the operand of each gradient, so that"
                      + " none can be missing or one too many unnoticed")
              .refuses(
                  "C167",
                  GradientException.class,
                  () -> Tensor.apply(new Twice(leaf(2, 3), Returns.FIVE)).sum().backward(),
                  """
                  backward: the rule of Twice must return a gradient of its operand's shape
                    operand   [2]
                    gradient  [5]\
                  """)
              .agrees(
                  "C168",
                  () -> {
                    Tensor a = leaf(2, 3);
                    Tensor.apply(new Twice(a, Returns.NOTHING)).sum().backward();
                    return a.gradIfPresent();
                  })
              .lacks("C166", "gradients are not counted, each names its operand")
              .refuses(
                  "for no operand",
                  GradientException.class,
                  () -> Tensor.apply(new Twice(leaf(2, 3), Returns.FOR_ANOTHER)).sum().backward(),
                  """
                  backward: the rule of Twice added a gradient for a tensor that is no operand of \
                  it\
                  """));

  private Broadcasting() {}

  /** y = a·b with a rule that forgets that a was repeated. */
  private record Unsummed(Tensor a, Tensor b) implements BinaryOp {
    @Override
    public Tensor forward() {
      return a.mul(b);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(a, () -> yBar.mul(b));
      gradients.add(b, () -> yBar.mul(a));
    }

    @Override
    public Saved saved() {
      return Saved.of(a).and(b, true);
    }
  }

  private enum Returns {
    FIVE,
    NOTHING,
    FOR_ANOTHER
  }

  /** y = 2x with a rule that is wrong in a given way. */
  private record Twice(Tensor x, Returns fault) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(2);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      switch (fault) {
        case FIVE -> gradients.add(x, () -> Tensor.ones(5));
        case FOR_ANOTHER -> gradients.add(yBar, () -> yBar);
        case NOTHING -> {}
      }
    }
  }
}
