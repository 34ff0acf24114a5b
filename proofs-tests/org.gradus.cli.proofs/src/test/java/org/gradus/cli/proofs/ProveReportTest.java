package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradus.cli.prove.InOrder;
import org.gradus.cli.prove.ProjectFiles;
import org.gradus.cli.prove.Proof;
import org.gradus.cli.prove.Recorded;
import org.gradus.cli.prove.Run;
import org.gradus.cli.prove.Versions;
import org.gradus.tensor.op.Catalogue;
import org.gradus.tensor.op.Operation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of a report: what they hold, where they lead, and that they stand on their own. */
// [proof->cli~prove-evidence~1]
// [proof->cli~prove-report~1]
class ProveReportTest {

  private static final Pattern LINK = Pattern.compile("(?:href|src)=\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("id=\"([^\"]+)\"");
  private static final List<String> PAGES = List.of("index.html", "comparison.html");

  @TempDir private Path temporary;
  private Path folder;

  @BeforeEach
  void nameTheFolder() {
    folder = temporary.resolve("report");
  }

  @Test
  void theEvidenceHoldsWhatWasPrinted() throws IOException {
    Answer answer = report("prove", "exp", "relu", "--tries", "20", "--kill-matrix");
    assertThat(answer.code()).as(answer.out()).isZero();
    assertThat(answer.out())
        .contains("published wrong rules caught: 47 of 47 here, 22 where they were measured")
        .endsWith("Written to %s: index.html, comparison.html, evidence.json%n".formatted(folder));
    JsonObject evidence = evidence();
    assertThat(evidence.keySet())
        .containsExactly(
            "versions", "options", "oracles", "operations", "laws", "comparison", "recorded");
    JsonObject relu = evidence.getAsJsonArray("operations").get(1).getAsJsonObject();
    assertThat(relu.get("id").getAsString()).isEqualTo("relu");
    assertThat(relu.get("formula").getAsString()).isEqualTo("y = max(x, 0)");
    assertThat(relu.get("passed").getAsBoolean()).isTrue();
    assertThat(relu.get("cases").getAsInt()).isEqualTo(20);
    assertThat(relu.get("sensitivity").getAsDouble()).isPositive().isLessThanOrEqualTo(1e-9);
    assertThat(relu.getAsJsonObject("degree").get("bound").getAsInt()).isEqualTo(1);
    assertThat(relu.getAsJsonArray("kinks").get(0))
        .isEqualTo(
            JsonParser.parseString(
                "{\"where\": \"x = 0.0\", \"kind\": \"kink\", \"distances\": [{\"name\": \"x\","
                    + " \"oneSided\": false}], \"gradients\": [[0.0]], \"reason\": \"subgradient of"
                    + " smallest norm\"}"));
    assertThat(answer.out()).contains(" " + relu.get("numbers").getAsLong() + " ");
    JsonArray mistakes = relu.getAsJsonArray("mistakes");
    assertThat(mistakes).hasSizeGreaterThanOrEqualTo(20);
    JsonObject sign = find(mistakes, "name", "wrong sign");
    assertThat(sign.get("sentence").getAsString()).startsWith("Your gradient points the other way");
    assertThat(sign.get("symptom").getAsString()).isEqualTo("gradient");
    assertThat(sign.getAsJsonObject("killedAfter").get("forward mode").getAsInt()).isPositive();
    assertThat(sign.get("asExpected").getAsBoolean()).isTrue();
    JsonObject linear = find(mistakes, "name", "rule not differentiable");
    assertThat(linear.has("harmless")).isTrue();
    assertThat(linear.getAsJsonObject("killedAfter").keySet()).isEmpty();
    assertThat(evidence.getAsJsonArray("comparison")).hasSize(53);
  }

