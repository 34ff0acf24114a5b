package org.gradus.whole.proofs.docs.chapters;

import java.util.ArrayList;
import java.util.List;
import org.gradus.study.Color;
import org.gradus.study.Drawing;
import org.gradus.study.Point;

/** The figures that no axes carry: boxes, arrows and words. */
final class Diagrams {

  private static final double CELL = 44;
  private static final double SIZE = 15;
  private static final int[] VALUES = {10, 11, 20, 21, 30, 31};

  private final List<Drawing.Mark> marks = new ArrayList<>();

  private Diagrams() {}

  /** Draws one array and four views of it. */
  static Drawing strides() {
    Diagrams d = new Diagrams();
    d.label(30, 40, "storage", Drawing.Anchor.START);
    for (int place = 0; place < VALUES.length; place++) {
      double x = 120 + place * CELL;
      d.cell(x, 16, place);
      d.small(x + CELL / 2, 16 + CELL + 16, "" + place);
    }
    d.view(30, 120, "x", 3, 2, 2, 1, 0);
    d.view(200, 120, "x.t()", 2, 3, 1, 2, 0);
    d.view(420, 120, "x.select(1, 0)", 3, 1, 2, 0, 0);
    d.view(600, 120, "x.slice(0, 1, 3)", 2, 2, 2, 1, 2);
    return new Drawing("One array of numbers and four views of it", 760, 340, d.marks);
  }

  private void view(
      double x, double y, String name, int rows, int columns, int down, int across, int offset) {
    label(x, y, name, Drawing.Anchor.START);
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        cell(x + j * CELL, y + 14 + i * CELL, offset + i * down + j * across);
      }
    }
    boolean flat = across == 0;
    note(
        x, y + 14 + 3 * CELL + 22, "shape " + (flat ? "[3]" : "[%d, %d]".formatted(rows, columns)));
    note(
        x,
        y + 14 + 3 * CELL + 42,
        "strides " + (flat ? "[2]" : "[%d, %d]".formatted(down, across)));
    note(x, y + 14 + 3 * CELL + 62, "offset " + offset);
  }

  /** One number in the color of its row in storage. */
  private void cell(double x, double y, int place) {
    Color tint = Color.PAPER.mixedWith(Color.SERIES.get(place / 2), 0.18 + 0.14 * (place % 2));
    marks.add(new Drawing.Rectangle(x, y, CELL, CELL, Color.AXIS));
    marks.add(new Drawing.Rectangle(x + 1, y + 1, CELL - 2, CELL - 2, tint));
    label(x + CELL / 2, y + CELL / 2 + 5, "" + VALUES[place], Drawing.Anchor.MIDDLE);
  }

  private void label(double x, double y, String text, Drawing.Anchor anchor) {
    marks.add(new Drawing.Text(new Point(x, y), text, SIZE, Color.INK, anchor));
  }

  private void note(double x, double y, String text) {
    marks.add(new Drawing.Text(new Point(x, y), text, 13, Color.SOFT_INK, Drawing.Anchor.START));
  }

  private void small(double x, double y, String text) {
    marks.add(new Drawing.Text(new Point(x, y), text, 12, Color.SOFT_INK, Drawing.Anchor.MIDDLE));
  }

  /** Draws the graph of L = (2a)·(a·a) at a = 3, values forward and derivatives backward. */
  static Drawing graph() {
    Diagrams d = new Diagrams();
    Point a = new Point(90, 150);
    Point b = new Point(320, 70);
    Point c = new Point(320, 230);
    Point loss = new Point(550, 150);
    d.edge(a, b, 0, "2", -18);
    d.edge(a, c, -9, "3", -12);
    d.edge(a, c, 9, "3", 28);
    d.edge(b, loss, 0, "9", -14);
    d.edge(c, loss, 0, "6", 22);
    d.node(a, "a", "3");
    d.node(b, "b = 2a", "6");
    d.node(c, "c = a·a", "9");
    d.node(loss, "L = b·c", "54");
    d.label(90, 300, "three paths from L to a:  9·2 + 6·3 + 6·3 = 54", Drawing.Anchor.START);
    return new Drawing("The graph of (2a)·(a·a) with its local derivatives", 660, 330, d.marks);
  }

  private void node(Point at, String name, String value) {
    marks.add(
        new Drawing.Circle(
            at, 42, Color.PAPER.mixedWith(Color.SERIES.get(0), 0.12), Color.SERIES.get(0)));
    label(at.x(), at.y() - 4, name, Drawing.Anchor.MIDDLE);
    marks.add(
        new Drawing.Text(
            new Point(at.x(), at.y() + 18), value, 14, Color.SOFT_INK, Drawing.Anchor.MIDDLE));
  }

  /** An arrow from tail to head, shifted sideways, with the derivative of the head by the tail. */
  private void edge(Point tail, Point head, double shift, String derivative, double above) {
    double length = Math.hypot(head.x() - tail.x(), head.y() - tail.y());
    double ux = (head.x() - tail.x()) / length;
    double uy = (head.y() - tail.y()) / length;
    Point from = new Point(tail.x() - uy * shift, tail.y() + ux * shift);
    double reach = length - 44;
    Point tip = new Point(from.x() + ux * reach, from.y() + uy * reach);
    line(from, tip);
    line(new Point(tip.x() - 9 * ux + 5 * uy, tip.y() - 9 * uy - 5 * ux), tip);
    line(new Point(tip.x() - 9 * ux - 5 * uy, tip.y() - 9 * uy + 5 * ux), tip);
    marks.add(
        new Drawing.Text(
            new Point((from.x() + tip.x()) / 2 + 18, (from.y() + tip.y()) / 2 + above),
            derivative,
            SIZE,
            Color.SERIES.get(1),
            Drawing.Anchor.MIDDLE));
  }

  private void line(Point from, Point to) {
    marks.add(new Drawing.Line(List.of(from, to), Color.SOFT_INK, 1.5, false));
  }
}
