package org.gradus.check.proofs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reader of JSON that takes nothing but JSON (RFC 8259): objects, arrays, texts, numbers. */
final class Strict {
  private static final Pattern TEXT =
      Pattern.compile("\"((?:[^\"\\\\\\x00-\\x1f]|\\\\(?:[\"\\\\/bfnrt]|u[0-9a-fA-F]{4}))*)\"");
  private static final Pattern NUMBER =
      Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?");
  private static final Pattern WORD = Pattern.compile("true|false|null");

  private final String json;
  private int at;

  private Strict(String json) {
    this.json = json;
  }

  /** Reads one object: texts stay as they are written, numbers become doubles. */
  static Map<?, ?> object(String json) {
    Strict reader = new Strict(json);
    Object value = reader.value();
    reader.blanks();
    if (reader.at != json.length()) {
      throw reader.unexpected();
    }
    return (Map<?, ?>) value;
  }

  private Object value() {
    blanks();
    if (take('{')) {
      Map<String, Object> members = new LinkedHashMap<>();
      while (!take('}')) {
        separate(members.isEmpty());
        String name = token(TEXT).group(1);
        require(':');
        members.put(name, value());
        blanks();
      }
      return members;
    }
    if (take('[')) {
      List<Object> values = new ArrayList<>();
      while (!take(']')) {
        separate(values.isEmpty());
        values.add(value());
        blanks();
      }
      return values;
    }
    if (json.startsWith("\"", at)) {
      return token(TEXT).group(1);
    }
    if (Character.isLetter(json.charAt(at))) {
      return token(WORD).group();
    }
    return Double.valueOf(token(NUMBER).group());
  }

  private void separate(boolean first) {
    if (!first) {
      require(',');
    }
    blanks();
  }

  private Matcher token(Pattern pattern) {
    Matcher matcher = pattern.matcher(json).region(at, json.length());
    if (!matcher.lookingAt()) {
      throw unexpected();
    }
    at = matcher.end();
    return matcher;
  }

  private boolean take(char c) {
    blanks();
    boolean there = at < json.length() && json.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void require(char c) {
    if (!take(c)) {
      throw unexpected();
    }
  }

  private void blanks() {
    while (at < json.length() && " \t\r\n".indexOf(json.charAt(at)) >= 0) {
      at++;
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("no JSON from position " + at + ": " + json.substring(at));
  }
}
