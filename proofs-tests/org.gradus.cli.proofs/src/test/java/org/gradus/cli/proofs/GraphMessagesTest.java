package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.gradus.tensor.ShapeException;
import org.gradus.tensor.Tensor;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person reads whose formula or values cannot be used: exit code 2 and nothing printed. */
// [proof->cli~formulas~1]
// [proof->cli~graph~1]
class GraphMessagesTest {

  @TempDir private Path folder;

  @Test
  void aValueIsNotGiven() {
    refused(
        """
        column 7: no value is given for b
          2*a + b
                ^
        give one: --at b=1""",
        "2*a + b",
        "--at",
        "a=1");
  }

  @Test
  void aPartIsUsedBeforeItIsComputed() {
    refused(
        """
        column 3: no value is given for b
          2*b; b = a
            ^
        compute it before: b = …""",
        "2*b; b = a",
        "--at",
        "a=1");
  }

  @Test
  void aValueIsNotUsed() {
    refused(
        """
        b is given, and the formula does not use it
          2*a
        leave it out""",
        "2*a",
        "--at",
        "a=1, b=2");
  }

  @Test
  void anOperandIsMissing() {
    refused(
        """
        column 6: a number, a name, ( or [ must stand here, not the end
          2*a +
               ^""",
        "2*a +",
        "--at",
        "a=1");
  }

  @Test
  void anOperatorIsMissing() {
    refused(
        """
        column 3: an operator or the end must stand here, not b
          a b
            ^""",
        "a b");
  }

  @Test
  void anOperatorIsMissingAfterANumber() {
    refused(
        """
        column 2: an operator must follow a number
          2a
           ^
        write 2*a""",
        "2a");
  }

  @Test
  void aParenthesisIsNotClosed() {
    refused(
        """
        column 6: an operator or ) must stand here, not the end
          sin(a
               ^""",
        "sin(a");
  }

  @Test
  void aSignIsUnknown() {
    refused(
        """
        column 4: a number, a name or one of + - * / ^ @ ( ) [ ] , ; = must stand here, not $
          a  $
             ^""",
        "a\n $");
  }

  @Test
  void aFormulaThatBeginsWithAMinusIsTakenForOptions() {
    refused(
        """
        Missing required parameter: 'FORMULA'
        put a formula that begins with - last, after --, and options before it
        gradus graph --help lists what can be given""",
        "-x");
    refused(
        """
        Missing required parameter: 'FORMULA'
        put a formula that begins with - last, after --, and options before it
        gradus graph --help lists what can be given""",
        "-x",
        "--at",
        "x=1");
  }

  @Test
  void optionsStandAfterAFormulaThatBeginsWithAMinus() {
    refused(
        """
        Unknown options: '--at', 'x=1'
        put a formula that begins with - last, after --, and options before it
        gradus graph --help lists what can be given""",
        "--",
        "-x",
        "--at",
        "x=1");
  }

