package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.gradus.study.Chart;
import org.gradus.study.Drawing;
import org.gradus.study.Gif;
import org.gradus.study.Page;
import org.gradus.study.Png;
import org.gradus.study.Svg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesTest {

  private static final Drawing DRAWING =
      Chart.of("One line")
          .withSize(240, 160)
          .withLine("a", new double[] {1, 2}, new double[] {1, 2})
          .drawing();

  @TempDir Path folder;

  @Test
  void everyFileAppearsWholeInANewFolderAndAlone() throws IOException {
    Path below = folder.resolve("a/b");
    Png.write(below.resolve("1.png"), DRAWING);
    Svg.write(below.resolve("2.svg"), DRAWING);
    Gif.of(Duration.ofMillis(100)).write(below.resolve("3.gif"), List.of(DRAWING));
    Page.of("Run").write(below.resolve("index.html"));
    try (var files = Files.list(below)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("1.png", "2.svg", "3.gif", "index.html");
    }
    assertThat(below.resolve("2.svg")).hasContent(Svg.text(DRAWING));
    assertThat(ImageIO.read(below.resolve("1.png").toFile()).getWidth()).isEqualTo(480);
  }

  @Test
  void whatStoodThereIsReplaced() {
    Path file = folder.resolve("page.html");
    Page.of("Old").write(file);
    Page.of("New").write(file);
    assertThat(file).hasContent(Page.of("New").html());
  }

  @Test
  void thePictureIsTheSameBytesWhenPaintedAgain() {
    Gif gif = Gif.of(Duration.ofMillis(40));
    assertThat(Png.bytes(DRAWING, 2)).isEqualTo(Png.bytes(DRAWING, 2));
    assertThat(gif.bytes(List.of(DRAWING, DRAWING)))
        .isEqualTo(gif.bytes(List.of(DRAWING, DRAWING)));
  }

  @Test
  void aFolderInTheWayIsNamed() throws IOException {
    Path taken = Files.createDirectory(folder.resolve("loss.png"));
    assertThatThrownBy(() -> Png.write(taken, DRAWING))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            """
            write: the file cannot be written
              file   : %s
              reason : a folder stands there
            choose a folder that can be written to"""
                .formatted(taken));
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws IOException {
    Path file = Files.createFile(folder.resolve("lesson"));
    Path below = file.resolve("loss.svg");
    assertThatThrownBy(() -> Svg.write(below, DRAWING))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(
            """
            write: the file cannot be written
              file   : %s
              reason : FileAlreadyExists %s
            choose a folder that can be written to"""
                .formatted(below, file));
  }
}
