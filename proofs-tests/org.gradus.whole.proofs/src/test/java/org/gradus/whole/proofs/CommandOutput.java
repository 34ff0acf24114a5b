package org.gradus.whole.proofs;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gradus.cli.Main;

/** What the command prints, as the docs show it. */
final class CommandOutput {

  private CommandOutput() {}

  static String help() {
    return run("--help");
  }

  private static String run(String... args) {
    StringWriter printed = new StringWriter();
    PrintWriter writer = new PrintWriter(printed, true);
    Main.run(writer, writer, args);
    return printed.toString();
  }
}
