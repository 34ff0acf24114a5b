package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Places;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.Saved;
import org.gradus.tensor.op.UnaryOp;

/** Changes in place of what a pass needs: B47 to B50. */
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
                  }));

  private InPlace() {}

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
