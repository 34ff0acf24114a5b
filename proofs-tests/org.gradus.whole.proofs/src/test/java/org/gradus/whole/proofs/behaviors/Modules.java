package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.gradus.learn.Coefficient;
import org.gradus.learn.Parameter;
import org.gradus.learn.nn.BatchNorm1d;
import org.gradus.learn.nn.Dropout;
import org.gradus.learn.nn.Linear;
import org.gradus.tensor.Dim;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;

/** Modules: B84 and B85. */
final class Modules {

  private static final String MODULE = "org.gradus.learn.Module<Scalar, Scalar>";

  private static final Tensor BATCH = Tensor.of(new double[][] {{0, 0}, {2, 4}});

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B84~1]
          Behavior.of(
                  84,
                  "modules check their state, their numbers and their mode",
                  Verdict.BETTER,
                  "one fault a line, and that nothing was loaded; what Python finds at run time does"
                      + " not compile")
              .refuses(
                  "C159",
                  IllegalArgumentException.class,
                  () ->
                      linear(2, 1)
                          .load(Map.of("weight", Tensor.ones(1, 3), "extra", Tensor.ones(1))),
                  """
                  Linear.load: the state must have the names and shapes of the module, no more \
                  and no less
                    missing     bias
                    unexpected  extra
                    shape       weight : [1, 3], and the module has [1, 2]
                  nothing was loaded\
                  """)
              .refuses(
                  "C151",
                  IllegalArgumentException.class,
                  () -> Dropout.<Tensor>of(1.5, generator()),
                  """
                  dropout: the probability must be from 0 to 1
                    given  1.5
                  try 0.5\
                  """)
              .refuses(
                  "C152",
                  ShapeException.class,
                  () -> features(2).forward(Tensor.ones(1, 2)),
                  """
                  batchNorm: in training a channel must have more than one value
                    given  [1, 2]\
                  """)
              .doesNotCompile(
                  "C153",
                  MODULE + " module = null; module.train(\"yes\");",
                  "String cannot be converted to boolean")
              .doesNotCompile(
                  "C154",
                  "class M extends " + MODULE + " {}",
                  "M is not abstract and does not override abstract method forward(Scalar)")
              .lacks("C155", "the constructor of a class runs after that of Module")
              .doesNotCompile(
                  "C156",
                  "org.gradus.learn.nn.Linear<Coefficient, Output> module = null; module.weight = x;",
                  "cannot be converted to Parameter<Matrix<Output,Coefficient>>")
              .agrees("C157", () -> Parameter.of(leaf(1).mul(2)).value().isLeaf())
              .doesNotCompile(
                  "C158", MODULE + " module = null; module.foo();", "symbol:   method foo()")
              .differs(
                  "C150/0",
                  "which elements drop depends on the generator",
                  () -> distinct(Dropout.<Tensor>of(0.5, generator()).forward(Tensor.ones(100))),
                  List.of(0, 2))
              .agrees(
                  "C150/1",
                  () -> {
                    Dropout<Tensor> dropout = Dropout.of(0.5, generator());
                    dropout.eval();
                    return dropout.forward(Tensor.ones(8));
                  })
              .agrees("C150/2", () -> features(2).forward(BATCH))
              .agrees("C150/3", () -> trained().state().get("running_mean"))
              .agrees("C150/4", () -> trained().state().get("running_var"))
              .agrees("C150/5", () -> trained().state().get("num_batches_tracked"))
              .agrees(
                  "C150/6",
                  () -> {
                    BatchNorm1d<Coefficient> norm = trained();
                    norm.eval();
                    return norm.forward(BATCH);
                  })
              .agrees("C150/7", () -> Dropout.<Tensor>of(0.5, generator()).eval().isTraining()),
          // [proof->behavior~B85~1]
          Behavior.same(85, "a linear map draws its weights from ±1/√inputs")
              .agrees(
                  "C148",
                  () -> {
                    Linear<Coefficient, Coefficient> linear = linear(4, 3);
                    Tensor w = linear.weight().value().tensor();
                    Tensor b = linear.bias().orElseThrow().value().tensor();
                    return List.of(w.shape(), b.shape(), size(w) <= 0.5, size(b) <= 0.5);
                  }));

  private Modules() {}

  private static Linear<Coefficient, Coefficient> linear(int inputs, int outputs) {
    return Linear.of(
        Dim.of(Coefficient.class, inputs), Dim.of(Coefficient.class, outputs), generator());
  }

  private static BatchNorm1d<Coefficient> features(int count) {
    return BatchNorm1d.of(Dim.of(Coefficient.class, count));
  }

  private static BatchNorm1d<Coefficient> trained() {
    BatchNorm1d<Coefficient> norm = features(2);
    norm.forward(BATCH);
    return norm;
  }

  private static double size(Tensor tensor) {
    return tensor.detach().abs().max().item();
  }

  private static double[] distinct(Tensor tensor) {
    return Arrays.stream(tensor.toArray()).sorted().distinct().toArray();
  }

  private static RandomGenerator generator() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(85);
  }
}
