package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.gradus.cli.conform.Conformance;
import org.gradus.cli.conform.Difference;
import org.gradus.cli.conform.Finding;
import org.gradus.cli.conform.Finding.Side;
import org.gradus.cli.conform.Finding.Verdict;
import org.gradus.cli.conform.Tolerances;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [proof->cli~conform-comparison~1]
class ConformComparisonTest {

  /** Without a number: a negation of what is expected is what is computed. */
  private static final String NEG =
      """
      {"id": "neg-0", "op": "neg", "inputs": [{"shape": [%d], "data": [%s]}], "grad_output": null,\
       "output": {"shape": [%d], "data": [%s]}, "grads": [null]}""";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exact | -1, -0.0 | 1, 0 | true",
        "exact | -1 | 1.0000000000000002 | false",
        "exact | \"NaN\" | \"NaN\" | true",
        "exact | \"Infinity\" | \"-Infinity\" | true",
        "exact | \"Infinity\" | \"Infinity\" | false",
        "elementwise | -1000 | 1000.9 | true",
        "elementwise | -1000 | 1001.1 | false",
        "elementwise | -0.0 | 0.0009 | true",
        "elementwise | -0.0 | 0.0011 | false",
        "elementwise | -1, -1000 | 1.003, 1000 | false",
        "elementwise | -1 | \"NaN\" | false",
        "elementwise | \"NaN\" | 1 | false",
        "normwise | -1, -1000 | 1.9, 1000 | true",
        "normwise | -1, -1000 | 2.1, 1000 | false",
        "normwise | -1, \"-Infinity\" | 1.003, \"Infinity\" | false",
        "normwise | -1, \"-Infinity\" | 1.0005, \"Infinity\" | true",
        "normwise | \"NaN\", -1 | 1, \"NaN\" | false",
        "normwise | -1e308 | 1e308 | true",
        "normwise | 1e308 | 1e308 | false"
      })
  void aNumberIsHeldAgainstItsMode(String mode, String input, String expected, boolean agrees) {
    Finding finding =
        Conformance.within(
                Tolerances.parse(
                    """
                    {"tolerances": {"neg": {"forward": {"mode": "%s", "rtol": 1e-3, "atol": 1e-3},\
                     "grad": {"mode": "exact"}}}}"""
                        .formatted(mode)))
            .examine(NEG.formatted(count(input), input, count(expected), expected));
    assertThat(finding.verdict()).isEqualTo(agrees ? Verdict.PASSED : Verdict.FAILED);
    assertThat(finding.error(Side.VALUE).orElseThrow() <= (mode.equals("exact") ? 0 : 1e-3))
        .isEqualTo(agrees);
  }

  @Test
  void theErrorIsWhatTheToleranceBounds() {
    Finding finding = examine(NEG.formatted(2, "-1, -4", 2, "1, 5"));
    assertThat(finding.error(Side.VALUE)).hasValue(0.2);
    assertThat(finding.differences())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new Difference.OfNumbers("output", new int[] {1}, 5, 4, 0.2, 0));
  }

  @Test
  void anEmptyTensorHasAShapeToCompare() {
    assertThat(examine(NEG.formatted(0, "", 0, "")).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(
            examine(
                    NEG.formatted(0, "", 0, "")
                        .replace(
                            "\"shape\": [0], \"data\": []}, \"grads",
                            "\"shape\": [0, 2], \"data\": []}, \"grads"))
                .verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void integersAreEqual() {
    String argmax =
        """
        {"id": "argmax-0", "op": "argmax", "attrs": {"dim": null}, "inputs": [{"shape": [3],\
         "data": [1, 3, 2]}], "grad_output": null,\
         "output": {"dtype": "int64", "shape": [], "data": [1]}, "grads": [null]}""";
    Conformance coarse =
        Conformance.within(
            Tolerances.parse(
                """
                {"tolerances": {"argmax": {"forward": {"mode": "normwise", "rtol": 0.9},\
                 "grad": {"mode": "exact"}}}}"""));
    assertThat(coarse.examine(argmax).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(coarse.examine(argmax.replace("[1]}, \"grads", "[2]}, \"grads")).verdict())
        .isEqualTo(Verdict.FAILED);
  }

  @Test
  void furtherOutputsAreHeldToo() {
    String max =
        """
        {"id": "max_dim-0", "op": "max_dim", "attrs": {"dim": 0}, "inputs": [{"shape": [3],\
         "data": [1, 3, 2]}], "grad_output": null, "output": {"shape": [], "data": [3]},\
         "extra_outputs": {"indices": {"dtype": "int64", "shape": [], "data": [1]}},\
         "grads": [null]}""";
    assertThat(examine(max).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(examine(max.replace("\"data\": [1]}}", "\"data\": [2]}}")).differences())
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(new Difference.OfNumbers("output indices", new int[0], 2, 1, 0.5, 0));
    assertThat(examine(max.replace("indices", "counts")).differences())
        .containsExactly(new Difference.OfPresence("output counts", true));
  }

  @Test
  void aGradientIsThereWhereOneIsExpected() {
    String program =
        """
        {"id": "program-0", "op": "program", "attrs": {"steps": [{"op": "square", "in": ["a"],\
         "out": "y"}], "output": "y"}, "inputs": [{"name": "a", "shape": [], "data": [3],\
         "requires_grad": true}, {"name": "b", "shape": [], "data": [4], "requires_grad": true}],\
         "grad_output": {"shape": [], "data": [1]}, "output": {"shape": [], "data": [9]},\
         "grads": [{"shape": [], "data": [6]}, null]}""";
    assertThat(examine(program).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(
            examine(program.replace(", null]", ", {\"shape\": [], \"data\": [0]}]")).differences())
        .containsExactly(new Difference.OfPresence("gradient by b", true));
    assertThat(examine(program.replace("{\"shape\": [], \"data\": [6]}", "null")).differences())
        .containsExactly(new Difference.OfPresence("gradient by a", false));
  }

  @Test
  void aGradientThatNobodyExpectsIsZero() {
    String sign =
        """
        {"id": "sign-0", "op": "sign", "inputs": [{"shape": [], "data": [3], "requires_grad": true}],\
         "grad_output": {"shape": [], "data": [1]}, "output": {"shape": [], "data": [1]},\
         "grads": [null]}""";
    assertThat(examine(sign).verdict()).isEqualTo(Verdict.PASSED);
  }

  @Test
  void secondDerivativesAreHeld() {
    String square = second("square", 9, 6, 2, "{\"shape\": [], \"data\": [4]}", 12);
    assertThat(examine(square).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(examine(square).error(Side.SECOND_ORDER)).hasValue(0);
    assertThat(
            examine(second("square", 9, 6, 2, "{\"shape\": [], \"data\": [4.1]}", 12))
                .differences())
        .extracting(Difference::part)
        .containsExactly("second derivative by input 0");
    assertThat(
            examine(second("square", 9, 6, 2, "{\"shape\": [], \"data\": [4]}", 12.1))
                .differences())
        .extracting(Difference::part)
        .containsExactly("second derivative by grad_output");
  }

  @Test
  void aSecondDerivativeThatIsMissingIsZero() {
    assertThat(examine(second("neg", -3, -1, 2, "null", -2)).verdict()).isEqualTo(Verdict.PASSED);
    assertThat(examine(second("neg", -3, -1, 2, "{\"shape\": [], \"data\": [0]}", -2)).verdict())
        .isEqualTo(Verdict.PASSED);
    assertThat(examine(second("square", 9, 6, 2, "null", 12)).verdict()).isEqualTo(Verdict.FAILED);
  }

  /** A case at x = 3 and ȳ = 1. */
  private static String second(
      String op, double y, double g, double v, String byInput, double byGradOutput) {
    return """
        {"id": "%s-0", "op": "%s", "inputs": [{"shape": [], "data": [3]}],\
         "grad_output": {"shape": [], "data": [1]}, "output": {"shape": [], "data": [%s]},\
         "grads": [{"shape": [], "data": [%s]}], "v": [{"shape": [], "data": [%s]}],\
         "second": [%s], "second_grad_output": {"shape": [], "data": [%s]}}"""
        .formatted(op, op, y, g, v, byInput, byGradOutput);
  }

  private static Finding examine(String line) {
    return Conformance.within(Tolerances.bundled()).examine(line);
  }

  private static int count(String numbers) {
    return numbers.split(",").length;
  }
}
