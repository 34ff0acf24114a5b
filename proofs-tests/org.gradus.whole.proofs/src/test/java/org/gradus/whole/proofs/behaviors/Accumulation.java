package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sgd;
import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/** Where gradients accumulate: B30 to B36. */
final class Accumulation {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B30~1]
          Behavior.same(30, "gradients accumulate")
              .agrees(
                  "C037",
                  () -> {
                    Tensor a = leaf(3);
                    a.mul(a).sum().backward();
                    Tensor first = a.grad().clone();
                    a.mul(a).sum().backward();
                    return List.of(first, a.grad());
                  }),
          // [proof->behavior~B31~1]
          Behavior.of(
                  31,
                  "a gradient is none at first, not zero",
                  Verdict.BETTER,
                  "reading one that is absent says why, where Python speaks of NoneType")
              .refuses(
                  "C022",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(.5, .75);
                    try (NoGrad off = NoGrad.on()) {
                      a.sub_(a.grad().mul(0.1));
                    }
                  },
                  """
                  grad: [2] has no gradient yet: no backward() has reached it since it was \
                  created or its gradient was cleared\
                  """)
              .refuses(
                  "C023",
                  GradientException.class,
                  () -> leaf(.5, .75).grad().zero_(),
                  """
                  grad: [2] has no gradient yet: no backward() has reached it since it was \
                  created or its gradient was cleared\
                  """)
              .agrees(
                  "C188",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(1);
                    a.mul(2).sum().backward();
                    return b.gradIfPresent();
                  })
              .lacks("C055/0", "a tensor prints its shape where PyTorch prints its type")
              .lacks("C055/1", "a tensor prints its shape where PyTorch prints its type")
              .agrees("C055/2", () -> leaf(.5, .75).gradIfPresent().isPresent() ? "" : "None"),
          // [proof->behavior~B32~1]
          Behavior.same(32, "accumulation changes the gradient tensor, unless it creates a graph")
              .agrees(
                  "X006",
                  () -> {
                    Tensor a = leaf(1);
                    a.mul(a).sum().backward();
                    Tensor g = a.grad();
                    a.mul(a).sum().backward();
                    boolean same = g == a.grad();
                    Tensor v = g.clone();
                    Tensor b = leaf(1);
                    b.mul(b).sum().backward(Backward.CREATE_GRAPH);
                    Tensor h = b.grad();
                    b.mul(b).sum().backward(Backward.CREATE_GRAPH);
                    return List.of(same, v, h == b.grad(), h.detach(), b.grad().detach());
                  }),
          // [proof->behavior~B33~1]
          Behavior.of(
                  33,
                  "an assigned gradient is checked",
                  Verdict.BETTER,
                  "names both; another type does not compile")
              .refuses(
                  "C112",
                  ShapeException.class,
                  () -> leaf(1, 2).setGrad(Tensor.ones(3)),
                  """
                  setGrad: a gradient must have the shape of its tensor
                    tensor    [2]
                    gradient  [3]\
                  """)
              .lacks("C113", "there is one floating type")
              .doesNotCompile("C114", "loss.setGrad(1.0);", "double cannot be converted to Scalar"),
          // [proof->behavior~B34~1]
          Behavior.same(34, "the gradient of a leaf does not require one itself")
              .agrees(
                  "C187",
                  () -> {
                    Tensor a = leaf(1);
                    a.mul(a).sum().backward();
                    return List.of(a.grad().requiresGrad(), a.grad().gradientFunction());
                  }),
          // [proof->behavior~B35~1]
          Behavior.same(35, "zeroGrad makes gradients absent, and zero if asked to")
              .agrees(
                  "C161/1",
                  () -> {
                    Tensor a = leaf(1);
                    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
                    a.mul(2).sum().backward();
                    optimizer.step();
                    optimizer.zeroGrad();
                    return a.gradIfPresent();
                  })
              .agrees(
                  "C162",
                  () -> {
                    Tensor a = leaf(1);
                    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
                    a.mul(2).sum().backward();
                    optimizer.zeroGradInPlace();
                    return a.grad();
                  }),
          // [proof->behavior~B36~1]
          Behavior.same(36, "a step skips parameters without a gradient")
              .agrees(
                  "C161/0",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(1);
                    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a, b);
                    a.mul(2).sum().backward();
                    optimizer.step();
                    return List.of(Datum.list(a), Datum.list(b));
                  }));

  private Accumulation() {}
}
