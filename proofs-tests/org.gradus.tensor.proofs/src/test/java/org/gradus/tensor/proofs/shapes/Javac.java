package org.gradus.tensor.proofs.shapes;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.gradus.tensor.Tensor;

/** The compiler of the JDK, asked for its opinion of a source and for no class file. */
final class Javac {
  private static final List<String> OPTIONS =
      List.of("-proc:none", "-Xlint:unchecked,rawtypes,cast");

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager files =
      compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  /** A compiler that sees the classes of the tensor bundle. */
  Javac() {
    URI classes =
        URI.create(Tensor.class.getProtectionDomain().getCodeSource().getLocation().toString());
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, List.of(Path.of(classes)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What javac says of a source, errors and warnings. */
  List<Complaint> read(String source) {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    JavacTask task =
        (JavacTask)
            compiler.getTask(null, files, collector, OPTIONS, null, List.of(new Source(source)));
    try {
      task.analyze();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return collector.getDiagnostics().stream().map(Complaint::of).toList();
  }

  /**
   * One diagnostic.
   *
   * @param code key of the message, which is the same in every language
   * @param line line of the source, counted from 1
   * @param column column of the line, counted from 1
   * @param message text in English, types by their simple names, each space single
   */
  record Complaint(String code, long line, long column, String message) {
    private static Complaint of(Diagnostic<?> diagnostic) {
      return new Complaint(
          diagnostic.getCode(),
          diagnostic.getLineNumber(),
          diagnostic.getColumnNumber(),
          diagnostic
              .getMessage(Locale.ROOT)
              .replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "")
              .replaceAll("\\s+", " "));
    }
  }

  /** A source that is in memory alone. */
  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Scene.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
