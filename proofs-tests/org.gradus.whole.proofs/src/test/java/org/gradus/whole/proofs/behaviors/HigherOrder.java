package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Backward;
import org.gradus.tensor.Derivatives;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/** Gradients of gradients: B67 to B70. */
final class HigherOrder {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B67~1]
          Behavior.of(
                  67,
                  "a gradient has a gradient if its graph was created",
                  Verdict.BETTER,
                  "without, the message says that the first gradient was computed without"
                      + " CREATE_GRAPH")
              .refuses(
                  "C084",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(2);
                    Tensor g = Autograd.gradient(a.pow(3).sum(), a);
                    Autograd.gradient(g.sum(), a);
                  },
                  """
                  grad: no gradient path leads to []; it does not require a gradient
                  it was computed from a tensor that is a gradient that was computed without \
                  CREATE_GRAPH\
                  """)
              .agrees(
                  "C082",
                  () -> {
                    Tensor a = leaf(2);
                    Tensor g = Autograd.of(a.pow(3).sum()).createGraph().grad(a).get(0);
                    Tensor g2 = Autograd.of(g.sum()).createGraph().grad(a).get(0);
                    Tensor g3 = Autograd.gradient(g2.sum(), a);
                    return List.of(g, g2, g3, g.requiresGrad());
                  }),
          // [proof->behavior~B68~1]
          Behavior.of(
                  68,
                  "backward that creates a graph warns of a cycle of references",
                  Verdict.DIFFERENT,
                  "no warning: Java's collector frees cycles")
              .differs(
                  "C083",
                  "nothing is left in memory",
                  () -> {
                    Tensor a = leaf(2);
                    a.pow(3).sum().backward(Backward.CREATE_GRAPH);
                    return List.of(Datum.list(a.grad()), a.grad().requiresGrad());
                  },
                  List.of(List.of(12), true)),
          // [proof->behavior~B69~1]
          Behavior.of(
                  69,
                  "a second derivative through a rule that is differentiable once is an error",
                  Verdict.BETTER,
                  "says just that, and names the operation")
              .refuses(
                  "C085",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(2);
                    Tensor y = Tensor.apply(new SquareOnce(a)).sum();
                    Tensor g = Autograd.of(y).createGraph().grad(a).get(0);
                    Autograd.gradient(g.sum(), a);
                  },
                  """
                  backward: the rule of SquareOnce is only differentiable once
                  write it in tensor operations and leave onceDifferentiable() false for a second \
                  derivative\
                  """)
              .refuses(
                  "X015",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(2);
                    Tensor y = Tensor.apply(new SquareOnce(a)).pow(2).sum();
                    Tensor g = Autograd.of(y).createGraph().grad(a).get(0);
                    Autograd.gradient(g.sum(), a);
                  },
                  """
                  backward: the rule of SquareOnce is only differentiable once
                  write it in tensor operations and leave onceDifferentiable() false for a second \
                  derivative\
                  """),
          // [proof->behavior~B70~1]
          Behavior.same(70, "Jacobian and Hessian of a function")
              .agrees(
                  "C183",
                  () -> {
                    Tensor x = leaf(1, 2);
                    return List.of(
                        Derivatives.jacobian(t -> t.pow(2), x),
                        Derivatives.hessian(t -> t.pow(3).sum(), x));
                  }));

  private HigherOrder() {}

  /** y = x² with a rule that computes outside of the graph. */
  private record SquareOnce(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(x);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> x.mul(2).mul(yBar));
    }

    @Override
    public Saved saved() {
      return Saved.of(x);
    }

    @Override
    public boolean onceDifferentiable() {
      return true;
    }
  }
}
