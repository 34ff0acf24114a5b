package org.gradus.check;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts, numbers, objects and arrays as JSON writes them (RFC 8259). */
public final class Json {
  private Json() {}

  /** Quoted text. */
  public static String text(String text) {
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

  /** A number; one that is not finite, which JSON does not know, as a text. */
  public static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : text(Double.toString(value));
  }

  /** A member of an object. */
  public static String member(String name, Object json) {
    return text(name) + ": " + json;
  }

  /** An object of members. */
  public static String object(String... members) {
    return "{" + String.join(", ", members) + "}";
  }

  /** An array of values. */
  public static String array(Stream<String> values) {
    return values.collect(Collectors.joining(", ", "[", "]"));
  }
}
