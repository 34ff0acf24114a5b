package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gradus.study.Chart;
import org.gradus.study.Drawing;
import org.gradus.study.Gif;
import org.gradus.study.Raster;
import org.gradus.study.Scale;

class GifProperties {

  /**
   * Flat colors are kept; the blends at the rims of lines move by at most this much a channel,
   * which the eye does not see on a rim one pixel wide.
   */
  private static final int RIM = 24;

  @Property(tries = 15)
  void everyFrameIsReadBackAsItWasPainted(
      @ForAll @Size(min = 1, max = 6) List<@DoubleRange(min = -2, max = 2) Double> slopes,
      @ForAll @IntRange(min = 2, max = 300) int hundredths)
      throws IOException {
    List<Drawing> drawings = new ArrayList<>();
    slopes.forEach(slope -> drawings.add(frame(slope)));
    Gif gif = Gif.of(Duration.ofMillis(10L * hundredths)).withLast(Duration.ofSeconds(3));
    Frames frames = Frames.of(gif.bytes(drawings));
    assertThat(frames.images()).hasSameSizeAs(drawings);
    for (int i = 0; i < drawings.size(); i++) {
      assertNear(frames.images().get(i), Raster.image(drawings.get(i), 1));
      assertThat(frames.delays().get(i)).isEqualTo(i + 1 < drawings.size() ? hundredths : 300);
    }
  }

  private static Drawing frame(double slope) {
    return Chart.of("A line")
        .withSize(240, 160)
        .withY(Scale.linear("").withRange(-2, 2))
        .withLine("slope", new double[] {-1, 1}, new double[] {-slope, slope})
        .drawing();
  }

  private static void assertNear(BufferedImage read, BufferedImage painted) {
    assertThat(read.getWidth()).isEqualTo(painted.getWidth());
    assertThat(read.getHeight()).isEqualTo(painted.getHeight());
    for (int y = 0; y < read.getHeight(); y++) {
      for (int x = 0; x < read.getWidth(); x++) {
        for (int shift = 0; shift <= 16; shift += 8) {
          int difference =
              (read.getRGB(x, y) >> shift & 0xFF) - (painted.getRGB(x, y) >> shift & 0xFF);
          assertThat(Math.abs(difference)).isLessThanOrEqualTo(RIM);
        }
      }
    }
  }
}
