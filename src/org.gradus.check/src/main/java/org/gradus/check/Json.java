package org.gradus.check;

/** Texts and numbers as JSON writes them (RFC 8259). */
final class Json {
  private Json() {}

  static String text(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        default -> {
          if (c < ' ') {
            quoted.append(String.format("\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }

  static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : text(Double.toString(value));
  }
}
