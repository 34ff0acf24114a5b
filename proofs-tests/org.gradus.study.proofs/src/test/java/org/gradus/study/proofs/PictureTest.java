package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.gradus.study.Chart;
import org.gradus.study.Curve;
import org.gradus.study.Drawing;
import org.gradus.study.Gif;
import org.gradus.study.Marker;
import org.gradus.study.Point;
import org.gradus.study.Raster;
import org.gradus.study.Scale;
import org.gradus.study.Svg;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PictureTest {

  private static final Drawing SMALL =
      Chart.of("Loss")
          .withSize(360, 260)
          .withX(Scale.linear("step"))
          .withY(Scale.log("loss").withUnit("kW²"))
          .with(
              Curve.of("data", Curve.Style.POINTS, new double[] {0, 2, 4}, new double[] {9, 4, 1}))
          .withDashes("fit", new double[] {0, 2, 3, 4}, new double[] {8, 3, Double.NaN, 1})
          .with(Marker.horizontal("best", 0.8))
          .drawing();

  @Test
  void aSmallChartIsTheSvgThatWasApproved() throws IOException {
    assertThat(Svg.text(SMALL)).isEqualTo(resource("small.svg"));
  }

  @Test
  void textIsPaintedFromOutlines() {
    Drawing.Text text =
        new Drawing.Text(new Point(20, 30), "I", 20, Marks.OWN, Drawing.Anchor.MIDDLE);
    var image = Raster.image(new Drawing("", 40, 40, List.of(text)), 1);
    assertThat(image.getRGB(20, 24) & 0xFFFFFF).isNotEqualTo(0xFFFFFF);
    assertThat(image.getRGB(10, 24) & 0xFFFFFF).isEqualTo(0xFFFFFF);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Raster", "Typeface", "Layout", "Legend", "Gif", "Png"})
  void noPainterAsksTheSystemForAFont(String name) throws IOException {
    try (InputStream file = Chart.class.getResourceAsStream(name + ".class")) {
      String bytes =
          new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(bytes).doesNotContain("java/awt/Font", "drawString");
    }
  }

  @Test
  void aScreenOutOfReachDoesNotMatter() throws IOException, InterruptedException {
    ProcessBuilder alone =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            PaintAlone.class.getName());
    alone.environment().put("DISPLAY", ":4711");
    alone.redirectErrorStream(true);
    Process process = alone.start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    assertThat(printed).matches("[1-9][0-9]+");
  }

  @Test
  void anAnimationLoopsForever() throws IOException {
    byte[] file = Gif.of(Duration.ofMillis(50)).bytes(List.of(SMALL, SMALL));
    assertThat(Frames.of(file).loops()).isEqualTo(1);
    assertThat(new String(file, StandardCharsets.ISO_8859_1))
        .contains("NETSCAPE2.0\u0003\u0001\u0000\u0000");
  }

  @Test
  void anAnimationMayHaveMorePixelsThanItsDrawing() throws IOException {
    byte[] file = Gif.of(Duration.ofMillis(50)).withScale(2).bytes(List.of(SMALL));
    assertThat(Frames.of(file).images().get(0).getWidth()).isEqualTo(720);
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = PictureTest.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
