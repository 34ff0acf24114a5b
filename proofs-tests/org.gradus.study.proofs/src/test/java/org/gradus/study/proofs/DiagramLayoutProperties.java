package org.gradus.study.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gradus.study.Diagram;
import org.gradus.study.DiagramLayout;
import org.gradus.study.Drawing;
import org.gradus.study.Point;

// [proof->study~diagram-layout~1]
class DiagramLayoutProperties {

  /** Sums of places round; a tenth of a pixel is nothing to the eye. */
  private static final double HAIR = 0.1;

  /** Letters of labels are 12 pixels high; an l, the narrowest, is a fifth as wide. */
  private static final double LETTER_HEIGHT = 12;

  private static final double LEAST_LETTER_WIDTH = 2.4;

  @Provide
  Arbitrary<Diagram> diagrams() {
    return Diagrams.plain();
  }

  @Provide
  Arbitrary<Diagram> wordyDiagrams() {
    return Diagrams.any(
        Arbitraries.strings().withCharRange('a', 'z').ofMinLength(40).ofMaxLength(90));
  }

  @Property
  void boxesAndLabelsDoNotOverlap(@ForAll("diagrams") Diagram diagram) {
    assertDisjoint(diagram.layout());
  }

  @Property(tries = 100)
  void longTextsDoNotOverlap(@ForAll("wordyDiagrams") Diagram diagram) {
    assertDisjoint(diagram.layout());
  }

  @Property
  void everythingLiesInsideThePicture(@ForAll("diagrams") Diagram diagram) {
    DiagramLayout layout = diagram.layout();
    Drawing.Rectangle whole =
        new Drawing.Rectangle(0, 0, layout.width(), layout.height(), Marks.OWN);
    for (Drawing.Rectangle box : boxesAndLabels(layout)) {
      assertThat(Marks.isInside(whole, new Point(box.x(), box.y()))).isTrue();
      assertThat(Marks.isInside(whole, new Point(box.x() + box.width(), box.y() + box.height())))
          .isTrue();
    }
    assertThat(layout.ways().stream().flatMap(way -> way.line().stream()))
        .allMatch(point -> Marks.isInside(whole, point));
  }

  @Property
  void everyEdgeRunsDownFromItsOperandToItsResult(@ForAll("diagrams") Diagram diagram) {
    DiagramLayout layout = diagram.layout();
    assertThat(layout.boxes()).hasSameSizeAs(diagram.nodes());
    assertThat(layout.ways()).hasSameSizeAs(diagram.edges());
    for (int i = 0; i < diagram.edges().size(); i++) {
      List<Point> line = layout.ways().get(i).line();
      Drawing.Rectangle from = box(diagram, layout, diagram.edges().get(i).from());
      Drawing.Rectangle to = box(diagram, layout, diagram.edges().get(i).to());
      assertThat(line.get(0).y()).isEqualTo(from.y() + from.height());
      assertThat(line.get(0).x()).isStrictlyBetween(from.x(), from.x() + from.width());
      Point end = line.get(line.size() - 1);
      assertThat(end.y()).isEqualTo(to.y());
      assertThat(end.x()).isStrictlyBetween(to.x(), to.x() + to.width());
      for (int k = 1; k < line.size(); k++) {
        assertThat(line.get(k).y()).isGreaterThan(line.get(k - 1).y());
      }
    }
  }

  @Property
  void noLineCrossesABoxOrALabelOfAnother(@ForAll("diagrams") Diagram diagram) {
    DiagramLayout layout = diagram.layout();
    for (DiagramLayout.Way way : layout.ways()) {
      List<Drawing.Rectangle> others = boxesAndLabels(layout);
      others.remove(way.label());
      for (Line2D piece : pieces(way)) {
        assertThat(others).noneMatch(box -> inner(box).intersectsLine(piece));
      }
    }
  }

