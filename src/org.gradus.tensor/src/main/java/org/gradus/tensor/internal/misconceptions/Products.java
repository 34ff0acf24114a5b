package org.gradus.tensor.internal.misconceptions;

import static org.gradus.tensor.op.Misconception.lines;
import static org.gradus.tensor.op.Misconception.rules;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.internal.kernel.Shapes;
import org.gradus.tensor.op.Misconception;
import org.gradus.tensor.op.Symptom;

/** Mistakes about products of matrices and vectors. */
final class Products {
  private static final List<Misconception> MATMUL =
      List.of(
          product(
                  "transpose missing",
                  "X̄ = Ȳ·Wᵀ and W̄ = Xᵀ·Ȳ hold a transpose each; without it the shapes fit for square"
                      + " matrices alone.",
                  (x, w, yBar) -> yBar.matmul(w),
                  (x, w, yBar) -> x.matmul(yBar))
              .shownBy(Symptom.SHAPE),
          product(
                  "product on the wrong side",
                  "A matrix product has an order: X̄ = Ȳ·Wᵀ, not Wᵀ·Ȳ.",
                  (x, w, yBar) -> turned(w).matmul(yBar),
                  (x, w, yBar) -> yBar.matmul(turned(x)))
              .shownBy(Symptom.SHAPE),
          product(
              "reshaped for transposed",
              "Reshaping W keeps its elements in their order. Wᵀ exchanges rows and columns: use the"
                  + " transpose.",
              (x, w, yBar) -> yBar.matmul(reread(w)),
              (x, w, yBar) -> reread(x).matmul(yBar)),
          product(
              "divided by the rows",
              "W̄ = Xᵀ·Ȳ adds up what each row sends back. A division by their number belongs to the"
                  + " loss, if that is a mean.",
              Products::left,
              (x, w, yBar) -> right(x, w, yBar).div(x.size(-2))),
          product(
              "batch averaged",
              "A matrix that serves a whole batch gets the sum of what each product sends back, not"
                  + " their mean.",
              (x, w, yBar) -> perCopy(left(x, w, yBar), x),
              (x, w, yBar) -> perCopy(right(x, w, yBar), w)),
          product(
              "left operand held constant",
              "X is an operand as W is, and may be the result of a layer before: X̄ = Ȳ·Wᵀ.",
              (x, w, yBar) -> x.mul(0),
              Products::right),
          lines(
              "inner loop one short",
              "The sum Σ xᵢₖ·wₖⱼ runs over all K terms; your loop ends one early.",
              Products::oneShort),
          lines(
              "sums multiplied",
              "Multiply first, then add: Σ xᵢₖ·wₖⱼ is not Σ xᵢₖ times Σ wₖⱼ.",
              Products::sumsMultiplied));

  private static final List<Misconception> MV =
      List.of(
          product(
                  "transpose missing",
                  "x̄ = Aᵀ·ȳ: ȳ has one element for each row of A, so it meets the rows of Aᵀ.",
                  Products::left,
                  (a, x, yBar) -> a.matmul(yBar))
              .shownBy(Symptom.SHAPE),
          product(
                  "outer product the other way round",
                  "Ā[i, j] = ȳᵢ·xⱼ: the rows of Ā belong to ȳ, its columns to x.",
                  (a, x, yBar) -> x.matmul(turned(yBar)),
                  Products::right)
              .shownBy(Symptom.SHAPE),
          product(
              "reshaped for transposed",
              "Reshaping A keeps its elements in their order. Aᵀ exchanges rows and columns: use the"
                  + " transpose.",
              Products::left,
              (a, x, yBar) -> reread(a).matmul(yBar)),
          product(
              "divided by the rows",
              "x̄ = Aᵀ·ȳ adds up what each row sends back. A division by their number belongs to the"
                  + " loss, if that is a mean.",
              Products::left,
              (a, x, yBar) -> right(a, x, yBar).div(a.size(0))),
          product(
              "matrix held constant",
              "A is an operand too: Ā[i, j] = ȳᵢ·xⱼ.",
              (a, x, yBar) -> a.mul(0),
              Products::right),
          lines(
              "inner loop one short",
              "The sum Σ aᵢₖ·xₖ runs over all K terms; your loop ends one early.",
              Products::oneShort),
          lines(
              "sums multiplied",
              "Multiply first, then add: Σ aᵢₖ·xₖ is not Σ aᵢₖ times Σ xₖ.",
              Products::sumsMultiplied));

