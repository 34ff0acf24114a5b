package org.gradus.learn.data;

import java.math.BigInteger;
import java.util.Arrays;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.Tensor;

/** What the header of a binary file promises, held against the file. */
final class ArrayContent {

  private ArrayContent() {}

  /**
   * Counts the numbers of an array whose bytes must fill the rest of a file.
   *
   * @param shape lengths, as the header says them
   * @param header the bytes before the numbers, a count
   * @param length all bytes of the file, a count
   * @throws DataException if a length is negative, or the bytes are fewer or more
   */
  static int count(String file, int[] shape, BinaryNumber number, int header, int length) {
    for (int side : shape) {
      if (side < 0) {
        throw DataException.negativeLength(file, shape);
      }
    }
    BigInteger count =
        Arrays.stream(shape)
            .mapToObj(BigInteger::valueOf)
            .reduce(BigInteger.ONE, BigInteger::multiply);
    BigInteger needed =
        count.multiply(BigInteger.valueOf(number.bytes())).add(BigInteger.valueOf(header));
    if (!needed.equals(BigInteger.valueOf(length))) {
      throw DataException.otherLength(file, Arrays.toString(shape), needed.toString(), length);
    }
    return count.intValueExact();
  }

  /**
   * Take numbers for indices.
   *
   * @throws DataException if one is no integer of an int
   */
  static IndexTensor indices(String file, Tensor x) {
    double[] values = x.toArray();
    int[] indices = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      indices[i] = (int) values[i];
      if (indices[i] != values[i]) {
        throw DataException.notIndex(file, i, values[i]);
      }
    }
    return IndexTensor.of(x.shape(), indices);
  }
}
