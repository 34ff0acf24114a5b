package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Places;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/** Changes in place, views and versions: B47 to B61. */
final class InPlace {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B47~1]
          Behavior.of(
                  47,
                  "a leaf that requires a gradient, or a view of it, is not changed while recorded",
                  Verdict.BETTER,
                  "names call and tensor, the leaf of a view too, and shows the block that allows it")
              .refuses(
                  "C086",
                  GradientException.class,
                  () -> leaf(1).add_(1),
                  """
                  add_: [1] is a leaf that requires a gradient; a recorded change in place would \
                  lose it
                  wrap an update in a block: try (var off = NoGrad.on()) { … }\
                  """)
              .refuses(
                  "C019",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(.5, .75);
                    a.setGrad(Tensor.ones(2));
                    a.sub_(a.grad().mul(0.1));
                  },
                  """
                  sub_: [2] is a leaf that requires a gradient; a recorded change in place would \
                  lose it
                  wrap an update in a block: try (var off = NoGrad.on()) { … }\
                  """)
              .refuses(
                  "C020",
                  GradientException.class,
                  () -> leaf(.5, .75).named("a").sub_(Tensor.ones(2).mul(0.1)),
                  """
                  sub_: a : [2] is a leaf that requires a gradient; a recorded change in place \
                  would lose it
                  wrap an update in a block: try (var off = NoGrad.on()) { … }\
                  """)
              .refuses(
                  "C004",
                  GradientException.class,
                  () ->
                      Tensor.ones(5, 2)
                          .named("x")
                          .requiresGrad_()
                          .select(1, 0)
                          .uniform_(-1, 1, RandomGenerator.of("L64X128MixRandom")),
                  """
                  uniform_: [5] is a view of the leaf x : [5, 2], which requires a gradient; a \
                  recorded change in place would lose it
                  wrap an update in a block: try (var off = NoGrad.on()) { … }\
                  """)
              .refuses(
                  "C087",
                  GradientException.class,
                  () -> leaf(1, 2).select(0, 0).add_(1),
                  """
                  add_: [] is a view of the leaf [2], which requires a gradient; a recorded \
                  change in place would lose it
                  wrap an update in a block: try (var off = NoGrad.on()) { … }\
                  """)
              .refuses(
                  "C088",
                  GradientException.class,
                  () -> leaf(1, 2).select(0, 0).fill_(3),
                  """
                  fill_: [] is a view of the leaf [2], which requires a gradient; a recorded \
                  change in place would lose it
                  wrap an update in a block: try (var off = NoGrad.on()) { … }\
                  """),
          // [proof->behavior~B48~1]
          Behavior.of(
                  48,
                  "a saved value that was changed before the pass is an error",
                  Verdict.BETTER,
                  "names the operation that saved it, the one that changed it, and the lines of both"
                      + " in a block that keeps places")
              .refuses(
                  "C089",
                  GradientException.class,
                  () -> {
                    Tensor y = leaf(1, 2).exp();
                    y.add_(1);
                    y.sum().backward();
                  },
                  """
                  backward: Exp saved its result [2] for its gradient, and it was changed in \
                  place afterwards
                    version saved  0
                    version now    1
                    last change    add_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """)
              .refuses(
                  "C090",
                  GradientException.class,
                  () -> {
                    Tensor b = leaf(1, 2).mul(1).named("b");
                    Tensor y = b.mul(b);
                    b.add_(1);
                    y.sum().backward();
                  },
                  """
                  backward: Mul saved its operand b : [2] for its gradient, and it was changed in \
                  place afterwards
                    version saved  0
                    version now    1
                    last change    add_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """)
              .refuses(
                  "C025",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(.5, .75).named("a");
                    Tensor loss = a.mul(a).sum();
                    try (NoGrad off = NoGrad.on()) {
                      a.sub_(0.1);
                    }
                    loss.backward();
                  },
                  """
                  backward: Mul saved its operand a : [2] for its gradient, and it was changed in \
                  place afterwards
                    version saved  0
                    version now    1
                    last change    sub_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """)
              .refuses(
                  "X056",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor loss = a.mul(a).sum();
                    try (NoGrad off = NoGrad.on()) {
                      a.zero_();
                    }
                    loss.backward();
                  },
                  """
                  backward: Mul saved its operand [2] for its gradient, and it was changed in \
                  place afterwards
                    version saved  0
                    version now    1
                    last change    zero_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """)
              .refuses(
                  "C169",
                  GradientException.class,
                  () -> {
                    Tensor b = leaf(2, 3).mul(1);
                    Tensor y = Tensor.apply(new OwnSquare(b));
                    b.add_(1);
                    y.sum().backward();
                  },
                  """
                  backward: OwnSquare saved its operand [2] for its gradient, and it was changed \
                  in place afterwards
                    version saved  0
                    version now    1
                    last change    add_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """)
              .refuses(
                  "in a block that keeps places",
                  GradientException.class,
                  () -> {
                    try (Places on = Places.on()) {
                      Tensor y = leaf(1, 2).exp().named("y");
                      y.add_(1);
                      y.sum().backward();
                    }
                  },
                  """
                  backward: Exp at InPlace.java:N saved its result y : [2] for its gradient, and \
                  it was changed in place afterwards
                    version saved  0
                    version now    1
                    last change    add_ at InPlace.java:N
                  change a copy instead: clone() before the change in place\
                  """),
          // [proof->behavior~B49~1]
          Behavior.same(49, "only saved values are held to their version")
              .agrees(
                  "C091",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor b = a.mul(1);
                    Tensor y = b.add(b);
                    b.mul_(3);
                    y.add(b).sum().backward();
                    return a.grad();
                  })
              .agrees(
                  "X010",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor b = a.mul(1);
                    Tensor y = b.mul(Tensor.of(3, 4)).sum();
                    b.add_(1);
                    y.backward();
                    return a.grad();
                  })
              .refuses(
                  "X011",
                  GradientException.class,
                  () -> {
                    Tensor c = Tensor.of(3, 4).named("c");
                    Tensor y = leaf(1, 2).mul(1).mul(c).sum();
                    c.add_(1);
                    y.backward();
                  },
                  """
                  backward: Mul saved its operand c : [2] for its gradient, and it was changed in \
                  place afterwards
                    version saved  0
                    version now    1
                    last change    add_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """)
              .agrees(
                  "C026",
                  () -> {
                    Tensor a = leaf(.5, .75);
                    Tensor loss = Tensor.ones(5, 2).matmul(a).sum();
                    try (NoGrad off = NoGrad.on()) {
                      a.sub_(0.1);
                    }
                    loss.backward();
                    return a.grad();
                  })
              .agrees(
                  "X009",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor y = Tensor.ones(3, 2).matmul(a).sum();
                    try (NoGrad off = NoGrad.on()) {
                      a.mul_(5);
                    }
                    y.backward();
                    return a.grad();
                  })
              .refuses(
                  "C027",
                  GradientException.class,
                  () -> {
                    Tensor x = Tensor.ones(5, 2).named("x");
                    Tensor loss = x.matmul(leaf(.5, .75)).sum();
                    x.select(1, 0).uniform_(-1, 1, RandomGenerator.of("L64X128MixRandom"));
                    loss.backward();
                  },
                  """
                  backward: Mv saved its operand x : [5, 2] for its gradient, and it was changed \
                  in place afterwards
                    version saved  0
                    version now    1
                    last change    uniform_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """),
          // [proof->behavior~B50~1]
          Behavior.same(50, "operations that save their result may run in place")
              .agrees(
                  "C092",
                  () -> {
                    Tensor a = leaf(-1, 2);
                    a.mul(1).relu_().sum().backward();
                    return a.grad();
                  }),
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
                  write y = y.add(…) instead, or take the view by select or slice\
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

  private InPlace() {}

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

  /** y = x², the rule of which reads x. */
  private record OwnSquare(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(x);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> yBar.mul(x.mul(2)));
    }

    @Override
    public Saved saved() {
      return Saved.of(x);
    }
  }
}
