package org.gradus.cli.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.gradus.cli.prove.ProjectFiles;
import org.gradus.cli.prove.Proof;
import org.gradus.cli.prove.Recorded;
import org.gradus.cli.prove.Run;
import org.gradus.cli.prove.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recorded mutation run on the page of a report. */
// [proof->cli~prove-report~1]
class RecordedMutationsTest {
  private static final String RECORDED =
      """
      {"date": "2030-01-10", "command": "mvn -Pmutation verify",
       "packages": [{"package": "a.b", "mutants": 30, "killed": 28, "timedOut": 1},
                    {"package": "a.c", "mutants": 2000, "killed": 2000, "timedOut": 4}],
       "survivors": [{"class": "a.b.Sine", "method": "of", "mutator": "Math", "line": 7,
                      "code": "return 1 < x;", "reason": "It makes no difference."}]}""";

  @TempDir private Path folder;

  @Test
  void thePageShowsEveryPackageAndTheirSum() throws IOException {
    assertThat(page(Optional.of(RECORDED)))
        .contains(
            "measured on 2030-01-10 by mvn -Pmutation verify",
            row("a.b", "30", "28", "1", "93.3 %"),
            row("a.c", "2,000", "2,000", "4", "100.0 %"),
            row("all", "2,030", "2,028", "5", "99.9 %"));
  }

  @Test
  void thePageShowsEverySurvivorWithItsReason() throws IOException {
    assertThat(page(Optional.of(RECORDED)))
        .contains("a.b.Sine</span>", "return 1 &lt; x;</code>", "It makes no difference.</td>");
  }

  @Test
  void withoutARunThePageSaysSo() throws IOException {
    assertThat(page(Optional.empty()))
        .contains("Mutation testing has not been recorded.")
        .doesNotContain("Mutants that survive");
  }

  private static String row(String name, String... numbers) {
    StringBuilder row = new StringBuilder("<span>" + name + "</span></th>");
    for (String number : numbers) {
      row.append("<td class=\"n\">").append(number).append("</td>");
    }
    return row.toString();
  }

  private String page(Optional<String> recorded) throws IOException {
    new Run(
            Versions.of("gradus", Clock.systemUTC()),
            new Proof.Plan(5, 20, false),
            List.of(),
            List.of(),
            List.of(),
            new Recorded(
                recorded.map(text -> JsonParser.parseString(text).getAsJsonObject()),
                Optional.empty()))
        .write(folder, ProjectFiles.around(folder));
    return Files.readString(folder.resolve("index.html")).replaceAll(">\\s+<", "><");
  }
}
