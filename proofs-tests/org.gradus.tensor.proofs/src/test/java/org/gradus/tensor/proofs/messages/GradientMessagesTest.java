package org.gradus.tensor.proofs.messages;

import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Gradients;
import org.gradus.tensor.op.UnaryOp;
import org.junit.jupiter.api.Test;

/** What is said of gradients that do not exist, or would be wrong. */
// [proof->autograd~messages~1]
// [proof->autograd~gradient-absent~1]
class GradientMessagesTest {
  private final Tensor a = Tensor.of(1, 2).named("a").requiresGrad_();

  @Test
  void gradientNotYetThere() {
    Refusal.ofGradients(
        () -> a.grad(),
        """
        grad: a : [2] has no gradient yet: no backward() has reached it since it was created or its \
        gradient was cleared\
        """);
  }

  @Test
  void gradientThatWasNotAskedFor() {
    Refusal.ofGradients(
        () -> Tensor.of(1, 2).grad(),
        """
        grad: [2] has no gradient: it does not require one
        call requiresGrad_() before it is used\
        """);
  }

  @Test
  void gradientOfAResult() {
    Refusal.ofGradients(
        () -> a.sub(1).named("b").grad(),
        """
        grad: b : [2] has no gradient: it is the result of SubBackward, and gradients are kept at leaves
        call retainGrad() before backward() to keep that of a result; an update must change the leaf \
        itself, in place, in a NoGrad block\
        """);
  }

  @Test
  void resultThatCannotStopRequiringAGradient() {
    Refusal.ofGradients(
        () -> a.sub(1).requiresGrad_(false),
        """
        requiresGrad_: [2] is the result of SubBackward and cannot stop requiring a gradient
        call detach() for a tensor without history\
        """);
  }

  @Test
  void plainArrayOfWhatRequiresAGradient() {
    Refusal.ofGradients(
        () -> a.toArray(),
        """
        toArray: a : [2] requires a gradient, and a plain array would drop out of the graph
        call detach().toArray() instead\
        """);
  }

  @Test
  void lossOfSeveralNumbers() {
    Refusal.ofGradients(
        () -> a.mul(2).named("y").backward(),
        """
        backward: the loss must be a single number, and y : [2] has 2 elements
        reduce it by sum() or mean(), or pass a gradient of its shape\
        """);
  }

  @Test
  void givenGradientOfAnotherShape() {
    Refusal.ofShapes(
        () -> a.mul(2).backward(Tensor.ones(3).named("g")),
        """
        backward: the gradient must have the shape of the result
          result    [2]
          gradient  g : [3]\
        """);
  }

  @Test
  void lossWithoutAGraph() {
    Refusal.ofGradients(
        () -> a.detach().sum().named("loss").backward(),
        """
        backward: no gradient path leads to loss : []; it does not require a gradient
        it was computed from a tensor that was detached\
        """);
  }

  @Test
  void savedOperandThatWasChanged() {
    Tensor b = a.mul(1).named("b");
    Tensor loss = b.square().sum();
    b.add_(1).add_(1);
    Refusal.ofGradients(
        () -> loss.backward(),
        """
        backward: Square saved its operand b : [2] for its gradient, and it was changed in place \
        afterwards
          version saved  0
          version now    2
          last change    add_
        change a copy instead: clone() before the change in place
        run it in a block to see the lines: try (var on = Places.on()) { … }\
        """);
  }

  @Test
  void savedResultThatWasChanged() {
    Tensor y = a.exp().named("y");
    y.add_(1);
    Refusal.ofGradients(
        () -> y.sum().backward(),
        """
        backward: Exp saved its result y : [2] for its gradient, and it was changed in place afterwards
          version saved  0
          version now    1
          last change    add_
        change a copy instead: clone() before the change in place
        run it in a block to see the lines: try (var on = Places.on()) { … }\
        """);
  }

  @Test
  void graphThatWasFreed() {
    Tensor loss = a.mul(a).sum();
    loss.backward();
    Refusal.ofGradients(
        () -> loss.backward(),
        """
        backward: the values that MulBackward saved were freed by an earlier backward pass through \
        this graph
          the same graph can be walked again only if the earlier pass keeps them: \
        backward(Backward.RETAIN_GRAPH)\
        """);
  }

  @Test
  void ruleThatReturnsAnotherShape() {
    Refusal.ofGradients(
        () -> Tensor.apply(new Careless(a)).sum().backward(),
        """
        backward: the rule of Careless must return a gradient of its operand's shape
          operand   a : [2]
          gradient  []\
        """);
  }

  @Test
  void ruleThatNamesAStranger() {
    Refusal.ofGradients(
        () -> Tensor.apply(new Stranger(a)).sum().backward(),
        "backward: the rule of Stranger added a gradient for a tensor that is no operand of it");
  }

  @Test
  void operationThatIsNone() {
    String ids = String.join(", ", Catalogue.operations().stream().map(o -> o.id()).toList());
    Refusal.ofArguments(
        () -> Catalogue.operation("matmull"), "no operation is called 'matmull'; there are " + ids);
  }

  private record Careless(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(2);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(x, () -> yBar.sum());
    }
  }

  private record Stranger(Tensor x) implements UnaryOp {
    @Override
    public Tensor forward() {
      return x.mul(2);
    }

    @Override
    public void backward(Tensor y, Tensor yBar, Gradients gradients) {
      gradients.add(yBar, () -> yBar);
    }
  }
}
