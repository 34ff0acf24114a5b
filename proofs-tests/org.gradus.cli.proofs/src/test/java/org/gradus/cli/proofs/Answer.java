package org.gradus.cli.proofs;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.gradus.cli.Main;

/** What {@code gradus} answers to one command line. */
record Answer(int code, String out, String err) {

  static Answer to(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Answer(code, out.toString(), err.toString());
  }

  /** Returns the complaint without the line end. */
  String complaint() {
    return err.stripTrailing();
  }
}