  private static final List<Misconception> DOT =
      List.of(
          rules(
              "own operand for the other",
              "The derivative of a·b by a is b, the other factor: ā = ȳ·b.",
              (x, y, yBar) -> List.of(yBar.mul(x.get(0)), yBar.mul(x.get(1)))),
          rules(
              "left operand held constant",
              "a is an operand as b is: ā = ȳ·b, even where a is the data.",
              (x, y, yBar) -> List.of(x.get(0).mul(0), yBar.mul(x.get(0)))),
          rules(
              "divided by the length",
              "The inner product is a sum and no mean: ā = ȳ·b, with no division by K.",
              (x, y, yBar) ->
                  List.of(
                      yBar.mul(x.get(1)).div(x.get(0).numel()),
                      yBar.mul(x.get(0)).div(x.get(0).numel()))),
          rules(
              "value times cotangent",
              "y is the result, not its derivative. By aᵢ the derivative is bᵢ alone: ā = ȳ·b.",
              (x, y, yBar) -> List.of(yBar.mul(y).expand(x.get(0).shape()), yBar.mul(x.get(0)))),
          lines(
              "mean for sum",
              "Add the products aᵢ·bᵢ up, and do not divide by their number.",
              x -> x.get(0).mul(x.get(1)).mean()),
          lines(
              "inner loop one short",
              "The sum Σ aᵢ·bᵢ runs over all K terms; your loop ends one early.",
              Products::oneShort),
          lines(
              "sums multiplied",
              "Multiply first, then add: Σ aᵢ·bᵢ is not Σ aᵢ times Σ bᵢ.",
              Products::sumsMultiplied),
          lines(
              "lengths multiplied",
              "|a|·|b| is the inner product of vectors of one direction only; in general it is"
                  + " Σ aᵢ·bᵢ.",
              x -> x.get(0).norm(2).mul(x.get(1).norm(2))));

  private static final List<Misconception> LINEAR =
      List.of(
          linear(
              "bias gradient averaged",
              "b is added to every row, so it gets the sum of Ȳ over the rows, not the mean.",
              (x, w, yBar) -> List.of(yBar.matmul(w), yBar.t().matmul(x), yBar.mean(0))),
          linear(
                  "bias gradient counted",
                  "Each row sends back its own ȳ: b̄ is their sum. The number of rows is right only"
                      + " where every ȳ is 1.",
                  (x, w, yBar) ->
                      List.of(yBar.matmul(w), yBar.t().matmul(x), Tensor.ones(yBar.shape()).sum(0)))
              .shownBy(Symptom.COTANGENT),
          linear(
              "weight gradient divided by the rows",
              "W̄ = Ȳᵀ·X adds up what each row sends back. A division by their number belongs to the"
                  + " loss, if that is a mean.",
              (x, w, yBar) ->
                  List.of(yBar.matmul(w), yBar.t().matmul(x).div(x.size(0)), yBar.sum(0))),
          linear(
              "input held constant",
              "The data need no gradient, but the input of a second layer does: X̄ = Ȳ·W.",
              (x, w, yBar) -> List.of(x.mul(0), yBar.t().matmul(x), yBar.sum(0))),
          linear(
              "reshaped for transposed",
              "X̄ = Ȳ·W takes W as it is stored, a row for each output; you read it as if it had a"
                  + " column for each.",
              (x, w, yBar) -> List.of(yBar.matmul(reread(w).t()), yBar.t().matmul(x), yBar.sum(0))),
          linear(
                  "transpose too many",
                  "Y = X·Wᵀ holds the transpose already, so X̄ = Ȳ·W has none.",
                  (x, w, yBar) -> List.of(yBar.matmul(w.t()), yBar.t().matmul(x), yBar.sum(0)))
              .shownBy(Symptom.SHAPE),
          linear(
                  "weight gradient transposed",
                  "W̄ has the shape of W, a row for each output: it is Ȳᵀ·X, not Xᵀ·Ȳ.",
                  (x, w, yBar) -> List.of(yBar.matmul(w), x.t().matmul(yBar), yBar.sum(0)))
              .shownBy(Symptom.SHAPE),
          lines(
              "bias forgotten",
              "A line has an intercept: Y = X·Wᵀ + b. Without b every line goes through the origin.",
              x -> x.get(0).matmul(x.get(1).t())),
          lines(
              "weights read by columns",
              "W has a row for each output: multiply by its transpose, do not reshape it.",
              x -> biased(x, x.get(0).matmul(reread(x.get(1))))));

  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of("matmul", MATMUL, "mv", MV, "dot", DOT, "linear", LINEAR);

