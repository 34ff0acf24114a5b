package org.gradus.whole.proofs.docs.chapters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.gradus.study.Drawing;
import org.gradus.study.Svg;
import org.junit.jupiter.api.Test;

/**
 * The figures of the docs are those the program draws. With {@code -Dgradus.docs.update=true} they
 * are drawn anew first.
 */
class FiguresTest {

  private static final Path FOLDER = Path.of(System.getProperty("gradus.root"), "docs", "figures");

  @Test
  void everyFigureIsTheOneTheProgramDraws() throws IOException {
    for (Map.Entry<String, Drawing> figure : Figures.all().entrySet()) {
      Path file = FOLDER.resolve(figure.getKey() + ".svg");
      if (Boolean.getBoolean("gradus.docs.update")) {
        Files.createDirectories(FOLDER);
        Svg.write(file, figure.getValue());
      }
      assertThat(file)
          .as("draw it anew by the same build with -Dgradus.docs.update=true")
          .hasContent(Svg.text(figure.getValue()));
    }
  }

  @Test
  void noFigureIsLeftOver() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<String> names = files.map(file -> file.getFileName().toString()).sorted().toList();
      assertThat(names)
          .isEqualTo(Figures.all().keySet().stream().map(name -> name + ".svg").sorted().toList());
    }
  }

  @Test
  void forwardModeErrsByAFewRoundings() {
    assertThat(Figures.forwardModeError(1.3)).isLessThanOrEqualTo(4 * 0x1p-53);
  }
}
