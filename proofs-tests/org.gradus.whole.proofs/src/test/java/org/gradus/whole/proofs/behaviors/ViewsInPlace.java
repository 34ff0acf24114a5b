package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/** Changes in place and the views and versions they meet: B51 to B61. */
final class ViewsInPlace {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B51~1]
          Behavior.of(
                  51,
                  "views and detached aliases share one version, a clone has its own",
                  Verdict.SAME,
                  "there is no data, which hides a change from the version")
              .agrees("C093/0", () -> changed().x.version())
              .agrees("C093/1", () -> changed().view.version())
              .agrees("C093/2", () -> changed().alias.version())
              .lacks("C093/3", "there is no data")
              .agrees("C093/4", () -> changed().copy.version()),
          // [proof->behavior~B52~1]
          Behavior.same(52, "a change in place of a result gives it a new gradient function")
              .agrees(
                  "C036",
                  () -> {
                    Tensor b = leaf(1).mul(2).add_(1);
                    return List.of(b.gradientFunction().orElseThrow(), b.version());
                  }),
          // [proof->behavior~B53~1]
          Behavior.of(
                  53,
                  "a change through a view rewrites the history of its base, and back",
                  Verdict.DIFFERENT,
                  "gradients are the same; the nodes have names that say what they do")
              .agrees(
                  "C094/0",
                  () -> {
                    Tensor a = leaf(1, 2, 3);
                    Tensor b = a.mul(1);
                    b.slice(0, 0, 2).mul_(10);
                    b.sum().backward();
                    return a.grad();
                  })
              .differs(
                  "C094/1",
                  "the region of a tensor is replaced",
                  () -> {
                    Tensor b = leaf(1, 2, 3).mul(1);
                    b.slice(0, 0, 2).mul_(10);
                    return b.gradientFunction();
                  },
                  "ReplaceRegionBackward")
              .differs(
                  "C094/2",
                  "a view is a region of its base",
                  () -> {
                    Tensor v = leaf(1, 2, 3).mul(1).slice(0, 0, 2);
                    v.mul_(10);
                    return v.gradientFunction();
                  },
                  "RegionBackward")
              .agrees(
                  "C095/0",
                  () -> {
                    Tensor a = leaf(1, 2, 3);
                    Tensor b = a.mul(1);
                    Tensor v = b.slice(0, 0, 2);
                    b.mul_(10);
                    v.sum().backward();
                    return a.grad();
                  })
              .differs(
                  "C095/1",
                  "a view is a region of its base",
                  () -> {
                    Tensor b = leaf(1, 2, 3).mul(1);
                    Tensor v = b.slice(0, 0, 2);
                    b.mul_(10);
                    return v.gradientFunction();
                  },
                  "RegionBackward"),
          // [proof->behavior~B54~1]
          Behavior.of(
                  54,
                  "one of several views that one call made is not changed while recorded",
                  Verdict.BETTER,
                  "names the view and the call, and says what to write instead")
              .refuses(
                  "C096",
                  GradientException.class,
                  () -> leaf(1, 2).mul(1).unbind(0).get(0).add_(1),
                  """
                  add_: [] is one of several views that unbind made, and their histories cannot \
                  be told apart after a change in place
                  take the view by select or slice instead\
                  """),
          // [proof->behavior~B55~1]
          Behavior.of(
                  55,
                  "a view made in a NoGrad block is not changed while recorded",
                  Verdict.BETTER,
                  "names the view")
              .refuses(
                  "C097",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1, 2).mul(1);
                    Tensor v;
                    try (NoGrad off = NoGrad.on()) {
                      v = a.slice(0, 0, 1);
                    }
                    v.mul_(2);
                  },
                  """
                  mul_: [1] is a view made in a NoGrad block and is changed outside of one
                  move both into the block (not recorded) or both out of it (recorded)\
                  """),
          // [proof->behavior~B56~1]
          Behavior.of(
                  56,
                  "elements that share one place in memory are not changed",
                  Verdict.BETTER,
                  "names the tensor and what makes such tensors")
              .refuses(
                  "C098",
                  ShapeException.class,
                  () -> Tensor.zeros(1).expand(3).add_(1),
                  """
                  add_: several elements of [3] share one place in memory, as after expand()
                  change a copy instead: clone() first\
                  """),
          // [proof->behavior~B57~1]
          Behavior.of(
                  57,
                  "a change in place keeps the shape",
                  Verdict.BETTER,
                  "names both operands, what differs, and the call that grows")
              .refuses(
                  "C099",
                  ShapeException.class,
                  () -> Tensor.zeros(3).add_(Tensor.zeros(2, 3)),
                  """
                  add_: a change in place keeps the shape of its target, to which the other \
                  operand must broadcast: it has 2 axes, and the target 1 axis
                    target  [3]
                    other   [2, 3]
                  did you mean target.add(other)?\
                  """),
          // [proof->behavior~B58~1]
          Behavior.of(
                  58,
                  "a change in place keeps the type",
                  Verdict.CANNOT_ARISE,
                  "an IndexTensor is never changed")
              .doesNotCompile("C100", "index.add_(1.5);", "symbol:   method add_(double)"),
          // [proof->behavior~B59~1]
          Behavior.same(59, "a refused change has changed nothing")
              .agrees(
                  "X018",
                  () -> {
                    Tensor a = leaf(1, 2);
                    return afterRefusal(a, a, Tensor.scalar(1));
                  })
              .agrees(
                  "X019",
                  () -> {
                    Tensor a = Tensor.zeros(3);
                    return afterRefusal(a, a, Tensor.ones(2, 3));
                  })
              .agrees(
                  "X020",
                  () -> {
                    Tensor b = Tensor.zeros(1);
                    return afterRefusal(b, b.expand(3), Tensor.scalar(1));
                  }),
          // [proof->behavior~B60~1]
          Behavior.same(
                  60, "an assignment cuts what it overwrites off, and its value gets a gradient")
              .agrees(
                  "X012",
                  () -> {
                    Tensor a = leaf(1, 2, 3);
                    Tensor v = leaf(7);
                    Tensor b = a.mul(1);
                    b.slice(0, 1, 2).copy_(v);
                    b.mul(Tensor.of(1, 10, 100)).sum().backward();
                    return List.of(a.grad(), v.grad(), b.detach());
                  }),
          // [proof->behavior~B61~1]
          Behavior.same(61, "a tensor to which one that requires a gradient is added requires one")
              .agrees(
                  "X013",
                  () -> {
                    Tensor b = Tensor.zeros(1);
                    boolean before = b.requiresGrad();
                    b.add_(leaf(2));
                    return List.of(before, b.requiresGrad(), b.isLeaf(), name(b));
                  }));

  private ViewsInPlace() {}

  private record Changed(Tensor x, Tensor view, Tensor alias, Tensor copy) {}

  private static Changed changed() {
    Tensor x = Tensor.zeros(3);
    Changed changed = new Changed(x, x.slice(0, 0, 2), x.detach(), x.clone());
    x.add_(1);
    return changed;
  }

  private static String name(Tensor tensor) {
    return tensor.gradientFunction().orElseThrow().name();
  }

  /** Numbers of a tensor, and by how much its version has grown, after a call that is refused. */
  private static List<Object> afterRefusal(Tensor watched, Tensor target, Tensor other) {
    int before = target.version();
    try {
      target.add_(other);
    } catch (GradientException | ShapeException e) {
      return List.of(Datum.list(watched), target.version() - before);
    }
    throw new IllegalStateException("add_ was not refused");
  }
}
