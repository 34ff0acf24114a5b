package org.gradus.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gradus.learn.state.WholeFile;

/** The writer of Portable Network Graphics. */
public final class Png {

  private Png() {}

  /**
   * Returns a drawing as a PNG file.
   *
   * @param scale pixels of the image for one pixel of the drawing; 2 for sharp screens
   * @throws IllegalArgumentException if the scale is below 1
   */
  public static byte[] bytes(Drawing drawing, int scale) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(Raster.image(drawing, scale), "png", out)) {
        throw new IllegalStateException("png: this Java runtime has no writer of PNG");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Writes a drawing to a file, two pixels for one, which appears whole or not at all.
   *
   * @throws UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Drawing drawing) {
    WholeFile.write(file, bytes(drawing, 2));
  }
}
