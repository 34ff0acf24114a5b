package org.gradus.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The reader of formulas.
 *
 * <pre>
 *   program     = assignment { ";" assignment } [ ";" ]
 *   assignment  = [ name "=" ] sum
 *   sum         = product { ( "+" | "-" ) product }
 *   product     = signed { ( "*" | "/" | "@" ) signed }
 *   signed      = { "-" | "+" } power
 *   power       = atom [ "^" signed ]
 *   atom        = number | name | name "(" [ list ] ")" | "(" sum ")" | "[" [ list ] "]"
 *   list        = sum { "," sum }
 * </pre>
 */
final class FormulaParser {

  private static final int DEEPEST = 200;
  private static final int MOST_OPERATIONS = 1000;

  private static final Map<String, String> FUNCTIONS =
      Map.of("+", "add", "-", "sub", "*", "mul", "/", "div", "@", "matmul", "^", "pow");

  private final String source;
  private final List<Token> tokens;
  private int next;
  private int depth;
  private int operations;

  private FormulaParser(String source) {
    this.source = source;
    this.tokens = Token.of(source);
  }

  /**
   * Reads assignments, the last of which may have no name.
   *
   * @param separators signs that may stand between them
   * @throws FormulaException if the text is no formula
   */
  static List<Term.Assignment> assignments(String source, String... separators) {
    FormulaParser parser = new FormulaParser(source);
    List<Term.Assignment> all = new ArrayList<>();
    do {
      all.add(parser.assignment());
    } while (parser.take(separators) && parser.here().kind() != Token.Kind.END);
    if (parser.here().kind() != Token.Kind.END) {
      throw parser.unexpected("an operator or the end");
    }
    return all;
  }

  private Term.Assignment assignment() {
    Token first = here();
    boolean named = first.kind() == Token.Kind.NAME && tokens.get(next + 1).is("=");
    if (named) {
      next += 2;
    }
    return new Term.Assignment(first.place(), named ? first.text() : "", sum());
  }

  private Term sum() {
    enter();
    Term left = product();
    for (Token sign = here(); take("+", "-"); sign = here()) {
      left = call(sign, left, product());
    }
    depth--;
    return left;
  }

  private Term product() {
    Term left = signed();
    for (Token sign = here(); take("*", "/", "@"); sign = here()) {
      left = call(sign, left, signed());
    }
    return left;
  }

  private Term signed() {
    List<Token> minus = new ArrayList<>();
    for (Token sign = here(); take("-", "+"); sign = here()) {
      if (sign.is("-")) {
        minus.add(0, sign);
      }
    }
    Term term = power();
    for (Token sign : minus) {
      term =
          term instanceof Term.Number number
              ? new Term.Number(sign.place(), -number.value())
              : new Term.Call(sign.place(), "neg", List.of(term));
    }
    return term;
  }

  private Term power() {
    Term base = atom();
    Token sign = here();
    if (!take("^")) {
      return base;
    }
    enter();
    Term power = call(sign, base, signed());
    depth--;
    return power;
  }

  private Term atom() {
    Token token = here();
    next++;
    if (token.kind() == Token.Kind.NUMBER) {
      if (here().kind() == Token.Kind.NAME || here().is("(")) {
        throw FormulaException.at(
            here().place(),
            source,
            "an operator must follow a number",
            "write " + token + "*" + here());
      }
      return new Term.Number(token.place(), Double.parseDouble(token.text()));
    }
    if (token.kind() == Token.Kind.NAME) {
      return take("(")
          ? new Term.Call(token.place(), token.text(), list(")"))
          : new Term.Name(token.place(), token.text());
    }
    if (token.is("(")) {
      Term inner = sum();
      require(")");
      return inner;
    }
    if (token.is("[")) {
      return new Term.Bracket(token.place(), list("]"));
    }
    next--;
    throw unexpected("a number, a name, ( or [");
  }

  private List<Term> list(String end) {
    List<Term> list = new ArrayList<>();
    if (!here().is(end)) {
      do {
        list.add(sum());
      } while (take(","));
    }
    require(end);
    return list;
  }

  /** Begins a part within a part. */
  private void enter() {
    if (depth == DEEPEST) {
      throw tooLarge("parts must not be nested deeper than " + DEEPEST);
    }
    depth++;
  }

  private FormulaException tooLarge(String rule) {
    return FormulaException.at(here().place(), source, rule, "name a part before: b = …; b * b");
  }

  private Term call(Token sign, Term left, Term right) {
    operations++;
    if (operations > MOST_OPERATIONS) {
      throw tooLarge("a formula must not have more than " + MOST_OPERATIONS + " operations");
    }
    return new Term.Call(
        sign.place(), FUNCTIONS.getOrDefault(sign.text(), sign.text()), List.of(left, right));
  }

  private Token here() {
    return tokens.get(next);
  }

  private boolean take(String... signs) {
    for (String sign : signs) {
      if (here().is(sign)) {
        next++;
        return true;
      }
    }
    return false;
  }

  private void require(String sign) {
    if (!take(sign)) {
      throw unexpected("an operator or " + sign);
    }
  }

  private FormulaException unexpected(String wanted) {
    return FormulaException.at(
        here().place(), source, wanted + " must stand here, not " + here(), "");
  }
}
