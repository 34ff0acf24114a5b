package org.gradus.study;

/** Text made safe inside SVG and HTML. */
final class Markup {

  private static final int REPLACEMENT = 0xFFFD;

  private Markup() {}

  /**
   * Escapes the characters that mean something in markup, writes white space as a space, and
   * replaces what no XML document may hold (control characters, half surrogate pairs) by U+FFFD.
   */
  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                case '\t', '\n', '\r' -> escaped.append(' ');
                default -> escaped.appendCodePoint(isAllowed(c) ? c : REPLACEMENT);
              }
            });
    return escaped.toString();
  }

  /** Source: Extensible Markup Language 1.0, production 2, without the white space. */
  private static boolean isAllowed(int c) {
    return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
  }
}
