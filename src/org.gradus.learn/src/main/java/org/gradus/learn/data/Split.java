package org.gradus.learn.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.gradus.tensor.IndexTensor;

/**
 * Rows to learn from and rows to be judged by, each row in exactly one part.
 *
 * <p>What is chosen by the validation rows (epochs, learning rate, model) is chosen to suit them:
 * judge the last choice by a third part that was held out from all of it.
 *
 * @param training the rows to learn from, ascending
 * @param validation the rows to be judged by, ascending
 */
// [impl->learn~split~1]
public record Split(IndexTensor training, IndexTensor validation) {

  /**
   * Split rows at random.
   *
   * @param n the number of rows
   * @param validation v, the number of rows to be judged by; the other n − v are to learn from
   * @param random the source of the choice
   * @throws DataException if v is not from 1 to n − 1
   */
  public static Split of(int n, int validation, RandomGenerator random) {
    requireParts(n, validation);
    int[] order = IndexTensor.permutation(n, random).toArray();
    return parted(n, Arrays.copyOf(order, validation));
  }

  /**
   * Split rows at random so that both parts have the classes in the proportions of the whole.
   *
   * <pre>
   *   |v_c − v·n_c/n| &lt; 1        Σ v_c = v        v_c: rows of class c in the validation part
   * </pre>
   *
   * <p>Each class gives its quota rounded down; the rows still missing come from the classes that
   * lost most by rounding, the first of equal ones (largest remainder).
   *
   * @param classes the class of each row, [n]
   * @param validation v, the number of rows to be judged by
   * @param random the source of the choice within each class
   * @throws DataException if v is not from 1 to n − 1
   */
  public static Split stratified(IndexTensor classes, int validation, RandomGenerator random) {
    int n = classes.size();
    requireParts(n, validation);
    List<int[]> byClass =
        Arrays.stream(classes.toArray())
            .distinct()
            .sorted()
            .mapToObj(c -> IntStream.range(0, n).filter(i -> classes.at(i) == c).toArray())
            .toList();
    int[] quotas = quotas(byClass, n, validation);
    IntStream chosen = IntStream.empty();
    for (int c = 0; c < quotas.length; c++) {
      int[] rows = byClass.get(c);
      IndexTensor order = IndexTensor.permutation(rows.length, random);
      chosen = IntStream.concat(chosen, IntStream.range(0, quotas[c]).map(k -> rows[order.at(k)]));
    }
    return parted(n, chosen.toArray());
  }

  private static int[] quotas(List<int[]> byClass, int n, int validation) {
    long[] shares = byClass.stream().mapToLong(rows -> (long) rows.length * validation).toArray();
    int[] quotas = Arrays.stream(shares).mapToInt(share -> (int) (share / n)).toArray();
    int missing = validation - Arrays.stream(quotas).sum();
    IntStream.range(0, quotas.length)
        .boxed()
        .sorted(Comparator.comparing((Integer c) -> -(shares[c] % n)))
        .limit(missing)
        .forEach(c -> quotas[c]++);
    return quotas;
  }

  private static Split parted(int n, int[] chosen) {
    boolean[] held = new boolean[n];
    for (int row : chosen) {
      held[row] = true;
    }
    return new Split(
        IndexTensor.of(IntStream.range(0, n).filter(row -> !held[row]).toArray()),
        IndexTensor.of(IntStream.range(0, n).filter(row -> held[row]).toArray()));
  }

  private static void requireParts(int n, int validation) {
    if (validation < 1 || validation >= n) {
      throw DataException.notASplit(n, validation);
    }
  }
}
