package org.gradus.whole.proofs.docs.chapters;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.gradus.cli.Main;

/** What {@code gradus} prints, both streams together. */
final class Command {

  private static final String FOLDER = Path.of("target", "lesson").toString();

  private Command() {}

  static String lesson() {
    return run("lesson");
  }

  static String lessonHelp() {
    return run("lesson", "--help");
  }

  static String norris() {
    return run("lesson", "--data", "norris");
  }

  static String tooFast() {
    return run("lesson", "--lr", "1.2");
  }

  static String badBatch() {
    return run("lesson", "--batch", "1000");
  }

  static String noColumn() {
    return run("lesson", "--data", "norris", "--target", "z");
  }

  static String graph() {
    return printed("graph", "b = 2*a; c = a*a; L = b*c", "--at", "a=3");
  }

  static String graphSteps() {
    String all = printed("graph", "b = 2*a; c = a*a; L = b*c", "--at", "a=3", "--steps");
    return all.substring(all.indexOf("1. "));
  }

  static String graphOfVectors() {
    return printed(
        "graph",
        "z = X @ w; L = mean((z - y)^2)",
        "--at",
        "X=[[1, 2], [3, 4]], w=[1, 0], y=[0, 5]");
  }

  static String graphOfANeuron() {
    return printed("graph", "s = sigmoid(w*x); L = (s - 1)^2", "--at", "w=0.4, x=1.5");
  }

  static String graphHelp() {
    return printed("graph", "--help");
  }

  static String graphWithoutValue() {
    return printed("graph", "2*a + b", "--at", "a=3");
  }

  static String graphUnread() {
    return printed("graph", "2a + 1", "--at", "a=3");
  }

  static String graphStepsOfVectors() {
    return printed("graph", "exp(w)", "--at", "w=[1, 2]", "--steps");
  }

  static String proveHelp() {
    return printed("prove", "--help");
  }

  static String proveMistakes() {
    return printed("prove", "sigmoid", "softmax", "--tries", "50", "--kill-matrix");
  }

  static String proveLaws() {
    return printed("prove", "engine", "optimizers", "--kill-matrix");
  }

  static String proveSmallScope() {
    return printed("prove", "exp", "matmul", "conv2d", "--tries", "50", "--small-scope");
  }

  static String proveSeeds() {
    return printed("prove", "sigmoid", "softmax", "--seeds", "30");
  }

  private static String printed(String... line) {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    Main.run(writer, writer, line);
    return printed.toString();
  }

  /** Runs a command line whose files go to a folder of its own. */
  private static String run(String... line) {
    try {
      Path folder = Files.createTempDirectory("gradus");
      try {
        Path lesson = folder.resolve("lesson");
        List<String> args = new ArrayList<>(List.of(line));
        args.addAll(List.of("--out", lesson.toString()));
        return printed(args.toArray(String[]::new)).replace(lesson.toString(), FOLDER);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
