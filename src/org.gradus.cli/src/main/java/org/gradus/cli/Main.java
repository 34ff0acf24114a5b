package org.gradus.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.gradus.cli.prove.JournalException;
import org.gradus.learn.data.DataException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code gradus}; the work is done by the commands below it. */
// [impl->cli~exit-codes~2]
@Command(
    name = "gradus",
    description = "Stochastic gradient descent from scratch, every gradient proven.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a check failed",
      "2:bad usage or input",
      "70:an error of gradus itself"
    },
    subcommands = {GenerateCompletion.class, HelpCommand.class})
public final class Main {

  /** What {@code sysexits.h} calls EX_SOFTWARE: an error of the program and not of its user. */
  private static final int SOFTWARE = 70;

  private final PrintWriter out;
  private final PrintWriter err;
  private final Progress progress;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show where in the program an error arose.")
  private boolean debug;

  private Main(PrintWriter out, PrintWriter err, Progress progress) {
    this.out = out;
    this.err = err;
    this.progress = progress;
  }

  /** Runs one command line and ends the virtual machine with its exit code. */
  public static void main(String[] args) {
    // Formulas are not ASCII, and some environments name no other character set.
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = new Main(out, err, Progress.onTerminal(err)).execute(args);
    // Code 0 returns instead, so that a program around this one, such as Maven, goes on.
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Runs one command line and tells its exit code; no progress is shown.
   *
   * @param out what the command prints
   * @param err what it complains about
   * @return 0 done, 1 a check failed, 2 bad usage or input, 70 an error of the program itself
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new Main(out, err, Progress.none()).execute(args);
  }

  /**
   * Runs one command line as on a terminal: progress is drawn to {@code err}.
   *
   * @param out what the command prints
   * @param err what it complains about, and where the bars are drawn
   * @return 0 done, 1 a check failed, 2 bad usage or input, 70 an error of the program itself
   */
  public static int runOnTerminal(PrintWriter out, PrintWriter err, String... args) {
    return new Main(out, err, Progress.on(err)).execute(args);
  }

  private int execute(String... args) {
    int code =
        new CommandLine(this)
            .addSubcommand(new LessonCommand(this))
            .addSubcommand(new CheckCommand(this))
            .addSubcommand(new ProveCommand(this))
            .addSubcommand(new ConformCommand(this))
            .addSubcommand(new GraphCommand(this))
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setOut(out)
            .setErr(err)
            .setParameterExceptionHandler(Main::refuse)
            .setExecutionExceptionHandler((error, command, parsed) -> explain(error, command))
            .execute(args);
    if (code == 0 && out.checkError()) {
      err.println("standard output could not be written: it was closed, or there is no space left");
      return ExitCode.USAGE;
    }
    return code;
  }

  /** Returns where commands print. */
  PrintWriter out() {
    return out;
  }

  /** Returns where commands complain. */
  PrintWriter err() {
    return err;
  }

  /** Returns the bars that show how far a command is. */
  Progress progress() {
    return progress;
  }

  /** Says what is wrong with a command line, and where help is. */
  private static int refuse(ParameterException error, String[] args) {
    CommandLine command = error.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(error.getMessage());
    if (args.length == 0) {
      command.usage(err);
    } else {
      Optional<String> remedy =
          command.getCommandSpec().userObject() instanceof GraphCommand graph
              ? graph.remedy(command.getCommandSpec(), List.of(args))
              : Optional.empty();
      remedy.ifPresentOrElse(
          err::println, () -> UnmatchedArgumentException.printSuggestions(error, err));
      err.printf("%s --help lists what can be given%n", command.getCommandSpec().qualifiedName());
    }
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  /** Says what is wrong with the input; an error that is not the input's is called one. */
  private int explain(Exception error, CommandLine command) {
    boolean expected =
        error instanceof UsageException
            || error instanceof DataException
            || error instanceof FormulaException
            || error instanceof JournalException
            || error instanceof UncheckedIOException;
    if (expected) {
      err.println(error.getMessage());
    } else {
      err.printf("an error of gradus itself: %s%n", error);
    }
    if (debug) {
      error.printStackTrace(err);
    } else if (!expected) {
      err.println("--debug shows where it arose");
    }
    return expected ? command.getCommandSpec().exitCodeOnInvalidInput() : SOFTWARE;
  }
}