  @Test
  void howMuchTheCasesCanShowIsShown() throws IOException {
    Answer answer = report("prove", "elu", "--tries", "10");
    assertThat(answer.code()).as(answer.out()).isZero();
    JsonObject elu = evidence().getAsJsonArray("operations").get(0).getAsJsonObject();
    JsonArray measures = elu.getAsJsonArray("vacuity");
    assertThat(measures).allMatch(one -> one.getAsJsonObject().get("enough").getAsBoolean());
    assertThat(find(measures, "of", "alpha"))
        .isEqualTo(
            JsonParser.parseString(
                "{\"aspect\": \"option\", \"of\": \"alpha\", \"measured\": 3, \"bound\": 3,"
                    + " \"enough\": true}"));
    assertThat(find(measures, "aspect", "sensitivity").get("measured").getAsDouble())
        .isPositive()
        .isLessThan(1e-9);
    assertThat(Files.readString(folder.resolve("index.html")))
        .contains("What the cases of each operation can show", "<td>alpha 3</td><td>caught</td>");
  }

  @Test
  void whatIsDeclaredOfSingularitiesAndDegreesIsShown() throws IOException {
    Answer answer = report("prove", "sqrt", "reciprocal", "pow", "relu", "mul", "--tries", "10");
    assertThat(answer.code()).as(answer.out()).isZero();
    assertThat(kinds("sqrt")).contains("border", "convention");
    assertThat(kinds("reciprocal")).contains("pole");
    assertThat(kinds("relu")).contains("kink");
    String page = Files.readString(folder.resolve("index.html"));
    assertThat(page)
        .contains("Singularities and degree of each operation")
        .containsPattern("mul</a></th><td class=\"n\">2</td><td>nowhere</td>")
        .containsPattern("sqrt</a></th><td class=\"n\">none</td><td>x = 0</td><td>x ≥ 0</td>")
        .containsPattern("relu</a></th><td class=\"n\">1</td><td>x = 0</td><td>x</td><td>kink");
  }

  private List<String> kinds(String operation) throws IOException {
    List<String> kinds = new ArrayList<>();
    find(evidence().getAsJsonArray("operations"), "id", operation)
        .getAsJsonArray("kinks")
        .forEach(kink -> kinds.add(kink.getAsJsonObject().get("kind").getAsString()));
    return kinds;
  }

  private static JsonObject find(JsonArray objects, String member, String value) {
    for (JsonElement element : objects) {
      if (element.getAsJsonObject().get(member).getAsString().equals(value)) {
        return element.getAsJsonObject();
      }
    }
    throw new AssertionError("nothing has " + member + " " + value);
  }

  @Test
  void onlyTheVersionsMayDiffer() throws IOException {
    Run first = run(1, 10);
    Run second = run(4, 20);
    first.write(folder, ProjectFiles.around(Path.of("")));
    JsonObject one = evidence();
    String page = Files.readString(folder.resolve("index.html"));
    second.write(folder, ProjectFiles.around(Path.of("")));
    JsonObject two = evidence();
    assertThat(two).isNotEqualTo(one);
    two.remove("versions");
    one.remove("versions");
    assertThat(two).hasToString(one.toString());
    assertThat(folder.resolve("index.html"))
        .content()
        .isEqualTo(page.replace("2030-01-10", "2030-01-20"));
  }

  private static Run run(int threads, int day) {
    Clock clock = Clock.fixed(Instant.parse("2030-01-%dT12:00:00Z".formatted(day)), ZoneOffset.UTC);
    Proof.Plan plan = new Proof.Plan(5, 20, true);
    List<Operation> operations =
        List.of(Catalogue.operation("sigmoid"), Catalogue.operation("maximum"));
    List<Proof> proofs = new ArrayList<>();
    plan.run(operations, InOrder.on(threads), proofs::add);
    return new Run(
        Versions.of("gradus", clock),
        plan,
        proofs,
        List.of(),
        Run.judge(plan, InOrder.on(threads)),
        Recorded.bundled());
  }

