package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.tensor.AnomalyMode;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.GradientFunction;
import org.gradus.tensor.Hook;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Losses;
import org.gradus.tensor.Tensor;

/** Hooks, the nodes of the graph, and the search for NaN: B71 to B75. */
final class HooksAndGraph {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B71~1]
          Behavior.of(
                  71,
                  "a hook may replace the gradient; hooks run in their order and can be removed",
                  Verdict.BETTER,
                  "names the line that registered the hook, its tensor, and all shapes")
              .refuses(
                  "C120",
                  GradientException.class,
                  () -> {
                    Tensor a = leaf(1, 2).named("a");
                    a.registerHook(g -> Tensor.ones(1).expand(3));
                    a.mul(2).sum().backward();
                  },
                  """
                  backward: the hook registered at HooksAndGraph.java:N must return a gradient of \
                  the same shape
                    tensor    a : [2]
                    gradient  [2]
                    returned  [3]\
                  """)
              .refuses(
                  "C119",
                  GradientException.class,
                  () -> Tensor.ones(2).registerHook(g -> g),
                  """
                  registerHook: [2] does not require a gradient
                  it is a leaf without requiresGrad_()\
                  """)
              .agrees(
                  "C118",
                  () -> {
                    Tensor a = leaf(1, 2);
                    Hook hook = a.registerHook(g -> g.mul(10));
                    a.mul(2).sum().backward();
                    Tensor first = a.grad().clone();
                    hook.remove();
                    a.clearGrad();
                    a.mul(2).sum().backward();
                    return List.of(first, a.grad());
                  })
              .agrees(
                  "C122",
                  () -> {
                    List<Integer> log = new ArrayList<>();
                    Tensor a = leaf(1);
                    Tensor b = a.mul(2);
                    b.registerHook(g -> logged(log, 1, g).mul(2));
                    b.retainGrad();
                    b.registerHook(g -> logged(log, 2, g).mul(3));
                    b.sum().backward();
                    return List.of(log, b.grad(), a.grad());
                  })
              .doesNotCompile(
                  "C121", "loss.registerHook(g -> \"x\");", "String cannot be converted to Scalar"),
          // [proof->behavior~B72~1]
          Behavior.of(
                  72,
                  "first hooks, then accumulation, then the hooks that wait for it, at leaves alone",
                  Verdict.BETTER,
                  "names the result, what made it, and the hook that it can have")
              .refuses(
                  "C123",
                  GradientException.class,
                  () -> leaf(1).mul(2).registerPostAccumulateHook(t -> {}),
                  """
                  registerPostAccumulateHook: [1] is the result of MulBackward, and gradients \
                  accumulate at leaves alone
                  call registerHook instead\
                  """)
              .agrees(
                  "X016",
                  () -> {
                    List<Object> log = new ArrayList<>();
                    Tensor a = leaf(1);
                    a.registerHook(
                        g -> {
                          log.add(List.of("tensor hook", a.gradIfPresent()));
                          return g;
                        });
                    a.registerPostAccumulateHook(
                        t -> log.add(List.of("post accumulate", t.grad().item())));
                    a.mul(5).sum().backward();
                    return log;
                  })
              .agrees(
                  "C124",
                  () -> {
                    List<Tensor> seen = new ArrayList<>();
                    Tensor a = leaf(1);
                    a.registerPostAccumulateHook(t -> seen.add(t.grad().clone()));
                    a.mul(5).sum().backward();
                    return seen;
                  }),
          // [proof->behavior~B73~1]
          Behavior.of(
                  73,
                  "the nodes of a graph have names and lead down to their leaves",
                  Verdict.DIFFERENT,
                  "names are those of Gradus's operations, each of which has one result")
              .differs(
                  "C125",
                  "a node has no number of a result",
                  () -> {
                    Tensor a = leaf(1);
                    GradientFunction product = function(a.mul(leaf(2)));
                    return List.of(
                        product, product.next(), product.next().get(0).variable().get() == a);
                  },
                  List.of("MulBackward", List.of("AccumulateGrad", "AccumulateGrad"), true))
              .agrees("C034/0", () -> leaf(1).gradientFunction())
              .differs(
                  "C034/1",
                  "a view is a reshape",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = leaf(2);
                    return Stream.of(
                            a.add(b),
                            a.mul(b),
                            a.sin(),
                            a.sub(b),
                            a.div(b),
                            a.pow(2),
                            a.neg(),
                            a.exp(),
                            a.log(),
                            a.sum(),
                            a.mean(),
                            a.tanh(),
                            a.sigmoid(),
                            a.relu(),
                            a.select(0, 0),
                            a.view(1, 1),
                            a.clone(),
                            a.logSumExp(0),
                            a.softmax(0),
                            a.logSoftmax(0))
                        .map(HooksAndGraph::function)
                        .toList();
                  },
                  List.of(
                      "AddBackward",
                      "MulBackward",
                      "SinBackward",
                      "SubBackward",
                      "DivBackward",
                      "PowBackward",
                      "NegBackward",
                      "ExpBackward",
                      "LogBackward",
                      "SumBackward",
                      "MeanBackward",
                      "TanhBackward",
                      "SigmoidBackward",
                      "ReluBackward",
                      "SelectBackward",
                      "ReshapeBackward",
                      "CloneBackward",
                      "LogSumExpBackward",
                      "SoftmaxBackward",
                      "LogSoftmaxBackward"))
              .differs(
                  "C035",
                  "names in full, and of the operation that ran",
                  () -> {
                    Tensor w = Tensor.ones(2, 2).requiresGrad_();
                    Tensor v = Tensor.ones(2).requiresGrad_();
                    Tensor x = Tensor.ones(5, 2).requiresGrad_();
                    return Stream.of(
                            x.matmul(w),
                            x.matmul(v),
                            v.matmul(v),
                            Layers.linear(x, w),
                            Layers.linear(x, w, v),
                            x.select(1, 0),
                            x.index(IndexTensor.of(0, 1)),
                            x.t(),
                            x.reshape(10),
                            x.mse(x),
                            Losses.crossEntropy(x, IndexTensor.of(0, 1, 0, 1, 0)).tensor(),
                            x.max(1).values(),
                            x.expand(2, 5, 2),
                            Tensor.cat(List.of(x, x), 0),
                            Tensor.stack(List.of(x, x), 0))
                        .map(HooksAndGraph::function)
                        .toList();
                  },
                  List.of(
                      "MatMulBackward",
                      "MvBackward",
                      "DotBackward",
                      "LinearBackward",
                      "LinearBackward",
                      "SelectBackward",
                      "IndexSelectBackward",
                      "TransposeBackward",
                      "ReshapeBackward",
                      "MeanSquareBackward",
                      "CrossEntropyBackward",
                      "IndexSelectBackward",
                      "ExpandBackward",
                      "CatBackward",
                      "StackBackward")),
          // [proof->behavior~B74~1]
          Behavior.of(
                  74,
                  "in anomaly mode a pass stops at the first rule that returns NaN",
                  Verdict.BETTER,
                  "names the operand and its value there; the line of the forward call is in the"
                      + " message, not in a warning beside it")
              .refusesInstead(
                  "C126",
                  "the message says all, so there is no warning",
                  GradientException.class,
                  () -> {
                    try (AnomalyMode on = AnomalyMode.on()) {
                      leaf(0).mul(0).div(0.0).sqrt().sum().backward();
                    }
                  },
                  """
                  backward: the rule of Sqrt returned NaN for its operand [1] at [0]
                    forward call   HooksAndGraph.java:N
                    operand there  NaN
                  look at that value and at the other operands: a root, a logarithm or a quotient \
                  has no finite derivative there\
                  """),
          Behavior.of(
                  75,
                  "hooks on saved values",
                  Verdict.OMITTED,
                  "they are for moving values out of memory, which the lesson does not need")
              .lacks("C186", "there are no such hooks"));

  private HooksAndGraph() {}

  private static GradientFunction function(Tensor tensor) {
    return tensor.gradientFunction().orElseThrow();
  }

  private static Tensor logged(List<Integer> log, int number, Tensor gradient) {
    log.add(number);
    return gradient;
  }
}
