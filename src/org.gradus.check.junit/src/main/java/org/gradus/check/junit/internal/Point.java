package org.gradus.check.junit.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradus.check.Operand;
import org.gradus.check.junit.GradientTest;

/**
 * A point at which a gradient is tested.
 *
 * @param seed seed of all points of the test
 * @param number which of them, from 1
 * @param x its operands
 */
record Point(long seed, int number, List<Operand> x) {
  private static final String GENERATOR = "L64X128MixRandom";
  private static final int MOST_SHOWN = 6;

  /** Draws the points of a test; the same seed gives the same ones. */
  static List<Point> drawn(GradientTest asked, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    return IntStream.rangeClosed(1, asked.points())
        .mapToObj(number -> new Point(seed, number, operands(asked, random)))
        .toList();
  }

  private static List<Operand> operands(GradientTest asked, RandomGenerator random) {
    int[] size = asked.size();
    return IntStream.range(0, size.length)
        .mapToObj(
            i ->
                Operand.of(
                    size.length == 1 ? "x" : "x" + i,
                    random.doubles(size[i], asked.low(), asked.high()).toArray()))
        .toList();
  }

  /** Names the point as a reader tells it from the others: {@code x = [0.2500, -1.500]}. */
  String title() {
    return x.stream()
        .map(operand -> operand.name() + " = " + shown(operand.values()))
        .collect(Collectors.joining(", "));
  }

  private static String shown(double[] values) {
    String numbers =
        Arrays.stream(values)
            .limit(MOST_SHOWN)
            .mapToObj(value -> String.format(Locale.ROOT, "%.4g", value))
            .collect(Collectors.joining(", "));
    return values.length > MOST_SHOWN
        ? "[" + numbers + ", … " + values.length + " numbers]"
        : "[" + numbers + "]";
  }

  /** Tells how to run this point alone. */
  String replay() {
    return "-D" + Replay.SEED + "=" + seed + " -D" + Replay.POINT + "=" + number;
  }
}
