package org.gradus.tensor.proofs.messages;

import org.gradus.tensor.NoGrad;
import org.gradus.tensor.Tensor;
import org.junit.jupiter.api.Test;

/** What is said of changes in place that are not allowed. */
// [proof->autograd~messages~1]
class InPlaceMessagesTest {
  private final Tensor a = Tensor.of(1, 2, 3).named("a").requiresGrad_();

  @Test
  void leafThatRequiresAGradient() {
    Refusal.ofGradients(
        () -> a.sub_(0.1),
        """
        sub_: a : [3] is a leaf that requires a gradient; a recorded change in place would lose it
        wrap an update in a block: try (var off = NoGrad.on()) { … }\
        """);
  }

  @Test
  void viewOfALeafThatRequiresAGradient() {
    Refusal.ofGradients(
        () -> a.slice(0, 0, 2).named("head").zero_(),
        """
        zero_: head : [2] is a view of the leaf a : [3], which requires a gradient; a recorded change \
        in place would lose it
        wrap an update in a block: try (var off = NoGrad.on()) { … }\
        """);
  }

  @Test
  void viewMadeInANoGradBlock() {
    Tensor b = a.mul(1);
    Tensor view;
    try (var off = NoGrad.on()) {
      view = b.slice(0, 0, 1).named("v");
    }
    Refusal.ofGradients(
        () -> view.mul_(2),
        """
        mul_: v : [1] is a view made in a NoGrad block and is changed outside of one
        move both into the block (not recorded) or both out of it (recorded)\
        """);
  }

  @Test
  void elementsThatShareOnePlace() {
    Tensor wide = Tensor.zeros(1).expand(3).named("wide");
    Refusal.ofShapes(
        () -> wide.fill_(1),
        """
        fill_: several elements of wide : [3] share one place in memory, as after expand()
        change a copy instead: clone() first\
        """);
    Tensor alias = wide.detach().named("alias");
    Refusal.ofShapes(
        () -> alias.select(0, 0).fill_(1),
        """
        fill_: several elements of alias : [3] share one place in memory, as after expand()
        change a copy instead: clone() first\
        """);
  }

  @Test
  void operandThatDoesNotBroadcastToTheTarget() {
    Tensor x = Tensor.zeros(3).named("x");
    Refusal.ofShapes(
        () -> x.add_(Tensor.zeros(2, 3)),
        """
        add_: a change in place keeps the shape of its target, to which the other operand must \
        broadcast: it has 2 axes, and the target 1 axis
          target  x : [3]
          other   [2, 3]
        did you mean x.add(other)?\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(3, 2).copy_(x),
        """
        copy_: a change in place keeps the shape of its target, to which the other operand must \
        broadcast: 2 (axis 1) and 3 (axis 0) differ
          target  [3, 2]
          other   x : [3]
        did you mean x.unsqueeze(1)?\
        """);
    Refusal.ofShapes(
        () -> x.mul_(Tensor.zeros(1, 3)),
        """
        mul_: a change in place keeps the shape of its target, to which the other operand must \
        broadcast: it has 2 axes, and the target 1 axis
          target  x : [3]
          other   [1, 3]
        did you mean other.squeeze(0)?\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(1, 3).named("row").div_(Tensor.zeros(2, 3)),
        """
        div_: a change in place keeps the shape of its target, to which the other operand must \
        broadcast: 1 (axis 0) and 2 (axis 0) differ
          target  row : [1, 3]
          other   [2, 3]
        did you mean row.div(other)?\
        """);
    Refusal.ofShapes(
        () -> Tensor.zeros(2, 3).copy_(Tensor.zeros(3, 2)),
        """
        copy_: a change in place keeps the shape of its target, to which the other operand must \
        broadcast: 3 (axis 1) and 2 (axis 1) differ
          target  [2, 3]
          other   [3, 2]
        did you mean other.t()?\
        """);
    Refusal.ofShapes(
        () ->
            Tensor.zeros(2, 2, 3)
                .named("target", "a", "b", "c")
                .add_(Tensor.zeros(2).named("x", "a")),
        """
        add_: a change in place keeps the shape of its target, to which the other operand must \
        broadcast: 3 (c) and 2 (a) differ
          target  target : [a=2, b=2, c=3]
          other   x : [a=2]
        did you mean x.reshape(2, 1, 1)?\
        """);
  }
}
