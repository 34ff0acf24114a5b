package org.gradus.study;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * The painter of pixels: smooth lines, text as filled outlines, so that neither a screen nor an
 * installed font is needed.
 *
 * <p>Unless the system property {@code java.awt.headless} is set, the first painting sets it to
 * true; a program that shows windows beside its charts sets it to false at its start.
 */
public final class Raster {

  private static final String HEADLESS = "java.awt.headless";

  static {
    // Images need no screen; left alone, AWT looks for one and fails where it is out of reach.
    if (System.getProperty(HEADLESS) == null) {
      System.setProperty(HEADLESS, "true");
    }
  }

  private Raster() {}

  /**
   * Paints a drawing.
   *
   * @param scale pixels of the image for one pixel of the drawing; 2 for sharp screens
   * @return an image of {@code scale·width} by {@code scale·height} pixels without transparency
   * @throws IllegalArgumentException if the scale is below 1
   */
  public static BufferedImage image(Drawing drawing, int scale) {
    if (scale < 1) {
      throw new IllegalArgumentException(
          """
          raster: an image needs at least one pixel for each pixel of the drawing
            scale : %d
          pass 1, or 2 for sharp screens"""
              .formatted(scale));
    }
    BufferedImage image =
        new BufferedImage(
            drawing.width() * scale, drawing.height() * scale, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(scale, scale);
      graphics.setColor(awt(Color.PAPER));
      graphics.fill(new Rectangle2D.Double(0, 0, drawing.width(), drawing.height()));
      drawing.marks().forEach(mark -> paint(graphics, mark));
    } finally {
      graphics.dispose();
    }
    return image;
  }

  /** Returns the pixels of an image, row by row. */
  static int[] pixels(BufferedImage image) {
    int width = image.getWidth();
    int[] pixels = new int[width * image.getHeight()];
    image.getRGB(0, 0, width, image.getHeight(), pixels, 0, width);
    return pixels;
  }

  private static void paint(Graphics2D graphics, Drawing.Mark mark) {
    if (mark instanceof Drawing.Line line) {
      graphics.setColor(awt(line.color()));
      graphics.setStroke(stroke(line));
      graphics.draw(path(line.points()));
    } else if (mark instanceof Drawing.Circle circle) {
      Ellipse2D.Double disk =
          new Ellipse2D.Double(
              circle.center().x() - circle.radius(),
              circle.center().y() - circle.radius(),
              2 * circle.radius(),
              2 * circle.radius());
      graphics.setColor(awt(circle.fill()));
      graphics.fill(disk);
      graphics.setColor(awt(circle.rim()));
      graphics.setStroke(new BasicStroke(1));
      graphics.draw(disk);
    } else if (mark instanceof Drawing.Rectangle rectangle) {
      graphics.setColor(awt(rectangle.fill()));
      graphics.fill(
          new Rectangle2D.Double(
              rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height()));
    } else if (mark instanceof Drawing.Text text) {
      Typeface typeface = Typeface.sans();
      double width = typeface.width(text.text(), text.size());
      double x =
          switch (text.anchor()) {
            case START -> text.at().x();
            case MIDDLE -> text.at().x() - width / 2;
            case END -> text.at().x() - width;
          };
      graphics.setColor(awt(text.color()));
      graphics.fill(
          AffineTransform.getTranslateInstance(x, text.at().y())
              .createTransformedShape(typeface.outline(text.text(), text.size())));
    }
  }

  private static BasicStroke stroke(Drawing.Line line) {
    float width = (float) line.width();
    if (!line.dashed()) {
      return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
    }
    float[] dashes = new float[Drawing.Line.DASHES.size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = (float) (Drawing.Line.DASHES.get(i) * line.width());
    }
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, dashes, 0);
  }

  private static Path2D path(List<Point> points) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(points.get(0).x(), points.get(0).y());
    points.stream().skip(1).forEach(point -> path.lineTo(point.x(), point.y()));
    return path;
  }

  private static java.awt.Color awt(Color color) {
    return new java.awt.Color(color.rgb());
  }
}
