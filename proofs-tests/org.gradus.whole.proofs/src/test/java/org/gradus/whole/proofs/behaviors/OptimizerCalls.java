package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.gradus.learn.Adam;
import org.gradus.learn.Optimizer;
import org.gradus.learn.Sgd;
import org.gradus.learn.Update;
import org.gradus.tensor.Tensor;

/** Optimizers: B83. */
final class OptimizerCalls {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B83~1]
          Behavior.of(
                  83,
                  "optimizers check their arguments, and step to the same numbers",
                  Verdict.STRICTER,
                  "a parameter given twice is an error and not a warning, and a learning rate is"
                      + " required")
              .refusesInstead(
                  "C160/5",
                  "a step would change it twice",
                  IllegalArgumentException.class,
                  () -> {
                    Tensor a = leaf(1).named("a");
                    Optimizer.of(Sgd.of(0.1), a, a);
                  },
                  """
                  sgd: each parameter must be given once, and a step would change it twice
                    parameters 0 and 1 are both a : [1]\
                  """)
              .refuses(
                  "C160/0",
                  IllegalArgumentException.class,
                  () -> Optimizer.of(Sgd.of(0.1), List.of()),
                  """
                  sgd: there must be at least one parameter to change
                    given  none\
                  """)
              .refuses(
                  "C160/1",
                  IllegalArgumentException.class,
                  () -> Sgd.of(-1),
                  """
                  sgd: the learning rate must be finite and not negative
                    given  -1.0
                  try 0.1\
                  """)
              .refuses(
                  "C160/2",
                  IllegalArgumentException.class,
                  () -> Optimizer.of(Sgd.of(0.1), leaf(1).mul(2)),
                  """
                  sgd: parameter 0 must be a leaf, and [1] is the result of MulBackward
                  give the leaf that it was computed from; an update must change the leaf itself, \
                  in place, in a NoGrad block\
                  """)
              .lacks("C160/3", "a single tensor is a list of one")
              .doesNotCompile(
                  "C160/4",
                  "org.gradus.learn.Optimizer.of(org.gradus.learn.Sgd.of(0.1), 1.0);",
                  "error: no suitable method found for of(Sgd,double)")
              .refuses(
                  "C160/6",
                  IllegalArgumentException.class,
                  () -> Sgd.of(0.1).withNesterov(),
                  """
                  sgd: Nesterov's form needs a momentum above 0 and a dampening of 0
                    momentum   0.0
                    dampening  0.0\
                  """)
              .refuses(
                  "C160/7",
                  IllegalArgumentException.class,
                  () -> Sgd.of(0.1).withMomentum(-1),
                  """
                  sgd: the momentum must be finite and not negative
                    given  -1.0
                  try 0.9\
                  """)
              .refuses(
                  "C160/8",
                  IllegalArgumentException.class,
                  () -> Adam.of(0.001).withBetas(1, 0.9),
                  """
                  adam: the first beta must be at least 0 and below 1
                    given  1.0
                  try 0.9\
                  """)
              .refuses(
                  "C160/9",
                  IllegalArgumentException.class,
                  () -> Adam.of(0.001).withEps(-1),
                  """
                  adam: the eps must be finite and not negative
                    given  -1.0
                  try 1e-8\
                  """)
              .refuses(
                  "C160/10",
                  IllegalArgumentException.class,
                  () -> Sgd.of(0.1).withWeightDecay(-1),
                  """
                  sgd: the weight decay must be finite and not negative
                    given  -1.0
                  try 0.0001\
                  """)
              .refuses(
                  "X054/0",
                  IllegalArgumentException.class,
                  () -> Adam.of(0.001).withBetas(0.9, 1),
                  """
                  adam: the second beta must be at least 0 and below 1
                    given  1.0
                  try 0.999\
                  """)
              .refuses(
                  "X054/1",
                  IllegalArgumentException.class,
                  () -> Adam.of(-1),
                  """
                  adam: the learning rate must be finite and not negative
                    given  -1.0
                  try 0.001\
                  """)
              .refuses(
                  "X054/2",
                  IllegalArgumentException.class,
                  () -> Adam.of(0.001).withWeightDecay(-1),
                  """
                  adam: the weight decay must be finite and not negative
                    given  -1.0
                  try 0.0001\
                  """)
              .refuses(
                  "X054/3",
                  IllegalArgumentException.class,
                  () -> Optimizer.of(Adam.of(0.001), List.of()),
                  """
                  adam: there must be at least one parameter to change
                    given  none\
                  """)
              .doesNotCompile(
                  "X053/0",
                  "a learning rate is required",
                  "org.gradus.learn.Sgd.of();",
                  "error: method of in record Sgd cannot be applied to given types")
              .lacks("X053/1", "step() returns nothing")
              .agrees("C163", threeSteps(Adam.of(0.1)))
              .agrees("C164/{}", threeSteps(Sgd.of(0.1)))
              .agrees("C164/{'momentum': 0.9}", threeSteps(Sgd.of(0.1).withMomentum(0.9)))
              .agrees(
                  "C164/{'momentum': 0.9, 'nesterov': True}",
                  threeSteps(Sgd.of(0.1).withMomentum(0.9).withNesterov()))
              .agrees(
                  "C164/{'momentum': 0.9, 'dampening': 0.5}",
                  threeSteps(Sgd.of(0.1).withMomentum(0.9).withDampening(0.5)))
              .agrees("C164/{'weight_decay': 0.1}", threeSteps(Sgd.of(0.1).withWeightDecay(0.1)))
              .agrees("C164/{'maximize': True}", threeSteps(Sgd.of(0.1).withMaximize()))
              .agrees(
                  "C165",
                  () -> {
                    Tensor a = leaf(1);
                    Optimizer optimizer = Optimizer.of(Sgd.of(0.1), a);
                    Tensor before =
                        optimizer.step(
                            () -> {
                              optimizer.zeroGrad();
                              Tensor loss = a.mul(a).sum();
                              loss.backward();
                              return loss;
                            });
                    return List.of(before, Datum.list(a));
                  }));

  private OptimizerCalls() {}

  /** Three steps down Σ a², from (1, −2). */
  private static Callable<List<Datum>> threeSteps(Update update) {
    return () -> {
      Tensor a = leaf(1, -2);
      Optimizer optimizer = Optimizer.of(update, a);
      List<Datum> steps = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        optimizer.zeroGrad();
        a.mul(a).sum().backward();
        optimizer.step();
        steps.add(Datum.list(a));
      }
      return steps;
    };
  }
}
