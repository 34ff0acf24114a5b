package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.gradus.cli.Main;
import org.gradus.cli.conform.Tolerances;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [proof->cli~conform~1]
class ConformCommandTest {

  private static final String EXP =
      """
      {"id": "exp-7", "op": "exp", "attrs": {}, "inputs": [{"name": "input", "shape": [2],\
       "data": [0.0, 1.0], "requires_grad": true}], "grad_output": {"shape": [2], "data": [1.0, 2.0]},\
       "output": {"shape": [2], "data": [1.0, 2.718281828459045]},\
       "grads": [{"shape": [2], "data": [1.0, 5.43656365691809]}]}""";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("cases.jsonl");
  }

  @Test
  void theLastLineHasTheTotals() throws IOException {
    Answer answer = conform(EXP);
    assertThat(answer.out())
        .isEqualTo(
            """
            operation     value  gradient  2nd order  passed  failed  unsupported  dependent
            exp               0         0          -       1       0            0          0
            passed: 1 of 1 cases passed, 1 operations, 4 numbers; 0 unsupported; 0 implementation-dependent, 0 of which differ
            """);
    assertThat(answer.err()).isEmpty();
    assertThat(answer.code()).isZero();
  }

  @Test
  void aWrongNumberFailsAndIsNamed() throws IOException {
    Answer answer = conform(EXP, EXP.replace("5.43656365691809", "5.5").replace("exp-7", "exp-8"));
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.out())
        .contains("exp               0   1.2e-02          -       1       1")
        .contains("FAILED 1: 1 of 2 cases passed");
    assertThat(answer.complaint())
        .isEqualTo(
            """
            exp-8, line 2 of %s
              gradient by input differs at [1]
                expected        5.5
                actual          5.43656365691809
                relative error  1.2e-02, allowed 1.0e-14"""
                .formatted(file));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"output\": {\"shape\": [2], \"data\": [1.0, 2.718281828459045]} |"
            + " \"output\": {\"shape\": [2, 1], \"data\": [1.0, 2.718281828459045]} |"
            + " output has another shape",
        "\"grads\": [{\"shape\": [2], \"data\": [1.0, 5.43656365691809]}] | \"grads\": [null] |"
            + " gradient by input is there, and none is expected",
        "2.718281828459045 | \"NaN\" | output differs at [1]",
        "\"op\": \"exp\" | \"op\": \"matmul\", \"tags\": [\"other\"] | inputs: there must be at least 2",
        "\"op\": \"exp\" | \"op\": \"neg\" | output differs at [1]"
      })
  void whateverDiffersIsNamed(String right, String wrong, String words) throws IOException {
    assertThat(EXP).contains(right);
    Answer answer = conform(EXP.replace(right, wrong));
    assertThat(answer.code()).isPositive();
    assertThat(answer.complaint()).contains(words);
  }

  @Test
  void aRefusedCallFails() throws IOException {
    Answer answer =
        conform(
            """
            {"id": "add-0", "op": "add", "inputs": [{"shape": [2], "data": [1, 2]},\
             {"shape": [3], "data": [1, 2, 3]}], "grad_output": null,\
             "output": {"shape": [2], "data": [1, 2]}, "grads": [null, null]}""");
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.complaint())
        .startsWith("add-0, line 1 of %s\n  call was refused\n    add: ".formatted(file));
  }

  @Test
  void onlyTheFirstFailuresAreTold() throws IOException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 13; i++) {
      lines.add(EXP.replace("5.43656365691809", "5.5"));
    }
    Answer answer = conform(lines.toArray(String[]::new));
    assertThat(answer.complaint().split("exp-7, line")).hasSize(11);
    assertThat(answer.complaint()).endsWith("\nand 3 more cases failed");
  }

  @Test
  void aMalformedLineIsNamedAndTheOthersRun() throws IOException {
    Answer answer = conform("{\"id\": \"cut", EXP, "", "[1, 2]");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out())
        .contains("\nINCOMPLETE: 1 of 1 cases passed")
        .endsWith("; 2 malformed\n");
    assertThat(answer.complaint())
        .isEqualTo(
            """
            %s, line 1: the line: it must hold one JSON object and nothing else
              given  {"id": "cut
            %s, line 4: the line: it must be a JSON object
              given  [1,2]"""
                .formatted(file, file));
  }

  @Test
  void aFailureOutweighsAMalformedLine() throws IOException {
    assertThat(conform("{", EXP.replace("5.43656365691809", "5.5")).code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\": \"exp-7\", | '' | id: it must be given, and it is missing",
        "\"id\": \"exp-7\" | \"id\": 7 | id: it must be a text",
        "\"attrs\": {} | \"attrs\": 3 | attrs: it must be a JSON object",
        "\"inputs\": [{ | \"inputs\": [null, { | inputs[0]: it must be a JSON object",
        "[0.0, 1.0] | [0.0] | inputs[0].data: the shape [2] takes 2 numbers",
        "[0.0, 1.0] | [0.0, 1e999] | inputs[0].data: numbers must be finite, or the texts",
        "[0.0, 1.0] | [0.0, \"one\"] | inputs[0].data: numbers must be finite, or the texts",
        "[0.0, 1.0] | 0.0 | inputs[0].data: it must be a list",
        "\"shape\": [2], \"data\": [0.0 | \"shape\": [-2], \"data\": [0.0 |"
            + " inputs[0].shape: no length may be negative",
        "\"shape\": [2], \"data\": [0.0 | \"shape\": [2.5], \"data\": [0.0 |"
            + " inputs[0].shape: it must be an integer of 32 bits",
        "\"name\": \"input\" | \"dtype\": \"float32\" |"
            + " inputs[0].dtype: it must be float64, int64 or bool",
        "\"name\": \"input\" | \"dtype\": \"int64\" |"
            + " inputs[0].requires_grad: only float64 takes a gradient",
        "\"name\": \"input\" | \"dtype\": \"bool\" |"
            + " inputs[0].requires_grad: only float64 takes a gradient",
        "true | false | inputs[0].requires_grad: it must be true, for there is a gradient",
        "true | 1 | inputs[0].requires_grad: it must be true or false",
        "\"grads\": [ | \"grads\": [null, | grads: there must be one for each input, 1",
        "\"op\": \"exp\", \"attrs\": {} | \"op\": \"pow\", \"attrs\": {} |"
            + " attrs.exponent: it must be given, and it is missing",
        "}]} | }]} {} | the line: it must hold one JSON object and nothing else",
        "\"attrs\": {} | \"tags\": [1] | tags: it must be a list of texts"
      })
  void whatIsMalformedIsSaid(String right, String wrong, String words) throws IOException {
    assertThat(EXP).contains(right);
    Answer answer = conform(EXP.replace(right, wrong));
    assertThat(answer.complaint()).startsWith(file + ", line 1: " + words);
    assertThat(answer.code()).isEqualTo(2);
  }

  @Test
  void anInputThatIsNamedTwiceIsMalformed() throws IOException {
    Answer answer =
        conform(
            """
            {"id": "add-0", "op": "add", "inputs": [{"name": "a", "shape": [], "data": [1]},\
             {"name": "a", "shape": [], "data": [2]}], "grad_output": null,\
             "output": {"shape": [], "data": [3]}, "grads": [null, null]}""");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .isEqualTo(
            """
            %s, line 1: inputs[1].name: it must differ from those of the inputs before
              given  a"""
                .formatted(file));
  }

  @Test
  void anEmptyFileIsBadInput() throws IOException {
    Answer answer = conform();
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint()).isEqualTo(file + ": the file must hold a case, and it is empty");
    assertThat(answer.out()).contains("\nINCOMPLETE: 0 of 0 cases passed");
  }

  @Test
  void wordsAndJsonAndExitCodeAgree() throws IOException {
    String wrong = EXP.replace("5.43656365691809", "5.5");
    agree("passed", 0, EXP);
    agree("FAILED 1", 1, EXP, wrong);
    agree("FAILED 1", 1, wrong, "{");
    agree("INCOMPLETE", 2, EXP, "{");
    agree("INCOMPLETE", 2, "{");
    agree("INCOMPLETE", 2);
  }

  private void agree(String word, int code, String... lines) throws IOException {
    Answer words = conform(lines);
    Answer json = Answer.to("conform", "--json", file.toString());
    assertThat(words.out()).containsPattern("(?m)^" + word + ": ");
    assertThat(words.code()).isEqualTo(code);
    assertThat(json.code()).isEqualTo(code);
    assertThat(JsonParser.parseString(json.out()).getAsJsonObject().get("passed").getAsBoolean())
        .isEqualTo(code == 0);
  }

  @Test
  void aLineThatIsNoTextIsNamedAndTheOthersRun() throws IOException {
    byte[] line = EXP.strip().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(line);
    bytes.writeBytes(new byte[] {'\n', (byte) 0xff, (byte) 0xfe, '\n'});
    bytes.writeBytes(line);
    Files.write(file, bytes.toByteArray());
    Answer answer = Answer.to("conform", file.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).contains("2 of 2 cases passed");
    assertThat(answer.complaint())
        .isEqualTo(file + ", line 2: the line must be text in UTF-8, and it is not");
  }

  @Test
  void aMissingFileIsBadInputAndNothingRuns() throws IOException {
    Files.writeString(file, EXP);
    Path missing = folder.resolve("none.jsonl");
    Answer answer = Answer.to("conform", file.toString(), missing.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .isEqualTo(
            "read %s: there is no such file\ngive the path of a file of cases".formatted(missing));
  }

  @Test
  void aFolderIsBadInput() {
    Answer answer = Answer.to("conform", folder.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .isEqualTo(
            "read %s: a file must be given, and this is a folder\ngive the path of a file of cases"
                .formatted(folder));
  }

  @Test
  void noFileIsBadUsage() {
    Answer answer = Answer.to("conform");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.err()).startsWith("Missing required parameter: 'FILE'");
  }

  @Test
  void anUnknownOperationIsUnsupportedAndNeverPasses() throws IOException {
    Answer answer =
        conform(
            EXP.replace("\"op\": \"exp\"", "\"op\": \"bessel\""),
            program("{\"op\": \"bessel\", \"in\": [\"input\"], \"out\": \"y\"}"));
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains(
            "bessel            -         -          -       0       0            1          0")
        .contains("passed: 0 of 2 cases passed, 2 operations, 0 numbers; 2 unsupported")
        .contains("unsupported: bessel: there is no operation bessel")
        .contains("unsupported: program: there is no operation bessel");
  }

  @Test
  void aDependentCaseNeverFailsAndIsCountedApart() throws IOException {
    String dependent =
        EXP.replace("\"attrs\": {}", "\"attrs\": {}, \"tags\": [\"implementation_dependent\"]");
    Answer answer = conform(dependent, dependent.replace("2.718281828459045", "\"NaN\""));
    assertThat(answer.code()).isZero();
    assertThat(answer.out())
        .contains(
            "exp               -         -          -       0       0            0          2")
        .contains("passed: 0 of 2 cases passed")
        .contains("2 implementation-dependent, 1 of which differ");
  }

  @Test
  void aStepThatNamesNothingIsMalformed() throws IOException {
    Answer answer = conform(program("{\"op\": \"exp\", \"in\": [\"z\"], \"out\": \"y\"}"));
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .isEqualTo(
            """
            %s, line 1: attrs.steps[0].in: it must name an input or the result of an earlier step
              given  z"""
                .formatted(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"shown", "json"})
  void jsonIsAloneOnStandardOutputAndParses(String mode) throws IOException {
    Files.writeString(
        file,
        String.join("\n", EXP, EXP.replace("2.718281828459045", "\"NaN\""), "{", optimizer()));
    Answer answer =
        mode.equals("json")
            ? Answer.to("conform", "--json", file.toString())
            : Answer.to("conform", file.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(answer.complaint()).contains("output differs at [1]").contains("line 3: the line");
    if (mode.equals("json")) {
      JsonObject all = JsonParser.parseString(answer.out()).getAsJsonObject();
      assertThat(all.get("passed").getAsBoolean()).isFalse();
      assertThat(all.get("cases").getAsInt()).isEqualTo(3);
      JsonObject exp = all.getAsJsonArray("operations").get(0).getAsJsonObject();
      assertThat(exp.get("operation").getAsString()).isEqualTo("exp");
      assertThat(exp.get("passed").getAsInt()).isEqualTo(1);
      assertThat(exp.get("failed").getAsInt()).isEqualTo(1);
      assertThat(exp.getAsJsonObject("worst").get("value").getAsString()).isEqualTo("Infinity");
      assertThat(exp.getAsJsonObject("worst").get("gradient").getAsDouble()).isZero();
      JsonArray failures = all.getAsJsonArray("failures");
      assertThat(failures).hasSize(1);
      assertThat(failures.get(0).getAsJsonObject().get("line").getAsInt()).isEqualTo(2);
      assertThat(failures.toString())
          .contains(
              "{\"part\":\"output\",\"position\":[1],\"expected\":\"NaN\","
                  + "\"actual\":2.718281828459045,\"error\":\"Infinity\",\"allowed\":4.0E-15}");
      assertThat(all.getAsJsonArray("malformed").toString()).contains("\"line\":3,\"message\":");
    }
  }

  @Test
  void aBarShowsHowFarAFileIs() throws IOException {
    Files.writeString(file, EXP);
    StringWriter err = new StringWriter();
    int code =
        Main.runOnTerminal(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err, true),
            "conform",
            file.toString());
    assertThat(code).isZero();
    assertThat(err.toString()).startsWith("\rcases.jsonl [").contains("] 100%").endsWith(" \r");
  }

  // [proof->cli~conform-tolerances~1]
  @Test
  void tolerancesOfTheUserTakeTheirPlace() throws IOException {
    String coarse = EXP.replace("5.43656365691809", "5.437");
    assertThat(conform(coarse).code()).isEqualTo(1);
    Path tolerances = folder.resolve("tolerances.json");
    Files.writeString(
        tolerances,
        """
        {"tolerances": {"exp": {"forward": {"mode": "exact"}, "grad": {"mode": "normwise", "rtol": 1e-3}}}}
        """);
    Answer answer = Answer.to("conform", "--tolerances", tolerances.toString(), file.toString());
    assertThat(answer.out()).contains("passed: 1 of 1");
    assertThat(answer.code()).isZero();
    Files.writeString(tolerances, "{\"tolerances\": {}}");
    assertThat(Answer.to("conform", "--tolerances", tolerances.toString(), file.toString()).out())
        .endsWith("unsupported: exp: the tolerances do not name the operation\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | tolerances: it must be given, and it is missing",
        "{\"tolerances\": {\"exp\": {\"forward\": {\"mode\": \"near\"}}}} |"
            + " tolerances.exp.forward.mode: it must be exact, elementwise or normwise",
        "{\"tolerances\": {\"exp\": {\"forward\": {\"mode\": \"normwise\", \"rtol\": 2}}}} |"
            + " tolerances.exp.forward.rtol: it must lie between 0 and 1",
        "nothing | the file: it must hold one JSON object and nothing else"
      })
  void tolerancesThatAreNoneAreBadInput(String text, String words) throws IOException {
    Files.writeString(file, EXP);
    Path tolerances = folder.resolve("tolerances.json");
    Files.writeString(tolerances, text);
    Answer answer = Answer.to("conform", "--tolerances", tolerances.toString(), file.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .startsWith("--tolerances " + tolerances + ": " + words)
        .endsWith("\nleave the option out to take those that come along");
  }

  @Test
  void tolerancesThatAreMissingAreBadInput() throws IOException {
    Files.writeString(file, EXP);
    Answer answer = Answer.to("conform", "--tolerances", folder + "/none", file.toString());
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.complaint())
        .isEqualTo(
            "read --tolerances %s/none: there is no such file\ngive the path of a file of tolerances"
                .formatted(folder));
  }

  // [proof->cli~conform-tolerances~1]
  @Test
  void theTolerancesThatComeAlongAreThoseOfTheSample() throws IOException {
    try (var bundled = Tolerances.class.getResourceAsStream("tolerances.json");
        var sample = getClass().getResourceAsStream("conformance-tolerances.json")) {
      assertThat(JsonParser.parseString(new String(bundled.readAllBytes(), StandardCharsets.UTF_8)))
          .isEqualTo(
              JsonParser.parseString(new String(sample.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  private static String optimizer() {
    return "{\"id\": \"L-0\", \"optimizer\": \"LBFGS\", \"params0\": [], \"steps\": []}";
  }

  private static String program(String step) {
    return EXP.replace("\"op\": \"exp\"", "\"op\": \"program\"")
        .replace("\"attrs\": {}", "\"attrs\": {\"steps\": [" + step + "], \"output\": \"y\"}");
  }

  private Answer conform(String... lines) throws IOException {
    Files.writeString(file, String.join("\n", lines));
    return Answer.to("conform", file.toString());
  }
}
