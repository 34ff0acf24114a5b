package org.gradus.cli.conform;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.gradus.tensor.Extreme;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/** Folds of axes as PyTorch calls them. */
final class Folds {

  private Folds() {}

  static Computed extreme(Call c, BiFunction<Tensor, Integer, Extreme> fold) {
    Tensor x = c.x().ndim() == 0 ? c.x().reshape(1) : c.x();
    Extreme found = fold.apply(x, c.axis());
    return Computed.withIndices(kept(c, found.values()), kept(c, found.indices().toTensor()));
  }

  static Tensor position(Call c, BiFunction<Tensor, Integer, IndexTensor> fold) {
    if (c.attrs().has("dim")) {
      Tensor x = c.x().ndim() == 0 ? c.x().reshape(1) : c.x();
      return kept(c, fold.apply(x, c.axis()).toTensor());
    }
    return fold.apply(c.x().flatten(), 0).toTensor().reshape(ofAll(c));
  }

  /** Of a negative exponent, which Gradus refuses, there is none. */
  static Tensor norm(Call c) {
    double p = c.number("p", 2);
    if (p < 0) {
      throw UnsupportedException.operation("norm, p = " + p);
    }
    return c.alongAxes(x -> x.norm(p, c.axes(), c.keepsAxes()));
  }

  /** Of all elements where no axis is named. */
  static Tensor product(Call c) {
    return c.attrs().has("dim")
        ? c.alongAxes(x -> x.prod(c.axis(), c.keepsAxes()))
        : c.x().prod().reshape(ofAll(c));
  }

  /** The shape of a fold of all axes. */
  private static int[] ofAll(Call c) {
    int[] ones = new int[c.keepsAxes() ? c.x().ndim() : 0];
    Arrays.fill(ones, 1);
    return ones;
  }

  /** Puts the folded axis back with length one if it is to be kept. */
  private static Tensor kept(Call c, Tensor folded) {
    return c.keepsAxes() && c.x().ndim() > 0 ? folded.unsqueeze(c.axis()) : folded;
  }
}
