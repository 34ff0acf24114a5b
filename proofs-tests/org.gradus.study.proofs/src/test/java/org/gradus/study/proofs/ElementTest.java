package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradus.study.Element;
import org.gradus.study.Page;
import org.junit.jupiter.api.Test;

class ElementTest {

  @Test
  void itsTextAndAttributesAreEscaped() {
    assertThat(Element.of("td", "a < b").withAttribute("title", "\"x\" & y").html())
        .isEqualTo("<td title=\"&quot;x&quot; &amp; y\">a &lt; b</td>");
  }

  @Test
  void whatIsInsideStandsInTheOrderItCame() {
    Element cells = Element.of("tr", List.of(Element.of("th", "a"), Element.of("td")));
    assertThat(cells.with(Element.link("#b", "b")).withText("c").html())
        .isEqualTo("<tr><th>a</th><td></td><a href=\"#b\">b</a>c</tr>");
  }

  @Test
  void aPageHoldsItAndItsStyle() {
    assertThat(
            Page.of("t")
                .withStyle("em { color: red; }\n")
                .withElement(Element.of("em", "now"))
                .html())
        .containsSubsequence("body { margin: 0;", "em { color: red; }\n</style>", "<em>now</em>");
  }
}
