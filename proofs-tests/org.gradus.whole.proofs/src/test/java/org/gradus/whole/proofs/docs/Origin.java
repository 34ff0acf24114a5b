package org.gradus.whole.proofs.docs;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where the blocks of the docs come from. */
final class Origin {

  private static final String OPEN = "// region ";
  private static final String CLOSE = "// endregion";

  private Origin() {}

  /**
   * Cuts a region out of a source file, without its common indentation and blank ends.
   *
   * @param name path from the root of the project, hash, name of the region
   * @throws UntraceableException if there is no such file or no such region
   */
  static List<String> region(Path root, String name) throws UntraceableException {
    String[] parts = split(name);
    Path file = root.resolve(parts[0]);
    try {
      return cut(Files.readAllLines(file), name, parts[1]);
    } catch (IOException e) {
      throw new UntraceableException("%s: no such file in the project".formatted(name));
    }
  }

  private static List<String> cut(List<String> source, String name, String region)
      throws UntraceableException {
    List<String> lines = new ArrayList<>();
    int depth = 0;
    for (String line : source) {
      String bare = line.strip();
      if (depth == 0) {
        depth = bare.equals(OPEN + region) ? 1 : 0;
      } else if (bare.startsWith(OPEN)) {
        depth++;
      } else if (bare.equals(CLOSE)) {
        depth--;
        if (depth == 0) {
          return unindented(lines);
        }
      } else {
        lines.add(line);
      }
    }
    throw new UntraceableException(
        "%s: the file has no lines between \"%s%s\" and \"%s\""
            .formatted(name, OPEN, region, CLOSE));
  }

  private static List<String> unindented(List<String> lines) {
    String text = String.join("\n", lines).stripTrailing();
    return text.stripIndent().lines().dropWhile(String::isBlank).toList();
  }

  /**
   * Calls a static method without parameters and splits the text it returns into lines.
   *
   * @param name full name of a class, hash, name of the method
   * @throws UntraceableException if there is no such method or it fails
   */
  static List<String> output(String name) throws UntraceableException {
    String[] parts = split(name);
    try {
      Method method = Class.forName(parts[0]).getDeclaredMethod(parts[1]);
      method.setAccessible(true);
      return ((String) method.invoke(null)).stripTrailing().lines().toList();
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException e) {
      throw new UntraceableException("%s: no such static method: %s".formatted(name, e));
    } catch (InvocationTargetException e) {
      throw new UntraceableException("%s: it fails: %s".formatted(name, e.getCause()));
    }
  }

  private static String[] split(String name) throws UntraceableException {
    String[] parts = name.split("#");
    if (parts.length != 2) {
      throw new UntraceableException("%s: an origin has two parts, joined by #".formatted(name));
    }
    return parts;
  }
}
