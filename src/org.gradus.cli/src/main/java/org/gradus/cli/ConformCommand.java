package org.gradus.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gradus.cli.conform.Conformance;
import org.gradus.cli.conform.ConformanceReport;
import org.gradus.cli.conform.ConformanceReport.Malformed;
import org.gradus.cli.conform.MalformedException;
import org.gradus.cli.conform.Tolerances;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command {@code gradus conform}: cases that PyTorch has executed, run again. */
// [impl->cli~conform~1]
@Command(
    name = "conform",
    description = {
      "Run cases that PyTorch has executed, and compare every number.",
      "",
      "One line for each operation: the worst relative error of results, gradients and second"
          + " derivatives, - where none was compared, and what its cases came to. An"
          + " implementation-dependent case never fails."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:no case failed",
      "1:a case failed",
      "2:bad usage or input; a line that is no case is named, and the others run"
    })
final class ConformCommand implements Callable<Integer> {
  /** What stands for bytes that are no UTF-8 once they are read. */
  private static final char UNDECODABLE = '\uFFFD';

  private final Main main;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Files with a case on each line, as JSON.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--tolerances",
      paramLabel = "FILE",
      description = "Tolerances of each operation, as JSON. Default: those that come along.")
  private Optional<Path> tolerances = Optional.empty();

  @Option(names = "--json", description = "Print everything as JSON instead.")
  private boolean json;

  ConformCommand(Main main) {
    this.main = main;
  }

  @Override
  public Integer call() {
    Conformance conformance =
        Conformance.within(tolerances.map(ConformCommand::read).orElseGet(Tolerances::bundled));
    files.forEach(file -> requireFile("", file, "cases"));
    ConformanceReport report = new ConformanceReport();
    files.forEach(file -> examine(file, conformance, report));
    PrintWriter out = main.out();
    ConformTable table = new ConformTable(report);
    if (json) {
      out.println(ConformJson.of(report));
    } else {
      table.lines().forEach(out::println);
    }
    out.flush();
    table.complaints().forEach(main.err()::println);
    if (report.isPassed()) {
      return 0;
    }
    return report.failures().isEmpty() ? 2 : 1;
  }

  /** Runs the cases of a file; what is none is reported, and the others run. */
  private void examine(Path file, Conformance conformance, ConformanceReport report) {
    String name = file.toString();
    List<String> lines;
    try {
      lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw UsageException.unreadable(file, e);
    }
    if (lines.stream().allMatch(String::isBlank)) {
      report.add(new Malformed(name, 0, "the file must hold a case, and it is empty"));
    }
    try (Progress.Bar bar =
        main.progress().start(String.valueOf(file.getFileName()), lines.size())) {
      for (int i = 0; i < lines.size(); i++) {
        if (lines.get(i).indexOf(UNDECODABLE) >= 0) {
          report.add(new Malformed(name, i + 1, "the line must be text in UTF-8, and it is not"));
        } else if (!lines.get(i).isBlank()) {
          try {
            report.add(name, i + 1, conformance.examine(lines.get(i)));
          } catch (MalformedException e) {
            report.add(new Malformed(name, i + 1, String.valueOf(e.getMessage())));
          }
        }
        bar.tick();
      }
    }
  }

  private static Tolerances read(Path file) {
    requireFile("--tolerances ", file, "tolerances");
    try {
      return Tolerances.parse(Files.readString(file));
    } catch (MalformedException e) {
      throw UsageException.notTolerances(file, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw UsageException.unreadable(file, e);
    }
  }

  private static void requireFile(String option, Path file, String kind) {
    if (!Files.exists(file)) {
      throw UsageException.noFile(option + file, kind);
    }
    if (Files.isDirectory(file)) {
      throw UsageException.folder(option + file, kind);
    }
  }
}
