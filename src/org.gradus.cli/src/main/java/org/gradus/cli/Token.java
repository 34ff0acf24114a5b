package org.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a formula.
 *
 * @param kind number, name, sign, or the end of the text
 * @param text characters; a sign in its plain form
 * @param place place in the text, from 0
 */
record Token(Kind kind, String text, int place) {

  private static final Pattern WORDS =
      Pattern.compile(
          "\\s*(?:(?<number>(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)"
              + "|(?<name>[\\p{L}_][\\p{L}\\p{M}\\p{Nd}_]*)"
              + "|(?<sign>[-+*/^@()\\[\\],;=·−×]))");

  /** Signs that are written in several ways. */
  private static final Map<String, String> PLAIN = Map.of("·", "*", "×", "*", "−", "-");

  /** The kinds of words. */
  enum Kind {
    NUMBER,
    NAME,
    SIGN,
    END
  }

  /**
   * Divides a formula into words, the end last.
   *
   * @throws FormulaException if a character begins no word
   */
  static List<Token> of(String source) {
    List<Token> tokens = new ArrayList<>();
    Matcher word = WORDS.matcher(source);
    int place = 0;
    while (!source.substring(place).isBlank()) {
      word.region(place, source.length());
      if (!word.lookingAt()) {
        int start = place;
        while (Character.isWhitespace(source.charAt(start))) {
          start++;
        }
        throw FormulaException.at(
            start,
            source,
            "a number, a name or one of + - * / ^ @ ( ) [ ] , ; = must stand here, not "
                + Character.toString(source.codePointAt(start)),
            "");
      }
      for (Kind kind : List.of(Kind.NUMBER, Kind.NAME, Kind.SIGN)) {
        String group = kind.name().toLowerCase(Locale.ROOT);
        String text = word.group(group);
        if (text != null) {
          tokens.add(new Token(kind, PLAIN.getOrDefault(text, text), word.start(group)));
        }
      }
      place = word.end();
    }
    tokens.add(new Token(Kind.END, "", source.length()));
    return tokens;
  }

  boolean is(String sign) {
    return kind == Kind.SIGN && text.equals(sign);
  }

  @Override
  public String toString() {
    return kind == Kind.END ? "the end" : text;
  }
}
