package org.gradus.check;

import java.util.List;

/**
 * How a function of a user takes its operands: as one array, one matrix, a list of arrays.
 *
 * @param <A> type of what it takes
 */
abstract class Form<A> {

  /** One array. */
  static final Form<double[]> ARRAY =
      new Form<>() {
        @Override
        double[] of(List<Operand> x) {
          return single(x).values().clone();
        }

        @Override
        List<Operand> operands(double[]... arrays) {
          return arrays.length == 1 ? List.of(Operand.of("x", arrays[0])) : Operand.list(arrays);
        }
      };

  /** One matrix, given and taken by rows. */
  static final Form<double[][]> MATRIX =
      new Form<>() {
        @Override
        double[][] of(List<Operand> x) {
          Operand matrix = single(x);
          if (matrix.shape().length != 2) {
            throw new IllegalArgumentException(
                "a function of a matrix must be checked at a matrix\n  given  "
                    + matrix.name()
                    + ", an array of "
                    + matrix.size()
                    + "\ncall at(rows) with a double[][], or Operand.ofMatrix");
          }
          return matrix.rows();
        }

        @Override
        List<Operand> operands(double[]... arrays) {
          return List.of(Operand.ofMatrix("x", arrays));
        }
      };

  /** Several arrays. */
  static final Form<List<double[]>> ARRAYS =
      new Form<>() {
        @Override
        List<double[]> of(List<Operand> x) {
          return x.stream().map(operand -> operand.values().clone()).toList();
        }

        @Override
        List<Operand> operands(double[]... arrays) {
          return Operand.list(arrays);
        }
      };

  /** Operands with their names and shapes. */
  static final Form<List<Operand>> OPERANDS =
      new Form<>() {
        @Override
        List<Operand> of(List<Operand> x) {
          return x.stream().map(Operand::copy).toList();
        }

        @Override
        List<Operand> operands(double[]... arrays) {
          return ARRAY.operands(arrays);
        }
      };

  /** What the function takes, all of it copied. */
  abstract A of(List<Operand> x);

  /** Operands for arrays without names. */
  abstract List<Operand> operands(double[]... arrays);

  private static Operand single(List<Operand> x) {
    if (x.size() != 1) {
      throw new IllegalArgumentException(
          "a function of one array must be checked at one operand\n  given  "
              + x.stream().map(Operand::name).toList()
              + "\nmake it a function of a list of arrays: ofAll");
    }
    return x.get(0);
  }
}
