package org.gradus.cli;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code gradus lesson}: its options, and what must hold for them. */
// [impl->cli~bad-input~1]
@Command(
    name = "lesson",
    description = "Fit a line by gradient descent and see that every gradient in it is right.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    abbreviateSynopsis = true,
    sortOptions = false)
final class LessonCommand implements Callable<Integer> {

  private static final String FULL = "full";
  private static final int MOST_EPOCHS = 1_000_000;
  private static final String GENERATOR = "L64X128MixRandom";

  private final Main main;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description =
          "Table to learn from: a CSV file, or norris, longley or iris, which come along."
              + " Without it the lesson's own line of 100 points is drawn.")
  private @Nullable String data;

  @Option(
      names = "--target",
      paramLabel = "COLUMN",
      description = "Column to predict. Default: the last column of numbers.")
  private @Nullable String target;

  @Option(
      names = "--features",
      paramLabel = "COLUMN",
      split = ",",
      description = "Columns to predict it from. Default: all other columns of numbers.")
  private List<String> features = List.of();

  @Option(
      names = "--standardize",
      description = "Shift and scale each feature to mean 0 and deviation 1.")
  private boolean standardize;

  @Option(
      names = "--lr",
      paramLabel = "RATE",
      defaultValue = "0.1",
      description = "Learning rate, per step. Default: ${DEFAULT-VALUE}.")
  private double learningRate;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      defaultValue = "100",
      description = "Passes over all rows. Default: ${DEFAULT-VALUE}.")
  private int epochs;

  @Option(
      names = "--batch",
      paramLabel = "full|N|1",
      defaultValue = FULL,
      description = "Rows of a step. Default: ${DEFAULT-VALUE}.")
  private String batch = FULL;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of every random number. Default: ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "target/lesson",
      description = "Folder for pictures, trajectory and page. Default: ${DEFAULT-VALUE}.")
  private Path out = Path.of("target", "lesson");

  LessonCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    requireOptions();
    RandomGenerator random = RandomGeneratorFactory.of(GENERATOR).create(seed);
    Problem problem = problem(random);
    int size = size(problem.count());
    Folders.require("--out", out);
    var settings = new Settings(learningRate, epochs, size, seed);
    var lesson = new Lesson(problem, settings, main.out(), main.progress());
    return lesson.hold(random, out, main.err()) ? 0 : 1;
  }

  private void requireOptions() {
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw UsageException.learningRate(learningRate);
    }
    if (epochs < 0 || epochs > MOST_EPOCHS) {
      throw UsageException.epochs(epochs, MOST_EPOCHS);
    }
    if (!batch.equals(FULL) && !batch.matches("[+-]?\\d+")) {
      throw UsageException.batchWord(batch);
    }
    if (data == null && target != null) {
      throw UsageException.needsData("--target", target);
    }
    if (data == null && !features.isEmpty()) {
      throw UsageException.needsData("--features", String.join(",", features));
    }
  }

  private Problem problem(RandomGenerator random) {
    Problem problem =
        data == null
            ? Problem.line(random)
            : Problem.of(data, Optional.ofNullable(target), features);
    return standardize ? problem.standardized() : problem;
  }

  /** Reads the size of a batch; digits beyond the largest int are more than all rows too. */
  private int size(int rows) {
    if (batch.equals(FULL)) {
      return rows;
    }
    BigInteger size = new BigInteger(batch);
    if (size.signum() <= 0 || size.compareTo(BigInteger.valueOf(rows)) > 0) {
      throw UsageException.batchSize(size, rows);
    }
    return size.intValue();
  }
}
