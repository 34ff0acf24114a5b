package org.gradus.study.proofs;

import org.gradus.study.Chart;
import org.gradus.study.Png;

/** A program that paints a chart and prints the size of the file. */
final class PaintAlone {

  private PaintAlone() {}

  public static void main(String[] arguments) {
    double[] two = {1, 2};
    System.out.print(Png.bytes(Chart.of("Alone").withLine("a", two, two).drawing(), 1).length);
  }
}