  @Test
  void thePagesStandOnTheirOwn() throws Exception {
    report("prove", "exp", "softmax", "--tries", "20", "--kill-matrix");
    for (String name : PAGES) {
      String page = Files.readString(folder.resolve(name));
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)));
      assertThat(page).doesNotContain("<script", "http:", "https:", "@import", "url(");
      assertThat(page).contains("prefers-color-scheme: dark", "@media print");
    }
  }

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    report("prove", "exp", "softmax", "--tries", "20", "--kill-matrix");
    for (String name : PAGES) {
      String page = Files.readString(folder.resolve(name));
      List<String> ids = ID.matcher(page).results().map(found -> found.group(1)).toList();
      List<String> links = LINK.matcher(page).results().map(found -> found.group(1)).toList();
      assertThat(ids).doesNotHaveDuplicates();
      assertThat(links).isNotEmpty();
      for (String link : links) {
        if (link.startsWith("#")) {
          assertThat(ids).contains(link.substring(1));
        } else {
          assertThat(folder.resolve(link.replaceAll("#.*", "")).normalize()).exists();
        }
      }
    }
  }

  @Test
  void insideTheProjectAnOperationLeadsToItsFiles() throws IOException {
    report("prove", "softmax", "--tries", "20");
    assertThat(folder.resolve("index.html"))
        .content()
        .contains(
            ">source: Softmax.java<", ">proof: SoftmaxProperties.java<", ">page: operations.md<");
    JsonObject softmax = evidence().getAsJsonArray("operations").get(0).getAsJsonObject();
    assertThat(softmax.get("page").getAsString()).startsWith("docs/operations.md#");
  }

  @Test
  void everyOperationIsFoundInTheProject() {
    ProjectFiles files = ProjectFiles.around(Path.of(""));
    assertThat(files.root()).isPresent();
    assertThat(files.places().keySet())
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.operations().stream().map(Operation::id).toList());
    assertThat(files.places().values())
        .allSatisfy(
            place -> assertThat(place.page()).matches("docs/operations\\.md#[\\p{L}\\p{N}-]+"));
  }

  @Test
  void outsideTheProjectNothingIsLinkedThatIsNotThere() throws IOException {
    assertThat(ProjectFiles.around(temporary))
        .isEqualTo(new ProjectFiles(Optional.empty(), Map.of()));
    run(2, 10).write(folder, ProjectFiles.around(temporary));
    assertThat(folder.resolve("index.html")).content().doesNotContain("source:", "proof:");
    assertThat(evidence().getAsJsonArray("operations").get(0).getAsJsonObject().keySet())
        .doesNotContain("source", "proof", "page");
  }

  @Test
  void aMistakeThatSurvivesIsShownWithItsSentence() throws Exception {
    Answer answer =
        Extended.with(temporary, CheckWrongOperations.class)
            .run("prove", "twice", "--tries", "30", "--kill-matrix", "--report", folder.toString());
    assertThat(answer.code()).isEqualTo(1);
    assertThat(folder.resolve("index.html"))
        .content()
        .contains(
            "✗ wrong",
            "0 of 1</dd>",
            "Mistakes that the proof that should did not catch",
            "Inside the rule a value was detached");
  }

  @Test
  void aRunOverSeedsWritesWhatIsRecorded() throws IOException {
    Answer answer = report("prove", "exp", "--seeds", "4", "--seed", "9");
    assertThat(answer.code()).isZero();
    assertThat(answer.out()).endsWith("Written to %s: false-alarms.json%n".formatted(folder));
    JsonObject found = json("false-alarms.json");
    assertThat(found.get("command").getAsString())
        .isEqualTo("gradus prove --seed 9 --seeds 4 --tries 5");
    assertThat(found.get("cases").getAsInt()).isEqualTo(20);
    assertThat(found.getAsJsonArray("alarms")).isEmpty();
    assertThat(answer.out()).startsWith(found.get("summary").getAsString());
  }

  @Test
  void aFolderThatIsAFileIsRefusedBeforeTheWork() throws IOException {
    Files.writeString(folder, "text");
    Answer answer = report("prove", "exp");
    assertThat(answer.code()).isEqualTo(2);
    assertThat(answer.out()).isEmpty();
    assertThat(answer.complaint())
        .isEqualTo(
            """
            --report %s: a folder must be given, and this is a file
            name another folder, or move the file away"""
                .formatted(folder));
    assertThat(folder).hasContent("text");
  }

  private Answer report(String... args) {
    List<String> all = new ArrayList<>(List.of(args));
    all.addAll(List.of("--report", folder.toString()));
    return Answer.to(all.toArray(String[]::new));
  }

  private JsonObject evidence() throws IOException {
    return json("evidence.json");
  }

  private JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(folder.resolve(name))).getAsJsonObject();
  }
}