  /** The remedy is one that works. */
  @Test
  void aFormulaThatBeginsWithAMinusStandsLast() {
    Answer answer = Answer.to("graph", "--at", "x=1", "--", "-x");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).contains("value -1");
  }

  /** Those that docs/command.md names; pow-constant is written with the operator ^. */
  @Test
  void theOperationsThatAreNoFunctions() {
    assertThat(
            Catalogue.operations().stream()
                .map(Operation::id)
                .filter(
                    id ->
                        Answer.to("graph", id + "([1, 2])")
                            .err()
                            .contains("no function is called " + id)))
        .containsExactlyInAnyOrder(
            "crossEntropyOfProbabilities",
            "klDivergence",
            "klDivergenceOfLogs",
            "maxPool2d",
            "avgPool2d",
            "batchNorm",
            "dropout",
            "cat",
            "stack");
  }

  @Test
  void aFunctionIsUnknown() {
    refused(
        """
        column 5: no function is called sqrtt
          1 + sqrtt(a)
              ^
        did you mean sqrt?""",
        "1 + sqrtt(a)",
        "--at",
        "a=1");
  }

  /** A name that is far from all is not guessed at. */
  @Test
  void aFunctionIsUnknownAndLikeNoOther() {
    refused(
        """
        column 1: no function is called bessel
          bessel(a)
          ^""",
        "bessel(a)",
        "--at",
        "a=1");
    refused(
        """
        column 1: no function is called si
          si(a)
          ^""",
        "si(a)",
        "--at",
        "a=1");
  }

  @Test
  void aFunctionIsGivenTooLittle() {
    refused(
        """
        column 1: clamp must be given what it takes
          clamp(a)
          ^
        write clamp(x, number, number)""",
        "clamp(a)",
        "--at",
        "a=1");
  }

  /** The words are those of the operation, whatever they are. */
  @Test
  void anOperationRefusesItsOperands() {
    Tensor w = Tensor.of(1, 2).named("w");
    Tensor x = Tensor.of(1, 2, 3).named("x");
    ShapeException refusal = catchThrowableOfType(ShapeException.class, () -> w.matmul(x));
    refused(
        "column 3: " + refusal.getMessage() + "\n  w @ x\n    ^",
        "w @ x",
        "--at",
        "w=[1, 2]; x=[1, 2, 3]");
  }

  @Test
  void aNameIsGivenTwice() {
    refused(
        """
        column 8: b must be named once
          b = a; b = b*a
                 ^
        choose another name""",
        "b = a; b = b*a",
        "--at",
        "a=1");
  }

  @Test
  void aNameIsGivenAndComputed() {
    refused(
        """
        column 4: a is given, and must not be computed too
          a; a = 2*a
             ^
        rename one""",
        "a; a = 2*a",
        "--at",
        "a=1");
  }

  @Test
  void aValueComesTwice() {
    refused(
        """
        column 6: a must be given once
          a=1, a=2
               ^
        leave one out""",
        "a",
        "--at",
        "a=1, a=2");
    refused(
        """
        --at a: a value must be given once, and this one is given twice
        leave one out""",
        "a",
        "--at",
        "a=1",
        "--at",
        "a=2");
  }

  @Test
  void aValueHasNoName() {
    refused(
        """
        column 1: a value must have a name
          3
          ^
        write it as a=3""",
        "a",
        "--at",
        "3");
  }

  @Test
  void aValueIsMadeOfNames() {
    refused(
        """
        column 3: a value must be made of numbers, not of b
          a=b
            ^""",
        "a",
        "--at",
        "a=b");
  }

  @Test
  void aFormulaIsNestedTooDeep() {
    String formula = "(".repeat(300) + "1";
    refused(
        """
        column 201: parts must not be nested deeper than 200
          %s
          %s^
        name a part before: b = …; b * b"""
            .formatted(formula, " ".repeat(200)),
        formula);
  }

  @Test
  void aFormulaIsTooLong() {
    String formula = "a" + "+a".repeat(1001);
    refused(
        """
        column 2004: a formula must not have more than 1000 operations
          %s
          %s^
        name a part before: b = …; b * b"""
            .formatted(formula, " ".repeat(2003)),
        formula);
  }

  @Test
  void pixelsWithoutAFile() {
    refused(
        """
        --format png: a file must be named, as a PNG is no text
        give one, as --out graph.png""",
        "a",
        "--at",
        "a=1",
        "--format",
        "png");
  }

  @Test
  void stepsInsideAPicture() {
    refused(
        """
        --steps --format svg: the graph must go to a file, or the steps would stand in its text
        name the file with --out""",
        "a",
        "--at",
        "a=1",
        "--format",
        "svg",
        "--steps");
  }

  @Test
  void anEndingThatIsNoFormat() {
    Path file = folder.resolve("graph.jpg");
    refused(
        """
        --out %s: the name must end in one of .txt .dot .mmd .svg .png, or a format must be given
        give one, as --format svg"""
            .formatted(file),
        "a",
        "--at",
        "a=1",
        "--out",
        file.toString());
    assertThat(file).doesNotExist();
  }

  @Test
  void stepsFromSeveralNumbers() {
    refused(
        """
        --steps: backward must begin at a single number, and the formula has 2
          a*a
        reduce it: sum(…) or mean(…)""",
        "a*a",
        "--at",
        "a=[1, 2]",
        "--steps");
  }

  @Test
  void stepsFromAConstant() {
    refused(
        """
        --steps: backward must lead to a named value, and the formula depends on none
          2*2
        name one and give its value with --at""",
        "2*2",
        "--steps");
  }

  @Test
  void moreNodesThanAPictureShows() {
    refused(
        """
        --format: a picture must have at most 250 nodes, and the graph has 252
        write it as text, --format dot or --format mermaid""",
        "a" + "*a".repeat(251),
        "--at",
        "a=1",
        "--format",
        "svg");
  }

  @Test
  void aFolderInPlaceOfAFile() {
    Answer answer =
        Answer.to("graph", "a", "--at", "a=1", "--format", "dot", "--out", folder.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).contains("a folder stands there");
  }

  private static void refused(String message, String... args) {
    String[] line = new String[args.length + 1];
    line[0] = "graph";
    System.arraycopy(args, 0, line, 1, args.length);
    Answer answer = Answer.to(line);
    assertThat(answer.complaint()).isEqualTo(message);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.code()).isEqualTo(2);
  }
}
