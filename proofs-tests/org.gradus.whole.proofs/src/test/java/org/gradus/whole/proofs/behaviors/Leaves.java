package org.gradus.whole.proofs.behaviors;

import static org.gradus.whole.proofs.behaviors.Behaviors.leaf;

import java.util.List;
import org.gradus.tensor.Backward;
import org.gradus.tensor.GradientException;
import org.gradus.tensor.Tensor;

/** What requires a gradient, and what is a leaf: B22 to B29. */
final class Leaves {

  static final List<Behavior> BEHAVIORS =
      List.of(
          // [proof->behavior~B22~1]
          Behavior.same(22, "one operand that requires a gradient is enough")
              .agrees(
                  "C033",
                  () -> {
                    Tensor w = Tensor.ones(2, 2).requiresGrad_();
                    Tensor x = Tensor.ones(2, 2);
                    return List.of(w.matmul(x).requiresGrad(), x.matmul(x).requiresGrad());
                  }),
          // [proof->behavior~B23~1]
          Behavior.of(
                  23,
                  "only floating types may require a gradient",
                  Verdict.CANNOT_ARISE,
                  "integers are an IndexTensor, which has no gradient to ask for")
              .doesNotCompile("C064", "index.requiresGrad_();", "symbol:   method requiresGrad_()")
              .doesNotCompile("C065", "index.requiresGrad_();", "symbol:   method requiresGrad_()")
              .doesNotCompile(
                  "C066", "index.requiresGrad_(true);", "symbol:   method requiresGrad_(boolean)")
              .lacks("X049", "truth values are numbers 0 and 1 of a Tensor"),
          // [proof->behavior~B24~1]
          Behavior.of(
                  24,
                  "a result cannot stop requiring a gradient",
                  Verdict.BETTER,
                  "names the operation that made it")
              .refuses(
                  "C067",
                  GradientException.class,
                  () -> leaf(1).mul(2).requiresGrad_(false),
                  """
                  requiresGrad_: [1] is the result of MulBackward and cannot stop requiring a \
                  gradient
                  call detach() for a tensor without history\
                  """)
              .refuses(
                  "C068",
                  GradientException.class,
                  () -> leaf(1).mul(2).named("b").requiresGrad_(false),
                  """
                  requiresGrad_: b : [1] is the result of MulBackward and cannot stop requiring a \
                  gradient
                  call detach() for a tensor without history\
                  """),
          // [proof->behavior~B25~1]
          Behavior.of(
                  25,
                  "comparisons and integers have no gradient; that of sign is zero",
                  Verdict.SAME,
                  "integers are no Tensor, so the question does not compile")
              .agrees("C069/0", () -> leaf(1, 2).gt(Tensor.scalar(1)).requiresGrad())
              .doesNotCompile(
                  "C069/1",
                  "an index is no tensor",
                  "m.tensor().argmax(0).requiresGrad();",
                  "symbol:   method requiresGrad()")
              .lacks("C069/2", "nothing is converted to integers")
              .agrees("C069/3", () -> leaf(1, 2).sign().requiresGrad())
              .lacks(
                  "C170", "an operation has one result; an index it finds is returned beside it"),
          // [proof->behavior~B26~1]
          Behavior.of(
                  26,
                  "the gradient of a result is none, and reading it warns",
                  Verdict.BETTER,
                  "one sentence on what it is, one on what to do")
              .agrees(
                  "C070",
                  () -> {
                    Tensor b = leaf(1).mul(2);
                    b.sum().backward();
                    return b.gradIfPresent();
                  })
              .warning(
                  """
                  grad: [1] has no gradient: it is the result of MulBackward, and gradients are \
                  kept at leaves
                  call retainGrad() before backward() to keep that of a result; an update must \
                  change the leaf itself, in place, in a NoGrad block\
                  """),
          // [proof->behavior~B27~1]
          Behavior.of(
                  27,
                  "the gradient of a result can be retained, accumulating",
                  Verdict.BETTER,
                  "the refusal says why no gradient is required")
              .agrees(
                  "C071",
                  () -> {
                    Tensor a = leaf(1);
                    Tensor b = a.mul(2).retainGrad();
                    b.mul(b).sum().backward();
                    return List.of(b.grad(), b.retainsGrad());
                  })
              .agrees(
                  "X017",
                  () -> {
                    Tensor a = leaf(1).retainGrad();
                    Tensor b = a.mul(2).retainGrad().retainGrad();
                    Tensor loss = b.mul(b).sum();
                    loss.backward(Backward.RETAIN_GRAPH);
                    Tensor first = b.grad().clone();
                    loss.backward();
                    return List.of(a.retainsGrad(), first, b.grad());
                  })
              .refuses(
                  "C072",
                  GradientException.class,
                  () -> Tensor.ones(2).retainGrad(),
                  """
                  retainGrad: [2] does not require a gradient
                  it is a leaf without requiresGrad_()\
                  """),
          // [proof->behavior~B28~1]
          Behavior.of(
                  28,
                  "rebinding a to a − lr·grad makes a result without a gradient",
                  Verdict.BETTER,
                  "the warning says that it is the result of a subtraction, and that an update"
                      + " changes the leaf in place in a NoGrad block")
              .agrees(
                  "C021",
                  () -> {
                    Tensor a = leaf(.5, .75);
                    a.mul(a).sum().backward();
                    Tensor b = a.sub(a.grad().mul(0.1));
                    return List.of(
                        b.requiresGrad(),
                        b.isLeaf(),
                        b.getClass().getSimpleName(),
                        b.gradIfPresent());
                  })
              .warning(
                  """
                  grad: [2] has no gradient: it is the result of SubBackward, and gradients are \
                  kept at leaves
                  call retainGrad() before backward() to keep that of a result; an update must \
                  change the leaf itself, in place, in a NoGrad block\
                  """)
              .refuses(
                  "reading it as if it were there",
                  GradientException.class,
                  () -> leaf(1).sub(0.1).named("a").grad(),
                  """
                  grad: a : [1] has no gradient: it is the result of SubBackward, and gradients \
                  are kept at leaves
                  call retainGrad() before backward() to keep that of a result; an update must \
                  change the leaf itself, in place, in a NoGrad block\
                  """),
          Behavior.of(
                  29,
                  "a deep copy of a result is refused",
                  Verdict.OMITTED,
                  "Java has no such protocol; clone() and detach() say which copy is meant")
              .lacks("C111", "there is no deep copy"));

  private Leaves() {}
}
