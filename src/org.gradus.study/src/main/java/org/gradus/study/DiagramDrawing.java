package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/** The marks of a diagram: lines lowest, then their labels, then the boxes. */
final class DiagramDrawing {

  private static final double LINE_WIDTH = 1.4;
  private static final double BASE = 0.36;
  private static final double HEAD_LENGTH = 7;
  private static final double HEAD_WIDTH = 4;

  private final List<Drawing.Mark> marks = new ArrayList<>();

  private DiagramDrawing() {}

  static Drawing of(Diagram diagram, DiagramLayout layout) {
    DiagramDrawing drawing = new DiagramDrawing();
    drawing.marks.add(new Drawing.Rectangle(0, 0, layout.width(), layout.height(), Color.PAPER));
    layout.ways().forEach(way -> drawing.addArrow(way.line()));
    for (int i = 0; i < layout.ways().size(); i++) {
      drawing.addLabel(diagram.edges().get(i).lines(), layout.ways().get(i).label());
    }
    for (int i = 0; i < layout.boxes().size(); i++) {
      drawing.addBox(diagram.nodes().get(i), layout.boxes().get(i));
    }
    return new Drawing(diagram.title(), layout.width(), layout.height(), drawing.marks);
  }

  /** The color inside a box. */
  static Color fill(Diagram.Kind kind) {
    return Color.PAPER.mixedWith(rim(kind), 0.12);
  }

  /** The color of the rim of a box. */
  static Color rim(Diagram.Kind kind) {
    return switch (kind) {
      case LEAF -> Color.SERIES.get(2);
      case CONSTANT -> Color.AXIS;
      case OPERATION -> Color.SERIES.get(0);
      case ROOT -> Color.SERIES.get(4);
    };
  }

  private void addArrow(List<Point> line) {
    addLine(line);
    Point tip = line.get(line.size() - 1);
    Point left = new Point(tip.x() - HEAD_WIDTH, tip.y() - HEAD_LENGTH);
    Point right = new Point(tip.x() + HEAD_WIDTH, tip.y() - HEAD_LENGTH);
    addLine(List.of(left, tip, right));
  }

  private void addLine(List<Point> points) {
    marks.add(new Drawing.Line(points, Color.SOFT_INK, LINE_WIDTH, false));
  }

  private void addLabel(List<String> lines, Drawing.Rectangle box) {
    if (lines.isEmpty()) {
      return;
    }
    marks.add(box);
    double step = box.height() / lines.size();
    for (int i = 0; i < lines.size(); i++) {
      addText(
          box,
          box.y() + (i + 0.5) * step,
          lines.get(i),
          DiagramLayout.LABEL,
          i == 0 ? Color.SERIES.get(1) : Color.SOFT_INK);
    }
  }

  private void addBox(Diagram.Node node, Drawing.Rectangle box) {
    marks.add(new Drawing.Rectangle(box.x(), box.y(), box.width(), box.height(), rim(node.kind())));
    marks.add(
        new Drawing.Rectangle(
            box.x() + 1, box.y() + 1, box.width() - 2, box.height() - 2, fill(node.kind())));
    double y = box.y() + DiagramLayout.PADDING;
    for (int i = 0; i < node.lines().size(); i++) {
      double size = i == 0 ? DiagramLayout.HEADING : DiagramLayout.TEXT;
      double height = size * DiagramLayout.LEADING;
      addText(box, y + height / 2, node.lines().get(i), size, i == 0 ? Color.INK : Color.SOFT_INK);
      y += height;
    }
  }

  /** Writes a line of text about a height, in the middle of a box. */
  private void addText(
      Drawing.Rectangle box, double middle, String text, double size, Color color) {
    Point at = new Point(box.x() + box.width() / 2, middle + BASE * size);
    marks.add(
        new Drawing.Text(at, DiagramLayout.fitted(text, size), size, color, Drawing.Anchor.MIDDLE));
  }
}
