package org.gradus.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.gradus.learn.state.WholeFile;

/**
 * The writer of Scalable Vector Graphics: one mark a line, numbers to hundredths of a pixel, the
 * same text for the same drawing.
 */
public final class Svg {

  private Svg() {}

  /** Returns a drawing as a whole SVG document. */
  public static String text(Drawing drawing) {
    StringBuilder svg = new StringBuilder();
    svg.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" font-family="%s">
        <title>%s</title>
        """
            .formatted(
                drawing.width(),
                drawing.height(),
                drawing.width(),
                drawing.height(),
                Typeface.FAMILIES,
                Markup.escaped(drawing.title())));
    for (Drawing.Mark mark : drawing.marks()) {
      svg.append(element(mark)).append('\n');
    }
    return svg.append("</svg>\n").toString();
  }

  /**
   * Writes a drawing to a file, which appears whole or not at all.
   *
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public static void write(Path file, Drawing drawing) {
    WholeFile.write(file, text(drawing).getBytes(StandardCharsets.UTF_8));
  }

  private static String element(Drawing.Mark mark) {
    if (mark instanceof Drawing.Line line) {
      return line(line);
    } else if (mark instanceof Drawing.Circle circle) {
      return "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"/>"
          .formatted(
              number(circle.center().x()),
              number(circle.center().y()),
              number(circle.radius()),
              circle.fill().hex(),
              circle.rim().hex());
    } else if (mark instanceof Drawing.Rectangle rectangle) {
      return "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"/>"
          .formatted(
              number(rectangle.x()),
              number(rectangle.y()),
              number(rectangle.width()),
              number(rectangle.height()),
              rectangle.fill().hex());
    } else if (mark instanceof Drawing.Text text) {
      return "<text x=\"%s\" y=\"%s\" font-size=\"%s\" fill=\"%s\"%s>%s</text>"
          .formatted(
              number(text.at().x()),
              number(text.at().y()),
              number(text.size()),
              text.color().hex(),
              switch (text.anchor()) {
                case START -> "";
                case MIDDLE -> " text-anchor=\"middle\"";
                case END -> " text-anchor=\"end\"";
              },
              Markup.escaped(text.text()));
    }
    throw new AssertionError(mark);
  }

  private static String line(Drawing.Line line) {
    String dashes =
        Drawing.Line.DASHES.stream()
            .map(length -> number(length * line.width()))
            .collect(Collectors.joining(" "));
    return "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s%s/>"
        .formatted(
            places(line.points()),
            line.color().hex(),
            number(line.width()),
            line.dashed() ? " stroke-dasharray=\"" + dashes + "\"" : "",
            line.points().size() > 2 ? " stroke-linejoin=\"round\"" : "");
  }

  private static String places(List<Point> points) {
    return points.stream()
        .map(point -> number(point.x()) + "," + number(point.y()))
        .collect(Collectors.joining(" "));
  }

  private static String number(double value) {
    BigDecimal rounded = new BigDecimal(value).setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
