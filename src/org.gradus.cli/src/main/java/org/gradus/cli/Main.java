package org.gradus.cli;

import java.io.PrintWriter;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command {@code gradus}; the work is done by the commands below it. */
// [impl->cli~exit-codes~1]
@Command(
    name = "gradus",
    description = "Stochastic gradient descent from scratch, every gradient proven.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:done", "1:a check failed", "2:bad usage or input"},
    subcommands = {GenerateCompletion.class, HelpCommand.class})
public final class Main {

  private Main() {}

  /** Runs one command line and ends the virtual machine with its exit code. */
  public static void main(String[] args) {
    int code = run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args);
    // Code 0 returns instead, so that a program around this one, such as Maven, goes on.
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * Runs one command line and tells its exit code.
   *
   * @param out what the command prints
   * @param err what it complains about
   * @return 0 done, 1 a check failed, 2 bad usage or input
   */
  public static int run(PrintWriter out, PrintWriter err, String... args) {
    return new CommandLine(new Main()).setOut(out).setErr(err).execute(args);
  }
}
