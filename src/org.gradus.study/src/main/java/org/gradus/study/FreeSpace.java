package org.gradus.study;

import java.util.ArrayList;
import java.util.List;

/** The room between the curves of a chart where a note can stand without covering anything. */
final class FreeSpace {

  private final Drawing.Rectangle area;
  private final List<List<Point>> lines = new ArrayList<>();
  private final List<Drawing.Rectangle> taken = new ArrayList<>();

  /** Starts with the curves of a chart. */
  FreeSpace(Chart chart, Projection projection) {
    this.area = projection.area();
    for (Series series : chart.series()) {
      if (series instanceof Curve curve) {
        lines.addAll(curve.runs());
      }
    }
    lines.replaceAll(line -> line.stream().map(projection::place).toList());
  }

  /** Returns the first box that is free, and keeps it; the first of all where none is. */
  Drawing.Rectangle firstFree(List<Drawing.Rectangle> boxes) {
    Drawing.Rectangle chosen = boxes.stream().filter(this::isFree).findFirst().orElse(boxes.get(0));
    take(chosen);
    return chosen;
  }

  void take(Drawing.Rectangle box) {
    taken.add(box);
  }

  boolean isFree(Drawing.Rectangle box) {
    return isInside(box)
        && taken.stream().noneMatch(other -> overlap(box, other))
        && lines.stream().allMatch(line -> Clip.inside(box, line).isEmpty());
  }

  private boolean isInside(Drawing.Rectangle box) {
    return box.x() > area.x()
        && box.y() > area.y()
        && box.x() + box.width() < area.x() + area.width()
        && box.y() + box.height() < area.y() + area.height();
  }

  private static boolean overlap(Drawing.Rectangle a, Drawing.Rectangle b) {
    return a.x() < b.x() + b.width()
        && b.x() < a.x() + a.width()
        && a.y() < b.y() + b.height()
        && b.y() < a.y() + a.height();
  }
}
