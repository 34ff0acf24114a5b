package org.gradus.tensor.proofs.autograd;

import java.util.Arrays;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.gradus.tensor.proofs.tensor.Picture;
import org.gradus.tensor.proofs.tensor.SmallShapes;

/**
 * Dual numbers in cells that views share: the naive twin of a tensor.
 *
 * @param cells the base, written by changes in place
 * @param picture which cells this shows
 */
record NaiveTensor(Dual[] cells, Picture picture) {

  static NaiveTensor of(int[] shape, Dual[] cells) {
    return new NaiveTensor(cells, Picture.of(shape));
  }

  int[] shape() {
    return picture.shape();
  }

  int size() {
    return picture.cells().length;
  }

  /** Elements in row-major order. */
  Dual[] elements() {
    return Arrays.stream(picture.cells()).mapToObj(cell -> cells[cell]).toArray(Dual[]::new);
  }

  NaiveTensor map(UnaryOperator<Dual> f) {
    return of(shape(), Arrays.stream(elements()).map(f).toArray(Dual[]::new));
  }

  /** Both operands element by element; {@code other} is repeated along axes it lacks. */
  NaiveTensor zip(NaiveTensor other, BinaryOperator<Dual> f) {
    Dual[] own = elements();
    Dual[] repeated = other.repeated(shape());
    Dual[] results = new Dual[own.length];
    Arrays.setAll(results, i -> f.apply(own[i], repeated[i]));
    return of(shape(), results);
  }

  /** Overwrite the cells this shows. */
  void write(NaiveTensor values) {
    Dual[] news = values.elements();
    for (int i = 0; i < news.length; i++) {
      cells[picture.cells()[i]] = news[i];
    }
  }

  /** Whether this broadcasts to exactly another shape. */
  boolean expandsTo(int[] target) {
    int[] shape = shape();
    int lead = target.length - shape.length;
    boolean fits = lead >= 0;
    for (int axis = 0; fits && axis < shape.length; axis++) {
      fits = shape[axis] == 1 || shape[axis] == target[lead + axis];
    }
    return fits;
  }

  private Dual[] repeated(int[] target) {
    int[] shape = shape();
    Dual[] own = elements();
    return SmallShapes.indices(target).stream()
        .map(
            index -> {
              int position = 0;
              for (int axis = 0; axis < shape.length; axis++) {
                int at = shape[axis] == 1 ? 0 : index[index.length - shape.length + axis];
                position = position * shape[axis] + at;
              }
              return own[position];
            })
        .toArray(Dual[]::new);
  }
}
