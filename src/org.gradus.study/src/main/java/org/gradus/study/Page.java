package org.gradus.study;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gradus.learn.state.WholeFile;

/**
 * One web page about one run: text, tables of results, pictures with captions, in the order added.
 *
 * <p>The page stands on its own: no script, nothing loaded but the pictures beside it, light or
 * dark as the reader's system is. All text is escaped; the page is well-formed XML too.
 */
public final class Page {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --ink: #1f2328; --soft: #57606a; --paper: #f6f8fa; --card: #ffffff; --line: #d8dee4; }
      @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --soft: #9da7b3; --paper: #0d1117; --card: #161b22; --line: #30363d; } }
      body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; }
      main { max-width: 76rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; display: grid; gap: 1.25rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 30rem), 1fr)); align-items: start; }
      h1, h2, p { grid-column: 1 / -1; margin: 0; max-width: 46rem; }
      h1 { font-size: 1.9rem; line-height: 1.2; }
      h2 { font-size: 1.25rem; margin-top: .75rem; }
      figure, section { margin: 0; background: var(--card); border: 1px solid var(--line); border-radius: .6rem; overflow: hidden; }
      section { overflow-x: auto; }
      img { display: block; width: 100%; height: auto; background: #ffffff; }
      figcaption, caption { padding: .7rem 1rem; color: var(--soft); font-size: .92rem; text-align: left; }
      table { border-collapse: collapse; width: 100%; }
      th, td { padding: .45rem 1rem; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
      th { font-weight: 500; color: var(--soft); }
      td { font-variant-numeric: tabular-nums; }
      """;

  private final String title;
  private final String style;
  private final List<String> blocks;

  private Page(String title, String style, List<String> blocks) {
    this.title = title;
    this.style = style;
    this.blocks = List.copyOf(blocks);
  }

  /** Returns a page with a heading and nothing below it. */
  public static Page of(String title) {
    return new Page(title, STYLE, List.of());
  }

  /** Returns this page with further rules of style, in CSS, which come after its own. */
  public Page withStyle(String rules) {
    return new Page(title, style + rules, blocks);
  }

  /** Returns this page with one more element. */
  public Page withElement(Element element) {
    return with(element.html());
  }

  /** Returns this page with one more heading of the second level. */
  public Page withHeading(String text) {
    return with("<h2>" + Markup.escaped(text) + "</h2>");
  }

  /** Returns this page with one more paragraph. */
  public Page withText(String text) {
    return with("<p>" + Markup.escaped(text) + "</p>");
  }

  /**
   * Returns this page with one more picture.
   *
   * @param file the name of the picture as seen from the page, with slashes
   * @param alt what the picture shows, for readers who cannot see it
   * @param caption the text below it
   */
  public Page withFigure(String file, String alt, String caption) {
    return with(
        """
        <figure>
        <img src="%s" alt="%s"/>
        <figcaption>%s</figcaption>
        </figure>"""
            .formatted(address(file), Markup.escaped(alt), Markup.escaped(caption)));
  }

  /**
   * Returns this page with one more table of names and values.
   *
   * @param rows the rows, in the order of the map
   */
  public Page withTable(String caption, Map<String, String> rows) {
    StringBuilder table = new StringBuilder("<section>\n<table>\n");
    table.append("<caption>").append(Markup.escaped(caption)).append("</caption>\n");
    rows.forEach(
        (name, value) ->
            table.append(
                "<tr><th scope=\"row\">%s</th><td>%s</td></tr>\n"
                    .formatted(Markup.escaped(name), Markup.escaped(value))));
    return with(table + "</table>\n</section>");
  }

  /** Returns the page as an HTML document. */
  public String html() {
    return """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>%s</title>
        <style>
        %s</style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        %s
        </main>
        </body>
        </html>
        """
        .formatted(Markup.escaped(title), style, Markup.escaped(title), String.join("\n", blocks));
  }

  /**
   * Writes the page to a file, which appears whole or not at all.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    WholeFile.write(file, html().getBytes(StandardCharsets.UTF_8));
  }

  private Page with(String block) {
    List<String> all = new ArrayList<>(blocks);
    all.add(block);
    return new Page(title, style, all);
  }

  /** Writes a relative path as the address of a web page, every unusual byte as a percent sign. */
  private static String address(String file) {
    StringBuilder address = new StringBuilder("./");
    for (byte b : file.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
      address.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
    }
    return address.toString();
  }
}
