package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.study.Chart;
import org.gradus.study.Marker;
import org.gradus.study.Scale;
import org.gradus.study.Svg;

class SvgProperties {

  private static final double[] TWO = {1, 2};

  @Provide
  Arbitrary<String> anyText() {
    return Arbitraries.strings().all().ofMaxLength(30);
  }

  @Provide
  Arbitrary<String> meaningfulText() {
    return Arbitraries.strings().withChars("<>&\"'aé−≤]").ofMinLength(1).ofMaxLength(30);
  }

  @Property
  void anyTextGivesWellFormedXml(@ForAll("anyText") String text) {
    Chart chart =
        Chart.of(text)
            .withX(Scale.linear(text).withUnit(text))
            .withY(Scale.linear(text))
            .withLine(text, TWO, TWO)
            .with(Marker.vertical(text, 1));
    assertThat(Xml.parsed(Svg.text(chart.drawing())).getDocumentElement().getTagName())
        .isEqualTo("svg");
  }

  @Property
  void aReaderOfXmlFindsTheTextAgain(@ForAll("meaningfulText") String text) {
    Chart chart = Chart.of(text).withLine("", TWO, TWO);
    var document = Xml.parsed(Svg.text(chart.drawing()));
    assertThat(document.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(text);
  }
}
