package org.gradus.tensor.internal.misconceptions;

import static org.gradus.tensor.op.Misconception.line;
import static org.gradus.tensor.op.Misconception.rule;

import java.util.List;
import java.util.Map;
import org.gradus.tensor.op.Misconception;

/** Mistakes about activation functions. */
final class Activations {
  static final Map<String, List<Misconception>> MISCONCEPTIONS =
      Map.of(
          "sigmoid",
          List.of(
              rule(
                  "inner derivative missing",
                  "You multiply by σ(x) itself; the derivative is σ(x)·(1 − σ(x)).",
                  (x, y, yBar) -> yBar.mul(y)),
              rule(
                  "complement alone",
                  "1 − σ(x) is one factor of the derivative; σ(x) is the other.",
                  (x, y, yBar) -> yBar.mul(y.neg().add(1))),
              rule(
                  "derivative at the result",
                  "You take σ′ at σ(x). The formula y·(1 − y) already holds y = σ(x): do not apply σ"
                      + " again.",
                  (x, y, yBar) -> yBar.mul(y.sigmoid().mul(y.sigmoid().neg().add(1)))),
              rule(
                  "derivative of tanh",
                  "1 − y² belongs to tanh; for σ it is y·(1 − y).",
                  (x, y, yBar) -> yBar.mul(y.square().neg().add(1))),
              line(
                  "no minus in the exponent",
                  "1/(1 + eˣ) falls from 1 to 0; σ(x) = 1/(1 + e⁻ˣ) rises.",
                  x -> x.exp().add(1).reciprocal())));

  private Activations() {}
}
