package org.gradus.whole.proofs.lesson;

import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.gradus.tensor.Axis;

/** The Java compiler, asked about a few statements of the lesson. */
public final class Javac {

  private static final String PROGRAM =
      """
      import org.gradus.tensor.*;
      interface Sample extends Axis {}
      interface Coefficient extends Axis {}
      interface Output extends Axis {}
      class Program {
        void run(
            Matrix<Sample, Coefficient> x,
            Vector<Coefficient> m,
            Vector<Sample> y,
            Scalar loss,
            IndexTensor index) {
          %s
        }
      }
      """;

  /** Translating a program with an error, as javac does unless told, fails within JDK 25. */
  private static final String STOP = "--should-stop=ifError=ATTR";

  private static final Pattern PLACE = Pattern.compile("^/Program.java:\\d+: ", Pattern.MULTILINE);

  private Javac() {}

  /**
   * Compiles statements about {@code x}, {@code m}, {@code y}, {@code loss} and {@code index} and
   * returns the messages, in English; empty if there is none.
   */
  public static String messages(String statements) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            messages,
            compiler.getStandardFileManager(null, Locale.ENGLISH, null),
            null,
            List.of("-proc:none", STOP, "-d", outside(), "-cp", tensorBundle()),
            List.of(),
            List.of(source(PROGRAM.formatted(statements))));
    task.setLocale(Locale.ENGLISH);
    task.call();
    return PLACE.matcher(messages.toString()).replaceAll("");
  }

  private static String outside() {
    return System.getProperty("java.io.tmpdir");
  }

  private static String tensorBundle() {
    try {
      URI place = Axis.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(place).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JavaFileObject source(String text) {
    return new SimpleJavaFileObject(
        URI.create("string:///Program.java"), JavaFileObject.Kind.SOURCE) {
      @Override
      public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
      }
    };
  }
}
