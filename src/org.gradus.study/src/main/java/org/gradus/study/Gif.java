package org.gradus.study;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.gradus.learn.state.WholeFile;

/**
 * The writer of animations that run in a loop.
 *
 * <p>All frames share one table of colors. A frame after the first holds the smallest rectangle
 * with a change, and in it the changed pixels alone.
 *
 * @param frame how long a frame stays; from 20 ms to 10 minutes, kept to hundredths of a second
 * @param last how long the last frame stays before the loop begins again
 * @param scale pixels of the image for one pixel of the drawing
 */
public record Gif(Duration frame, Duration last, int scale) {

  private static final Duration SHORTEST = Duration.ofMillis(20);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final String IMAGE_FORMAT = "javax_imageio_gif_image_1.0";

  /**
   * Checks the durations.
   *
   * @throws IllegalArgumentException if one is shorter than 20 ms or longer than 10 minutes
   */
  public Gif {
    check("frame", frame);
    check("last", last);
  }

  /** Returns a writer of frames of one duration and a last frame of two seconds, scale 1. */
  public static Gif of(Duration frame) {
    return new Gif(frame, Duration.ofSeconds(2), 1);
  }

  /**
   * Returns this writer with another duration of the last frame.
   *
   * @throws IllegalArgumentException if it is shorter than 20 ms or longer than 10 minutes
   */
  public Gif withLast(Duration newLast) {
    return new Gif(frame, newLast, scale);
  }

  /** Returns this writer with another number of pixels for one pixel of the drawing. */
  public Gif withScale(int newScale) {
    return new Gif(frame, last, newScale);
  }

  /**
   * Returns drawings as one animated GIF file.
   *
   * @throws IllegalArgumentException if there is no drawing, their sizes differ, or the scale is
   *     below 1
   */
  public byte[] bytes(List<Drawing> drawings) {
    checkSizes(drawings);
    Map<Integer, Long> counts = new HashMap<>();
    drawings.forEach(drawing -> ColorTable.count(Raster.image(drawing, scale), counts));
    try {
      return encoded(drawings, ColorTable.of(counts));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes drawings to a file, which appears whole or not at all.
   *
   * @throws IllegalArgumentException as {@link #bytes}
   * @throws UncheckedIOException if the file cannot be written
   */
  public void write(Path file, List<Drawing> drawings) {
    WholeFile.write(file, bytes(drawings));
  }

  private byte[] encoded(List<Drawing> drawings, ColorTable colors) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam plain = writer.getDefaultWriteParam();
      plain.setProgressiveMode(ImageWriteParam.MODE_DISABLED);
      writer.prepareWriteSequence(writer.getDefaultStreamMetadata(plain));
      int[] before = new int[0];
      for (int i = 0; i < drawings.size(); i++) {
        BufferedImage image = Raster.image(drawings.get(i), scale);
        int[] now = indices(image, colors);
        Rectangle box = i == 0 ? whole(image) : changed(before, now, image.getWidth());
        Duration stay = i == drawings.size() - 1 ? last : frame;
        BufferedImage part = part(before, now, image.getWidth(), box, colors);
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(part), plain);
        metadata.mergeTree(IMAGE_FORMAT, tree(box, stay, i == 0));
        writer.writeToSequence(new IIOImage(part, List.of(), metadata), plain);
        before = now;
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static int[] indices(BufferedImage image, ColorTable colors) {
    return Arrays.stream(Raster.pixels(image)).map(colors::index).toArray();
  }

  private static Rectangle whole(BufferedImage image) {
    return new Rectangle(0, 0, image.getWidth(), image.getHeight());
  }

  /** Returns the least rectangle around all changes; one pixel where nothing has changed. */
  private static Rectangle changed(int[] before, int[] now, int width) {
    Rectangle box = new Rectangle(-1, -1);
    for (int i = 0; i < now.length; i++) {
      if (before[i] != now[i]) {
        box.add(new Rectangle(i % width, i / width, 1, 1));
      }
    }
    return box.isEmpty() ? new Rectangle(0, 0, 1, 1) : box;
  }

  private static BufferedImage part(
      int[] before, int[] now, int width, Rectangle box, ColorTable colors) {
    BufferedImage part =
        new BufferedImage(box.width, box.height, BufferedImage.TYPE_BYTE_INDEXED, colors.model());
    WritableRaster raster = part.getRaster();
    for (int y = 0; y < box.height; y++) {
      for (int x = 0; x < box.width; x++) {
        int i = (box.y + y) * width + box.x + x;
        boolean same = before.length > 0 && before[i] == now[i];
        raster.setSample(x, y, 0, same ? ColorTable.UNCHANGED : now[i]);
      }
    }
    return part;
  }

  private static IIOMetadataNode tree(Rectangle box, Duration stay, boolean first) {
    IIOMetadataNode root = new IIOMetadataNode(IMAGE_FORMAT);
    IIOMetadataNode descriptor = new IIOMetadataNode("ImageDescriptor");
    descriptor.setAttribute("imageLeftPosition", String.valueOf(box.x));
    descriptor.setAttribute("imageTopPosition", String.valueOf(box.y));
    descriptor.setAttribute("imageWidth", String.valueOf(box.width));
    descriptor.setAttribute("imageHeight", String.valueOf(box.height));
    descriptor.setAttribute("interlaceFlag", "FALSE");
    root.appendChild(descriptor);
    IIOMetadataNode control = new IIOMetadataNode("GraphicControlExtension");
    control.setAttribute("disposalMethod", "doNotDispose");
    control.setAttribute("userInputFlag", "FALSE");
    control.setAttribute("transparentColorFlag", "TRUE");
    control.setAttribute("transparentColorIndex", String.valueOf(ColorTable.UNCHANGED));
    control.setAttribute("delayTime", String.valueOf(stay.plusMillis(5).toMillis() / 10));
    root.appendChild(control);
    if (first) {
      root.appendChild(endlessLoop());
    }
    return root;
  }

  /** The extension that browsers read: sub-block 1, zero repetitions for "forever". */
  private static IIOMetadataNode endlessLoop() {
    IIOMetadataNode extension = new IIOMetadataNode("ApplicationExtension");
    extension.setAttribute("applicationID", "NETSCAPE");
    extension.setAttribute("authenticationCode", "2.0");
    extension.setUserObject(new byte[] {1, 0, 0});
    IIOMetadataNode extensions = new IIOMetadataNode("ApplicationExtensions");
    extensions.appendChild(extension);
    return extensions;
  }

  private static void check(String name, Duration duration) {
    if (duration.compareTo(SHORTEST) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          """
          gif: a frame stays from 20 ms, as browsers show it, to 10 minutes
            %s : %s
          choose a duration in between"""
              .formatted(name, duration));
    }
  }

  private static void checkSizes(List<Drawing> drawings) {
    if (drawings.isEmpty()) {
      throw new IllegalArgumentException(
          "gif: an animation needs at least one frame\n  frames : 0\npass a drawing");
    }
    Drawing first = drawings.get(0);
    for (int i = 1; i < drawings.size(); i++) {
      Drawing one = drawings.get(i);
      if (one.width() != first.width() || one.height() != first.height()) {
        throw new IllegalArgumentException(
            """
            gif: all frames must have one size
              frame 1 : %d by %d
              frame %d : %d by %d
            lay all charts out with the same withSize"""
                .formatted(first.width(), first.height(), i + 1, one.width(), one.height()));
      }
    }
  }
}
