package org.gradus.learn.proofs.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.gradus.learn.Adam;
import org.gradus.learn.Schedule;
import org.gradus.learn.train.Checkpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainings in a process of their own, which is killed, and killed again. */
// [proof->learn~checkpoint~1]
class ResumeTest {

  private static final long SEED = 23;
  private static final int EPOCHS = 400;
  private static final int KILLS = 4;

  @TempDir private Path folder;

  /** Where the process trains: it goes on from the checkpoint, if there is one. */
  public static void main(String[] args) {
    train(Path.of(args[0]));
  }

  private static double[] train(Path file) {
    Irises irises = new Irises(SEED);
    var learner =
        irises.learner(Adam.of(0.01)).scheduled(Schedule.cosine(EPOCHS, 0.001)).checkpointing(file);
    if (Files.exists(file)) {
      learner.resume(Checkpoint.read(file));
    }
    learner.fit(irises.training, EPOCHS);
    return irises.numbers();
  }

  /** However the moments fall, nothing is lost but the epoch under way, and no bit differs. */
  @Test
  void aTrainingThatIsKilledEndsAsIfItHadNotBeen() throws Exception {
    double[] expected = train(folder.resolve("whole"));
    Path file = folder.resolve("killed");
    int before = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      Process process = start(file);
      waitForEpoch(file, before + 1, process);
      TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextInt(60));
      process.destroyForcibly().waitFor();
      int epochs = Checkpoint.read(file).history().size();
      assertThat(epochs).as("epochs after kill %d", kill).isGreaterThan(before);
      before = epochs;
    }
    assertThat(train(file)).isEqualTo(expected);
    assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(folder.resolve("whole")));
  }

  private static Process start(Path file) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            ResumeTest.class.getName(),
            file.toString())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void waitForEpoch(Path file, int epoch, Process process) throws Exception {
    while (process.isAlive()
        && (!Files.exists(file) || Checkpoint.read(file).history().size() < epoch)) {
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }
}
