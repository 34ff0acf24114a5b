package org.gradus.check.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Mistaken;
import org.gradus.tensor.op.Symptom;

/** Mistakes that can be made about any operation, each a change of its right rule. */
// [impl->check~common-misconceptions~1]
public final class CommonMisconceptions {
  private static final List<Misconception> ALL =
      List.of(
          gradient(
              "no gradient",
              "You return zero. If y moves when x moves, the gradient is not zero.",
              g -> g.mul(0)),
          gradient(
              "wrong sign",
              "Your gradient points the other way: a step against it would go up.",
              Tensor::neg),
          gradient(
              "factor 1.001",
              "Almost right is wrong: a constant is off by a thousandth.",
              g -> g.mul(1.001)),
          gradient(
              "factor two too many",
              "Your gradient is twice the right one: is a 2 of a square counted twice?",
              g -> g.mul(2)),
          gradient(
              "factor two forgotten",
              "Your gradient is half the right one: is the 2 of a square missing?",
              g -> g.mul(0.5)),
          gradient(
              "factor a hundred",
              "Your gradient is a hundred times the right one: are these percent?",
              g -> g.mul(100)),
          gradient(
              "last element forgotten",
              "The loop ends one element early: the last one gets no gradient.",
              CommonMisconceptions::withoutLast),
          gradient(
              "constant added",
              "A gradient is a sum of terms with ȳ in each: a term without ȳ stands alone.",
              g -> g.add(0.001)),
          cotangent(
              "cotangent dropped",
              "You return ∂y/∂x itself. By the chain rule it is multiplied by ȳ, the gradient that"
                  + " comes in.",
              yBar -> Tensor.ones(yBar.shape())),
          cotangent(
              "cotangent averaged",
              "Each element of y has its own ȳ; you use their mean for all.",
              yBar -> yBar.mean().expand(yBar.shape())),
          cotangent(
              "cotangent summed",
              "Each element of y has its own ȳ; you use their sum for all.",
              yBar -> yBar.sum().expand(yBar.shape())),
          cotangent(
              "size of the cotangent",
              "ȳ may be negative; you use its absolute value.",
              Tensor::abs),
          Misconception.of(
              "operand without a gradient",
              "Every operand that y depends on gets a gradient; the last one got none.",
              Symptom.GRADIENT,
              right -> x -> right.apply(withoutLast(x))),
          gradient(
                  "rule not differentiable",
                  "Inside the rule a value was detached: the gradient is right, its own derivative"
                      + " is zero.",
                  g -> g.detach())
              .shownBy(Symptom.SECOND_DERIVATIVE),
          Misconception.of(
              "value doubled",
              "Your gradient belongs to your value; it is the value that is wrong, by a factor of"
                  + " two.",
              Symptom.VALUE,
              right -> x -> right.apply(x).mul(2)),
          gradient(
                  "axis left over",
                  "A gradient has exactly the shape of its operand: sum over the axis that was"
                      + " added.",
                  g -> g.unsqueeze(0))
              .shownBy(Symptom.SHAPE),
          Misconception.of(
              "operand changed",
              "The forward line writes into its operand, which belongs to the caller: work on a"
                  + " copy.",
              Symptom.CHANGED_OPERAND,
              right -> x -> right.apply(written(x))),
          cotangent(
                  "cotangent changed",
                  "The rule writes into ȳ, which other rules still read: work on a copy.",
                  yBar -> yBar.mul_(1))
              .shownBy(Symptom.CHANGED_OPERAND),
          Misconception.of(
              "left over from the last call",
              "The second call adds to what the first one left: start from zero each time.",
              Symptom.UNSTEADY,
              CommonMisconceptions::remembering),
          Misconception.of(
              "operand not saved",
              "The rule reads an operand that may have changed since: name it among the saved"
                  + " values.",
              Symptom.UNSAVED,
              right ->
                  x ->
                      Tensor.apply(
                          new Mistaken(
                              x,
                              right,
                              (t, y, yBar) -> Mistaken.rightGradients(right, t, yBar),
                              false))));

  private CommonMisconceptions() {}

  /** All of them, in a fixed order. */
  public static List<Misconception> all() {
    return ALL;
  }

  private static Misconception gradient(String name, String sentence, UnaryOperator<Tensor> wrong) {
    return Misconception.of(
        name,
        sentence,
        Symptom.GRADIENT,
        right -> x -> right.apply(x.stream().map(t -> passed(t, wrong)).toList()));
  }

  private static Misconception cotangent(
      String name, String sentence, UnaryOperator<Tensor> wrong) {
    return Misconception.of(
        name, sentence, Symptom.COTANGENT, right -> x -> passed(right.apply(x), wrong));
  }

  /** The same tensor, but what comes back through it is changed. */
  private static Tensor passed(Tensor tensor, UnaryOperator<Tensor> change) {
    return Tensor.apply(
        new Mistaken(
            List.of(tensor), x -> x.get(0), (x, y, yBar) -> List.of(change.apply(yBar)), false));
  }

  private static List<Tensor> withoutLast(List<Tensor> x) {
    List<Tensor> all = new ArrayList<>(x);
    all.add(passed(all.remove(x.size() - 1), g -> g.mul(0)));
    return all;
  }

  private static Tensor withoutLast(Tensor gradient) {
    if (gradient.numel() == 0) {
      return gradient;
    }
    double[] mask = Tensor.ones(gradient.numel()).toArray();
    mask[mask.length - 1] = 0;
    return gradient.mul(Tensor.of(mask).reshape(gradient.shape()));
  }

  private static List<Tensor> written(List<Tensor> x) {
    x.get(0).detach().mul_(1);
    return x;
  }

  private static Function<List<Tensor>, Tensor> remembering(Function<List<Tensor>, Tensor> right) {
    AtomicInteger calls = new AtomicInteger();
    return x -> passed(right.apply(x), yBar -> calls.getAndIncrement() == 0 ? yBar : yBar.mul(2));
  }
}