  @Property
  void aLabelLiesOnItsOwnLineAndHasRoomForItsText(@ForAll("diagrams") Diagram diagram) {
    DiagramLayout layout = diagram.layout();
    for (int i = 0; i < layout.ways().size(); i++) {
      Drawing.Rectangle label = layout.ways().get(i).label();
      List<String> lines = diagram.edges().get(i).lines();
      int longest = lines.stream().mapToInt(String::length).max().orElse(0);
      assertThat(label.height()).isGreaterThanOrEqualTo(LETTER_HEIGHT * lines.size());
      assertThat(label.width()).isGreaterThanOrEqualTo(LEAST_LETTER_WIDTH * longest);
      if (!lines.isEmpty()) {
        double middle = label.x() + label.width() / 2;
        assertThat(layout.ways().get(i).line())
            .anyMatch(
                point -> Math.abs(point.x() - middle) < HAIR && point.y() <= label.y() + HAIR);
      }
    }
  }

  @Property
  void everyTextIsDrawnOnce(@ForAll("diagrams") Diagram diagram) {
    List<String> expected = new ArrayList<>();
    diagram.edges().forEach(edge -> expected.addAll(edge.lines()));
    diagram.nodes().forEach(node -> expected.addAll(node.lines()));
    assertThat(Marks.texts(diagram.drawing())).containsExactlyElementsOf(expected);
  }

  @Property
  void theSameDiagramIsLaidOutTheSame(@ForAll("diagrams") Diagram diagram) {
    Diagram again = new Diagram(diagram.title(), diagram.nodes(), diagram.edges());
    assertThat(again.layout()).isEqualTo(diagram.layout());
    assertThat(again.drawing()).isEqualTo(diagram.drawing());
  }

  /** In the order of the nodes, the edges from b to p and from a to q would cross. */
  @Example
  void edgesDoNotCrossWhereAnotherOrderHelps() {
    List<Diagram.Node> nodes = new ArrayList<>();
    for (String id : List.of("a", "b", "p", "q")) {
      nodes.add(new Diagram.Node(id, Diagram.Kind.OPERATION, List.of(id)));
    }
    List<Diagram.Edge> edges = new ArrayList<>();
    for (String ends : List.of("ap", "bp", "aq")) {
      edges.add(new Diagram.Edge(ends.substring(0, 1), ends.substring(1), List.of(ends)));
    }
    List<DiagramLayout.Way> ways = new Diagram("t", nodes, edges).layout().ways();
    for (DiagramLayout.Way way : ways) {
      for (DiagramLayout.Way other : ways) {
        assertThat(way == other || pieces(way).stream().noneMatch(piece -> meets(piece, other)))
            .isTrue();
      }
    }
  }

  private static boolean meets(Line2D piece, DiagramLayout.Way way) {
    return pieces(way).stream().anyMatch(piece::intersectsLine);
  }

  private static List<Line2D> pieces(DiagramLayout.Way way) {
    List<Line2D> pieces = new ArrayList<>();
    for (int k = 1; k < way.line().size(); k++) {
      Point a = way.line().get(k - 1);
      Point b = way.line().get(k);
      pieces.add(new Line2D.Double(a.x(), a.y(), b.x(), b.y()));
    }
    return pieces;
  }

  private static void assertDisjoint(DiagramLayout layout) {
    List<Drawing.Rectangle> boxes = boxesAndLabels(layout);
    for (int i = 0; i < boxes.size(); i++) {
      for (int k = 0; k < i; k++) {
        assertThat(inner(boxes.get(i)).intersects(inner(boxes.get(k))))
            .as("%s and %s overlap", boxes.get(i), boxes.get(k))
            .isFalse();
      }
    }
  }

  private static List<Drawing.Rectangle> boxesAndLabels(DiagramLayout layout) {
    List<Drawing.Rectangle> all = new ArrayList<>(layout.boxes());
    layout.ways().forEach(way -> all.add(way.label()));
    return all;
  }

  private static Rectangle2D inner(Drawing.Rectangle box) {
    return new Rectangle2D.Double(
        box.x() + HAIR, box.y() + HAIR, box.width() - 2 * HAIR, box.height() - 2 * HAIR);
  }

  private static Drawing.Rectangle box(Diagram diagram, DiagramLayout layout, String id) {
    List<String> ids = diagram.nodes().stream().map(Diagram.Node::id).toList();
    return layout.boxes().get(ids.indexOf(id));
  }
}
