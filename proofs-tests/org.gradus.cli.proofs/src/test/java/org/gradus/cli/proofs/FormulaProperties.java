package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Formulas with as few parentheses as the rules of binding allow, beside plain arithmetic. */
// [proof->cli~formulas~1]
class FormulaProperties {

  private static final double X = 1.5;
  private static final double Y = 0.25;

  /** Six digits are written. */
  private static final double WRITTEN = 1e-5;

  /** How tightly a formula binds: as a sum, a product, a sign, a power, or a single word. */
  private enum Binding {
    SUM,
    PRODUCT,
    SIGN,
    POWER,
    WORD
  }

  /** A formula, its number at x and y, and how tightly its outermost sign binds. */
  private record Formula(String text, double value, Binding binding) {

    /** Puts parentheses around what binds less tightly than its place asks for. */
    String inside(Binding least) {
      return binding.compareTo(least) < 0 ? "(" + text + ")" : text;
    }
  }

  @Provide
  Arbitrary<Formula> formulas() {
    Arbitrary<Formula> words =
        Arbitraries.of(
            new Formula("x", X, Binding.WORD),
            new Formula("y", Y, Binding.WORD),
            new Formula("2", 2, Binding.WORD),
            new Formula("0.5", 0.5, Binding.WORD),
            new Formula("1.5e-1", 0.15, Binding.WORD));
    return Arbitraries.recursive(() -> words, FormulaProperties::larger, 0, 4);
  }

  private static Arbitrary<Formula> larger(Arbitrary<Formula> smaller) {
    return Combinators.combine(Arbitraries.integers().between(0, 7), smaller, smaller)
        .as(
            (choice, a, b) ->
                switch (choice) {
                  case 0 -> sum(a, " + ", b, a.value + b.value);
                  case 1 -> sum(a, "-", b, a.value - b.value);
                  case 2 -> product(a, "*", b, a.value * b.value);
                  case 3 -> product(a, " / ", b, a.value / b.value);
                  case 4 -> new Formula("-" + a.inside(Binding.SIGN), -a.value, Binding.SIGN);
                  case 5 ->
                      new Formula(
                          a.inside(Binding.WORD) + "^" + b.inside(Binding.SIGN),
                          Math.pow(a.value, b.value),
                          Binding.POWER);
                  case 6 -> new Formula("sin(" + a.text + ")", Math.sin(a.value), Binding.WORD);
                  default ->
                      new Formula(
                          "maximum(" + a.text + ", " + b.text + ")",
                          Math.max(a.value, b.value),
                          Binding.WORD);
                });
  }

  private static Formula sum(Formula a, String sign, Formula b, double value) {
    return new Formula(
        a.inside(Binding.SUM) + sign + b.inside(Binding.PRODUCT), value, Binding.SUM);
  }

  private static Formula product(Formula a, String sign, Formula b, double value) {
    return new Formula(
        a.inside(Binding.PRODUCT) + sign + b.inside(Binding.SIGN), value, Binding.PRODUCT);
  }

  @Property(tries = 500)
  void aFormulaIsWorthWhatArithmeticSays(@ForAll("formulas") Formula formula) {
    String whole = "x*0 + y*0 + (" + formula.text + ")";
    Answer answer = Answer.to("graph", whole, "--at", "x=1.5; y=1/4");
    assertThat(answer.err()).isEmpty();
    String value =
        answer
            .out()
            .lines()
            .findFirst()
            .orElseThrow()
            .replaceFirst(".* = Add, value ([^ ,]+).*", "$1");
    double expected = formula.value;
    if (Double.isNaN(expected) || Double.isInfinite(expected)) {
      assertThat(value).isEqualTo(Double.isNaN(expected) ? "NaN" : expected > 0 ? "∞" : "-∞");
    } else {
      assertThat(Double.parseDouble(value))
          .isCloseTo(expected, within(WRITTEN * Math.abs(expected) + 1e-12));
    }
  }

  @Example
  void powersGroupToTheRightAndBindTighterThanASignBeforeThem() {
    assertThat(value("2^3^2")).isEqualTo("512");
    assertThat(value("-2^2")).isEqualTo("-4");
    assertThat(value("2^-1")).isEqualTo("0.5");
    assertThat(value("(-2)^2")).isEqualTo("4");
    assertThat(value("7 - 2 - 1")).isEqualTo("4");
    assertThat(value("8 / 2 / 2")).isEqualTo("2");
    assertThat(value("2 − 3·4 × 1")).isEqualTo("-10");
    assertThat(value("- -+3")).isEqualTo("3");
  }

  @Example
  void bracketsMakeVectorsAndMatrices() {
    assertThat(value("[1, 2]")).isEqualTo("[1, 2]");
    assertThat(value("[[1, 2], [3, 4]] @ [1, 1]")).isEqualTo("[3, 7]");
    assertThat(value("[]")).isEqualTo("0 numbers");
    assertThat(Answer.to("graph", "[a, 2*a] @ [1, 10]", "--at", "a=1").out())
        .startsWith("v3 = Dot, value 21, gradient 1\n")
        .contains("a, value 1, gradient 21");
  }

  @Example
  void functionsTakeTensorsNumbersAxesAndTruths() {
    String at = "x=[[1, 2], [3, 4]]";
    for (List<String> call :
        List.of(
            List.of("sum(x)", "10"),
            List.of("sum(x, 0)", "[4, 6]"),
            List.of("sum(x, -1)", "[3, 7]"),
            List.of("sum(x, 0, 1)", "10"),
            List.of("sum(x, [0, 1], true)", "[[10]]"),
            List.of("clamp(x, 1.5, 7/2)", "[[1.5, 2], [3, 3.5]]"),
            List.of("index(x, [1, 1])", "[[3, 4], [3, 4]]"),
            List.of("select(x, 0, 1)", "[3, 4]"),
            List.of("where(clamp(x - 2, 0, 1), x, 10*x)", "[[10, 20], [3, 4]]"),
            List.of("conv2d([[x]], [[[[1, -1]]]])", "[[[[-1], [-1]]]]"),
            List.of("transpose(x, 0, 1)", "[[1, 3], [2, 4]]"),
            List.of("reshape(x, 4)", "[1, 2, 3, 4]"))) {
      assertThat(Answer.to("graph", call.get(0), "--at", at).out())
          .as(call.get(0))
          .contains(", value " + call.get(1));
    }
  }

  private static String value(String formula) {
    Answer answer = Answer.to("graph", "--", formula);
    assertThat(answer.err()).isEmpty();
    return answer.out().strip();
  }
}
