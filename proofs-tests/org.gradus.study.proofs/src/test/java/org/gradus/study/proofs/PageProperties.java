package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.study.Page;

class PageProperties {

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(30),
        Arbitraries.strings().withChars("<>&\"'/ a").ofMaxLength(30));
  }

  @Property
  void anyTextStaysText(@ForAll("anyText") String text) {
    Page page =
        Page.of(text)
            .withHeading(text)
            .withText(text)
            .withFigure(text, text, text)
            .withTable(text, Map.of(text, text));
    var document = Xml.parsed(page.html().replace("<!DOCTYPE html>", ""));
    assertThat(document.getElementsByTagName("main").item(0).getChildNodes().getLength())
        .as("heading, heading, text, figure, table and the white space around them")
        .isEqualTo(11);
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
  }
}
