package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import org.gradus.tensor.Autograd;
import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Places;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/** Calls of backward: B1 to B13. */
final class BackwardCalls {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B1~1]
          Behavior.of(
                  1,
                  "a second backward through saved values is an error",
                  Verdict.BETTER,
                  "names the operation whose values are gone, and the pass that freed them")
              .refuses(
                  "C056",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor loss = a.mul(a).sum();
                    loss.backward();
                    loss.backward();
                  },
                  """
                  backward: the values that MulBackward saved were freed by an earlier backward \
                  pass through this graph
                    the same graph can be walked again only if the earlier pass keeps them: \
                  backward(Backward.RETAIN_GRAPH)\
                  """)
              .refuses(
                  "in a block that keeps places",
                  GradientException.class,
                  () -> {
                    try (Places on = Places.on()) {
                      Tensor a = leaf(1, 2);
                      Tensor loss = a.mul(a).sum();
                      loss.backward();
                      loss.backward();
                    }
                  },
                  """
                  backward: the values that MulBackward (BackwardCalls.java:N) saved were freed \
                  by backward at BackwardCalls.java:N
                    the same graph can be walked again only if the earlier pass keeps them: \
                  backward(Backward.RETAIN_GRAPH)\
                  """),
          // [proof->behavior~B2~1]
          Behavior.same(2, "a second backward is legal where nothing was saved")
              .agrees(
                  "C057",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor loss = a.add(a).sum();
                    loss.backward();
                    loss.backward();
                    return a.grad();
                  }),
          // [proof->behavior~B3~1]
          Behavior.same(3, "a graph that is retained can be walked again")
              .agrees(
                  "C058",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor loss = a.mul(a).sum();
                    loss.backward(Backward.RETAIN_GRAPH);
                    loss.backward();
                    return a.grad();
                  }),
          // [proof->behavior~B4~1]
          Behavior.of(
                  4,
                  "reading a saved value after it was freed is the same error",
                  Verdict.BETTER,
                  "as B1")
              .refuses(
                  "C185",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1);
                    Tensor y = a.mul(a);
                    y.sum().backward();
                    y.gradientFunction().orElseThrow().saved();
                  },
                  """
                  backward: the values that MulBackward saved were freed by an earlier backward \
                  pass through this graph
                    the same graph can be walked again only if the earlier pass keeps them: \
                  backward(Backward.RETAIN_GRAPH)\
                  """),
          // [proof->behavior~B5~1]
          Behavior.of(
                  5,
                  "backward of several numbers needs a gradient",
                  Verdict.BETTER,
                  "gives the shape, and the three ways out")
              .refuses(
                  "C059",
                  GradientException.class,
                  () -> leaf(1, 2).mul(2).backward(),
                  """
                  backward: the loss must be a single number, and [2] has 2 elements
                  reduce it by sum() or mean(), or pass a gradient of its shape\
                  """),
          // [proof->behavior~B6~1]
          Behavior.same(6, "one element counts as a single number, of whatever rank")
              .agrees(
                  "C060",
                  () -> {
                    Tensor a = leaf(2);
                    a.mul(a).backward();
                    return a.grad();
                  }),
          // [proof->behavior~B7~1]
          Behavior.of(
                  7,
                  "a given gradient makes a vector-Jacobian product, and its shape must fit",
                  Verdict.BETTER,
                  "names both tensors")
              .refuses(
                  "C062",
                  ShapeException.class,
                  () -> {
                    Tensor a = leaf(1, 2);
                    a.mul(a).backward(Tensor.of(1, 10, 3));
                  },
                  """
                  backward: the gradient must have the shape of the result
                    result    [2]
                    gradient  [3]\
                  """)
              .agrees(
                  "C061",
                  () -> {
                    Tensor a = leaf(1, 2);
                    a.mul(a).backward(Tensor.of(1, 10));
                    return a.grad();
                  }),
          // [proof->behavior~B8~1]
          Behavior.of(
                  8,
                  "backward from a tensor without a graph is an error",
                  Verdict.BETTER,
                  "says why there is none: made by the user, unrecorded, detached, compared or"
                      + " integer")
              .refuses(
                  "C063",
                  GradientException.class,
                  () -> Tensor.ones(2).sum().backward(),
                  """
                  backward: no gradient path leads to []; it does not require a gradient
                  it was computed from leaves without requiresGrad_() alone\
                  """)
              .refuses(
                  "C030",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(.5, .75);
                    Tensor y;
                    try (NoGrad off = NoGrad.on()) {
                      y = a.mul(a).sum();
                    }
                    y.backward();
                  },
                  """
                  backward: no gradient path leads to []; it does not require a gradient
                  it was computed inside the NoGrad block\
                  """)
              .refuses(
                  "of a detached tensor",
                  GradientException.class,
                  () -> leaf(1).mul(2).detach().backward(),
                  """
                  backward: no gradient path leads to [1]; it does not require a gradient
                  it was detached\
                  """)
              .refuses(
                  "of a comparison",
                  GradientException.class,
                  () -> leaf(1).gt(Tensor.scalar(0)).backward(),
                  """
                  backward: no gradient path leads to [1]; it does not require a gradient
                  it is the result of a comparison, which has no gradient\
                  """)
              .refuses(
                  "of integers",
                  GradientException.class,
                  () -> IndexTensor.of(3).toTensor().backward(),
                  """
                  backward: no gradient path leads to [1]; it does not require a gradient
                  it was converted from integers, which have no gradient\
                  """),
          // [proof->behavior~B9~1]
          Behavior.of(
                  9,
                  "the inputs of backward alone receive gradients, results too",
                  Verdict.SAME,
                  "")
              .agrees(
                  "C080",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(2);
                    Autograd.of(a.mul(b).sum()).backward(a);
                    return List.of(a.grad(), b.gradIfPresent());
                  })
              .agrees(
                  "X022",
                  () -> {
                    Tensor a = leaf(2);
                    Tensor b = a.mul(3);
                    Autograd.of(b.mul(b).sum()).backward(b);
                    return List.of(b.grad(), a.gradIfPresent());
                  })
              .refuses(
                  "C079",
                  GradientException.class,
                  () -> Autograd.of(leaf(1).sum()).backward(new Tensor[0]),
                  """
                  backward: there must be at least one input to compute the gradient by
                    given  none\
                  """),
          // [proof->behavior~B10~1]
          Behavior.same(10, "a root that is given twice counts twice")
              .agrees(
                  "X001",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor loss = a.mul(a).sum();
                    Autograd.of(loss, loss).backward();
                    return a.grad();
                  }),
          // [proof->behavior~B11~1]
          Behavior.same(11, "one of several results that is not used contributes nothing")
              .agrees(
                  "X002",
                  () -> {
                    Tensor a = leaf(1, 2, 3, 4);
                    List<Tensor> halves = a.split(0, 2);
                    halves.get(0).mul(3).sum().backward();
                    return a.grad();
                  }),
          // [proof->behavior~B12~1]
          Behavior.same(12, "a value that is used several times receives the sum over all paths")
              .agrees(
                  "C117",
                  () -> {
                    Tensor a = leaf(3);
                    Tensor b = a.mul(2);
                    Tensor c = a.mul(a);
                    b.mul(c).sum().backward();
                    return a.grad();
                  }),
          // [proof->behavior~B13~1]
          Behavior.same(13, "deep graphs do not overflow the stack")
              .agrees(
                  "X003",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = a;
                    for (int i = 0; i < 200_000; i++) {
                      b = b.add(1);
                    }
                    b.backward();
                    return a.grad();
                  }));

  private BackwardCalls() {}
}
