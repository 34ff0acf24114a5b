package org.gradus.whole.proofs.docs.chapters;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradus.cli.Main;
import org.gradus.tensor.op.Operations;

/** What {@code gradus} prints where a program has added operations to the catalogue. */
final class Extended {

  private Extended() {}

  /**
   * Runs a command line with one more provider of operations on a class path of its own, so that
   * the catalogue of everybody else stays as it is.
   */
  static String by(String provider, String... line) {
    try {
      Path folder = Files.createTempDirectory("gradus");
      Path file = folder.resolve("META-INF/services/" + Operations.class.getName());
      Files.createDirectories(file.getParent());
      Files.writeString(file, provider);
      try (URLClassLoader loader =
          new URLClassLoader(classPath(folder), ClassLoader.getPlatformClassLoader())) {
        StringWriter printed = new StringWriter();
        PrintWriter writer = new PrintWriter(printed, true);
        loader
            .loadClass(Main.class.getName())
            .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
            .invoke(null, writer, writer, line);
        return printed.toString();
      } finally {
        for (Path made = file; made.startsWith(folder); made = made.getParent()) {
          Files.delete(made);
        }
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException("the command could not be run with " + provider, e);
    }
  }

  private static URL[] classPath(Path folder) throws MalformedURLException {
    String[] entries = System.getProperty("java.class.path").split(File.pathSeparator);
    URL[] urls = new URL[entries.length + 1];
    for (int i = 0; i < entries.length; i++) {
      urls[i] = Path.of(entries[i]).toUri().toURL();
    }
    urls[entries.length] = folder.toUri().toURL();
    return urls;
  }
}
