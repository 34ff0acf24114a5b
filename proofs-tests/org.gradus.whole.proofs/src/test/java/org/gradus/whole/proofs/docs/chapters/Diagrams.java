package org.gradus.whole.proofs.docs.chapters;

import java.util.ArrayList;
import java.util.List;
import org.gradus.study.Color;
import org.gradus.study.ComputationGraph;
import org.gradus.study.Drawing;
import org.gradus.study.Point;
import org.gradus.tensor.Graph;
import org.gradus.tensor.Tensor;

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

  /** Draws the graph of L = (2a)·(a·a) at a = 3 with its local partials. */
  static Drawing graph() {
    return ComputationGraph.of(Graph.of(fanOut())).diagram().drawing();
  }

  /** Draws the same graph with the gradients of a backward pass. */
  static Drawing graphWithGradients() {
    return ComputationGraph.of(Graph.of(fanOut()), Tensor.scalar(1)).diagram().drawing();
  }

  private static Tensor fanOut() {
    Tensor a = Tensor.scalar(3).named("a").requiresGrad_();
    return a.mul(2).named("b").mul(a.mul(a).named("c")).named("L");
  }

  /** Draws the graph of a logistic loss of two rows. */
  static Drawing graphOfALoss() {
    Tensor w = Tensor.of(0.5, -1).named("w").requiresGrad_();
    Tensor b = Tensor.scalar(0.25).named("b").requiresGrad_();
    Tensor x = Tensor.of(new double[][] {{1, 2}, {3, 1}}).named("X");
    Tensor y = Tensor.of(1, 0).named("y");
    Tensor z = x.matmul(w).add(b).named("z");
    Tensor loss = z.softplus().sub(y.mul(z)).mean().named("L");
    return ComputationGraph.of(Graph.of(loss), Tensor.scalar(1)).diagram().drawing();
  }
}
