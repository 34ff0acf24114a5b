package org.gradus.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.gradus.check.LeastSquares;
import org.gradus.check.Report;
import org.gradus.check.operation.OperationCheck;
import org.gradus.learn.TrainingLog;
import org.gradus.tensor.IndexTensor;
import org.gradus.tensor.op.Operation;

/**
 * The lesson: train, compare with the closed form, draw, and check each gradient that was used.
 *
 * <p>What it prints is plain ASCII, which every terminal shows.
 */
// [impl->cli~lesson~1]
final class Lesson {

  /** Cases of each operation's check, a count. */
  private static final int CASES = 100;

  /** Lines of losses that are printed beside the first, a count. */
  private static final int LINES = 10;

  private static final double GROWTH = 10;

  /** Share of the bound that its own rounding may be; nearer to it no error would shrink. */
  private static final double AT_THE_BOUND = 1e-9;

  private final Problem problem;
  private final Settings settings;
  private final PrintWriter out;
  private final Progress progress;
  private final LeastSquares squares;

  Lesson(Problem problem, Settings settings, PrintWriter out, Progress progress) {
    this.problem = problem;
    this.settings = settings;
    this.out = out;
    this.progress = progress;
    this.squares = problem.leastSquares();
  }

  /**
   * Holds the lesson.
   *
   * @param random the source of the order of the rows
   * @param folder where the files go; nothing is written if the descent diverges
   * @param err where a divergence is explained
   * @return whether the descent stayed finite and every check agreed
   */
  boolean hold(RandomGenerator random, Path folder, PrintWriter err) {
    printProblem();
    Training training = new Training(problem, settings.batch());
    boolean finite = train(training, random);
    if (!finite && settings.isFull(problem) && belowTheBound()) {
      throw UsageException.tooLarge(problem.target());
    }
    if (!finite || runsAway(training.log())) {
      err.println(new Divergence(problem, settings, training.log(), finite).message());
      return false;
    }
    Trajectory path = path(training.log());
    var outcome = new Outcome(problem, settings, squares, path, check(training), CASES);
    outcome.print(out);
    write(folder, path, outcome);
    return outcome.agrees();
  }

  private void printProblem() {
    int updates = (problem.count() - 1) / settings.batch() + 1;
    out.printf("%s%n", problem.title());
    out.printf(
        "  %d rows, %s%n",
        problem.count(),
        problem.standardizer().isPresent() ? "features standardized" : "as they are");
    out.printf(
        "  seed %d, learning rate %s, epochs %d, updates an epoch %d%n%n",
        settings.seed(), settings.learningRate(), settings.epochs(), updates);
  }

  private boolean train(Training training, RandomGenerator random) {
    int every = Math.max(1, settings.epochs() / LINES);
    List<TrainingLog.Entry> shown = new ArrayList<>();
    boolean finite;
    try (Progress.Bar bar = progress.start("training", settings.epochs() + 1)) {
      int[] epoch = {0};
      finite =
          training.run(
              settings,
              random,
              entry -> {
                if (epoch[0] % every == 0 || epoch[0] == settings.epochs()) {
                  shown.add(entry);
                }
                epoch[0]++;
                bar.tick();
              });
    }
    out.printf("%8s  %s%n", "step", "loss");
    shown.forEach(entry -> out.printf("%8d  %s%n", entry.step(), Numerals.shown(entry.loss())));
    return finite;
  }

  /**
   * Tells whether the descent runs away, though it has not left the finite numbers yet.
   *
   * <p>On all rows the bound decides. Batches have no sharp bound; their loss goes up and down, and
   * above {@link #GROWTH} times the first it does not come back.
   */
  private boolean runsAway(TrainingLog log) {
    if (settings.isFull(problem)) {
      return settings.epochs() > 0 && !belowTheBound();
    }
    double[] losses = log.losses();
    return losses[losses.length - 1] > GROWTH * losses[0];
  }

  private boolean belowTheBound() {
    return settings.learningRate() < squares.learningRateBound() * (1 - AT_THE_BOUND);
  }

  private Trajectory path(TrainingLog log) {
    return settings.isFull(problem)
        ? Trajectory.of(log, squares, settings.learningRate(), problem.start())
        : Trajectory.of(log);
  }

  private List<Report> check(Training training) {
    IndexTensor first = IndexTensor.arange(settings.batch());
    List<Operation> used = UsedOperations.of(training.loss(first));
    List<Report> reports = new ArrayList<>();
    try (Progress.Bar bar = progress.start("checking gradients", used.size() * CASES)) {
      for (Operation operation : used) {
        Report report = OperationCheck.of(operation).run(settings.seed(), CASES, bar::tick);
        reports.add(report.named(operation.id()));
      }
    }
    return reports;
  }

  private void write(Path folder, Trajectory path, Outcome outcome) {
    var pictures = new Pictures(problem, path, outcome.closed(), squares.meanSquaredError());
    try (Progress.Bar bar = progress.start("drawing", path.thinned(Pictures.FRAMES).size())) {
      pictures.writeLoss(folder);
      pictures.writeFit(folder);
      pictures.writeAnimation(folder, bar::tick);
    }
    path.write(folder.resolve("trajectory.csv"), problem.coefficients());
    outcome.page().write(folder.resolve("index.html"));
    out.printf("%nWritten to %s: index.html, loss.png, fit.png, fit.gif, trajectory.csv%n", folder);
  }
}
