package org.gradus.whole.proofs.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page of Markdown.
 *
 * @param root the folder of the project
 * @param file where the page lies
 * @param lines its text
 */
record Page(Path root, Path file, List<String> lines) {

  private static final Pattern FENCE = Pattern.compile("( *)(`{3,}|~{3,})\\s*([^\\s`]*).*");
  private static final Pattern TABLE = Pattern.compile("<!-- table: .+ -->");
  private static final String END_OF_TABLE = "<!-- end of table -->";
  private static final Pattern HEADING = Pattern.compile("#{1,6}\\s+(.*?)\\s*#*");
  private static final Pattern ANCHOR = Pattern.compile("<[^>]*\\b(?:id|name)=\"([^\"]+)\"");
  private static final Pattern LINK =
      Pattern.compile(
          "\\]\\(<?([^)\\s>]+)>?(?:\\s+\"[^\"]*\")?\\)"
              + "|^\\s*\\[[^]]+]:\\s*(\\S+)"
              + "|\\b(?:src|href)=\"([^\"]+)\"");

  /** Reads the README and every page under docs, in the order of their names. */
  static List<Page> all(Path root) throws IOException {
    List<Page> pages = new ArrayList<>();
    try (Stream<Path> files =
        Stream.concat(Files.list(root), Files.walk(root.resolve("docs")).sorted())) {
      for (Path file : files.filter(f -> isPage(root, f)).toList()) {
        pages.add(new Page(root, file, Files.readAllLines(file)));
      }
    }
    return pages;
  }

  private static boolean isPage(Path root, Path file) {
    return file.equals(root.resolve("README.md"))
        || file.startsWith(root.resolve("docs")) && file.toString().endsWith(".md");
  }

  /** Names a line as an editor finds it: path from the root, colon, number from 1. */
  String at(int index) {
    return root.relativize(file).toString().replace('\\', '/') + ":" + (index + 1);
  }

  /** Finds the fenced blocks and the tables, in their order. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Matcher open = FENCE.matcher(lines.get(i));
      if (open.matches()) {
        int close = i + 1;
        while (close < lines.size() && !closes(lines.get(close), open.group(2))) {
          close++;
        }
        String marker = i == 0 ? "" : lines.get(i - 1).strip();
        blocks.add(new Block(this, i, close, open.group(3), marker, open.group(1)));
        i = close;
      } else if (TABLE.matcher(lines.get(i)).matches()) {
        int close = i + 1;
        while (close < lines.size() && !lines.get(close).equals(END_OF_TABLE)) {
          close++;
        }
        blocks.add(new Block(this, i, close, "", lines.get(i), ""));
        i = close;
      }
    }
    return blocks;
  }

  private static boolean closes(String line, String fence) {
    String bare = line.strip();
    return bare.startsWith(fence) && bare.chars().allMatch(c -> c == fence.charAt(0));
  }

  /** Finds the links and images, those in blocks and in code left out. */
  List<Link> links() {
    List<Link> links = new ArrayList<>();
    for (int i : prose()) {
      Matcher link = LINK.matcher(lines.get(i).replaceAll("`[^`]*`", ""));
      while (link.find()) {
        for (int group = 1; group <= link.groupCount(); group++) {
          if (link.group(group) != null) {
            links.add(new Link(this, i, link.group(group)));
          }
        }
      }
    }
    return links;
  }

  /** Finds the names a link may lead to: headings, as GitHub writes them, and anchors. */
  Set<String> anchors() {
    Set<String> anchors = new HashSet<>();
    for (int i : prose()) {
      Matcher heading = HEADING.matcher(lines.get(i));
      if (heading.matches()) {
        String slug = slug(heading.group(1));
        String unique = slug;
        for (int n = 1; !anchors.add(unique); n++) {
          unique = slug + "-" + n;
        }
      }
      ANCHOR.matcher(lines.get(i)).results().forEach(anchor -> anchors.add(anchor.group(1)));
    }
    return anchors;
  }

  private static String slug(String heading) {
    return heading
        .replaceAll("!?\\[([^]]*)]\\([^)]*\\)", "$1")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}\\p{M} _-]", "")
        .replace(' ', '-');
  }

  private List<Integer> prose() {
    List<Integer> prose = new ArrayList<>();
    int next = 0;
    for (Block block : blocks()) {
      for (; next < block.open(); next++) {
        prose.add(next);
      }
      next = block.close() + 1;
    }
    for (; next < lines.size(); next++) {
      prose.add(next);
    }
    return prose;
  }
}
