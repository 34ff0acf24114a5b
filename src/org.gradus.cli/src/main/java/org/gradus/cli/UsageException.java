package org.gradus.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.List;
import org.gradus.tensor.Tensor;

/**
 * A command line that cannot be carried out.
 *
 * <p>The message says what was asked, what must hold, what was given, and the remedy. Every message
 * about a value of an option is made here.
 */
final class UsageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private UsageException(String message) {
    super(message);
  }

  static UsageException learningRate(double given) {
    return new UsageException(
        "--lr %s: the learning rate must be positive and finite\ngive a small number, as --lr 0.1"
            .formatted(given));
  }

  static UsageException epochs(int given, int most) {
    return new UsageException(
        "--epochs %d: the number of epochs must be from 0 to %d".formatted(given, most)
            + "\ngive --epochs 100, or 0 to stay at the start");
  }

  static UsageException batchWord(String given) {
    return new UsageException(
        "--batch %s: a batch must be a number of rows, or the word full\n".formatted(given)
            + "give --batch full, --batch 10 or --batch 1");
  }

  static UsageException batchSize(BigInteger given, int rows) {
    return new UsageException(
        "--batch %d: a batch must have at least 1 and at most all %d rows\n".formatted(given, rows)
            + (given.signum() > 0
                ? "give --batch full to take them all"
                : "give --batch 1 or more"));
  }

  static UsageException needsData(String option, String given) {
    return new UsageException(
        "%s %s: it names columns of a table, and no table is given\n".formatted(option, given)
            + "give the table too, as --data norris or --data FILE.csv");
  }

  static UsageException targetAmongFeatures(String target, List<String> features) {
    return new UsageException(
        "--features %s: the target \"%s\" must not be among the features\n"
                .formatted(String.join(",", features), target)
            + "leave it out: it would predict itself");
  }

  static UsageException featureTwice(String feature, List<String> features) {
    return new UsageException(
        "--features %s: each column must be named once; \"%s\" is named twice\nleave one out"
            .formatted(String.join(",", features), feature));
  }

  static UsageException noTarget(String source, List<String> names) {
    return new UsageException(
        "--data %s: one column at least must hold numbers, to be predicted; none does\n"
                .formatted(source)
            + "  columns  %s\ngive a table with numbers".formatted(String.join(", ", names)));
  }

  static UsageException noFeature(String source, String target, List<String> names) {
    return new UsageException(
        "--data %s: one column of numbers at least must be there beside the target \"%s\"\n"
                .formatted(source, target)
            + "  columns  %s\n".formatted(String.join(", ", names))
            + "give a table with one, to predict from");
  }

  static UsageException constantFeature(String source, String name, double value) {
    return new UsageException(
        "feature \"%s\" of %s: its values must differ; all are %s\n".formatted(name, source, value)
            + "leave it out with --features: the intercept already plays its part");
  }

  static UsageException constantTarget(String source, String name, double value) {
    return new UsageException(
        "target \"%s\" of %s: its values must differ; all are %s\n".formatted(name, source, value)
            + "name another with --target: this one depends on nothing");
  }

  static UsageException tooLarge(String target) {
    return new UsageException(
        "target \"%s\": its squared errors must be finite, and they overflow\n".formatted(target)
            + "give it in larger units, so that its numbers are smaller; nothing was written");
  }

  static UsageException unwritableFolder(String option, Path given, Path folder) {
    return new UsageException(
        "%s %s: a folder that can be written to must be given, and %s can not\n"
                .formatted(option, given, given.equals(folder) ? "this" : folder.toString())
            + "name another folder");
  }

  static UsageException folderIsFile(String option, Path given, Path file) {
    return new UsageException(
        "%s %s: a folder must be given, and %s is a file\n"
                .formatted(option, given, given.equals(file) ? "this" : file.toString())
            + "name another folder, or move the file away");
  }

  static UsageException fewerThanOne(String option, String what, int given) {
    return new UsageException(
        "%s %d: the number of %s must be at least 1\ngive %s 1 or more"
            .formatted(option, given, what, option));
  }

  static UsageException journalWithoutSeeds(Path journal) {
    return new UsageException(
        "--journal %s: it keeps a run over seeds, and none is asked for\n".formatted(journal)
            + "give the number of seeds too, as --seeds 1000");
  }

  static UsageException limitWithoutScope(int limit) {
    return new UsageException(
        "--scope-limit %d: it bounds the walk through small cases, and none is asked for\n"
                .formatted(limit)
            + "give --small-scope too");
  }

  static UsageException seedsBeside(String option, int seeds) {
    return new UsageException(
        "--seeds %d %s: a run over seeds makes no other proof\n".formatted(seeds, option)
            + "run the two one after the other");
  }

  static UsageException seedsOfNoOperation(int seeds, String subject) {
    return new UsageException(
        "--seeds %d: it repeats random cases of operations, and %s is none\n"
                .formatted(seeds, subject)
            + "leave it out");
  }

  static UsageException unwritable(Path file, IOException reason) {
    return new UsageException(
        "write %s: the file must be writable, and it is not\n  reason  %s\n".formatted(file, reason)
            + "choose a folder that can be written to with --out");
  }

  static UsageException noFile(String given, String kind) {
    return new UsageException(
        "read %s: there is no such file\ngive the path of a file of %s".formatted(given, kind));
  }

  static UsageException folder(String given, String kind) {
    return new UsageException(
        "read %s: a file must be given, and this is a folder\n".formatted(given)
            + "give the path of a file of %s".formatted(kind));
  }

  static UsageException unreadable(Path file, IOException reason) {
    return new UsageException(
        "read %s: the file must be readable, and it is not\n  reason  %s\n".formatted(file, reason)
            + "give the path of a file that can be read");
  }

  static UsageException notTolerances(Path file, String reason) {
    return new UsageException(
        "--tolerances %s: %s\nleave the option out to take those that come along"
            .formatted(file, reason));
  }

  static UsageException notPath(String option, String given) {
    return new UsageException(
        "%s %s: the path of a file must be given, and this is none\n".formatted(option, given)
            + "leave out the characters that no file name has");
  }

  static UsageException pngWithoutFile() {
    return new UsageException(
        "--format png: a file must be named, as a PNG is no text\ngive one, as --out graph.png");
  }

  static UsageException stepsBesidePicture(String format) {
    return new UsageException(
        "--steps --format %s: the graph must go to a file, or the steps would stand in its text\n"
                .formatted(format)
            + "name the file with --out");
  }

  static UsageException unknownEnding(Path out, List<String> endings) {
    return new UsageException(
        "--out %s: the name must end in one of %s, or a format must be given\n"
                .formatted(out, String.join(" ", endings))
            + "give one, as --format svg");
  }

  static UsageException valueTwice(String name) {
    return new UsageException(
        "--at %s: a value must be given once, and this one is given twice\nleave one out"
            .formatted(name));
  }

  static UsageException stepsFromMany(String formula, Tensor result) {
    return new UsageException(
        "--steps: backward must begin at a single number, and the formula has %d\n"
                .formatted(result.numel())
            + "  %s\nreduce it: sum(…) or mean(…)".formatted(formula));
  }

  static UsageException stepsFromConstant(String formula) {
    return new UsageException(
        "--steps: backward must lead to a named value, and the formula depends on none\n"
            + "  %s\nname one and give its value with --at".formatted(formula));
  }

  static UsageException tooManyNodes(int nodes, int most) {
    return new UsageException(
        "--format: a picture must have at most %d nodes, and the graph has %d\n"
                .formatted(most, nodes)
            + "write it as text, --format dot or --format mermaid");
  }
}
