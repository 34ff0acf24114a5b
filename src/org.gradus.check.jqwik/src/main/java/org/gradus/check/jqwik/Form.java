package org.gradus.check.jqwik;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradus.tensor.Tensor;

/** What a property may be given in a shape; a tensor is known by name, for it may be missing. */
enum Form {
  VECTOR(double[].class.getName(), OptionalInt.of(1)) {
    @Override
    Object made(Block block) {
      return block.values();
    }

    @Override
    Block read(Object made) {
      double[] values = (double[]) made;
      return new Block(new int[] {values.length}, values);
    }
  },

  ROWS(double[][].class.getName(), OptionalInt.of(2)) {
    @Override
    Object made(Block block) {
      int columns = block.shape()[1];
      return IntStream.range(0, block.shape()[0])
          .mapToObj(row -> Arrays.copyOfRange(block.values(), row * columns, (row + 1) * columns))
          .toArray(double[][]::new);
    }

    @Override
    Block read(Object made) {
      double[][] rows = (double[][]) made;
      // Without a row nothing says how long one would be.
      return new Block(
          new int[] {rows.length, rows.length == 0 ? Integer.MAX_VALUE : rows[0].length},
          Stream.of(rows).flatMapToDouble(Arrays::stream).toArray());
    }
  },

  TENSOR("org.gradus.tensor.Tensor", OptionalInt.empty()) {
    @Override
    Object made(Block block) {
      return Tensor.of(block.values()).reshape(block.shape());
    }

    @Override
    Block read(Object made) {
      Tensor tensor = (Tensor) made;
      return new Block(tensor.shape(), tensor.toArray());
    }
  };

  private final String type;
  private final OptionalInt rank;

  Form(String type, OptionalInt rank) {
    this.type = type;
    this.rank = rank;
  }

  /** Finds the form of a type, if there is one. */
  static Optional<Form> of(Class<?> type) {
    return Stream.of(values()).filter(form -> form.type.equals(type.getName())).findFirst();
  }

  /** Number of axes; empty if any will do. */
  OptionalInt rank() {
    return rank;
  }

  abstract Object made(Block block);

  abstract Block read(Object made);
}
