package org.gradus.study;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The at most 255 colors all frames of an animation share, and one index for "unchanged".
 *
 * <p>The most frequent colors are kept exactly, so that paper, grid and lines stay flat; a rarer
 * one is dropped where a kept one is near, and "near" grows until the table is small enough. There
 * is no dithering.
 */
final class ColorTable {

  /** The index of a pixel that stays as the frame before left it. */
  static final int UNCHANGED = 255;

  private static final int MOST = 255;

  private final List<Integer> kept;
  private final Map<Integer, Integer> nearest = new HashMap<>();

  private ColorTable(List<Integer> kept) {
    this.kept = kept;
  }

  /** Counts the pixels of one image into {@code counts}, color by color. */
  static void count(BufferedImage image, Map<Integer, Long> counts) {
    for (int rgb : Raster.pixels(image)) {
      counts.merge(rgb & 0xFFFFFF, 1L, Long::sum);
    }
  }

  /** Chooses the colors for pixels that were counted. */
  static ColorTable of(Map<Integer, Long> counts) {
    List<Map.Entry<Integer, Long>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Map.Entry.<Integer, Long>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    List<Integer> byFrequency = new ArrayList<>();
    entries.forEach(entry -> byFrequency.add(entry.getKey()));
    int near = 0;
    List<Integer> kept = apart(byFrequency, near);
    while (kept.size() > MOST) {
      near += 3;
      kept = apart(byFrequency, near * near);
    }
    return new ColorTable(kept);
  }

  private static List<Integer> apart(List<Integer> colors, int distance) {
    List<Integer> kept = new ArrayList<>();
    for (int color : colors) {
      if (kept.stream().allMatch(other -> distance(color, other) > distance)) {
        kept.add(color);
        if (kept.size() > MOST) {
          return kept;
        }
      }
    }
    return kept;
  }

  /** Returns the index of the nearest color of the table. */
  int index(int rgb) {
    return nearest.computeIfAbsent(rgb & 0xFFFFFF, this::search);
  }

  private int search(int rgb) {
    int best = 0;
    for (int i = 1; i < kept.size(); i++) {
      if (distance(rgb, kept.get(i)) < distance(rgb, kept.get(best))) {
        best = i;
      }
    }
    return best;
  }

  IndexColorModel model() {
    byte[] red = new byte[256];
    byte[] green = new byte[256];
    byte[] blue = new byte[256];
    for (int i = 0; i < kept.size(); i++) {
      red[i] = (byte) (kept.get(i) >> 16);
      green[i] = (byte) (kept.get(i) >> 8);
      blue[i] = (byte) (int) kept.get(i);
    }
    return new IndexColorModel(8, 256, red, green, blue, UNCHANGED);
  }

  /** The squared distance of two colors in the cube of red, green and blue. */
  private static int distance(int a, int b) {
    int red = (a >> 16 & 0xFF) - (b >> 16 & 0xFF);
    int green = (a >> 8 & 0xFF) - (b >> 8 & 0xFF);
    int blue = (a & 0xFF) - (b & 0xFF);
    return red * red + green * green + blue * blue;
  }
}
