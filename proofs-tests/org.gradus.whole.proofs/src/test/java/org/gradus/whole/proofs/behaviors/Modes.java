package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Parameter;
import org.gradus.learn.nn.Linear;
import org.gradus.tensor.Dim;
import org.gradus.tensor.EnableGrad;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Places;
import org.gradus.tensor.Tensor;

/** Blocks without recording, and detached tensors: B37 to B46. */
final class Modes {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B37~1]
          Behavior.same(37, "results of a NoGrad block have no history")
              .agrees(
                  "C029",
                  () -> {
                    Tensor a = leaf(.5, .75);
                    try (NoGrad off = NoGrad.on()) {
                      Tensor y = Tensor.ones(5, 2).matmul(a);
                      return List.of(y.requiresGrad(), y.gradientFunction());
                    }
                  }),
          // [proof->behavior~B38~1]
          Behavior.of(
                  38,
                  "blocks nest, end with an exception too, and belong to their thread",
                  Verdict.SAME,
                  "except that Java has no decorators")
              .agrees(
                  "C101",
                  () -> {
                    List<Boolean> recorded = new ArrayList<>();
                    Tensor a = leaf(1);
                    try (NoGrad off = NoGrad.on()) {
                      recorded.add(a.mul(2).requiresGrad());
                      try (EnableGrad on = EnableGrad.on()) {
                        recorded.add(a.mul(2).requiresGrad());
                      }
                      recorded.add(a.mul(2).requiresGrad());
                    }
                    recorded.add(a.mul(2).requiresGrad());
                    recorded.add(isRecording());
                    return recorded;
                  })
              .agrees(
                  "C102",
                  () -> {
                    try (NoGrad off = NoGrad.on()) {
                      throw new IllegalStateException("thrown in the block");
                    } catch (IllegalStateException e) {
                      return isRecording();
                    }
                  })
              .agrees(
                  "C105",
                  () -> {
                    try (NoGrad off = NoGrad.on()) {
                      return leaf(1).mul(2).requiresGrad();
                    }
                  })
              .agrees(
                  "C106",
                  () -> {
                    List<Boolean> recording = new ArrayList<>();
                    try (NoGrad off = NoGrad.on()) {
                      Thread thread = new Thread(() -> recording.add(isRecording()));
                      thread.start();
                      thread.join();
                      recording.add(isRecording());
                    }
                    return recording;
                  })
              .lacks("C103", "a method opens the block itself"),
          // [proof->behavior~B39~1]
          Behavior.same(39, "what is made in a NoGrad block may still require a gradient")
              .agrees(
                  "C104/0",
                  () -> {
                    try (NoGrad off = NoGrad.on()) {
                      return Tensor.ones(2).requiresGrad_().requiresGrad();
                    }
                  })
              .agrees(
                  "C104/1",
                  () -> {
                    try (NoGrad off = NoGrad.on()) {
                      return Parameter.of(Tensor.ones(2)).value().requiresGrad();
                    }
                  }),
          // [proof->behavior~B40~1]
          Behavior.of(
                  40,
                  "backward from the result of a NoGrad block is an error",
                  Verdict.BETTER,
                  "names the block, and its line in a block that keeps places")
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
                  "in a block that keeps places",
                  GradientException.class,
                  () -> {
                    try (Places on = Places.on()) {
                      Tensor a = leaf(.5, .75);
                      Tensor y;
                      try (NoGrad off = NoGrad.on()) {
                        y = a.mul(a).named("y");
                      }
                      y.sum().named("loss").backward();
                    }
                  },
                  """
                  backward: no gradient path leads to loss : []; it does not require a gradient
                  it was computed from a tensor that was computed inside the NoGrad block opened \
                  at Modes.java:N\
                  """),
          // [proof->behavior~B41~1]
          Behavior.same(41, "detach shares storage and leaves its source alone")
              .agrees(
                  "C031",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor b = a.detach();
                    b.select(0, 0).fill_(9);
                    return List.of(
                        a, b.requiresGrad(), b.gradientFunction(), a.sharesStorageWith(b));
                  })
              .agrees(
                  "X067",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Tensor y = a.mul(a);
                    Tensor d = y.detach();
                    y.sum().backward();
                    return List.of(
                        y.requiresGrad(),
                        y.gradientFunction(),
                        d.requiresGrad(),
                        Datum.list(a.grad()));
                  }),
          // [proof->behavior~B42~1]
          Behavior.of(
                  42,
                  "detach_ makes a leaf, not of a view, and leaves earlier views alone",
                  Verdict.BETTER,
                  "names the view, and is silent on distributed training")
              .refuses(
                  "C110",
                  GradientException.class,
                  () -> leaf(1, 2).mul(2).slice(0, 0, 1).detach_(),
                  """
                  detach_: [1] is a view and cannot be detached in place; its base would keep the \
                  history
                  call detach() for a tensor without history\
                  """)
              .agrees(
                  "C109",
                  () -> {
                    Tensor b = leaf(1).mul(2).detach_();
                    return List.of(b.requiresGrad(), b.gradientFunction(), b.isLeaf());
                  })
              .agrees(
                  "X007",
                  () -> {
                    Tensor b = leaf(1, 2).mul(2);
                    Tensor v = b.view(2, 1);
                    b.detach_();
                    return List.of(v.requiresGrad(), b.requiresGrad());
                  }),
          // [proof->behavior~B43~1]
          Behavior.of(
                  43,
                  "a write through a detached alias is seen by the pass that needs the old value",
                  Verdict.BETTER,
                  "as B48")
              .refuses(
                  "C032",
                  GradientException.class,
                  () -> {
                    Tensor y = leaf(1, 2).mul(1);
                    Tensor z = y.mul(y).sum();
                    y.detach().zero_();
                    z.backward();
                  },
                  """
                  backward: Mul saved its operand [2] for its gradient, and it was changed in \
                  place afterwards
                    version saved  0
                    version now    1
                    last change    zero_
                  change a copy instead: clone() before the change in place
                  run it in a block to see the lines: try (var on = Places.on()) { … }\
                  """),
          Behavior.of(
                  44,
                  "data shares storage without a version",
                  Verdict.OMITTED,
                  "a write through it makes gradients wrong in silence: [0, 0.5] where [1, 1.5]"
                      + " are right")
              .lacks("C028", "there is no data; detach() shares the version too"),
          // [proof->behavior~B45~1]
          Behavior.same(45, "eval ends training and leaves gradients alone")
              .agrees(
                  "X008",
                  () -> {
                    Dim<Coefficient> inputs = Dim.of(Coefficient.class, 2);
                    Dim<Coefficient> outputs = Dim.of(Coefficient.class, 1);
                    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
                    Linear<Coefficient, Coefficient> linear = Linear.of(inputs, outputs, random);
                    linear.eval();
                    Tensor y = linear.forward(Tensor.ones(3, 2));
                    return List.of(y.requiresGrad(), linear.isTraining());
                  }),
          Behavior.of(
                  46,
                  "inference mode",
                  Verdict.OMITTED,
                  "it is there for speed alone; NoGrad does the rest")
              .lacks("C107", "there is no inference mode")
              .lacks("C108", "there is no inference mode"));

  private Modes() {}

  private static boolean isRecording() {
    return leaf(1).mul(2).requiresGrad();
  }
}