  private Products() {}

  private interface ProductRule {
    Tensor gradient(Tensor a, Tensor b, Tensor yBar);
  }

  private interface LinearRule {
    List<Tensor> gradients(Tensor x, Tensor w, Tensor yBar);
  }

  /**
   * Wrong rules of a product, for matrices or stacks of them: a vector on the left is a row, one on
   * the right a column, and what a broadcast operand gets is summed to its shape.
   */
  private static Misconception product(
      String name, String sentence, ProductRule left, ProductRule right) {
    return rules(
        name,
        sentence,
        (x, y, yBar) -> {
          Tensor a = row(x.get(0));
          Tensor b = column(x.get(1));
          Tensor seed = yBar.reshape(a.matmul(b).shape());
          return List.of(
              left.gradient(a, b, seed).sumTo(a.shape()).reshape(x.get(0).shape()),
              right.gradient(a, b, seed).sumTo(b.shape()).reshape(x.get(1).shape()));
        });
  }

  /** Wrong rules of an affine map, for rows of features: gradients of X, W and b. */
  private static Misconception linear(String name, String sentence, LinearRule wrong) {
    return rules(
        name,
        sentence,
        (x, y, yBar) -> {
          int[] shape = x.get(0).shape();
          int rows = Shapes.size(Arrays.copyOf(shape, shape.length - 1));
          Tensor w = x.get(1);
          List<Tensor> gradients =
              wrong.gradients(x.get(0).reshape(rows, w.size(1)), w, yBar.reshape(rows, w.size(0)));
          Tensor xBar = gradients.get(0).reshape(shape);
          return List.of(xBar, gradients.get(1), gradients.get(2)).subList(0, x.size());
        });
  }

  private static Tensor left(Tensor a, Tensor b, Tensor yBar) {
    return yBar.matmul(turned(b));
  }

  private static Tensor right(Tensor a, Tensor b, Tensor yBar) {
    return turned(a).matmul(yBar);
  }

  /** What each copy of a broadcast operand gets, divided by the number of copies. */
  private static Tensor perCopy(Tensor gradient, Tensor operand) {
    return gradient.mul((double) operand.numel() / Math.max(gradient.numel(), 1));
  }

  private static Tensor biased(List<Tensor> x, Tensor product) {
    return x.size() == 2 ? product : product.add(x.get(2));
  }

  private static Tensor row(Tensor x) {
    return x.ndim() == 1 ? x.unsqueeze(0) : x;
  }

  private static Tensor column(Tensor x) {
    return x.ndim() == 1 ? x.unsqueeze(1) : x;
  }

  private static Tensor turned(Tensor x) {
    return x.transpose(-2, -1);
  }

  /** The elements in their order under the shape of the transpose. */
  private static Tensor reread(Tensor x) {
    return x.reshape(turned(x).shape());
  }

  /** The product without the last term of each sum. */
  private static Tensor oneShort(List<Tensor> x) {
    int last = Math.max(x.get(0).size(-1) - 1, 0);
    Tensor b = x.get(1);
    return x.get(0).slice(-1, 0, last).matmul(b.slice(b.ndim() == 1 ? 0 : -2, 0, last));
  }

  /** Sums of the left operand times sums of the right one, as a product of all ranks. */
  private static Tensor sumsMultiplied(List<Tensor> x) {
    Tensor b = x.get(1);
    int[] inner = {b.ndim() == 1 ? 0 : b.ndim() - 2};
    return x.get(0).sum(new int[] {-1}, true).matmul(b.sum(inner, true));
  }
}
