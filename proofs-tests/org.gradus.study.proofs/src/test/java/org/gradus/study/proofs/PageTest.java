package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gradus.study.Page;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void blocksStandInTheOrderAdded() {
    Map<String, String> results = new LinkedHashMap<>();
    results.put("slope", "2.998");
    results.put("loss <best>", "0.081");
    Page page =
        Page.of("A line & its loss")
            .withText("One hundred steps.")
            .withFigure("pictures/loss 1.png", "a falling curve", "The loss.")
            .withTable("The run", results);
    assertThat(page.html())
        .contains(
            """
            <h1>A line &amp; its loss</h1>
            <p>One hundred steps.</p>
            <figure>
            <img src="./pictures/loss%201.png" alt="a falling curve"/>
            <figcaption>The loss.</figcaption>
            </figure>
            <section>
            <table>
            <caption>The run</caption>
            <tr><th scope="row">slope</th><td>2.998</td></tr>
            <tr><th scope="row">loss &lt;best&gt;</th><td>0.081</td></tr>
            </table>
            </section>
            </main>
            """);
  }

  @Test
  void thePageLoadsNothingFromElsewhere() {
    assertThat(Page.of("Run").withFigure("a.png", "", "").html())
        .doesNotContain("http", "<script", "<link", "@import", "url(");
  }
}
