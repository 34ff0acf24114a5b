package org.gradus.study.proofs;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;

/**
 * An animation read back and laid frame over frame, as a browser does.
 *
 * @param images what is seen after each frame
 * @param delays how long each frame stays, in hundredths of a second
 * @param loops the number of extensions that ask for an endless loop
 */
record Frames(List<BufferedImage> images, List<Integer> delays, int loops) {

  static Frames of(byte[] file) throws IOException {
    ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
    reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
    List<BufferedImage> images = new ArrayList<>();
    List<Integer> delays = new ArrayList<>();
    int loops = 0;
    BufferedImage seen =
        new BufferedImage(reader.getWidth(0), reader.getHeight(0), BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < reader.getNumImages(true); i++) {
      IIOMetadataNode root =
          (IIOMetadataNode) reader.getImageMetadata(i).getAsTree("javax_imageio_gif_image_1.0");
      int left = number(root, "ImageDescriptor", "imageLeftPosition");
      int top = number(root, "ImageDescriptor", "imageTopPosition");
      BufferedImage next =
          new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_INT_RGB);
      Graphics2D graphics = next.createGraphics();
      graphics.drawImage(seen, 0, 0, null);
      graphics.drawImage(reader.read(i), left, top, null);
      graphics.dispose();
      images.add(next);
      delays.add(number(root, "GraphicControlExtension", "delayTime"));
      loops += root.getElementsByTagName("ApplicationExtension").getLength();
      seen = next;
    }
    reader.dispose();
    return new Frames(images, delays, loops);
  }

  private static int number(IIOMetadataNode root, String element, String attribute) {
    IIOMetadataNode node = (IIOMetadataNode) root.getElementsByTagName(element).item(0);
    return Integer.parseInt(node.getAttribute(attribute));
  }
}
