package org.gradus.whole.proofs.lesson;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The Java compiler, asked about a few statements of the lesson. */
public final class Javac {

  private static final String PROGRAM =
      """
      import org.gradus.learn.*;
      import org.gradus.learn.nn.*;
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
            IndexTensor index,
            Linear<Coefficient, Output> layer) {
          %s
        }
      }
      """;

  private static final Pattern PLACE = Pattern.compile("^/Program.java:\\d+: ", Pattern.MULTILINE);

  /** JDK 25 also shows the nullness annotations of the class files. */
  private static final Pattern ANNOTATION = Pattern.compile("@org\\.checkerframework[\\w.]+ ");

  private Javac() {}

  /**
   * Compiles statements about {@code x}, {@code m}, {@code y}, {@code loss}, {@code index} and
   * {@code layer}, and returns the messages, in English; empty if there is none.
   */
  public static String messages(String statements) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                messages,
                compiler.getStandardFileManager(null, Locale.ENGLISH, null),
                null,
                List.of("-proc:none", "-cp", System.getProperty("java.class.path")),
                List.of(),
                List.of(source(PROGRAM.formatted(statements))));
    task.setLocale(Locale.ENGLISH);
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = PLACE.matcher(messages.toString()).replaceAll("");
    return ANNOTATION.matcher(text).replaceAll("");
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
