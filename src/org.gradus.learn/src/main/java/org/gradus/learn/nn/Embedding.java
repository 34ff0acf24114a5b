package org.gradus.learn.nn;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import org.gradus.learn.Module;
import org.gradus.learn.Parameter;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Layers;
import org.gradus.tensor.Tensor;

/**
 * A learned vector for each of a number of things.
 *
 * <pre>
 *   y[…, :] = W[x[…], :]      x: […], of 0 to rows − 1   W: [rows, columns]   y: […, columns]
 * </pre>
 *
 * <p>W is drawn from the standard normal distribution, row after row.
 */
// [impl->learn~embedding~1]
public final class Embedding extends Module<IndexTensor, Tensor> {

  private final Parameter<Tensor> weight;
  private final OptionalInt padding;

  private Embedding(Tensor weight, OptionalInt padding) {
    this.weight = Parameter.of(weight);
    this.padding = padding;
    register("weight", this.weight);
  }

  /** Draw the vectors. */
  public static Embedding of(int rows, int columns, RandomGenerator random) {
    return new Embedding(Tensor.randn(random, rows, columns), OptionalInt.empty());
  }

  /**
   * Draw the vectors, and let one of them be zero and get no gradient.
   *
   * @param padding that row
   * @throws IndexOutOfBoundsException if there is no such row
   */
  public static Embedding withPadding(int rows, int columns, int padding, RandomGenerator random) {
    if (padding < 0 || padding >= rows) {
      throw new IndexOutOfBoundsException(
          "embedding: the padding must be a row, from 0 to %d%n  given  %d"
              .formatted(rows - 1, padding));
    }
    Tensor table = Tensor.randn(random, rows, columns);
    table.select(0, padding).zero_();
    return new Embedding(table, OptionalInt.of(padding));
  }

  /** Begin with vectors, the rows of a table, whose storage the parameter shares. */
  public static Embedding of(Tensor table) {
    return new Embedding(table, OptionalInt.empty());
  }

  /** Return W. */
  public Parameter<Tensor> weight() {
    return weight;
  }

  /**
   * Look the vectors up.
   *
   * @throws IndexOutOfBoundsException if an index is not from 0 to rows − 1
   */
  @Override
  public Tensor forward(IndexTensor x) {
    Tensor w = weight.value();
    return padding.isPresent()
        ? Layers.embedding(x, w, padding.getAsInt())
        : Layers.embedding(x, w);
  }

  @Override
  protected String settings() {
    Tensor w = weight.value();
    return "rows=%d, columns=%d%s"
        .formatted(
            w.size(0), w.size(1), padding.isPresent() ? ", padding=" + padding.getAsInt() : "");
  }
}
