package org.gradus.cli.proofs;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.cli.Main;
import org.gradus.tensor.op.Operations;

/**
 * The command where a further provider of operations is on the class path.
 *
 * @param folder where the provider is registered
 */
record Extended(Path folder) {

  static Extended with(Path folder, Class<? extends Operations> provider) throws Exception {
    Path services = Files.createDirectories(folder.resolve("META-INF/services"));
    Files.writeString(services.resolve(Operations.class.getName()), provider.getName());
    return new Extended(folder);
  }

  Answer run(String... args) throws Exception {
    List<URL> urls = new ArrayList<>(List.of(folder.toUri().toURL()));
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    try (URLClassLoader loader =
        new URLClassLoader(urls.toArray(new URL[0]), ClassLoader.getPlatformClassLoader())) {
      int code =
          (int)
              loader
                  .loadClass(Main.class.getName())
                  .getMethod("run", PrintWriter.class, PrintWriter.class, String[].class)
                  .invoke(null, new PrintWriter(out, true), new PrintWriter(err, true), args);
      return new Answer(code, out.toString(), err.toString());
    }
  }
}
