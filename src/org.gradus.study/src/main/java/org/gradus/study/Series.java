package org.gradus.study;

/** What a chart shows inside its axes: a curve, a marker line or the contours of a function. */
public sealed interface Series permits Curve, Marker, Contour {

  /** Returns the name the legend shows; an empty name has no place in the legend. */
  String name();
}
