package org.gradus.whole.proofs.docs;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block and the line above it, which says where it comes from, or a table between two
 * lines.
 *
 * <pre>
 *   &lt;!-- from: path#region --&gt;       a region of a source file; every java block has one
 *   &lt;!-- output: class#method --&gt;    what a static method returns; every text block has one
 *   &lt;!-- unchecked: reason --&gt;       neither
 *   &lt;!-- table: class#method --&gt;     Markdown that a static method returns, without fences, up to
 *   &lt;!-- end of table --&gt;
 * </pre>
 *
 * Blocks of sh, math and mermaid stand for themselves.
 *
 * @param page where it stands
 * @param open the line of the opening fence, from 0; for a table that of its marker
 * @param close the line of the closing fence, from 0; for a table that of its end
 * @param language what follows the opening fence; empty for a table
 * @param marker the line above
 * @param indent the blanks before the opening fence
 */
record Block(Page page, int open, int close, String language, String marker, String indent) {

  private static final Pattern MARKER =
      Pattern.compile("<!-- (from|output|unchecked|table): (.+) -->");
  private static final List<String> FREE = List.of("sh", "math", "mermaid");

  /** Names the remedy for a block that differs from its origin. */
  private static final String REMEDY =
      "run the same build with -Dgradus.docs.update=true to rewrite it";

  /** Returns the text between the fences, one line each. */
  List<String> body() {
    return page.lines().subList(open + 1, close).stream()
        .map(line -> line.startsWith(indent) ? line.substring(indent.length()) : line)
        .toList();
  }

  /** Returns what the block must hold; empty where nothing is claimed. */
  Optional<List<String>> truth() throws UntraceableException {
    Matcher claim = MARKER.matcher(marker);
    if (!claim.matches()) {
      if (FREE.contains(language)) {
        return Optional.empty();
      }
      throw new UntraceableException(
          "a block of \"%s\" needs a line above it that says where it comes from:%n"
                  .formatted(language)
              + "  <!-- from: path#region -->, <!-- output: class#method --> or"
              + " <!-- unchecked: reason -->");
    }
    String origin = claim.group(2);
    return switch (claim.group(1)) {
      case "from" -> Optional.of(Origin.region(page.root(), origin));
      case "output", "table" -> Optional.of(Origin.output(origin));
      default -> unchecked();
    };
  }

  private Optional<List<String>> unchecked() throws UntraceableException {
    if (language.equals("java")) {
      throw new UntraceableException(
          "java code is taken from tested source: <!-- from: path#region -->");
    }
    return Optional.empty();
  }

  /** Tells why the block is not what it claims to be; empty where it is. */
  Optional<String> fault() {
    try {
      return truth().filter(truth -> !truth.equals(body())).map(this::difference);
    } catch (UntraceableException e) {
      return Optional.of(page.at(open) + ": " + e.getMessage());
    }
  }

  private String difference(List<String> truth) {
    List<String> body = body();
    int i = 0;
    while (i < body.size() && i < truth.size() && Objects.equals(body.get(i), truth.get(i))) {
      i++;
    }
    return "%s: the block differs from its origin, %s%n  expected  %s%n  actual    %s%n%s"
        .formatted(
            page.at(open + 1 + i),
            MARKER.matcher(marker).replaceAll("$2"),
            i < truth.size() ? truth.get(i) : "(end of the block)",
            i < body.size() ? body.get(i) : "(end of the block)",
            REMEDY);
  }
}
